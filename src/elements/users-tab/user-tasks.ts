import type { LitElement } from 'lit';
import type { User, Vocabulary } from '../../domain/user.js';
import { adoptStyles } from '../../internal/adopt-styles.js';
import { copyText } from '../../internal/copy-text.js';
import type { Texts } from '../../internal/issue-text.js';
import { LazyPart } from '../../internal/lazy-part.js';
import type { BulkDialog } from './bulk/bulk-dialog.js';
import type { BulkKind } from './bulk/bulk-plan.js';
import type { SelectionController } from './bulk/selection-controller.js';
import { allMatching, keepChosen } from './bulk/user-selection.js';
import type { ChangeDialog, ChangeKind, ReplacementPicker } from './change/change-dialog.js';
import type { InviteDialog } from './invite/invite-dialog.js';
import type { RowFocus } from './list/row-focus.js';
import { nameOf } from './list/user-row.js';
import type { ListingSource, UsersListing } from './list/users-listing.js';
import type { UserActions } from './user-actions.js';
import type { UserDialogHost, UserDialogs } from './user-dialogs.js';
import type { UserRules } from './user-guard.js';
import type { UserMenu } from './user-menu.js';
import { usersParts } from './users-parts.js';

export interface TasksHost {
  readonly element: LitElement;
  readonly texts: Texts;
  readonly actions: UserActions;
  readonly dialogs: UserDialogs;
  readonly listing: UsersListing;
  readonly menu: UserMenu;
  readonly rowFocus: RowFocus;
  readonly chosen: SelectionController;
  rules(): UserRules;
  source(): ListingSource | undefined;
  dialog(): HTMLDialogElement | null;
  extraColumns(): readonly Vocabulary[];
  say(text: string): void;
  /** What was said before is of no matter any more. */
  silence(): void;
  handleListFailure(error: unknown): void;
}

/**
 * What people do to users in a dialog. Owns the code of the dialogs, which is loaded when it may be wanted, and what is kept
 * of them between two openings: whoever was not invited, a change that failed, several changes that are under way. Does not
 * own which dialog is open, nor what is sent.
 */
export class UserTasks {
  /** What is happening to several users; it may go on without being shown. */
  #running: BulkDialog | undefined;
  #picker: ReplacementPicker | undefined;
  /** The last dialog of each kind about each user: one that failed after it was closed has what was typed. */
  readonly #changes = new Map<string, ChangeDialog>();
  /** Kept while the account is shown, with what was not sent. */
  #inviteDialog: InviteDialog | undefined;
  readonly #host: TasksHost;
  readonly #dialogHost: UserDialogHost;
  readonly #parts;

  constructor(host: TasksHost) {
    this.#host = host;
    this.#dialogHost = dialogHostOf(host);
    this.#parts = {
      invite: new LazyPart(host.element, () => usersParts.invite()),
      change: new LazyPart(host.element, () => usersParts.change()),
      bulk: new LazyPart(host.element, () => usersParts.bulk()),
      export: new LazyPart(host.element, () => usersParts.export()),
    };
  }

  /** Whether something is happening to several users. */
  get isRunning(): boolean {
    return this.#running?.isRunning === true;
  }

  /** Loads what may be wanted next: whoever presses a button is not to wait for it. */
  async prepare(): Promise<void> {
    await Promise.allSettled([usersParts.invite(), usersParts.change(), usersParts.bulk()]);
  }

  /** Another account: nothing about the users of the one before stays. */
  forget(): void {
    this.#picker?.reset();
    this.#running = undefined;
    this.#inviteDialog = undefined;
    this.#changes.clear();
  }

  readonly invite = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    this.#host.silence();
    this.#host.dialogs.open(this.#parts.invite, ({ InviteDialog }) => (this.#inviteDialog ??= new InviteDialog(this.#dialogHost)), () => this.#host.rowFocus.focusOn(button));
  };

  change(kind: ChangeKind, user: User): void {
    const { rowFocus, dialogs, menu } = this.#host;
    const place = rowFocus.placeOf(user.id);
    this.#host.silence();
    dialogs.open(this.#parts.change, ({ ChangeDialog, ReplacementPicker }) => {
      const picker = this.#pickerOf(ReplacementPicker);
      const key = `${kind} ${user.id}`;
      const kept = this.#changes.get(key);
      const dialog = kept?.isUnfinished ? kept : new ChangeDialog(kind, user, menu.factsOf(user), {
        ...this.#dialogHost, picker,
        rules: () => this.#host.rules(),
        readFacts: (one) => menu.readFacts(one, { isNew: true }),
        isOpen: (one) => dialogs.current === one,
      });
      this.#changes.set(key, dialog);
      if (dialog === kept) dialog.resume(user);
      void menu.readFacts(user).then((facts) => dialog.learn(facts));
      return dialog;
    }, () => rowFocus.focus(place));
  }

  changeSeveral(kind: BulkKind | 'show'): void {
    const { chosen, dialogs, element, listing } = this.#host;
    const restoreFocus = () => chosen.focus();
    if (this.#running?.isRunning) dialogs.show(this.#running, restoreFocus);
    else if (kind !== 'show') {
      dialogs.open(this.#parts.bulk, ({ BulkDialog, ReplacementPicker }) => (this.#running = new BulkDialog(kind, chosen.selection, {
        ...this.#dialogHost,
        picker: this.#pickerOf(ReplacementPicker),
        source: () => {
          const source = this.#host.source();
          return source && { ...source, ...this.#host.rules() };
        },
        isConnected: () => element.isConnected,
        hold: () => listing.hold(),
        keep: (change) => chosen.replace(keepChosen(chosen.selection, change)),
        handleFailure: (error) => this.#host.handleListFailure(error),
      })), restoreFocus);
    }
  }

  /** Of the chosen ones; of all that match, where nobody is chosen. */
  export(): void {
    const { chosen, dialogs, element, listing, rowFocus } = this.#host;
    const { shown } = listing;
    const selection = shown && chosen.isEmpty ? allMatching(shown.query, shown.page.total) : chosen.selection;
    const button = element.shadowRoot?.activeElement as HTMLElement | null;
    dialogs.open(this.#parts.export, ({ ExportDialog }) => new ExportDialog(selection, {
      ...this.#dialogHost,
      source: () => this.#host.source(),
      extraColumns: () => this.#host.extraColumns(),
      handleFailure: (error) => this.#host.handleListFailure(error),
    }), () => rowFocus.focusOn(button));
  }

  /** Where the clipboard is refused, a dialog shows the link. */
  async copyLink(user: User): Promise<void> {
    const { actions, dialogs, rowFocus, texts } = this.#host;
    const link = actions.linkOf(user.id);
    if (link === undefined) return;
    const place = rowFocus.placeOf(user.id);
    if (await copyText(link)) this.#host.say(texts.text('done.link-copied', { name: nameOf(user) }));
    else dialogs.open(this.#parts.invite, ({ LinkDialog }) => new LinkDialog(user, link, this.#dialogHost), () => rowFocus.focus(place));
  }

  /** One for the element, whichever dialog asks first. */
  #pickerOf(Picker: typeof ReplacementPicker): ReplacementPicker {
    this.#picker ??= new Picker({ element: this.#host.element, findActive: (text, signal) => this.#findActive(text, signal) });
    this.#picker.reset();
    return this.#picker;
  }

  async #findActive(text: string, signal: AbortSignal): Promise<User[]> {
    const source = this.#host.source();
    const page = await source?.store.users?.listUsers({ accountId: source.accountId, signal, search: text.trim() || undefined, statuses: ['active'], limit: 20 });
    return page?.users ?? [];
  }
}

function dialogHostOf({ element, actions, dialogs, dialog: native, say }: TasksHost): UserDialogHost {
  return {
    actions,
    requestUpdate: () => element.requestUpdate(),
    adopt: (styles) => adoptStyles(element.renderRoot, styles),
    close: (dialog) => dialogs.close(dialog),
    focus: async (dialog, ...selectors) => {
      element.requestUpdate();
      await element.updateComplete;
      if (dialogs.current !== dialog) return;
      selectors.map((selector) => native()?.querySelector<HTMLElement>(selector)).find((found) => found)?.focus();
    },
    announce: (dialog, text) => {
      // What was done to another account's users is no news of this one.
      if (dialogs.belongsHere(dialog)) say(text);
    },
    reveal: (dialog, problem) => dialogs.reveal(dialog, problem),
  };
}
