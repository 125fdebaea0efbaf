interface Timer {
  handler: () => void;
  at: number;
  every?: number;
}

/** The page's timers, run by the test: until it says that time passes, none of them fires. */
export class FakeTimers {
  readonly #real = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout, setInterval: window.setInterval, clearInterval: window.clearInterval };
  readonly #timers = new Map<number, Timer>();
  #now = 0;
  #last = 1_000_000_000;

  install(): void {
    const add = (handler: () => void, wait: number, every?: number) => {
      this.#last += 1;
      this.#timers.set(this.#last, { handler, at: this.#now + wait, every });
      return this.#last;
    };
    const clear = (real: (id?: number) => void) => (id?: number) => void (id !== undefined && this.#timers.delete(id) ? undefined : real.call(window, id));
    Object.assign(window, {
      setTimeout: (handler: () => void, wait = 0) => add(handler, wait),
      setInterval: (handler: () => void, wait = 0) => add(handler, wait, wait),
      clearTimeout: clear(this.#real.clearTimeout),
      clearInterval: clear(this.#real.clearInterval),
    });
  }

  remove(): void {
    Object.assign(window, this.#real);
    this.#timers.clear();
  }

  /** Lets time pass, and what is due happen in its order. */
  advance(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      const [id, timer] = next;
      this.#now = timer.at;
      if (timer.every === undefined) this.#timers.delete(id);
      else timer.at += Math.max(1, timer.every);
      timer.handler();
    }
    this.#now = until;
  }
}
