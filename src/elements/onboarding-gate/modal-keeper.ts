import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The element that has the focus, looked for inside open shadow roots. */
function deepActiveElement(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}

/**
 * Keeps a native modal dialog open for as long as it is to be. A `cancel` that is prevented is not enough: without a user
 * gesture before it, the first Escape closes the dialog all the same (Chromium 156, Firefox 153). So Escape is stopped
 * at the key, `closedby="none"` stops other close requests, and what closes it in any other way finds it open again.
 *
 * Owns whether the dialog is open. Does not own what is in it; dialogs inside or above it are left alone, and popups inside
 * close themselves on Escape.
 */
export class ModalKeeper implements ReactiveController {
  readonly #dialog: () => HTMLDialogElement | null;
  readonly #observer = new MutationObserver(() => this.#keep());
  #kept: HTMLDialogElement | null = null;
  #lastFocus: HTMLElement | null = null;

  constructor(host: ReactiveControllerHost, dialog: () => HTMLDialogElement | null) {
    this.#dialog = dialog;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#kept !== null;
  }

  hostDisconnected(): void {
    // A dialog that left the document is not modal any more; one that comes back is opened anew.
    this.#release();
  }

  open(): void {
    const dialog = this.#dialog();
    if (!dialog || this.#kept === dialog) return;
    this.#release();
    this.#kept = dialog;
    if (dialog.open) dialog.close();
    dialog.showModal();
    dialog.addEventListener('cancel', this.#handleCancel);
    dialog.addEventListener('close', this.#handleClose);
    dialog.addEventListener('focusin', this.#handleFocusIn);
    window.addEventListener('keydown', this.#handleKeydown, { capture: true });
    this.#observer.observe(dialog, { attributeFilter: ['open', 'hidden', 'inert', 'closedby'] });
  }

  close(): void {
    const dialog = this.#kept;
    this.#release();
    dialog?.close();
  }

  #release(): void {
    const dialog = this.#kept;
    this.#kept = null;
    this.#lastFocus = null;
    this.#observer.disconnect();
    window.removeEventListener('keydown', this.#handleKeydown, { capture: true });
    dialog?.removeEventListener('cancel', this.#handleCancel);
    dialog?.removeEventListener('close', this.#handleClose);
    dialog?.removeEventListener('focusin', this.#handleFocusIn);
  }

  #keep(): void {
    const dialog = this.#kept;
    if (!dialog?.isConnected) return;
    dialog.hidden = false;
    dialog.inert = false;
    if (dialog.getAttribute('closedby') !== 'none') dialog.setAttribute('closedby', 'none');
    if (dialog.matches(':modal')) return;
    const focused = this.#lastFocus;
    // Without `open` it may still be in the top layer: closing settles that before it is shown again.
    if (dialog.open) dialog.close();
    dialog.showModal();
    if (focused?.isConnected) focused.focus({ preventScroll: true });
  }

  readonly #handleFocusIn = (): void => {
    this.#lastFocus = deepActiveElement();
  };

  readonly #handleCancel = (event: Event): void => {
    if (event.target === this.#kept) event.preventDefault();
  };

  readonly #handleClose = (event: Event): void => {
    if (event.target === this.#kept) this.#keep();
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#kept) return;
    const path = event.composedPath();
    const within = path.indexOf(this.#kept);
    const modals = path.slice(0, within < 0 ? path.length : within).filter((node) => node instanceof HTMLDialogElement && node.matches(':modal'));
    // A dialog inside ours, or one that the host opened above it, is closed by its own Escape.
    if (modals.length > 0) return;
    event.preventDefault();
    // That stops popovers from closing too: the one on top is closed here.
    const around = path.find((node): node is HTMLElement => node instanceof HTMLElement && isOpenPopover(node));
    (openPopovers(this.#kept).at(-1) ?? around)?.hidePopover();
  };
}

/** One that the browser would close on Escape. */
function isOpenPopover(element: HTMLElement): boolean {
  return element.popover !== null && element.popover !== 'manual' && element.matches(':popover-open');
}

/** Those inside the dialog, in the order of the page; what is slotted counts as inside. */
function openPopovers(dialog: HTMLElement): HTMLElement[] {
  const slotted = [...dialog.querySelectorAll('slot')].flatMap((slot) => slot.assignedElements({ flatten: true }));
  return [dialog, ...slotted]
    .flatMap((root) => [root, ...root.querySelectorAll('[popover]')])
    .filter((element): element is HTMLElement => element instanceof HTMLElement && isOpenPopover(element));
}
