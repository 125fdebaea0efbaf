import { MemoryAdapter, MemoryStore, type MemorySeed } from '../../src/adapters/memory.js';
import type { ContactInfo, ContactInfoRecord } from '../../src/domain/contact-info.js';
import type { PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import { accountId, fewUsers } from '../../stories/support/scenario-adapter.js';

export { accountId, completeContactInfo, fewUsers, laura, partialContactInfo, scenarioAdapter, viewers } from '../../stories/support/scenario-adapter.js';

export function storeWith(contactInfo?: ContactInfo, users: MemorySeed['users'] = [...fewUsers]): MemoryStore {
  return new MemoryStore({ [accountId]: { ...(contactInfo && { contactInfo }), users } });
}

/** What a colleague does meanwhile, on the same store. */
export class Colleague {
  readonly #adapter: MemoryAdapter;

  constructor(store: MemoryStore) {
    this.#adapter = new MemoryAdapter({ store });
  }

  load(): Promise<ContactInfoRecord | null> {
    return this.#adapter.loadContactInfo({ accountId, signal: new AbortController().signal });
  }

  async saves(contactInfo: ContactInfo): Promise<ContactInfoRecord> {
    const baseRevision = (await this.load())?.revision ?? null;
    return this.#adapter.saveContactInfo({ accountId, signal: new AbortController().signal, contactInfo, baseRevision });
  }

  get users() {
    return this.#adapter.users;
  }

  request() {
    return { accountId, signal: new AbortController().signal };
  }
}

/** An adapter some of whose methods are exchanged. */
export function altered(adapter: PersistenceAdapter, changes: Partial<PersistenceAdapter>): PersistenceAdapter {
  return {
    loadContactInfo: (request) => adapter.loadContactInfo(request),
    saveContactInfo: (request) => adapter.saveContactInfo(request),
    watch: adapter.watch?.bind(adapter),
    users: adapter.users,
    ...(adapter.durable !== undefined && { durable: adapter.durable }),
    ...changes,
  };
}

/** A promise that the test settles. */
export function deferred<T = void>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
