import type { ReactiveController, ReactiveControllerHost } from 'lit';

const firstPause = 2_000;
const longestPause = 60_000;
/** What a store asks for is heeded up to here: a mistake in its clock does not keep a page waiting for days. */
const mostPatient = 3_600_000;

/** Tries again by itself, with growing pauses and some chance in them, so that many pages do not all ask at once. */
export class RetryController implements ReactiveController {
  readonly #retry: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(host: ReactiveControllerHost, retry: () => void) {
    this.#retry = retry;
    host.addController(this);
  }

  /** `retryAfter`: seconds that the store wants to be left alone, where it said so. */
  schedule(retryAfter = 0): void {
    clearTimeout(this.#timer);
    const pause = Math.min(firstPause * 2 ** this.#failures, longestPause) * (0.5 + Math.random() / 2);
    this.#failures += 1;
    this.#timer = setTimeout(this.#retry, Math.min(Math.max(pause, retryAfter * 1_000), mostPatient));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#failures = 0;
  }

  hostDisconnected(): void {
    this.stop();
  }
}
