import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { OperationController } from '../../controllers/operation-controller.js';
import { copyText } from '../../internal/copy-text.js';
import { announce, renderAnnouncement, silence, type Announcement } from '../../internal/announcement.js';
import { findRole, type Role, type User } from '../../domain/user.js';
import type { Texts } from '../../internal/issue-text.js';
import type { PersistenceAdapter } from '../../ports/persistence-adapter.js';
import { readHandover, rememberHandover } from './handover-memory.js';

export interface HandoverSource {
  store: PersistenceAdapter;
  accountId: string;
  viewerId: string;
  roles: readonly Role[];
}

export interface HandoverHost {
  readonly element: ReactiveElement;
  source(): HandoverSource | undefined;
  /** The link that lets somebody in, where the adapter gave one on this page. */
  linkOf(userId: string): string | undefined;
  /** Sends an invitation again; resolves to whether the store acknowledged it. */
  resend(userId: string): Promise<boolean>;
  /** Saves what is typed and not saved; resolves to whether the store acknowledged it. */
  saveForLater(): Promise<boolean>;
  /** The person goes on themself. */
  handleTakeOver(): void;
}

const day = 24 * 60 * 60 * 1_000;

/**
 * Who was invited to complete the account, and what the person who invited them can still do about it. Owns whom is waited
 * for; does not own the invitations, which are the directory's.
 */
export class HandoverPanel {
  readonly #host: HandoverHost;
  readonly #reading: OperationController;
  #source: HandoverSource | undefined;
  #userIds: string[] = [];
  #people: User[] = [];
  #busy: string | undefined;
  #said: Announcement = silence;

  constructor(host: HandoverHost) {
    this.#host = host;
    this.#reading = new OperationController(host.element);
  }

  /** Whether anybody is waited for. */
  get isWaiting(): boolean {
    return this.#people.length > 0;
  }

  /** The account was read anew: somebody may have accepted since, or it is another account. */
  async refresh(): Promise<void> {
    const source = this.#host.source();
    if (source?.accountId !== this.#source?.accountId || source?.viewerId !== this.#source?.viewerId) {
      this.#userIds = [];
      this.#people = [];
      this.#said = silence;
    }
    this.#source = source;
    if (!source?.store.users) return;
    const { store: { users }, accountId } = source;
    const ids = [...new Set([...this.#userIds, ...(readHandover(source)?.userIds ?? [])])];
    if (ids.length === 0) return;
    const outcome = await this.#reading.run((signal) => users.getUsers({ accountId, signal, ids }));
    // Whoever cannot be read now is waited for all the same, and shown once they can be.
    if (outcome.status !== 'done') return;
    this.#userIds = ids;
    this.#people = outcome.value.filter((user) => user.status !== 'deactivated' && findRole(source.roles, user.role)?.canEditContactInfo);
    this.#host.element.requestUpdate();
  }

  /** Somebody was invited here. */
  async waitFor(userIds: readonly string[]): Promise<void> {
    const source = this.#host.source();
    if (!source || userIds.length === 0) return;
    rememberHandover(source, { userIds: [...userIds], at: new Date().toISOString() });
    this.#userIds = [...new Set([...this.#userIds, ...userIds])];
    this.#source = source;
    await this.refresh();
  }

  /** Nobody is waited for any more: it is complete, or the person goes on themself. */
  forget(): void {
    const source = this.#host.source();
    if (source) rememberHandover(source, undefined);
    this.#userIds = [];
    this.#people = [];
    this.#said = silence;
  }

  render(texts: Texts, hasUnsaved: boolean): TemplateResult | typeof nothing {
    if (!this.isWaiting) return nothing;
    return html`<div class="handover notice" part="handover" role="group" aria-label=${texts.text('handover.title')}>
      <ul class="handover-people">${this.#people.map((user) => this.#renderPerson(texts, user))}</ul>
      ${hasUnsaved ? html`<p>${texts.text('handover.unsaved')}</p>` : nothing}
      <div class="actions">
        ${hasUnsaved ? html`<button type="button" class="button small" @click=${() => void this.#save(texts)}>${texts.text('handover.save')}</button>` : nothing}
        <button type="button" class="button small" @click=${() => this.#takeOver()}>${texts.text('handover.take-over')}</button>
      </div>
      <p class="handover-said" role="status">${renderAnnouncement(this.#said)}</p>
    </div>`;
  }

  #renderPerson(texts: Texts, user: User): TemplateResult {
    const isInvited = user.status === 'invited';
    const link = isInvited ? this.#host.linkOf(user.id) : undefined;
    const name = user.name || user.email;
    return html`<li>
      <span class="handover-text">${this.#sentence(texts, user)}</span>
      ${link ? html`<button type="button" class="button quiet small" aria-label=${texts.text('handover.copy-of', { name })}
        @click=${() => void this.#copy(texts, link)}>${texts.text('handover.copy')}</button>` : nothing}
      ${isInvited ? html`<button type="button" class="button quiet small" aria-label=${texts.text('handover.resend-of', { name })} aria-disabled=${this.#busy === user.id}
        @click=${() => void this.#resend(texts, user)}>${texts.text(this.#busy === user.id ? 'handover.resending' : 'handover.resend')}</button>` : nothing}
    </li>`;
  }

  #sentence(texts: Texts, user: User): string {
    // Isolated: a name may run the other way than the sentence.
    const name = `\u2068${user.name || user.email}\u2069`;
    if (user.status === 'active') return texts.text('handover.joined', { name });
    const now = Date.now();
    const expiry = Date.parse(user.expiresAt ?? '');
    if (expiry < now) return texts.text('handover.expired', { name });
    const invited = Date.parse(user.invitedAt ?? '');
    if (Number.isNaN(invited)) return texts.text('handover.waiting', { name });
    return texts.text('handover.waiting-since', { name, when: new Intl.RelativeTimeFormat(texts.lang, { numeric: 'auto' }).format(daysBetween(now, invited), 'day') });
  }

  async #copy(texts: Texts, link: string): Promise<void> {
    this.#say((await copyText(link)) ? texts.text('handover.copied') : texts.text('handover.copy-by-hand', { link }));
  }

  async #resend(texts: Texts, { id, name, email }: User): Promise<void> {
    if (this.#busy) return;
    this.#busy = id;
    this.#host.element.requestUpdate();
    const isSent = await this.#host.resend(id);
    this.#busy = undefined;
    this.#say(texts.text(isSent ? 'handover.resent' : 'handover.not-resent', { name: name || email }));
    await this.refresh();
  }

  async #save(texts: Texts): Promise<void> {
    if (await this.#host.saveForLater()) this.#say(texts.text('handover.saved'));
  }

  #takeOver(): void {
    this.forget();
    this.#host.handleTakeOver();
    this.#host.element.requestUpdate();
  }

  #say(text: string): void {
    this.#said = announce(text);
    this.#host.element.requestUpdate();
  }
}

/** In whole days of this place's calendar: yesterday evening is yesterday. */
function daysBetween(now: number, then: number): number {
  const midnight = (instant: number) => new Date(instant).setHours(0, 0, 0, 0);
  return Math.round((midnight(then) - midnight(now)) / day);
}
