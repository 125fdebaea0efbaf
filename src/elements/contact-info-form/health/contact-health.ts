import { html, nothing, type TemplateResult } from 'lit';
import { adviseContactInfo } from '../../../domain/advise-contact-info.js';
import type { Contact } from '../../../domain/contact.js';
import { withAddress } from '../../../domain/contact-review.js';
import { addressKey } from '../../../domain/email-address.js';
import type { Issue } from '../../../domain/issue.js';
import { localDateOf } from '../../../domain/local-date.js';
import { announce, renderAnnouncement, silence, type Announcement } from '../../../internal/announcement.js';
import type { ContactInfoSession } from '../contact-info-session.js';
import { fieldIds } from '../fields/field.js';
import type { FormView } from '../form-view.js';
import { dismissAdvice, isDismissed } from './advice-memory.js';
import { renderAdvice } from './advice-note.js';
import { ContactReview } from './contact-review-panel.js';
import type { EntryNote, HealthHost } from './health-host.js';
import { confirmItems, contactsIn, indexOfAddress } from './review-model.js';
import { VerificationRequests } from './verification-requests.js';

export { contactHealthStyles } from './contact-health.styles.js';

/**
 * What is said at each contact, and what a person does about it there.
 * Owns which advice is shown and what was heard of it. Does not own the contacts: every action starts from the value as it
 * is at that moment and finds its contact by the address, since lists change between a rendering and a click.
 */
export class ContactHealth {
  readonly #host: HealthHost;
  readonly #session: ContactInfoSession;
  readonly #review: ContactReview;
  readonly #verification: VerificationRequests;
  #adviceOn: readonly unknown[] = [];
  #advice = new Map<string, Issue[]>();
  /** What is shown in this rendering, and what was in the one before; none before the account's first. */
  #shown = new Set<string>();
  #heard: { accountId: string; ids: Set<string> } | undefined;
  #said: Announcement = silence;

  constructor(host: HealthHost, session: ContactInfoSession) {
    this.#host = host;
    this.#session = session;
    this.#review = new ContactReview(host, session);
    this.#verification = new VerificationRequests(host);
  }

  renderReview(view: FormView): TemplateResult | typeof nothing {
    return this.#review.render(view);
  }

  noteFor(view: FormView, key: string, contacts: readonly Contact[], isBlamed: boolean): EntryNote {
    const advice = view.editable && !isBlamed ? this.#adviceFor(view) : undefined;
    return (index) => {
      const contact = contacts.at(index);
      if (!contact) return nothing;
      const { badge, request } = this.#verification.render(view, key, contact, () => this.#find(key, contact).index);
      const notes = (advice?.get(noteId(key, index)) ?? []).filter(({ code }) => !isDismissed(this.#memoryKey(key, code, contact)));
      if (notes.length === 0 && request === nothing) return badge;
      return html`${badge}<div class="entry-note">${request}${notes.map((issue, at) => this.#renderNote(view, issue, contacts, index, at))}</div>`;
    };
  }

  /** A person who does not see the field is told of advice that their own change has brought up. */
  renderSpeech({ texts }: FormView): TemplateResult {
    const { accountId } = this.#host.element;
    const isFirst = this.#heard?.accountId !== accountId;
    const fresh = isFirst ? 0 : [...this.#shown].filter((id) => !this.#heard?.ids.has(id)).length;
    if (fresh > 0) this.#said = announce(texts.text('advice.new', { count: fresh }));
    this.#heard = { accountId, ids: this.#shown };
    this.#shown = new Set();
    return html`<p class="visually-hidden" role="status">${renderAnnouncement(this.#said)}</p>`;
  }

  /** Worked out once for each value: a form is rendered at every key. */
  #adviceFor({ context, definitions }: FormView): Map<string, Issue[]> {
    const { current } = this.#session.edit;
    const { reviewAfterDays } = this.#host.element;
    const { isLoaded } = this.#session;
    const on = [current, definitions, context.environment, context.integrationType, reviewAfterDays, isLoaded];
    if (on.some((one, at) => one !== this.#adviceOn[at])) {
      this.#adviceOn = on;
      this.#advice = new Map();
      const issues = adviseContactInfo({
        environment: context.environment, integrationType: context.integrationType,
        requirements: { version: '', fields: [...definitions] }, contactInfo: current, at: new Date(), reviewAfterDays,
      });
      for (const issue of issues) {
        // A form with a record asks about those in one place, at its top.
        if (isLoaded && issue.code === 'advice.not-confirmed') continue;
        const id = noteId(...issue.path);
        this.#advice.set(id, [...(this.#advice.get(id) ?? []), issue]);
      }
    }
    return this.#advice;
  }

  #renderNote(view: FormView, issue: Issue, contacts: readonly Contact[], index: number, at: number): TemplateResult {
    const key = String(issue.path[0]);
    const contact = contacts[index];
    this.#shown.add(JSON.stringify([key, addressKey(contact.email)]));
    const { suggestion } = issue.params ?? {};
    const isThere = typeof suggestion === 'string' && indexOfAddress(contacts, addressKey(suggestion)) >= 0;
    return renderAdvice({
      id: `${fieldIds(key).field}-advice-${index}-${at}`,
      issue,
      contact,
      definitions: view.definitions,
      texts: view.texts,
      // One that is in the list already would be there twice.
      use: typeof suggestion === 'string' && !isThere ? () => this.#use(view, key, contact, suggestion) : undefined,
      confirm: issue.code === 'advice.not-confirmed' ? () => this.#confirm(key, contact) : undefined,
      dismiss: () => this.#dismiss(view, key, contact, issue.code),
    });
  }

  #memoryKey(field: string, code: string, { email }: Contact) {
    return { accountId: this.#host.element.accountId, field, code, address: addressKey(email) };
  }

  /** The contact as it is now; another may be where it was. */
  #find(key: string, { email }: Contact): { contacts: Contact[]; index: number } {
    const contacts = contactsIn(this.#session.edit.current, key);
    return { contacts, index: indexOfAddress(contacts, addressKey(email)) };
  }

  #use({ texts }: FormView, key: string, contact: Contact, suggestion: string): void {
    const { contacts, index } = this.#find(key, contact);
    if (index < 0) return;
    this.#host.handleValue(key, contacts.map((one, at) => (at === index ? withAddress(one, suggestion) : one)));
    this.#host.announce(texts.text('advice.used', { suggestion }));
    this.#focusContact(key, index);
  }

  /** In a form of the host's: a change like any other. */
  #confirm(key: string, contact: Contact): void {
    const { index } = this.#find(key, contact);
    if (index < 0) return;
    const values = confirmItems(this.#session.edit.current, [{ key, index }], localDateOf(new Date()));
    values.forEach((value) => this.#host.handleValue(key, value));
    this.#focusContact(key, index);
  }

  #dismiss({ texts }: FormView, key: string, contact: Contact, code: string): void {
    dismissAdvice(this.#memoryKey(key, code, contact));
    this.#host.announce(texts.text('advice.dismissed'));
    this.#focusContact(key, this.#find(key, contact).index);
    this.#host.element.requestUpdate();
  }

  #focusContact(key: string, index: number): void {
    const { field, control } = fieldIds(key);
    this.#host.focusAfterUpdate(`#${CSS.escape(`${field}-remove-${index}`)}`, `#${CSS.escape(control)}`);
  }
}

function noteId(...path: (string | number)[]): string {
  return JSON.stringify(path.slice(0, 2));
}
