import { MemoryAdapter, type MemoryStore } from '../../src/adapters/memory.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import type { OpenOptions } from '../../src/testing/index.js';

/** What goes wrong, in an adapter that is otherwise a working one, and the case that has to catch it. */
export interface BrokenAdapter {
  fault: string;
  caughtBy: string;
  open(store: MemoryStore, options?: OpenOptions): PersistenceAdapter;
}

/** A working adapter with some methods exchanged. */
export function altered(store: MemoryStore, alter: (working: MemoryAdapter) => Partial<PersistenceAdapter>, options: OpenOptions = {}): PersistenceAdapter {
  const working = new MemoryAdapter({ ...options, store });
  return {
    durable: false,
    loadContactInfo: (request) => working.loadContactInfo(request),
    saveContactInfo: (request) => working.saveContactInfo(request),
    watch: (request, listener) => working.watch(request, listener),
    loadHistory: (request) => working.loadHistory(request),
    users: working.users,
    ...alter(working),
  };
}
