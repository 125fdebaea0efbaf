import type { ReactiveController, ReactiveControllerHost } from 'lit';

const firstPause = 2_000;
const longestPause = 60_000;

/** Tries again by itself, with growing pauses and some chance in them, so that many pages do not all ask at once. */
export class RetryController implements ReactiveController {
  readonly #retry: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(host: ReactiveControllerHost, retry: () => void) {
    this.#retry = retry;
    host.addController(this);
  }

  schedule(): void {
    clearTimeout(this.#timer);
    const pause = Math.min(firstPause * 2 ** this.#failures, longestPause);
    this.#failures += 1;
    this.#timer = setTimeout(this.#retry, pause * (0.5 + Math.random() / 2));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#failures = 0;
  }

  hostDisconnected(): void {
    this.stop();
  }
}
