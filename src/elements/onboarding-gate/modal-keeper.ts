import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hasOpenPicker, isModal, openModals, PopoverOrder } from './open-popups.js';

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
 * Owns whether the dialog is open, and where it stands. Does not own what is in it; dialogs inside it, or opened above it by
 * the host, are left alone.
 */
export class ModalKeeper implements ReactiveController {
  readonly #dialog: () => HTMLDialogElement | null;
  readonly #observer = new MutationObserver((records) => this.#handleMutations(records));
  readonly #popovers = new PopoverOrder();
  #kept: HTMLDialogElement | null = null;
  /** Where it stands. */
  #parent: ParentNode | null = null;
  #next: Node | null = null;
  #lastFocus: HTMLElement | null = null;
  /** The modals that were open before this one, and have been since. */
  #below = new Set<EventTarget>();
  #listening = new AbortController();

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
    this.#parent = dialog.parentNode;
    this.#next = dialog.nextSibling;
    this.#listen(dialog);
    this.#show(dialog);
  }

  close(): void {
    const dialog = this.#kept;
    this.#release();
    dialog?.close();
  }

  #listen(dialog: HTMLDialogElement): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    dialog.addEventListener('cancel', this.#handleCancel, { signal });
    dialog.addEventListener('focusin', this.#handleFocusIn, { signal });
    dialog.addEventListener('close', this.#handleClose, { signal });
    window.addEventListener('keydown', this.#handleKeydown, { capture: true, signal });
    window.addEventListener('click', this.#handleClick, { capture: true, signal });
    this.#popovers.watch(signal);
    this.#observer.observe(dialog, { attributeFilter: ['open', 'hidden', 'inert', 'closedby', 'popover'] });
    if (this.#parent) this.#observer.observe(this.#parent, { childList: true });
  }

  #release(): void {
    this.#kept = null;
    this.#lastFocus = null;
    this.#below.clear();
    this.#observer.disconnect();
    this.#listening.abort();
  }

  #keep(): void {
    const dialog = this.#kept;
    if (!dialog) return;
    if (dialog.parentNode !== this.#parent) this.#putBack(dialog);
    if (!dialog.isConnected) return;
    dialog.hidden = false;
    dialog.inert = false;
    // What is shown as a popover cannot be shown as a modal.
    dialog.removeAttribute('popover');
    if (dialog.getAttribute('closedby') !== 'none') dialog.setAttribute('closedby', 'none');
    // Chromium 156 goes on calling it modal when its `open` is taken away, and renders nothing of it.
    if (!isModal(dialog) || !dialog.open) this.#show(dialog);
  }

  #putBack(dialog: HTMLDialogElement): void {
    const parent = this.#parent;
    if (parent?.isConnected) parent.insertBefore(dialog, this.#next?.parentNode === parent ? this.#next : null);
  }

  /** Opens it, on top of everything; the focus is where it was. */
  #show(dialog: HTMLDialogElement): void {
    const focused = this.#lastFocus;
    // Open, but as no modal.
    if (dialog.open) dialog.close();
    const below = openModals();
    this.#below = new Set(below);
    for (const modal of below) this.#observer.observe(modal, { attributeFilter: ['open'] });
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

  #handleMutations(records: MutationRecord[]): void {
    // One that was closed is above if it opens again. (`close` is told too late: a key may come before it.)
    for (const { target } of records) this.#below.delete(target);
    this.#keep();
  }

  /** Whether something on the way of an event is a modal above this one. */
  #leadsAbove(path: EventTarget[]): boolean {
    return path.some((target) => target !== this.#kept && isModal(target) && !this.#below.has(target));
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const dialog = this.#kept;
    if (event.key !== 'Escape' || event.isComposing || !dialog) return;
    const path = event.composedPath();
    // A drop-down of the browser's own is the browser's to close.
    if (hasOpenPicker(path[0])) return;
    // A dialog inside this one, or one that the host opened above it, is closed by its own Escape; with the focus nowhere, too.
    if (this.#leadsAbove(path) || (!path.includes(dialog) && this.#leadsAbove(openModals()))) return;
    event.preventDefault();
    // That stops popovers from closing too: the one on top is closed here.
    this.#popovers.topmost(dialog)?.hidePopover();
  };

  /**
   * Firefox 153 and WebKitGTK press what has an `accesskey` even where it is inert (https://github.com/WICG/inert/issues/40).
   * No pointer gets there, so that a click of a person's on anything else can only be that. A script's own `click()` is left
   * alone.
   */
  readonly #handleClick = (event: Event): void => {
    const path = event.composedPath();
    if (!event.isTrusted || !this.#kept || path.includes(this.#kept) || this.#leadsAbove(path)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}
