import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { FieldStatus } from '../../../domain/evaluate-contact-info.js';
import type { Issue } from '../../../domain/issue.js';
import type { Availability, FieldDefinition } from '../../../domain/requirements.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { renderAudienceBadge } from '../audience.js';
import type { ContactSource } from '../contact-sources.js';
import type { FieldIssue } from '../field-issues.js';

/** One field as it is to be shown now. */
export interface FieldView<V> {
  definition: FieldDefinition;
  availability: Availability;
  status: FieldStatus;
  value: V;
  /** Those to show now: a field that was not touched yet is not blamed for being empty. Paths start at the value. */
  issues: readonly FieldIssue[];
  /** An issue in words, as the summary says it too. */
  words(issue: Issue): string;
  editable: boolean;
  texts: Texts;
  /** What is said at an entry, by its place in the value. */
  entryNote?(index: number): TemplateResult | typeof nothing;
  /** Of contacts: the other fields whose contacts can be used here too. */
  sources?: readonly ContactSource[];
}

/** What a field asks of the form that it is in. */
export interface FieldHost {
  readonly element: ReactiveElement;
  /** The value changed by the person's hand. */
  handleValue(key: string, value: unknown): void;
  /** Enter where nothing is being typed: what it means in any form. */
  handleEnter(): void;
  /** Said to assistive technology, politely. */
  announce(text: string): void;
  /** Moves the focus once the next rendering is done, to what the first selector that finds something finds. */
  focusAfterUpdate(...selectors: string[]): void;
}

export interface FieldIds {
  field: string;
  label: string;
  help: string;
  error: string;
  control: string;
}

/** Ids in the form's shadow root: label, control, help and error of a field live in one root, so that they can point at each other. */
export function fieldIds(key: string): FieldIds {
  // A space would make two ids of one, where one part points at another.
  const base = `field-${key.replace(/[^\w-]/g, (character) => `.${character.charCodeAt(0)}`)}`;
  return { field: base, label: `${base}-label`, help: `${base}-help`, error: `${base}-error`, control: `${base}-control` };
}

export function fieldLabel(texts: Texts, { key }: Pick<FieldDefinition, 'key'>): string {
  return texts.has(`fields.${key}.label`) ? texts.text(`fields.${key}.label`) : key;
}

/** What is wrong with the field as a whole, in words. `isAboutField`: with others, that nothing in it says. */
export function fieldError({ issues, words }: FieldView<unknown>, isAboutField = ({ path }: FieldIssue) => path.length === 0): string | undefined {
  return [...new Set(issues.filter(isAboutField).map(words))].join(' ') || undefined;
}

/** The frame that every field has: label, badges, help, control, error. */
export function renderField(view: FieldView<unknown>, control: TemplateResult, error = fieldError(view)): TemplateResult {
  const { definition, availability, status, texts } = view;
  const ids = fieldIds(definition.key);
  const isUnavailable = status === 'unavailable';
  const label = html`${fieldLabel(texts, definition)}
    ${availability.requirement === 'optional' ? html`<span class="muted">(${texts.text('optional')})</span>` : nothing}`;
  return html`<section id=${ids.field} class="field" part="field" data-status=${status} aria-labelledby=${ids.label}>
    <header class="field-head">
      <h3 class="field-label">
        ${definition.kind !== 'hours' && view.editable && !isUnavailable
          ? html`<label id=${ids.label} for=${ids.control} class="label">${label}</label>`
          : html`<span id=${ids.label} class="label">${label}</span>`}
      </h3>
      ${renderAudienceBadge(definition.audience, texts)}
      <span class="field-mark" data-complete=${status === 'complete'}>${status === 'complete'
        ? html`${icon('check')}<span class="visually-hidden">${texts.text('field.complete')}</span>` : nothing}</span>
    </header>
    ${texts.has(`fields.${definition.key}.help`)
      ? html`<p id=${ids.help} class="help">${texts.text(`fields.${definition.key}.help`)}</p>` : nothing}
    ${isUnavailable ? html`<p class="unavailable">${icon('lock')}<span>${unavailableText(view)}</span></p>` : control}
    <p id=${ids.error} class="error" ?hidden=${!error || isUnavailable}>${error ? html`${icon('alert')}<span>${error}</span>` : nothing}</p>
  </section>`;
}

function unavailableText({ availability, texts }: FieldView<unknown>): string {
  if (availability.requirement !== 'unavailable') return texts.text('unavailable.directory');
  return texts.text(availability.because === 'environment' ? 'unavailable.environment' : 'unavailable.definition');
}
