import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { property, query, state } from 'lit/decorators.js';
import { canManageUsers, type User, type Vocabulary } from '../../domain/user.js';
import { addressMessages } from '../../internal/address.strings.js';
import { renderAnnouncement, type Announcement } from '../../internal/announcement.js';
import { baseStyles } from '../../internal/base.styles.js';
import { emitFact } from '../../internal/emit.js';
import { errorCode } from '../../internal/error-code.js';
import { failureText } from '../../internal/failure-text.js';
import { PorteroElement } from '../../internal/portero-element.js';
import { keeps, vocabularyKind } from '../../internal/property-kinds.js';
import { whenIdle } from '../../internal/when-idle.js';
import { comboboxStyles } from '../../internal/widgets/combobox.styles.js';
import { menuStyles } from '../../internal/widgets/menu.styles.js';
import type { ChangeKind } from './change/change-dialog.js';
import type { BulkKind } from './bulk/bulk-plan.js';
import { SelectionController } from './bulk/selection-controller.js';
import { selectionMessages } from './bulk/selection.strings.js';
import { selectionStyles } from './bulk/selection.styles.js';
import { RowFocus } from './list/row-focus.js';
import { FirstRows } from './list/first-rows.js';
import { RowSlots } from './list/row-slots.js';
import { problemText, UserActions, type ActionOutcome } from './user-actions.js';
import { UserDialogs, type UserDialog } from './user-dialogs.js';
import { UserTasks } from './user-tasks.js';
import { UserMenu } from './user-menu.js';
import { answerText } from './list/list-texts.js';
import { userCardsStyles } from './list/user-cards.styles.js';
import { nameOf, renderUserRow } from './list/user-row.js';
import { isSameSource, UsersListing } from './list/users-listing.js';
import { usersListStyles } from './list/users-list.styles.js';
import { changeBetween, widen, type ChangeQuery } from './list/users-query.js';
import { renderSkeleton, renderUsersPage } from './list/users-table.js';
import { renderToolbar } from './list/users-toolbar.js';
import type { UsersErrorDetail, UsersTabEventMap } from './users-tab.events.js';
import { usersTabMessages } from './users-tab.strings.js';
import { usersTabStyles } from './users-tab.styles.js';

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
  static override styles: CSSResultGroup = [baseStyles, comboboxStyles, menuStyles, usersTabStyles, usersListStyles, userCardsStyles, selectionStyles];

  /** The host's own mailing lists. */
  @keeps(vocabularyKind) @property({ attribute: false }) mailingLists: readonly Vocabulary[] = [];
  /** What of a user's record is exported beside what the table shows: keys, and what their columns are called. */
  @keeps(vocabularyKind) @property({ attribute: false }) exportColumns: readonly Vocabulary[] = [];
  /** Offers no file of the users. */
  @property({ type: Boolean, attribute: 'no-export' }) noExport = false;

  @state() private said: Announcement | undefined;
  /** What is said of the list when it shows something else. */
  @state() private answer: Announcement | undefined;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  /** Why the last try failed, by user. */
  readonly #problems = new Map<string, string>();
  readonly #listing = new UsersListing({
    element: this,
    source: () => this.source,
    rolesToName: () => (this.#mayManage ? [] : this.roles.filter((role) => role.canManageUsers).map((role) => role.key)),
    handleLeave: () => this.#forget(),
    handleAnswer: (change) => this.#handleAnswer(change),
    handleFailure: (error) => this.#tellListFailed(error),
  });
  readonly #actions = new UserActions({
    element: this,
    source: () => this.source && { ...this.source, roles: this.roles },
    handleStale: () => {
      this.#menu.expire();
      this.#listing.refresh();
    },
    handleRemoved: (userId) => this.#chosen.drop(userId),
  });
  readonly #chosen = new SelectionController({
    element: this, texts: this.texts,
    mayManage: () => this.#mayManage,
    listed: () => ({ page: this.#listing.page, query: this.#listing.shown?.query ?? this.#listing.query }),
    say: (text) => this.#say(text),
    choose: (kind) => this.#tasks.changeSeveral(kind as BulkKind | 'show'),
    export: () => this.#tasks.export(),
  });
  readonly #menu: UserMenu = new UserMenu({
    element: this,
    actions: this.#actions,
    rules: () => this.#rules,
    choose: (action, user) => void this.#choose(action, user),
    explain: (text) => this.#say(text, true),
  });
  readonly #dialogs = new UserDialogs({
    element: this,
    dialog: () => this.dialog,
    handleProblem: (dialog, text) => this.#showProblem(dialog, text),
    handleLoading: (state) => {
      if (state === 'loaded') this.said = undefined;
      else this.#say(this.text(state === 'failed' ? 'part.failed' : 'loading'), state === 'failed');
    },
  });
  // After the dialogs: where one gives the focus to a row that goes away with it, it is taken on from there.
  readonly #rowFocus = new RowFocus(this);
  readonly #slots = new RowSlots();
  readonly #firstRows = new FirstRows(this);
  #isReady = false;
  readonly #tasks = new UserTasks({
    element: this,
    texts: this.texts,
    actions: this.#actions, dialogs: this.#dialogs, listing: this.#listing, menu: this.#menu, rowFocus: this.#rowFocus, chosen: this.#chosen,
    rules: () => this.#rules,
    source: () => this.source,
    dialog: () => this.dialog,
    extraColumns: () => this.exportColumns,
    say: (text) => this.#say(text),
    silence: () => (this.said = undefined),
    handleListFailure: (error) => this.#tellListFailed(error),
  });

  constructor() {
    super('users-tab', { ...addressMessages, ...usersTabMessages, ...selectionMessages });
  }

  get #mayManage(): boolean {
    return canManageUsers(this.viewer, this.roles);
  }

  get #rules() {
    const { viewer, roles, requirements } = this;
    return { viewer, roles, requirements };
  }

  /** The link that lets an invited user in, where the adapter gave one on this page. */
  invitationLink(userId: string): string | undefined {
    return this.#actions.linkOf(userId);
  }

  /** Sends an invitation again, asking the host first. Resolves to whether the store acknowledged it. */
  async resendInvitation(userId: string): Promise<boolean> {
    return (await this.#actions.resend({ id: userId })).status === 'done';
  }

  /** Another account: nothing about the users of the one before stays. */
  #forget(): void {
    this.#actions.forget();
    this.#dialogs.forget();
    this.#menu.forget();
    this.#chosen.forget();
    this.#problems.clear();
    this.#tasks.forget();
    this.said = undefined;
    this.answer = undefined;
  }

  #handleAnswer(change: NonNullable<ReturnType<typeof changeBetween>>): void {
    const { shown } = this.#listing;
    if (!shown) return;
    this.answer = { text: answerText(this.texts, change, shown) };
    if (change === 'page') void this.updateComplete.then(() => this.renderRoot.querySelector('thead')?.scrollIntoView({ block: 'nearest' }));
  }

  #say(text: string, isProblem = false): void {
    this.said = { text, isProblem };
  }

  #showProblem(dialog: UserDialog, text: string): void {
    const { user } = dialog;
    if (!user) {
      this.#say(text, true);
      return;
    }
    this.#tellProblem(user, text, this.#dialogs.belongsHere(dialog));
  }

  /** The row says it, wherever it is shown, and is heard where nothing is before it. */
  #tellProblem(user: User, problem: string, isHere: boolean): void {
    if (isHere) this.#problems.set(user.id, problem);
    const isHeard = isHere && !this.#dialogs.current && this.#listing.page?.users.some(({ id }) => id === user.id);
    if (!isHeard) this.#say(this.text('problem-of', { name: nameOf(user), problem }), true);
    this.requestUpdate();
  }

  #tellListFailed(error: unknown): void {
    emitFact<UsersErrorDetail>(this, 'users-error', { code: errorCode(error), operation: 'list' });
  }

  async #choose(action: string, user: User): Promise<void> {
    this.#problems.delete(user.id);
    if (action === 'resend') await this.#try(user, () => this.#actions.resend(user), 'done.resent');
    else if (action === 'reactivate') await this.#try(user, () => this.#actions.change(user, { status: 'active' }), 'done.reactivated');
    else if (action === 'copy-link') await this.#tasks.copyLink(user);
    else this.#tasks.change(action as ChangeKind, user);
  }

  /** What needs no dialog. */
  async #try(user: User, act: () => Promise<ActionOutcome<unknown>>, doneKey: string): Promise<void> {
    const { source } = this;
    const problem = problemText(this.texts, await act(), 'not-changed');
    const isHere = isSameSource(source, this.source);
    if (problem) this.#tellProblem(user, problem, isHere);
    else if (isHere) this.#say(this.text(doneKey, { name: nameOf(user) }));
  }

  /** All rows are drawn. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (!this.#firstRows.drawing) return isComplete;
    await this.#firstRows.drawing;
    return super.getUpdateComplete();
  }

  protected override updated(): void {
    if (this.#isReady || !this.#mayManage || !this.#listing.page) return;
    this.#isReady = true;
    // What may be wanted next: whoever presses a button is not to wait for it.
    whenIdle(() => void this.#tasks.prepare());
  }

  protected override render(): TemplateResult {
    const { misconfiguration } = this;
    const dialog = this.#dialogs.current;
    const status = html`<p class="status" role="status">${renderAnnouncement(this.said)}</p>`;
    return html`<div class="base" part="base">
      ${misconfiguration ? html`<p class="notice danger" role="alert">${this.text(misconfiguration)}</p>`
        : this.store && !this.store.users ? this.#renderUnsupported()
        : this.#renderContent(dialog ? nothing : status)}
      <dialog part="dialog" aria-labelledby="dialog-title" aria-describedby=${dialog?.user?.name ? 'dialog-about' : nothing} @close=${this.#dialogs.handleClose}
        @keydown=${this.#dialogs.handleKeydown}>
        ${dialog ? html`${keyed(dialog, dialog.render({
          texts: this.texts, roles: this.roles, viewer: this.viewer, mailingLists: this.mailingLists,
          labelOf: (key) => (this.texts.has(`fields.${key}.label`) ? this.text(`fields.${key}.label`) : key),
        }))}${status}` : nothing}
      </dialog>
    </div>`;
  }

  #renderUnsupported(): TemplateResult {
    return html`<div class="empty"><h3>${this.text('unsupported.title')}</h3><p class="muted">${this.text('unsupported.text')}</p></div>`;
  }

  /** `status` is in the dialog while one is open: behind it nothing is said. */
  #renderContent(status: TemplateResult | typeof nothing): TemplateResult {
    const { shown: listed, named, failure, query, isReading } = this.#listing;
    const now = new Date();
    const view = {
      texts: this.texts, roles: this.roles, query, listed, isReading,
      mayManage: this.#mayManage,
      change: this.#changeQuery,
      clear: () => {
        this.#changeQuery(widen);
        this.#rowFocus.focusSearch();
      },
      invite: this.#tasks.invite,
    };
    return html`<div class="content">
      ${renderToolbar(view)}
      ${this.#mayManage ? nothing : html`<p class="notice">${named.length > 0
        ? this.text('read-only', { names: new Intl.ListFormat(this.texts.lang).format(named) }) : this.text('read-only.nobody')}</p>`}
      ${failure ? html`<div class="notice danger" role="alert">
        <p>${keyed(failure, html`<span>${failureText(this.texts, failure)}${listed ? ` ${this.text('stale')}` : nothing}</span>`)}</p>
        <button type="button" class="button" @click=${this.#handleRetry}>${this.text('retry')}</button>
      </div>` : nothing}
      ${listed ? html`<div @keydown=${this.#chosen.handleKeydown}>${renderUsersPage({
        ...view, listed,
        isOutdated: isReading ? query !== listed.query : !['page', undefined].includes(changeBetween(listed.query, query)),
        focusedId: (this.renderRoot as ShadowRoot).activeElement?.id,
        requestUpdate: () => this.requestUpdate(),
        slots: this.#slots,
        firstRows: this.#firstRows,
        renderRow: (user) => this.#renderRow(user, listed.query.search, now),
        selectorHeader: this.#mayManage ? this.#chosen.renderHeader() : undefined,
        selectionBar: this.#chosen.renderBar({ isRunning: this.#tasks.isRunning, mayExport: !this.noExport }),
      })}</div>` : failure ? nothing : renderSkeleton(this.texts, { mayManage: this.#mayManage, hasBar: this.#mayManage || !this.noExport })}
      <p class="visually-hidden" role="status">${renderAnnouncement(this.answer)}</p>
      ${status}
    </div>`;
  }

  readonly #changeQuery: ChangeQuery = (to, { isTyped = false } = {}) => {
    const changed = to(this.#listing.query);
    if (isTyped) this.#listing.showTyped(changed);
    else this.#listing.show(changed);
  };

  /** The button that asks for it goes away once it went well. */
  readonly #handleRetry = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    await this.#listing.list();
    if (this.#listing.failure === undefined && button.matches(':focus')) this.#rowFocus.focusSearch();
  };

  #renderRow(user: User, search: string, now: Date): TemplateResult {
    const busy = this.#actions.busyWith(user.id);
    return renderUserRow({
      user, search, now,
      texts: this.texts,
      viewer: this.viewer,
      roles: this.roles,
      mailingLists: this.mailingLists,
      busy: busy && this.text(`row.${busy}`),
      problem: this.#problems.get(user.id),
      selector: this.#mayManage ? this.#chosen.renderSelector(user) : undefined,
      actions: this.#mayManage ? this.#menu.render(user, { texts: this.texts, viewer: this.viewer, roles: this.roles }) : undefined,
    });
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
