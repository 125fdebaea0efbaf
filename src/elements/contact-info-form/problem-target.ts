import type { ProblemPlace } from './error-summary.js';
import { fieldIds } from './fields/field.js';

/** Brings what a problem is about into view, and puts the focus on what mends it: an entry, an hour's box, or the field's own box. */
export function focusProblem(root: ParentNode, { key, path, isUnresolved }: ProblemPlace): void {
  if (key === undefined) return;
  const ids = fieldIds(key);
  const field = root.querySelector(`#${CSS.escape(ids.field)}`);
  const control = field?.querySelector<HTMLElement>(`#${CSS.escape(ids.control)}`);
  field?.scrollIntoView({ block: 'start' });
  if (control?.localName === 'support-hours-picker' && path.length > 0 && 'focusIssue' in control) {
    (control as HTMLElementTagNameMap['support-hours-picker']).focusIssue(path);
    return;
  }
  const entry = typeof path[0] === 'number' ? field?.querySelectorAll('[part~="entry"]')[path[0]]?.querySelector<HTMLElement>('button') : null;
  if (entry) {
    entry.focus();
    return;
  }
  // A list that was refused stands below a box that is free for the next one.
  const refused = isUnresolved && control?.getAttribute('aria-invalid') !== 'true' ? field?.querySelector<HTMLElement>('.rejected li button') : null;
  if (refused) refused.focus();
  else control?.focus({ preventScroll: true });
}
