/*
 * Remembers in this browser that an account was complete, so that it opens at once next time and is not locked out by an
 * outage. Holds no contact information. A browser that keeps nothing remembers nothing.
 */

export interface CompletionKey {
  accountId: string;
  environment: string;
  integrationType: string | undefined;
  requirementsVersion: string;
}

export function completionId({ accountId, environment, integrationType, requirementsVersion }: CompletionKey): string {
  return `portero.complete:${JSON.stringify([accountId, environment, integrationType ?? null, requirementsVersion])}`;
}

export function isRememberedComplete(key: CompletionKey): boolean {
  try {
    return localStorage.getItem(completionId(key)) !== null;
  } catch {
    return false;
  }
}

export function rememberCompletion(key: CompletionKey, complete: boolean): void {
  try {
    if (complete) localStorage.setItem(completionId(key), '1');
    else localStorage.removeItem(completionId(key));
  } catch {
    // Storage may be full or forbidden: then the next visit simply asks the store first.
  }
}

const announced = new WeakMap<object, Set<string>>();

/** Whether nobody on this page has told of it yet: several gates of one account on one store tell of its completion once. */
export function isFirstCompletion(store: object, id: string): boolean {
  const ids = announced.get(store) ?? new Set();
  announced.set(store, ids);
  if (ids.has(id)) return false;
  ids.add(id);
  return true;
}
