import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Keeps the focus, and the caret, where they are in a list whose entries change places: an element that is put elsewhere in
 * the document loses them. Does not move the focus to anything else.
 */
export class FocusKeeper implements ReactiveController {
  /** Whether the element is being rendered just now: nobody leaves anything then. */
  isRendering = false;
  #kept: { element: HTMLElement; start: number | null; end: number | null } | undefined;
  readonly #host: ReactiveElement;
  readonly #list: () => HTMLElement | null;

  constructor(host: ReactiveElement, list: () => HTMLElement | null) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  hostUpdate(): void {
    this.isRendering = true;
    const element = this.#host.hasUpdated ? (this.#host.renderRoot as ShadowRoot).activeElement : null;
    const isInList = element instanceof HTMLElement && this.#list()?.contains(element);
    const [start, end] = element instanceof HTMLInputElement ? [element.selectionStart, element.selectionEnd] : [null, null];
    this.#kept = isInList ? { element, start, end } : undefined;
  }

  hostUpdated(): void {
    this.isRendering = false;
    const kept = this.#kept;
    this.#kept = undefined;
    // What is gone has no focus to get back, and what has it now was given it.
    if (!kept?.element.isConnected || (this.#host.renderRoot as ShadowRoot).activeElement) return;
    kept.element.focus({ preventScroll: true });
    if (kept.element instanceof HTMLInputElement) kept.element.setSelectionRange(kept.start, kept.end);
  }
}
