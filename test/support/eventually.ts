import { waitUntil } from '@open-wc/testing';

/** Waits for what comes by itself, for as long as a busy machine may need: what takes this long has failed. */
export function eventually(predicate: () => unknown, message?: string): Promise<void> {
  return waitUntil(predicate, message, { timeout: 15_000 });
}
