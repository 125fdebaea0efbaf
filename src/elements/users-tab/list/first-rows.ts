import type { ReactiveControllerHost } from 'lit';
import { nextTask } from '../../../internal/next-task.js';

/** As many as are seen at once. */
const few = 16;

/**
 * The first page that is shown comes in two steps: what is seen at once, and the rest as soon as that is painted. Owns which rows
 * are drawn. Pages that come after it fill the rows that are there.
 */
export class FirstRows {
  #areDrawn = false;
  #drawing: Promise<void> | undefined;
  readonly #element: ReactiveControllerHost;

  constructor(element: ReactiveControllerHost) {
    this.#element = element;
  }

  /** Resolves when the rest is asked for; nothing where it is there. */
  get drawing(): Promise<void> | undefined {
    return this.#drawing;
  }

  of<T>(rows: readonly T[]): readonly T[] {
    // A page that nobody sees is painted when somebody does: it is drawn at once.
    if (this.#areDrawn || rows.length <= few || document.visibilityState !== 'visible') {
      this.#areDrawn = true;
      return rows;
    }
    this.#drawing ??= this.#drawRest();
    return rows.slice(0, few);
  }

  async #drawRest(): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await nextTask();
    this.#areDrawn = true;
    this.#drawing = undefined;
    this.#element.requestUpdate();
  }
}
