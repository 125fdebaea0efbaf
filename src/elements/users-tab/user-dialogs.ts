import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import type { Role, Viewer, Vocabulary } from '../../domain/user.js';
import type { Texts } from '../../internal/issue-text.js';

export interface UserDialogView {
  texts: Texts;
  roles: readonly Role[];
  viewer: Viewer | null;
  mailingLists: readonly Vocabulary[];
  labelOf(fieldKey: string): string;
}

/** What can be shown in the element's one `<dialog>`. Keeps what was typed until it was acknowledged. */
export interface UserDialog {
  render(view: UserDialogView): TemplateResult;
}

export interface DialogsHost {
  readonly element: ReactiveElement;
  dialog(): HTMLDialogElement | null;
  /** Something ended without success whose dialog cannot be shown again. */
  handleProblem(dialog: UserDialog, text: string): void;
}

/**
 * Which dialog is open, and that it is modal as long as it is. What a dialog sends may end after it was closed, after another
 * one was opened, or after the account was left: only the open one is closed by its own end, and what ended without success
 * is always seen. Owns the native dialog and where the focus goes afterwards; does not own what is in it.
 */
export class UserDialogs implements ReactiveController {
  #open: UserDialog | undefined;
  #ofAccount = new WeakMap<UserDialog, () => void>();
  #restoreFocus: (() => void) | undefined;
  readonly #host: DialogsHost;

  constructor(host: DialogsHost) {
    this.#host = host;
    host.element.addController(this);
  }

  get current(): UserDialog | undefined {
    return this.#open;
  }

  /** `restoreFocus` says where it goes when the dialog is closed. */
  show(dialog: UserDialog, restoreFocus: () => void): void {
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
  }

  /** It ended without success, for which it has words: shows it again, unless another one is open or the account was left. */
  reveal(dialog: UserDialog, problem: string): void {
    const restoreFocus = this.#ofAccount.get(dialog);
    if (!this.#open && restoreFocus) this.show(dialog, restoreFocus);
    else if (this.#open !== dialog) this.#host.handleProblem(dialog, problem);
    this.#host.element.requestUpdate();
  }

  belongsHere(dialog: UserDialog): boolean {
    return this.#ofAccount.has(dialog);
  }

  /** The account is left: nothing of it is shown again. */
  forget(): void {
    this.#open = undefined;
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

  /** Escape closes the native dialog by itself. The event comes later: by then another one may be open. */
  readonly handleClose = (): void => {
    if (this.#open && this.#host.element.isConnected && !this.#host.dialog()?.open) this.close(this.#open);
  };
}
