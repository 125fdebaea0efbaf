import { html, nothing, type TemplateResult } from 'lit';
import { parseFieldValue } from '../../domain/field-value.js';
import { valueOf } from '../../domain/contact-info.js';
import { availabilityOf, type FieldDefinition } from '../../domain/requirements.js';
import { dirtyKeys } from './contact-info-edit.js';
import { fieldLabel } from './fields/field.js';
import type { FormView } from './form-view.js';

export { publicPreviewStyles as styles } from './public-preview.styles.js';

/** The fields that are given to users, and nothing else of the form. */
function publicFields({ definitions, context }: FormView): FieldDefinition[] {
  return definitions.filter((definition) => definition.audience === 'public' && availabilityOf(definition, context).requirement !== 'unavailable');
}

/** What users see of the contact information as it is in the form now, saved or not. */
export function renderPublicPreview(view: FormView): TemplateResult {
  const { texts, session } = view;
  const fields = publicFields(view);
  const dirty = dirtyKeys(session.edit);
  const note = fields.some(({ key }) => dirty.includes(key)) ? 'preview.unsaved' : session.isLoaded ? 'preview.saved' : undefined;
  return html`
    ${note ? html`<p class=${note === 'preview.unsaved' ? 'notice warning' : 'muted'}>${texts.text(note)}</p>` : nothing}
    ${fields.map((definition) => html`<section class="preview-field">
      <h4>${fieldLabel(texts, definition)}</h4>
      ${renderValue(view, definition)}
    </section>`)}`;
}

function renderValue({ session, texts, strings, channels }: FormView, definition: FieldDefinition): TemplateResult {
  const nothingYet = html`<p class="muted">${texts.text('field.empty')}</p>`;
  const parsed = parseFieldValue(definition.kind, valueOf(session.edit.current, definition.key));
  if (!parsed.ok) return nothingYet;
  const typed = parsed.value;
  if (typed.kind === 'hours') {
    return typed.value.schedules.length === 0 ? nothingYet : html`<support-hours-picker readonly
      .label=${fieldLabel(texts, definition)} .value=${typed.value} .strings=${strings} .channels=${channels}></support-hours-picker>`;
  }
  // Notes, days of confirmation and the like are between the partner and the platform.
  const people: { name?: string; email?: string; phone?: string }[] = typed.kind === 'contacts' ? typed.value : typed.value.map((id) => session.lookup.get(id) ?? {});
  if (people.length === 0) return nothingYet;
  return html`<ul>${people.map(({ name, email, phone }) => html`<li class="preview-contact">
    ${name ? html`<bdi class="entry-name">${name}</bdi>` : nothing}
    ${email ? html`<bdi>${email}</bdi>` : nothing}
    ${phone ? html`<bdi dir="ltr">${phone}</bdi>` : nothing}
  </li>`)}</ul>`;
}
