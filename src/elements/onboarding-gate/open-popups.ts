/*
 * What is open on the page and takes Escape before a modal does. Looks through open shadow roots; is asked when Escape is
 * pressed or a modal opens, not on every change.
 */

function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

/** Whether one is around the other as they are rendered: through slots and shadow roots. */
function isRenderedIn(node: Node, container: Node): boolean {
  for (let around: Node | null = node; around; around = (around as Element).assignedSlot ?? around.parentNode ?? (around instanceof ShadowRoot ? around.host : null)) {
    if (around === container) return true;
  }
  return false;
}

export function isModal(target: unknown): target is HTMLDialogElement {
  return target instanceof HTMLDialogElement && target.matches(':modal');
}

export function openModals(): HTMLDialogElement[] {
  return [...elementsIn(document)].filter(isModal);
}

/** A list or a calendar of the browser's own. Where it does not tell, none is. */
export function hasOpenPicker(target: unknown): boolean {
  return target instanceof Element && CSS.supports('selector(:open)') && target.matches(':is(select, input):open');
}

/** One that the browser would close on Escape. */
function isOpenPopover(element: Element): element is HTMLElement {
  return element instanceof HTMLElement && element.popover !== null && element.popover !== 'manual' && element.matches(':popover-open');
}

/**
 * Knows which popover is on top. The browser does, but tells nobody: so it is remembered in which order they were opened.
 * One in a shadow root of the host's is not heard of, and counts as the lowest.
 */
export class PopoverOrder {
  #opened: EventTarget[] = [];

  /** Listens until `signal` aborts. */
  watch(signal: AbortSignal): void {
    this.#opened = [];
    window.addEventListener('beforetoggle', ({ target, newState }) => {
      if (newState === 'open' && target) this.#opened = [...this.#opened.filter((one) => one !== target && isOpenPopover(one as Element)), target];
    }, { capture: true, signal });
  }

  /** The one on top, of those that are not around `dialog`: these are below it. */
  topmost(dialog: HTMLDialogElement): HTMLElement | undefined {
    return [...elementsIn(document)]
      .filter(isOpenPopover)
      .filter((popover) => !isRenderedIn(dialog, popover))
      .sort((one, other) => this.#opened.indexOf(one) - this.#opened.indexOf(other))
      .at(-1);
  }
}
