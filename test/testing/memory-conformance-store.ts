import { MemoryAdapter, MemoryStore } from '../../src/adapters/memory.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import type { ConformanceStore, OpenOptions } from '../../src/testing/index.js';
import { putUser } from './altered-adapter.js';

/** A store in memory for one case, with working adapters on it unless it is told to open others. */
export function memoryConformanceStore(
  open: (store: MemoryStore, options: OpenOptions) => PersistenceAdapter = (store, options) => new MemoryAdapter({ ...options, store }),
): ConformanceStore {
  const store = new MemoryStore();
  return {
    open: (options = {}) => open(store, options),
    async amendUser(accountId, userId, values) {
      const [user] = await new MemoryAdapter({ store }).users.getUsers({ accountId, signal: new AbortController().signal, ids: [userId] });
      await putUser(store, accountId, { ...user, ...values });
    },
  };
}
