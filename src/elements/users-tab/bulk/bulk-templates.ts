import { html, nothing, type TemplateResult } from 'lit';
import type { User } from '../../../domain/user.js';
import type { Texts } from '../../../internal/issue-text.js';
import { nameOf } from '../list/user-row.js';
import { leftOutReasons, type LeftOut } from './bulk-plan.js';

/*
 * What the dialog for several users shows of them: the first few by name, and how many more there are.
 */

const fewNames = 5;
const longName = 60;

/** "Ana, Bruno, and 43 more". */
export function renderNames(texts: Texts, users: readonly User[]): TemplateResult {
  const first = users.slice(0, fewNames).map((user) => shortened(nameOf(user)));
  const more = users.length - first.length;
  const parts = new Intl.ListFormat(texts.lang).formatToParts([...first, ...(more > 0 ? [texts.text('bulk.more', { count: more })] : [])]);
  let at = 0;
  return html`<span class="names">${parts.map(({ type, value }) => (type === 'element' && at++ < first.length ? html`<bdi>${value}</bdi>` : value))}</span>`;
}

export function shortened(name: string): string {
  const characters = Array.from(name);
  return characters.length > longName ? `${characters.slice(0, longName).join('')}…` : name;
}

/** Who is left out, by reason; nothing where nobody is. */
export function renderLeftOut(texts: Texts, leftOut: readonly LeftOut[], gone: number): TemplateResult | typeof nothing {
  const count = leftOut.length + gone;
  if (count === 0) return nothing;
  const groups = leftOutReasons.map((reason) => ({ reason, users: leftOut.flatMap((one) => (one.reason === reason ? [one.user] : [])) }));
  const missing = gone + (groups.find(({ reason }) => reason === 'gone')?.users.length ?? 0);
  return html`<div class="left-out">
    <h4>${texts.text('bulk.left-out', { count })}</h4>
    <ul class="bulk-list">
      ${groups.filter(({ reason, users }) => users.length > 0 && reason !== 'gone').map(({ reason, users }) => html`<li>
        ${texts.text(`bulk.left-out.${reason}`, { count: users.length })} ${renderNames(texts, users)}</li>`)}
      ${missing > 0 ? html`<li>${texts.text('bulk.left-out.gone', { count: missing })}</li>` : nothing}
    </ul>
  </div>`;
}
