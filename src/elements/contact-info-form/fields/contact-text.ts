import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../../domain/contact.js';
import { contactSummary } from './contact-summary.js';

/** Who or what is written to. */
export function renderContact({ name, email }: Contact): TemplateResult {
  return html`${name ? html`<bdi class="entry-name">${name}</bdi> ` : nothing}<bdi>${email}</bdi>`;
}

/** What else is known, as a note below the entry. */
export function renderSummary(contact: Contact, lang: string): TemplateResult | typeof nothing {
  const parts = contactSummary(contact, lang);
  return parts.length > 0 ? html`<p class="entry-note muted">${parts.map((part, at) => html`${at > 0 ? ' · ' : nothing}<bdi>${part}</bdi>`)}</p>` : nothing;
}

/** An entry that can only be read, and what is said of it. */
export function renderReadonlyEntry(contact: Contact, lang: string, note: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<li class="entry contact" part="entry">
    <div class="entry-line"><span class="entry-text">${renderContact(contact)}</span></div>
    ${renderSummary(contact, lang)}
    ${note}
  </li>`;
}
