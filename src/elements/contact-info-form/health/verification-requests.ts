import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../../domain/contact.js';
import { addressKey } from '../../../domain/email-address.js';
import { emitRequest } from '../../../internal/emit.js';
import type { ContactVerifyDetail } from '../contact-info-form.events.js';
import type { FormView } from '../form-view.js';
import type { HealthHost } from './health-host.js';

type RequestState = 'sending' | 'requested' | 'failed';

/**
 * Whether the addresses of contacts were verified, where the host keeps track of it: there `verification` is in the value.
 * Owns what became of asking the host to send a message. Does not own the state itself, and never changes it: that comes
 * with the record.
 */
export class VerificationRequests {
  readonly #host: HealthHost;
  readonly #states = new Map<string, RequestState>();

  constructor(host: HealthHost) {
    this.#host = host;
  }

  /** A badge beside the address, or, where something can be done about it, one below with the button and how the last request went. `indexNow`: in the value as it is then. */
  render({ texts, editable }: FormView, key: string, contact: Contact, indexNow: () => number): { badge: TemplateResult | typeof nothing; request: TemplateResult | typeof nothing } {
    const { verification, email: address } = contact;
    if (verification === undefined) return { badge: nothing, request: nothing };
    const state = this.#states.get(this.#id(key, contact));
    const isSending = state === 'sending';
    const badge = html`<span class="badge verification" data-verification=${isSending ? 'sent' : verification}>${texts.text(`verification.${isSending ? 'sending' : verification}`)}</span>`;
    if (!editable || (verification !== 'unverified' && verification !== 'bounced')) return { badge, request: nothing };
    const handleClick = () => void this.#ask(key, contact, indexNow(), texts.text('verification.failed-said', { address }));
    const request = html`<div class="verification-request">
      ${badge}
      <button type="button" class="button small" aria-disabled=${isSending} aria-label=${texts.text('verification.send-to', { address })}
        @click=${handleClick}>${texts.text('verification.send')}</button>
      ${state === 'failed' || state === 'requested' ? html`<span class="muted">${texts.text(`verification.${state}`)}</span>` : nothing}
    </div>`;
    return { badge: nothing, request };
  }

  /** With the state that is stored now: what was asked before it changed says nothing of the next. */
  #id(key: string, { email, verification }: Contact): string {
    return JSON.stringify([this.#host.element.accountId, key, addressKey(email), verification]);
  }

  async #ask(key: string, contact: Contact, index: number, failureText: string): Promise<void> {
    const id = this.#id(key, contact);
    if (index < 0 || this.#states.get(id) === 'sending') return;
    this.#enter(id, 'sending');
    const isAllowed = await emitRequest<Omit<ContactVerifyDetail, 'waitUntil'>>(this.#host.element, 'contact-verify', { key, index });
    this.#enter(id, isAllowed ? 'requested' : 'failed');
    if (!isAllowed) this.#host.announce(failureText);
  }

  #enter(id: string, state: RequestState): void {
    this.#states.set(id, state);
    this.#host.element.requestUpdate();
  }
}
