import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { property, query, state } from 'lit/decorators.js';
import { canManageUsers, type User, type Vocabulary } from '../../domain/user.js';
import { addressMessages } from '../../internal/address.strings.js';
import { adoptStyles } from '../../internal/adopt-styles.js';
import { baseStyles } from '../../internal/base.styles.js';
import { copyText } from '../../internal/copy-text.js';
import { emitFact } from '../../internal/emit.js';
import { errorCode } from '../../internal/error-code.js';
import { failureText } from '../../internal/failure-text.js';
import { LazyPart } from '../../internal/lazy-part.js';
import { PorteroElement } from '../../internal/portero-element.js';
import { keeps, vocabularyKind } from '../../internal/property-kinds.js';
import { whenIdle } from '../../internal/when-idle.js';
import { comboboxStyles } from '../../internal/widgets/combobox.styles.js';
import { menuStyles } from '../../internal/widgets/menu.styles.js';
import { renderSaid, type Said } from './announcement.js';
import type { ChangeKind, ReplacementPicker } from './change/change-dialog.js';
import type { InviteDialog } from './invite/invite-dialog.js';
import { RowFocus } from './list/row-focus.js';
import { problemText, UserActions, type ActionOutcome } from './user-actions.js';
import { UserDialogs, type UserDialog, type UserDialogHost } from './user-dialogs.js';
import { UserMenu } from './user-menu.js';
import { nameOf, renderUserRow } from './list/user-row.js';
import { isSameSource, UsersListing } from './list/users-listing.js';
import { firstQuery } from './list/users-query.js';
import { renderSkeleton, renderToolbar, renderUsersPage, type UsersTableView } from './list/users-table.js';
import type { UsersErrorDetail, UsersTabEventMap } from './users-tab.events.js';
import { usersParts } from './users-parts.js';
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
  static override styles: CSSResultGroup = [baseStyles, comboboxStyles, menuStyles, usersTabStyles];

  /** The host's own mailing lists. */
  @keeps(vocabularyKind) @property({ attribute: false }) mailingLists: readonly Vocabulary[] = [];

  @state() private said: Said | undefined;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  /** Why the last try failed, by user. */
  readonly #problems = new Map<string, string>();
  readonly #listing = new UsersListing({
    element: this,
    source: () => this.source,
    rolesToName: () => (this.#mayManage ? [] : this.roles.filter((role) => role.canManageUsers).map((role) => role.key)),
    handleLeave: () => this.#forget(),
    handleFailure: (error) => emitFact<UsersErrorDetail>(this, 'users-error', { code: errorCode(error), operation: 'list' }),
  });
  readonly #actions = new UserActions({
    element: this,
    source: () => this.source && { ...this.source, viewer: this.viewer, roles: this.roles },
    handleStale: () => void this.#listing.list(),
  });
  readonly #menu = new UserMenu({ element: this, actions: this.#actions, choose: (action, user) => void this.#choose(action, user) });
  readonly #dialogs = new UserDialogs({
    element: this,
    dialog: () => this.dialog,
    handleProblem: (dialog, text) => this.#showProblem(dialog, text),
    handleLoading: (hasFailed) => this.#say(this.text(hasFailed ? 'part.failed' : 'loading'), hasFailed),
    handleLoaded: () => (this.said = undefined),
  });
  // After the dialogs: where one gives the focus to a row that goes away with it, it is taken on from there.
  readonly #rowFocus = new RowFocus(this);
  readonly #invite = new LazyPart(this, () => usersParts.invite());
  readonly #change = new LazyPart(this, () => usersParts.change());
  #picker: ReplacementPicker | undefined;
  /** Kept while the account is shown, with what was not sent. */
  #inviteDialog: InviteDialog | undefined;
  #isReady = false;
  readonly #dialogHost: UserDialogHost = {
    actions: this.#actions,
    requestUpdate: () => this.requestUpdate(),
    adopt: (styles) => adoptStyles(this.renderRoot, styles),
    close: (dialog) => this.#dialogs.close(dialog),
    focus: async (dialog, ...selectors) => {
      this.requestUpdate();
      await this.updateComplete;
      if (this.#dialogs.current !== dialog) return;
      selectors.map((selector) => this.dialog?.querySelector<HTMLElement>(selector)).find((found) => found)?.focus();
    },
    announce: (dialog, text) => {
      // What was done to another account's users is no news of this one.
      if (this.#dialogs.belongsHere(dialog)) this.#say(text);
    },
    reveal: (dialog, problem) => this.#dialogs.reveal(dialog, problem),
  };

  constructor() {
    super('users-tab', { ...addressMessages, ...usersTabMessages });
  }

  get #mayManage(): boolean {
    return canManageUsers(this.viewer, this.roles);
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
    this.#picker?.reset();
    this.#inviteDialog = undefined;
    this.#problems.clear();
    this.said = undefined;
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
    if (this.#dialogs.belongsHere(dialog)) this.#problems.set(user.id, text);
    this.#say(this.text('problem-of', { name: nameOf(user), problem: text }), true);
  }

  readonly #showInvite = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    this.said = undefined;
    this.#dialogs.open(this.#invite, ({ InviteDialog }) => (this.#inviteDialog ??= new InviteDialog(this.#dialogHost)), () => button.focus());
  };

  #showChange(kind: ChangeKind, user: User): void {
    const place = this.#rowFocus.placeOf(user.id);
    this.said = undefined;
    this.#dialogs.open(this.#change, ({ ChangeDialog, ReplacementPicker }) => {
      const picker = (this.#picker ??= new ReplacementPicker({ element: this, findActive: (text, signal) => this.#findActive(text, signal) }));
      picker.reset();
      const dialog = new ChangeDialog(kind, user, this.#menu.factsOf(user), { ...this.#dialogHost, picker });
      void this.#menu.readFacts(user).then((facts) => dialog.learn(facts));
      return dialog;
    }, () => this.#rowFocus.focus(place));
  }

  async #findActive(text: string, signal: AbortSignal): Promise<User[]> {
    const { source } = this;
    const page = await source?.store.users?.listUsers({ accountId: source.accountId, signal, search: text.trim() || undefined, statuses: ['active'], limit: 20 });
    return page?.users ?? [];
  }

  async #choose(action: string, user: User): Promise<void> {
    this.#problems.delete(user.id);
    if (action === 'resend') await this.#try(user, () => this.#actions.resend(user), 'done.resent');
    else if (action === 'reactivate') await this.#try(user, () => this.#actions.change(user, { status: 'active' }), 'done.reactivated');
    else if (action === 'copy-link') await this.#copyLink(user);
    else this.#showChange(action as ChangeKind, user);
  }

  async #copyLink(user: User): Promise<void> {
    const link = this.#actions.linkOf(user.id);
    if (link === undefined) return;
    const place = this.#rowFocus.placeOf(user.id);
    if (await copyText(link)) this.#say(this.text('done.link-copied', { name: nameOf(user) }));
    else this.#dialogs.open(this.#invite, ({ LinkDialog }) => new LinkDialog(user, link, this.#dialogHost), () => this.#rowFocus.focus(place));
  }

  /** What needs no dialog: the row says what went wrong, wherever it is shown. */
  async #try(user: User, act: () => Promise<ActionOutcome<unknown>>, doneKey: string): Promise<void> {
    const { source } = this;
    const problem = problemText(this.texts, await act(), 'not-changed');
    const isHere = isSameSource(source, this.source);
    const isListed = isHere && this.#listing.page?.users.some(({ id }) => id === user.id);
    if (problem && isHere) this.#problems.set(user.id, problem);
    if (problem && !isListed) this.#say(this.text('problem-of', { name: nameOf(user), problem }), true);
    if (!problem && isHere) this.#say(this.text(doneKey, { name: nameOf(user) }));
    this.requestUpdate();
  }

  protected override updated(): void {
    if (this.#isReady || !this.#mayManage || !this.#listing.page) return;
    this.#isReady = true;
    // What may be wanted next: whoever presses a button is not to wait for it.
    whenIdle(() => void Promise.allSettled([usersParts.invite(), usersParts.change()]));
  }

  protected override render(): TemplateResult {
    const { misconfiguration } = this;
    const dialog = this.#dialogs.current;
    const status = html`<p class="status" role="status">${renderSaid(this.said)}</p>`;
    return html`<div class="base" part="base">
      ${misconfiguration ? html`<p class="notice danger" role="alert">${this.text(misconfiguration)}</p>`
        : this.store && !this.store.users ? this.#renderUnsupported()
        : this.#renderContent(dialog ? nothing : status)}
      <dialog part="dialog" aria-labelledby="dialog-title" @close=${this.#dialogs.handleClose}>
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
    const { page, named, failure, query, isReading } = this.#listing;
    const names = new Intl.ListFormat(this.texts.lang).format(named);
    const now = new Date();
    const view: UsersTableView = {
      texts: this.texts, roles: this.roles, query, isReading,
      mayManage: this.#mayManage,
      show: (changed) => this.#listing.show(changed),
      clear: () => {
        this.#listing.show(firstQuery);
        this.#rowFocus.focusSearch();
      },
      invite: this.#showInvite,
      renderRow: (user) => this.#renderRow(user, now),
    };
    return html`<div class="content">
      ${renderToolbar(view)}
      ${this.#mayManage || !page ? nothing
        : html`<p class="notice">${names ? this.text('read-only', { names }) : this.text('read-only.nobody')}</p>`}
      ${failure ? html`<div class="notice danger" role="alert">
        <p>${failureText(this.texts, failure)}</p>
        <button type="button" class="button" @click=${() => void this.#listing.list()}>${this.text('retry')}</button>
      </div>` : nothing}
      ${page ? renderUsersPage(page, view) : failure ? nothing : renderSkeleton(this.texts)}
      ${status}
    </div>`;
  }

  #renderRow(user: User, now: Date): TemplateResult {
    const busy = this.#actions.busyWith(user.id);
    return renderUserRow({
      user, now,
      texts: this.texts,
      viewer: this.viewer,
      mailingLists: this.mailingLists,
      busy: busy && this.text(`row.${busy}`),
      problem: this.#problems.get(user.id),
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
