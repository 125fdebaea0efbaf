import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How a run ended. `superseded`: a newer run began, the element left the page, or it was cancelled; nobody is to act on it. */
export type Outcome<T> = { status: 'done'; value: T } | { status: 'failed'; error: unknown } | { status: 'superseded' };

/**
 * One kind of asynchronous work of an element, of which only the newest counts: starting again aborts what was running,
 * and so does leaving the page. Owns the abort signal and `isRunning`; does not own what is done with the outcome.
 */
export class OperationController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #current: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isRunning(): boolean {
    return this.#current !== undefined;
  }

  async run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<Outcome<T>> {
    this.cancel();
    const current = (this.#current = new AbortController());
    this.#host.requestUpdate();
    let outcome: Outcome<T>;
    try {
      outcome = { status: 'done', value: await Promise.race([task(current.signal), rejectedBy(current.signal)]) };
    } catch (error) {
      outcome = { status: 'failed', error };
    }
    if (this.#current !== current) return { status: 'superseded' };
    this.#current = undefined;
    this.#host.requestUpdate();
    return outcome;
  }

  cancel(): void {
    this.#current?.abort();
    this.#current = undefined;
  }

  hostDisconnected(): void {
    this.cancel();
  }
}

/** Rejects when the signal aborts: a task that does not listen to it is not waited for. */
function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('Superseded.', 'AbortError')), { once: true }));
}
