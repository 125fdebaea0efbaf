import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { OperationController } from '../../controllers/operation-controller.js';
import type { Role, User } from '../../domain/user.js';
import { announce, renderAnnouncement, silence, type Announcement } from '../../internal/announcement.js';
import { emitRequest } from '../../internal/emit.js';
import type { Texts } from '../../internal/issue-text.js';
import type { PersistenceAdapter } from '../../ports/persistence-adapter.js';
import type { OnboardingAskDetail } from './onboarding-gate.events.js';
import { safeHref } from './safe-href.js';

export interface AskHost {
  readonly element: ReactiveElement;
  source(): { store: PersistenceAdapter; accountId: string; roles: readonly Role[] } | undefined;
}

/** How many people are named; the host is told of as many. */
const named = 20;

/**
 * For somebody whose role does not let them complete the account: what is missing, who can provide it, and a button that
 * asks them. Owns who these people are and whether they were asked; how they hear of it is the host's.
 */
export class AskPanel {
  readonly #host: AskHost;
  readonly #reading: OperationController;
  #people: { users: User[]; total: number } | undefined;
  #state: 'idle' | 'asking' | 'asked' = 'idle';
  #said: Announcement = silence;

  constructor(host: AskHost) {
    this.#host = host;
    this.#reading = new OperationController(host.element);
  }

  /** The account was read anew, or it is another one. */
  async refresh(): Promise<void> {
    const source = this.#host.source();
    if (!source?.store.users) {
      this.#people = undefined;
      return;
    }
    const { store: { users }, accountId } = source;
    const roles = source.roles.filter((role) => role.canEditContactInfo).map((role) => role.key);
    const outcome = await this.#reading.run((signal) =>
      users.listUsers({ accountId, signal, roles, statuses: ['active'], sort: { by: 'name', direction: 'ascending' }, limit: named }));
    // A directory that cannot be read names nobody; whoever runs the portal can be asked all the same.
    this.#people = outcome.status === 'done' && roles.length > 0 ? outcome.value : undefined;
    this.#host.element.requestUpdate();
  }

  /** Another account: nobody of it was asked. */
  forget(): void {
    this.#people = undefined;
    this.#state = 'idle';
    this.#said = silence;
  }

  render(texts: Texts, missing: readonly { key: string; label: string }[]): TemplateResult {
    const users = this.#people?.users ?? [];
    const more = (this.#people?.total ?? 0) - users.length;
    return html`<section class="ask notice" part="ask" aria-labelledby="ask-title">
      <h3 id="ask-title">${texts.text('ask.title')}</h3>
      <p>${texts.text('ask.explanation')}</p>
      <p id="ask-missing">${texts.text('ask.missing', { count: missing.length })}</p>
      <ul aria-labelledby="ask-missing">${missing.map(({ label }) => html`<li>${label}</li>`)}</ul>
      ${users.length > 0 ? html`
        <p id="ask-people">${texts.text('ask.people')}</p>
        <ul aria-labelledby="ask-people">
          ${users.map((user) => html`<li><bdi>${user.name || user.email}</bdi>${user.name ? html` <a href=${safeHref(`mailto:${encodeURIComponent(user.email)}`, document.baseURI) ?? nothing}><bdi>${user.email}</bdi></a>` : nothing}</li>`)}
          ${more > 0 ? html`<li>${texts.text('ask.more', { count: more })}</li>` : nothing}
        </ul>` : html`<p>${texts.text('ask.nobody')}</p>`}
      <div class="actions">
        <button type="button" class="button primary" aria-disabled=${this.#state === 'asking'} @click=${() => void this.#ask(texts, missing.map(({ key }) => key))}>
          ${texts.text(this.#state === 'asking' ? 'ask.asking' : this.#state === 'asked' ? 'ask.again' : 'ask.button')}</button>
        <span role="status">${renderAnnouncement(this.#said)}</span>
      </div>
    </section>`;
  }

  async #ask(texts: Texts, missing: string[]): Promise<void> {
    if (this.#state === 'asking') return;
    const accountId = this.#host.source()?.accountId;
    this.#state = 'asking';
    this.#host.element.requestUpdate();
    const administratorIds = (this.#people?.users ?? []).map((user) => user.id);
    const isAsked = await emitRequest<Omit<OnboardingAskDetail, 'waitUntil'>>(this.#host.element, 'onboarding-ask', { missing, administratorIds });
    if (this.#host.source()?.accountId !== accountId) return;
    this.#state = isAsked ? 'asked' : 'idle';
    this.#said = announce(texts.text(isAsked ? 'ask.asked' : 'ask.not-asked'));
    this.#host.element.requestUpdate();
  }
}
