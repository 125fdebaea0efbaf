import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import { OperationController } from '../../controllers/operation-controller.js';
import { canManageUsers, userStatuses, type User, type UserStatus, type Vocabulary } from '../../domain/user.js';
import { canTouchUser } from '../../domain/user-guards.js';
import { addressMessages } from '../../internal/address.strings.js';
import { baseStyles } from '../../internal/base.styles.js';
import { emitFact } from '../../internal/emit.js';
import { failureCode, failureText } from '../../internal/failure-text.js';
import { icon } from '../../internal/icon.js';
import { PorteroElement } from '../../internal/portero-element.js';
import { keeps, vocabularyKind } from '../../internal/property-kinds.js';
import { comboboxStyles } from '../../internal/widgets/combobox.styles.js';
import { MenuController, type MenuItem } from '../../internal/widgets/menu.js';
import { menuStyles } from '../../internal/widgets/menu.styles.js';
import type { PersistenceAdapter, UserPage, UserSortKey } from '../../ports/persistence-adapter.js';
import { ChangeDialog, type ChangeKind } from './change-dialog.js';
import { InviteDialog, problemText } from './invite-dialog.js';
import { noFacts, UserActions, type ActionOutcome, type GuardFacts } from './user-actions.js';
import { nameOf, renderUserRow, roleLabel } from './user-row.js';
import { firstQuery, isNarrowed, narrow, nextPage, previousPage, rangeOf, sortBy, toUserQuery, type UsersQuery } from './users-query.js';
import type { UsersErrorDetail, UsersTabEventMap } from './users-tab.events.js';
import { usersTabMessages } from './users-tab.strings.js';
import { usersTabStyles } from './users-tab.styles.js';

const columns: readonly { key: string; sort?: UserSortKey }[] = [
  { key: 'name', sort: 'name' }, { key: 'email', sort: 'email' }, { key: 'role', sort: 'role' }, { key: 'status', sort: 'status' },
  { key: 'lists' }, { key: 'lastActiveAt', sort: 'lastActiveAt' },
];

/**
 * Who has access to the portal: to be found, invited, changed and removed, all through the adapter. What a rule would refuse
 * is said beside the action before it is tried.
 *
 * @tag users-tab
 * @fires {CustomEvent<UserInviteDetail>} user-invite - Asks whether to invite; cancelable, `waitUntil` holds it.
 * @fires {CustomEvent<UsersInvitedDetail>} users-invited - The store acknowledged invitations.
 * @fires {CustomEvent<UserChangeDetail>} user-change - Asks whether to change a user; cancelable, `waitUntil` holds it.
 * @fires {CustomEvent<UserChangedDetail>} user-changed - The store acknowledged a change.
 * @fires {CustomEvent<UserRemoveDetail>} user-remove - Asks whether to remove a user; cancelable, `waitUntil` holds it.
 * @fires {CustomEvent<UserRemovedDetail>} user-removed - The store acknowledged a removal.
 * @fires {CustomEvent<UsersErrorDetail>} users-error - Listing or changing users failed.
 * @csspart base - The outermost wrapper.
 * @csspart row - One user.
 * @csspart popup - A menu, or the list of a combobox.
 * @csspart dialog - The dialog in which somebody is invited or changed.
 * @csspart input - A text box.
 * @cssprop [--users-tab-row-padding=0.625rem] - Space above and below the text of a row.
 */
export class UsersTab extends PorteroElement {
  static override styles: CSSResultGroup = [baseStyles, comboboxStyles, menuStyles, usersTabStyles];

  /** The host's own mailing lists. */
  @keeps(vocabularyKind) @property({ attribute: false }) mailingLists: readonly Vocabulary[] = [];

  @state() private query: UsersQuery = firstQuery;
  @state() private page: UserPage | undefined;
  @state() private failure: unknown;
  @state() private announcement = '';
  @state() private facts: GuardFacts = noFacts;
  @state() private openDialog: InviteDialog | ChangeDialog | undefined;
  /** Names of some who can manage users, for a viewer who cannot. */
  @state() private managers: string[] = [];
  @query('dialog') private dialog!: HTMLDialogElement | null;

  readonly #listing = new OperationController(this);
  readonly #menu = new MenuController(this);
  readonly #problems = new Map<string, string>();
  readonly #actions = new UserActions({
    element: this,
    source: () => {
      const { store, accountId, viewer, roles, requirements } = this;
      return store && { store, accountId, viewer, roles, requirements };
    },
    handleDone: () => void this.#list(),
  });
  #followed: { store: PersistenceAdapter | undefined; accountId: string; query: UsersQuery } | undefined;
  #stopWatching: AbortController | undefined;

  constructor() {
    super('users-tab', { ...addressMessages, ...usersTabMessages });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.abort();
    this.#stopWatching = undefined;
  }

  get #mayManage(): boolean {
    return canManageUsers(this.viewer, this.roles);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { accountId, query } = this;
    const store = this.misconfiguration ? undefined : this.store;
    const before = this.#followed;
    const isSameStore = before?.store === store && before?.accountId === accountId;
    const isWatching = this.#stopWatching !== undefined;
    if (isSameStore && isWatching && before?.query === query) return;
    this.#followed = { store, accountId, query };
    if (!isSameStore) {
      this.page = undefined;
      this.failure = undefined;
    }
    if (!isSameStore || !isWatching) this.#watch(store, accountId);
    if (store?.users) void this.#list();
  }

  #watch(store: PersistenceAdapter | undefined, accountId: string): void {
    this.#stopWatching?.abort();
    this.#stopWatching = new AbortController();
    store?.watch?.({ accountId, signal: this.#stopWatching.signal }, ({ kind }) => {
      if (kind === 'users') void this.#list();
    });
  }

  async #list(): Promise<void> {
    const users = this.store?.users;
    if (!users) return;
    const outcome = await this.#listing.run(async (signal) => {
      const page = await users.listUsers({ accountId: this.accountId, signal, ...toUserQuery(this.query) });
      const managing = this.roles.filter((role) => role.canManageUsers).map((role) => role.key);
      const managers = this.#mayManage ? [] : (await users.listUsers({ accountId: this.accountId, signal, roles: managing, statuses: ['active'], limit: 3 })).users;
      return { page, managers };
    });
    if (outcome.status === 'done') {
      this.page = outcome.value.page;
      this.managers = outcome.value.managers.map(nameOf);
      this.failure = undefined;
    } else if (outcome.status === 'failed') {
      this.failure = outcome.error;
      emitFact<UsersErrorDetail>(this, 'users-error', { code: failureCode(outcome.error), operation: 'list' });
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!(changed as Map<string, unknown>).has('openDialog')) return;
    if (this.openDialog) this.dialog?.showModal();
    else this.dialog?.close();
  }

  /** `close` is fired by Escape too: what the dialog held goes with it. */
  readonly #handleDialogClose = (): void => {
    this.openDialog = undefined;
  };

  #closeDialog(): void {
    this.openDialog = undefined;
  }

  #announce(text: string): void {
    this.announcement = text;
  }

  #showInvite(): void {
    this.openDialog = new InviteDialog({
      actions: this.#actions,
      requestUpdate: () => this.requestUpdate(),
      close: () => this.#closeDialog(),
      announce: (text) => this.#announce(text),
    });
  }

  #showChange(kind: ChangeKind, user: User): void {
    this.openDialog = new ChangeDialog(kind, user, this.facts, {
      element: this,
      actions: this.#actions,
      close: () => this.#closeDialog(),
      announce: (text) => this.#announce(text),
      findActive: async (text, signal) => {
        const page = await this.store?.users?.listUsers({ accountId: this.accountId, signal, search: text.trim() || undefined, statuses: ['active'], limit: 20 });
        return page?.users ?? [];
      },
    });
  }

  async #choose(action: string, user: User): Promise<void> {
    this.#problems.delete(user.id);
    if (action === 'resend') this.#conclude(user, await this.#actions.resend(user), 'done.resent');
    else if (action === 'reactivate') this.#conclude(user, await this.#actions.change(user, { status: 'active' }), 'done.changed');
    else this.#showChange(action as ChangeKind, user);
  }

  #conclude(user: User, outcome: ActionOutcome, doneKey: string): void {
    const problem = problemText(this.texts, outcome, 'not-changed');
    if (problem) this.#problems.set(user.id, problem);
    else this.#announce(this.text(doneKey, { name: nameOf(user) }));
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { misconfiguration } = this;
    return html`<div class="base" part="base">
      ${misconfiguration ? html`<p class="notice danger" role="alert">${this.text(misconfiguration)}</p>`
        : this.store && !this.store.users ? this.#renderUnsupported()
        : this.#renderContent()}
      <dialog part="dialog" aria-labelledby="dialog-title" @close=${this.#handleDialogClose}>${this.openDialog?.render({
        texts: this.texts, roles: this.roles, viewer: this.viewer, mailingLists: this.mailingLists,
        labelOf: (key) => (this.localize.has(`fields.${key}.label`) ? this.text(`fields.${key}.label`) : key),
      }) ?? nothing}</dialog>
    </div>`;
  }

  #renderUnsupported(): TemplateResult {
    return html`<div class="empty"><h3>${this.text('unsupported.title')}</h3><p class="muted">${this.text('unsupported.text')}</p></div>`;
  }

  #renderContent(): TemplateResult {
    const names = new Intl.ListFormat(this.localize.lang).format(this.managers);
    return html`<div class="content">
      ${this.#renderToolbar()}
      ${this.#mayManage || !this.page ? nothing
        : html`<p class="notice">${names ? this.text('read-only', { names }) : this.text('read-only.nobody')}</p>`}
      ${this.failure ? html`<div class="notice danger" role="alert">
        <p>${failureText(this.texts, this.failure)}</p>
        <button type="button" class="button" @click=${() => void this.#list()}>${this.text('retry')}</button>
      </div>` : nothing}
      ${this.page ? this.#renderPage(this.page) : this.failure ? nothing : this.#renderSkeleton()}
      <p class="status" role="status">${this.announcement}</p>
    </div>`;
  }

  #renderToolbar(): TemplateResult {
    const { query } = this;
    const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
    const option = (value: string, label: string, selected: string) => html`<option value=${value} ?selected=${value === selected}>${label}</option>`;
    return html`<div class="toolbar">
      <label class="search">${this.text('search')}
        <input class="input" type="search" part="input" placeholder=${this.text('search.placeholder')} .value=${live(query.search)}
          @input=${(event: Event) => (this.query = narrow(query, { search: valueOf(event) }))} />
      </label>
      <label>${this.text('filter.role')}
        <select class="select" @change=${(event: Event) => (this.query = narrow(query, { role: valueOf(event) }))}>
          ${option('', this.text('filter.any'), query.role)}
          ${this.roles.map((role) => option(role.key, roleLabel(this.texts, role.key), query.role))}
        </select>
      </label>
      <label>${this.text('filter.status')}
        <select class="select" @change=${(event: Event) => (this.query = narrow(query, { status: valueOf(event) as UserStatus | '' }))}>
          ${option('', this.text('filter.any'), query.status)}
          ${userStatuses.map((status) => option(status, this.text(`status.${status}`), query.status))}
        </select>
      </label>
      ${this.#mayManage ? html`<button type="button" class="button primary" @click=${() => this.#showInvite()}>${icon('add')}${this.text('invite')}</button>` : nothing}
    </div>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div aria-busy="true">
      <p class="visually-hidden" role="status">${this.text('loading')}</p>
      ${Array.from({ length: 5 }, () => html`<div class="skeleton skeleton-row" aria-hidden="true"></div>`)}
    </div>`;
  }

  #renderPage({ users, total, nextCursor }: UserPage): TemplateResult {
    if (users.length === 0 && this.query.cursors.length === 1) return this.#renderEmpty();
    // An adapter may repeat a row: each user is shown once.
    const rows = [...new Map(users.map((user) => [user.id, user])).values()];
    const range = rangeOf(this.query, users.length, total);
    return html`<div class="table-box" aria-busy=${this.#listing.isRunning}>
      <table role="table" aria-labelledby="caption">
        <caption id="caption" class="visually-hidden">${this.text('caption')}</caption>
        <thead role="rowgroup"><tr role="row">
          ${columns.map(({ key, sort }) => this.#renderHeader(key, sort))}
          ${this.#mayManage ? html`<th role="columnheader" scope="col" class="actions"><span class="visually-hidden">${this.text('column.actions')}</span></th>` : nothing}
        </tr></thead>
        <tbody role="rowgroup">${repeat(rows, (user) => user.id, (user) => this.#renderRow(user))}</tbody>
      </table>
    </div>
    <nav class="pages" aria-label=${this.text('page.label')}>
      <span>${this.text('range', { ...range })}</span>
      <button type="button" class="button small" ?disabled=${this.query.cursors.length === 1} @click=${() => (this.query = previousPage(this.query))}>${this.text('page.previous')}</button>
      <button type="button" class="button small" ?disabled=${nextCursor === null} @click=${() => nextCursor !== null && (this.query = nextPage(this.query, nextCursor))}>${this.text('page.next')}</button>
    </nav>`;
  }

  #renderEmpty(): TemplateResult {
    if (isNarrowed(this.query)) {
      return html`<div class="empty"><p>${this.text('no-match')}</p>
        <button type="button" class="button" @click=${() => (this.query = firstQuery)}>${this.text('clear')}</button></div>`;
    }
    return html`<div class="empty"><h3>${this.text('empty.title')}</h3><p class="muted">${this.text('empty.text')}</p></div>`;
  }

  #renderHeader(key: string, by: UserSortKey | undefined): TemplateResult {
    const { sort } = this.query;
    if (!by) return html`<th role="columnheader" scope="col">${this.text(`column.${key}`)}</th>`;
    return html`<th role="columnheader" scope="col" aria-sort=${sort.by === by ? sort.direction : 'none'}>
      <button type="button" class="sort" @click=${() => (this.query = sortBy(this.query, by))}>${this.text(`column.${key}`)}</button>
    </th>`;
  }

  #renderRow(user: User): TemplateResult {
    const busy = this.#actions.busyWith(user.id);
    return renderUserRow({
      user,
      texts: this.texts,
      viewer: this.viewer,
      mailingLists: this.mailingLists,
      now: new Date(),
      busy: busy && this.text(`row.${busy}`),
      problem: this.#problems.get(user.id),
      actions: this.#mayManage ? this.#renderActions(user) : undefined,
    });
  }

  #renderActions(user: User): TemplateResult {
    const handleOpen = async () => {
      this.facts = noFacts;
      this.facts = await this.#actions.readFacts(user);
    };
    return this.#menu.render({
      id: `menu-${user.id}`,
      label: this.text('actions-for', { name: nameOf(user) }),
      items: this.#itemsFor(user),
      choose: (action) => void this.#choose(action, user),
      handleOpen: () => void handleOpen(),
    });
  }

  #itemsFor(user: User): MenuItem[] {
    const isTouchable = canTouchUser(this.viewer, this.roles, user);
    const reason = (...intents: Parameters<UserActions['predict']>[1][]) => {
      if (!isTouchable) return this.text('guard.role-rank');
      const guard = intents.map((intent) => this.#actions.predict(user, intent, this.facts)).find((found) => found !== undefined);
      // A replacement can be chosen in the dialog: that guard is a question, not a refusal.
      return guard === undefined || guard === 'alert-contact' ? undefined : this.text(`guard.${guard}`);
    };
    const item = (key: string, why?: string, danger = false): MenuItem => ({ key, label: this.text(`action.${key}`), reason: why, danger });
    if (user.status === 'invited') return [item('resend', reason({})), item('edit', reason({})), item('role', reason({})), item('revoke', reason({ remove: true }), true)];
    const status = user.status === 'active' ? item('deactivate', reason({ status: 'deactivated' })) : item('reactivate', reason({}));
    return [item('edit', reason({})), item('role', reason({})), status, item('remove', reason({ remove: true }), true)];
  }
}

/* Typed listeners: `addEventListener('users-invited', (event) => event.detail.userIds)`. */
export interface UsersTab {
  addEventListener<K extends keyof UsersTabEventMap>(type: K, listener: (this: UsersTab, event: UsersTabEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof UsersTabEventMap>(type: K, listener: (this: UsersTab, event: UsersTabEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'users-tab': UsersTab;
  }
}
