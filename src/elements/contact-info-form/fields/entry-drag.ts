import type { ReactiveController, ReactiveElement } from 'lit';
import { placeOf } from '../contact-list.js';

export interface DragBehaviour {
  /** The list whose entries, marked with `data-at`, are moved. */
  list(): HTMLElement | null;
  handleDrop(from: number, to: number): void;
  handleCancel(): void;
}

interface Drag {
  from: number;
  to: number;
  pointerId: number;
  x: number;
  y: number;
  /** A press on the handle that goes nowhere is no drag. */
  isMoving: boolean;
}

/** How far the pointer goes before it means to move something, in CSS pixels. */
const threshold = 4;

/**
 * Moves an entry of a list by its handle, with a mouse, a pen or a finger. Owns the pointer until it is let go, and the
 * marks on the entries that say what is moved and where it would come to stand. Does not own the list.
 */
export class EntryDrag implements ReactiveController {
  #drag: Drag | undefined;
  readonly #host: ReactiveElement;
  readonly #behaviour: DragBehaviour;

  constructor(host: ReactiveElement, behaviour: DragBehaviour) {
    this.#host = host;
    this.#behaviour = behaviour;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  start(event: PointerEvent, from: number): void {
    if (event.button !== 0 || this.#drag) return;
    // Neither selects text nor takes the focus out of a box.
    event.preventDefault();
    this.#drag = { from, to: from, pointerId: event.pointerId, x: event.clientX, y: event.clientY, isMoving: false };
    window.addEventListener('pointermove', this.#handleMove);
    window.addEventListener('pointerup', this.#handleUp);
    window.addEventListener('pointercancel', this.#handlePointerCancel);
    window.addEventListener('keydown', this.#handleKeydown, { capture: true });
  }

  /** Lets go without moving anything. */
  cancel(): void {
    const wasMoving = this.#drag?.isMoving;
    this.#end();
    if (wasMoving) this.#behaviour.handleCancel();
  }

  #end(): void {
    this.#drag = undefined;
    window.removeEventListener('pointermove', this.#handleMove);
    window.removeEventListener('pointerup', this.#handleUp);
    window.removeEventListener('pointercancel', this.#handlePointerCancel);
    window.removeEventListener('keydown', this.#handleKeydown, { capture: true });
    this.#unmark('data-drop');
    this.#unmark('data-dragged');
  }

  #unmark(attribute: string): void {
    this.#behaviour.list()?.querySelectorAll(`[${attribute}]`).forEach((entry) => entry.removeAttribute(attribute));
  }

  readonly #handleMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    const list = this.#behaviour.list();
    if (!drag || !list || event.pointerId !== drag.pointerId) return;
    if (!drag.isMoving) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < threshold) return;
      drag.isMoving = true;
      list.querySelector(`[data-at="${drag.from}"]`)?.setAttribute('data-dragged', '');
    }
    const root = this.#host.renderRoot as ShadowRoot;
    const over = root.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-at]');
    // Between entries, and beside the list, the last place stays.
    if (!over || !list.contains(over)) return;
    const side = this.#sideOf(over, list, event);
    const to = placeOf(drag.from, Number(over.dataset.at), side === 'before' || side === 'above' ? 'before' : 'after');
    this.#unmark('data-drop');
    if (to !== drag.from) over.setAttribute('data-drop', side);
    if (to === drag.to) return;
    drag.to = to;
    // A list that is longer than the window comes along.
    over.scrollIntoView({ block: 'nearest' });
  };

  /** Entries stand in lines, as words do; one that takes a line of its own has others above and below. */
  #sideOf(over: HTMLElement, list: HTMLElement, { clientX, clientY }: PointerEvent): 'before' | 'after' | 'above' | 'below' {
    const box = over.getBoundingClientRect();
    const line = (list.parentElement ?? list).getBoundingClientRect();
    if (box.width > line.width * 0.6) return clientY > box.top + box.height / 2 ? 'below' : 'above';
    const isPastMiddle = clientX > box.left + box.width / 2;
    return isPastMiddle === this.#host.matches(':dir(rtl)') ? 'before' : 'after';
  }

  readonly #handleUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointerId) return;
    this.#end();
    if (drag.isMoving && drag.to !== drag.from) this.#behaviour.handleDrop(drag.from, drag.to);
  };

  readonly #handlePointerCancel = (event: PointerEvent): void => {
    if (event.pointerId === this.#drag?.pointerId) this.cancel();
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  };
}
