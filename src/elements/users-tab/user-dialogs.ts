import type { CSSResult, ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import type { Role, User, Viewer, Vocabulary } from '../../domain/user.js';
import type { Texts } from '../../internal/issue-text.js';
import type { LazyCode, LazyPart } from '../../internal/lazy-part.js';
import { wrapTab } from '../../internal/wrap-tab.js';
import type { UserActions } from './user-actions.js';

export interface UserDialogView {
  texts: Texts;
  roles: readonly Role[];
  viewer: Viewer | null;
  mailingLists: readonly Vocabulary[];
  labelOf(fieldKey: string): string;
}

/** What can be shown in the element's one `<dialog>`. Keeps what was typed until it was acknowledged. */
export interface UserDialog {
  /** Whom it is about, where it is about one. */
  readonly user?: User;
  render(view: UserDialogView): TemplateResult;
  /** It is not shown any more. */
  handleClose?(): void;
}

/** What a dialog needs of the element. */
export interface UserDialogHost {
  readonly actions: UserActions;
  requestUpdate(): void;
  /** Styles of what a dialog loaded later. */
  adopt(styles: CSSResult): void;
  close(dialog: UserDialog): void;
  /** Moves the focus in the dialog, if it is the open one, to what the first selector that fits finds, once it is shown. */
  focus(dialog: UserDialog, ...selectors: string[]): Promise<void>;
  /** What is in the dialog was sent. */
  announce(dialog: UserDialog, text: string): void;
  /** It ended, and what is in it is to be seen, also where the dialog was closed meanwhile: mostly a problem. */
  reveal(dialog: UserDialog, problem: string): void;
}

export interface DialogsHost {
  readonly element: ReactiveElement;
  dialog(): HTMLDialogElement | null;
  /** Something ended without success whose dialog cannot be shown again. */
  handleProblem(dialog: UserDialog, text: string): void;
  /** The code of a dialog is being loaded, is there by now, or could not be loaded. */
  handleLoading(state: 'loading' | 'loaded' | 'failed'): void;
}

/**
 * Which dialog is open, and that it is modal as long as it is. What a dialog sends may end after it was closed, after another
 * one was opened, or after the account was left: only the open one is closed by its own end, and what ended without success
 * is always seen. Owns the native dialog and where the focus goes afterwards; does not own what is in it.
 */
export class UserDialogs implements ReactiveController {
  #open: UserDialog | undefined;
  /** Stands for what was asked for last. */
  #asked: object | undefined;
  #ofAccount = new WeakMap<UserDialog, () => void>();
  #restoreFocus: (() => void) | undefined;
  /** Is to be seen as soon as the open one is closed. */
  #waiting: UserDialog | undefined;
  readonly #host: DialogsHost;

  constructor(host: DialogsHost) {
    this.#host = host;
    host.element.addController(this);
  }

  get current(): UserDialog | undefined {
    return this.#open;
  }

  /**
   * Shows a dialog whose code may have to be loaded first: at once where it is at hand. Of several that are asked for, the last
   * one is shown, and none where the account was left meanwhile.
   */
  open<T extends LazyCode>(part: LazyPart<T>, create: (code: T) => UserDialog, restoreFocus: () => void): void {
    const asked = {};
    this.#asked = asked;
    const take = () => {
      if (this.#asked !== asked || this.#open) return;
      const { code } = part;
      this.#host.handleLoading(code ? 'loaded' : part.hasFailed ? 'failed' : 'loading');
      if (code) this.show(create(code), restoreFocus);
    };
    take();
    if (!this.#open) void part.load().then(take);
  }

  /** `restoreFocus` says where it goes when the dialog is closed. */
  show(dialog: UserDialog, restoreFocus: () => void): void {
    if (this.#waiting === dialog) this.#waiting = undefined;
    this.#ofAccount.set(dialog, restoreFocus);
    this.#open = dialog;
    this.#host.element.requestUpdate();
  }

  /** Closes it if it is the one that is open. */
  close(dialog: UserDialog): void {
    if (this.#open !== dialog) return;
    this.#open = undefined;
    this.#restoreFocus = this.#ofAccount.get(dialog);
    this.#host.element.requestUpdate();
    dialog.handleClose?.();
    if (!this.#waiting) return;
    // Opened anew, so that the focus goes into it.
    this.#host.dialog()?.close();
    this.show(this.#waiting, this.#ofAccount.get(this.#waiting)!);
  }

  /**
   * It ended without success, for which it has words: shows it again, once no other one is open, unless the account was left.
   * One about a user is not shown by itself, in the midst of something else: the row says what failed.
   */
  reveal(dialog: UserDialog, problem: string): void {
    const restoreFocus = this.#ofAccount.get(dialog);
    if (!this.#open && restoreFocus && !dialog.user) this.show(dialog, restoreFocus);
    else if (this.#open !== dialog && problem !== '') {
      if (restoreFocus && !dialog.user) this.#waiting = dialog;
      this.#host.handleProblem(dialog, problem);
    }
    this.#host.element.requestUpdate();
  }

  belongsHere(dialog: UserDialog): boolean {
    return this.#ofAccount.has(dialog);
  }

  /** The account is left: nothing of it is shown again. */
  forget(): void {
    this.#open?.handleClose?.();
    this.#open = undefined;
    this.#asked = undefined;
    this.#waiting = undefined;
    this.#ofAccount = new WeakMap();
    this.#restoreFocus = undefined;
  }

  hostConnected(): void {
    this.#host.element.requestUpdate();
  }

  hostDisconnected(): void {
    // A dialog that left the document is not modal any more; one that comes back is opened anew.
    this.#host.dialog()?.close();
  }

  hostUpdated(): void {
    const native = this.#host.element.isConnected ? this.#host.dialog() : null;
    if (!native) return;
    if (this.#open) {
      if (native.matches(':modal')) return;
      if (native.open) native.close();
      native.showModal();
      return;
    }
    if (native.open) native.close();
    const restoreFocus = this.#restoreFocus;
    this.#restoreFocus = undefined;
    restoreFocus?.();
  }

  readonly handleKeydown = (event: KeyboardEvent): void => wrapTab(event, event.currentTarget as HTMLElement);

  /** Escape closes the native dialog by itself. The event comes later: by then another one may be open. */
  readonly handleClose = (): void => {
    if (this.#open && this.#host.element.isConnected && !this.#host.dialog()?.open) this.close(this.#open);
  };
}
