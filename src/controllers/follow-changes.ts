import type { PersistenceAdapter, StoreChange } from '../ports/persistence-adapter.js';

/** Without `watch`, another machine's change is found by looking again this often. */
const pollEvery = 60_000;

/**
 * Calls `listener` whenever an account may have changed: when the store says so, when the page comes back to the front or
 * online, and every minute where the store cannot say, or fails to. `kind` is there only where the store told it.
 * Returns what stops it.
 */
export function followChanges(store: PersistenceAdapter, accountId: string, listener: (kind?: StoreChange['kind']) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const lookAgain = () => listener();
  const lookAgainInFront = () => document.visibilityState === 'visible' && listener();
  document.addEventListener('visibilitychange', lookAgainInFront, { signal });
  window.addEventListener('online', lookAgain, { signal });
  const timer = watch(store, accountId, signal, listener) ? undefined : setInterval(lookAgainInFront, pollEvery);
  return () => {
    stop.abort();
    clearInterval(timer);
  };
}

function watch(store: PersistenceAdapter, accountId: string, signal: AbortSignal, listener: (kind: StoreChange['kind']) => void): boolean {
  if (!store.watch) return false;
  try {
    store.watch({ accountId, signal }, ({ kind }) => listener(kind));
    return true;
  } catch {
    return false;
  }
}
