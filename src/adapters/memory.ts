import type { ContactInfo, ContactInfoRecord } from '../domain/contact-info.js';
import type { User } from '../domain/user.js';
import type { HistoryEntry, StoreChange } from '../ports/persistence-adapter.js';
import { isPersistenceError } from '../ports/persistence-error.js';
import type { AccountAdapterOptions } from './account-settings.js';
import type { AccountStorage, AccountTransaction, FoundUsers, UserSelection } from './account-storage.js';
import { MemoryUsers } from './memory-users.js';
import { StoredAdapter, type ChangeChannel } from './stored-adapter.js';
import { storedUser } from './stored-user.js';

interface Account {
  record: ContactInfoRecord | null;
  users: MemoryUsers;
  history: HistoryEntry[];
}

/** What an account has to begin with. */
export interface MemorySeed {
  contactInfo?: ContactInfo;
  users?: User[];
}

export interface MemoryAdapterOptions extends AccountAdapterOptions {
  /** What is there to begin with, by account id. */
  accounts?: Readonly<Record<string, MemorySeed>>;
  /** A store to share with other adapters, for other viewers of the same accounts. */
  store?: MemoryStore;
}

/** Accounts in memory, one transaction after another. Several adapters may share it. */
export class MemoryStore implements AccountStorage, ChangeChannel {
  readonly #accounts = new Map<string, Account>();
  readonly #listeners = new Map<string, Set<(change: StoreChange) => void>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(accounts: Readonly<Record<string, MemorySeed>> = {}) {
    for (const [accountId, { contactInfo, users = [] }] of Object.entries(accounts)) {
      const account = this.#account(accountId);
      if (contactInfo) account.record = { contactInfo: structuredClone(contactInfo), revision: 'seed', updatedAt: new Date(0).toISOString() };
      for (const user of users) account.users.put(storedUser(structuredClone(user)));
    }
  }

  read<T>(accountId: string, task: (transaction: AccountTransaction) => Promise<T>): Promise<T> {
    return this.#queue(accountId, task);
  }

  write<T>(accountId: string, task: (transaction: AccountTransaction) => Promise<T>): Promise<T> {
    return this.#queue(accountId, task);
  }

  findUsers(accountId: string, selection: UserSelection): Promise<FoundUsers> {
    return this.#queue(accountId, async () => this.#account(accountId).users.find(selection));
  }

  publish(accountId: string, change: StoreChange): void {
    for (const listener of this.#listeners.get(accountId) ?? []) queueMicrotask(() => listener(change));
  }

  subscribe(accountId: string, signal: AbortSignal, listener: (change: StoreChange) => void): void {
    const listeners = this.#listeners.get(accountId) ?? new Set();
    this.#listeners.set(accountId, listeners);
    const listenUntilAborted = (change: StoreChange) => {
      if (!signal.aborted) listener(change);
    };
    listeners.add(listenUntilAborted);
    signal.addEventListener('abort', () => listeners.delete(listenUntilAborted), { once: true });
  }

  #account(accountId: string): Account {
    let account = this.#accounts.get(accountId);
    if (!account) {
      account = { record: null, users: new MemoryUsers(), history: [] };
      this.#accounts.set(accountId, account);
    }
    return account;
  }

  /** One after another, so that nobody sees half of a change; what a task that fails has written is taken back. */
  #queue<T>(accountId: string, task: (transaction: AccountTransaction) => Promise<T>): Promise<T> {
    const run = this.#last.then(async () => {
      const undo: (() => void)[] = [];
      try {
        return structuredClone(await task(transactionOn(this.#account(accountId), undo)));
      } catch (error) {
        for (const step of undo.reverse()) step();
        throw detached(error);
      }
    });
    this.#last = run.catch(() => undefined);
    return run;
  }
}

/** The same error; what it brings along is a copy, as everything that leaves the store. */
function detached(error: unknown): unknown {
  return isPersistenceError(error) && error.current ? Object.assign(error, { current: structuredClone(error.current) }) : error;
}

/** What goes in is copied, and what comes out too (in `#queue`, through errors as well): nobody shares an object with the store. */
function transactionOn(account: Account, undo: (() => void)[]): AccountTransaction {
  return {
    getRecord: async () => account.record,
    async putRecord(record) {
      const before = account.record;
      undo.push(() => (account.record = before));
      account.record = structuredClone(record);
    },
    async addHistory(entry) {
      undo.push(() => account.history.shift());
      account.history.unshift(structuredClone(entry));
    },
    async trimHistory(count) {
      const oldest = account.history.splice(count);
      undo.push(() => account.history.push(...oldest));
    },
    allHistory: async () => account.history,
    getUser: async (id) => account.users.get(id),
    getUserByAddress: async (addressKey) => account.users.getByAddress(addressKey),
    countUsers: async (filter) => account.users.count(filter),
    async putUser(stored) {
      const before = account.users.get(stored.id);
      undo.push(() => (before ? account.users.put(before) : account.users.delete(stored.id)));
      account.users.put(structuredClone(stored));
    },
    async deleteUser(id) {
      const before = account.users.get(id);
      if (before) undo.push(() => account.users.put(before));
      account.users.delete(id);
    },
  };
}

/** Keeps everything in memory: gone with the page. For trying out, stories and tests. Of an account's history, the newest 200 entries. */
export class MemoryAdapter extends StoredAdapter {
  readonly durable = false;

  constructor({ accounts, store, ...options }: MemoryAdapterOptions = {}) {
    const shared = store ?? new MemoryStore(accounts);
    super(shared, shared, options);
  }
}
