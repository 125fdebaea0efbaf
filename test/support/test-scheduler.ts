/** One thing that waits for the test to let it go on. */
interface Waiting {
  label: string;
  go(): void;
}

/**
 * Time as the test tells it: what waits here goes on when the test says so, in the order that it says. No timers, so that
 * an order that broke something can be had again.
 */
export class TestScheduler {
  #waiting: Waiting[] = [];

  /** Labels of what waits, in the order in which it came. */
  get waiting(): string[] {
    return this.#waiting.map(({ label }) => label);
  }

  wait(label: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ label, go: resolve }));
  }

  /** Lets one go on: the one that came first, or the one at that place. Returns whether there was any. */
  release(index = 0): boolean {
    const [released] = this.#waiting.splice(index % Math.max(1, this.#waiting.length), 1);
    released?.go();
    return released !== undefined;
  }

  releaseAll(): void {
    for (const { go } of this.#waiting.splice(0)) go();
  }
}

/** Long enough for the longest chain of promises there is, and no chance for the browser to paint in between. */
const longest = 300;

/** Resolves once everything that waits for nothing but other promises is done. */
export async function promisesSettled(turns = longest): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await undefined;
}

/** The same, letting the browser do what it has to do as well. */
export function taskDone(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
