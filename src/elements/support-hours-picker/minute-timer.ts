type Listener = () => void;

/** What the timer needs of a window. */
export interface TimerSurroundings {
  setTimeout(handler: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

/**
 * Calls its listeners at each full minute, all of them from one timer. Runs only while somebody listens; while the page
 * is hidden nothing is called, and once when it is seen again.
 */
export class MinuteTimer {
  readonly #listeners = new Set<Listener>();
  readonly #surroundings: () => TimerSurroundings;
  #timer: unknown;

  /** The surroundings are asked for when first needed: on a server there are none. */
  constructor(surroundings: () => TimerSurroundings = () => window as unknown as TimerSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Returns what ends it. */
  subscribe(listener: Listener): () => void {
    if (this.#listeners.size === 0) this.#start();
    this.#listeners.add(listener);
    return () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#stop();
    };
  }

  #start(): void {
    this.#surroundings().document.addEventListener('visibilitychange', this.#handleVisibility);
    this.#wait();
  }

  #stop(): void {
    const { clearTimeout, document } = this.#surroundings();
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    clearTimeout(this.#timer);
  }

  #wait(): void {
    this.#timer = this.#surroundings().setTimeout(() => {
      this.#wait();
      this.#call();
    }, 60_000 - (Date.now() % 60_000));
  }

  #call(): void {
    if (this.#surroundings().document.visibilityState === 'visible') this.#listeners.forEach((listener) => listener());
  }

  readonly #handleVisibility = (): void => this.#call();
}

/** The one of this page. */
export const minuteTimer = new MinuteTimer();
