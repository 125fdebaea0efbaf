import { ContextProvider } from '@lit/context';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';
import { persistenceContext } from './persistence-context.js';

// A provider cannot be disposed of, so each target keeps the one it has and is given another value.
const providers = new WeakMap<HTMLElement, ContextProvider<typeof persistenceContext>>();

/**
 * Gives an adapter to every Portero element inside `target`, now and later; `undefined` takes it away.
 * An element's own `adapter` property comes first.
 */
export function providePersistence(target: HTMLElement, adapter: PersistenceAdapter | undefined): void {
  const provider = providers.get(target);
  if (provider) {
    provider.setValue(adapter);
    return;
  }
  const created = new ContextProvider(target, { context: persistenceContext, initialValue: adapter });
  providers.set(target, created);
  // Only a Lit element calls this for its controllers; for others it announces the provider to consumers that asked before.
  if (!('addController' in target)) created.hostConnected();
}
