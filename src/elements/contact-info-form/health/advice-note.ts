import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../../domain/contact.js';
import type { Issue } from '../../../domain/issue.js';
import type { FieldDefinition } from '../../../domain/requirements.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { fieldLabel } from '../fields/field.js';

export interface AdviceNote {
  id: string;
  issue: Issue;
  contact: Contact;
  definitions: readonly FieldDefinition[];
  texts: Texts;
  /** Puts the suggested address in the place of this one. */
  use?: () => void;
  /** Says that the contact is still right. */
  confirm?: () => void;
  dismiss(): void;
}

/** One piece of advice at its contact: what it is, what can be done about it in one step, and a way to be rid of it. */
export function renderAdvice(note: AdviceNote): TemplateResult {
  const { id, issue, contact, texts, use, confirm } = note;
  return html`<div class="advice">
    ${icon('help')}
    <p id=${id} class="advice-text">${adviceText(note)}</p>
    <div class="advice-actions">
      ${use ? html`<button type="button" class="button small" @click=${use}>${texts.text('advice.use', issue.params)}</button>` : nothing}
      ${confirm ? html`<button type="button" class="button small" aria-label=${texts.text('review.still-right-of', { address: contact.email })}
        @click=${confirm}>${texts.text('review.still-right')}</button>` : nothing}
      <button type="button" class="button quiet small" aria-label=${texts.text('advice.dismiss-of', { address: contact.email })} aria-describedby=${id}
        @click=${note.dismiss}>${texts.text('advice.dismiss')}</button>
    </div>
  </div>`;
}

/** Advice in words: codes of fields become their labels. */
export function adviceText({ issue, definitions, texts }: Pick<AdviceNote, 'issue' | 'definitions' | 'texts'>): string {
  const { code, params = {} } = issue;
  const { fields, days } = params;
  return texts.text(code, {
    ...params,
    ...(typeof days === 'number' && { count: days }),
    ...(Array.isArray(fields) && { fields: new Intl.ListFormat(texts.lang).format(definitions.filter(({ key }) => fields.includes(key)).map((one) => fieldLabel(texts, one))) }),
  });
}
