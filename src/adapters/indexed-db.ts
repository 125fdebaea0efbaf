import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { ContactInfoRecord } from '../domain/contact-info.js';
import type { HistoryEntry, StoreChange } from '../ports/persistence-adapter.js';
import { PersistenceError, isPersistenceError } from '../ports/persistence-error.js';
import type { AccountAdapterOptions } from './account-settings.js';
import type { AccountStorage, AccountTransaction, StoredUser } from './account-storage.js';
import { StoredAdapter, type ChangeChannel } from './stored-adapter.js';

interface PorteroDatabase extends DBSchema {
  records: { key: string; value: { accountId: string; record: ContactInfoRecord } };
  users: { key: [accountId: string, id: string]; value: StoredUser & { accountId: string; id: string }; indexes: { address: [accountId: string, addressKey: string] } };
  history: { key: number; value: { accountId: string; entry: HistoryEntry }; indexes: { account: string } };
}
type Stores = ('records' | 'users' | 'history')[];
type Transaction = IDBPTransaction<PorteroDatabase, Stores, 'readonly' | 'readwrite'>;

const version = 1;
/** How long the browser may take to open the database before it counts as unavailable. */
const patience = 5_000;
const stores: Stores = ['records', 'users', 'history'];

export interface IndexedDbAdapterOptions extends AccountAdapterOptions {
  databaseName?: string;
}

/** Every key of an account, and none of another's: arrays sort after strings. */
function rangeOf(accountId: string): IDBKeyRange {
  return IDBKeyRange.bound([accountId], [accountId, []]);
}

/**
 * Accounts in an IndexedDB. Owns the connection: opened when first needed, closed when another page wants to delete or
 * upgrade the database, and opened again after that. A transaction is acknowledged on `complete`, with strict durability.
 */
class IndexedDbStorage implements AccountStorage {
  readonly #name: string;
  #connection: Promise<IDBPDatabase<PorteroDatabase>> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  read<T>(accountId: string, task: (transaction: AccountTransaction) => Promise<T>): Promise<T> {
    return this.#run('readonly', accountId, task);
  }

  write<T>(accountId: string, task: (transaction: AccountTransaction) => Promise<T>): Promise<T> {
    return this.#run('readwrite', accountId, task);
  }

  async #run<T>(mode: 'readonly' | 'readwrite', accountId: string, task: (transaction: AccountTransaction) => Promise<T>): Promise<T> {
    try {
      const transaction = await this.#begin(mode);
      // Asked for before the work, so that a failure in it is not an unhandled rejection of `done` as well.
      const done = transaction.done.then(() => undefined, (error: unknown) => ({ error }));
      let result: T;
      try {
        result = await task(transactionOn(transaction, accountId));
      } catch (error) {
        abort(transaction);
        await done;
        throw error;
      }
      const failed = await done;
      if (failed) throw failed.error;
      return result;
    } catch (error) {
      throw normalise(error);
    }
  }

  async #begin(mode: 'readonly' | 'readwrite'): Promise<Transaction> {
    const database = await this.#open();
    try {
      return database.transaction(stores, mode, { durability: 'strict' });
    } catch (error) {
      // The connection may have been closed since: for a deletion, by the browser. One more try, with a new one.
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      this.#connection = undefined;
      return (await this.#open()).transaction(stores, mode, { durability: 'strict' });
    }
  }

  #open(): Promise<IDBPDatabase<PorteroDatabase>> {
    if (!this.#connection) {
      const opening = this.#connect();
      this.#connection = opening;
      // A failure is not remembered: the next call tries anew.
      opening.catch(() => this.#forget(opening));
    }
    return this.#connection!;
  }

  #connect(): Promise<IDBPDatabase<PorteroDatabase>> {
    if (typeof indexedDB === 'undefined') return Promise.reject(new PersistenceError('unavailable', 'There is no IndexedDB here.'));
    return new Promise((resolve, reject) => {
      let isAwaited = true;
      const give = (error: unknown) => {
        isAwaited = false;
        clearTimeout(timer);
        reject(error as Error);
      };
      // Behind a deletion that waits for another page, an opening waits too, and no event says so.
      const timer = setTimeout(() => give(new PersistenceError('unavailable', 'The database does not answer.')), patience);
      const opening = openDB<PorteroDatabase>(this.#name, version, {
        upgrade(database) {
          database.createObjectStore('records', { keyPath: 'accountId' });
          database.createObjectStore('users', { keyPath: ['accountId', 'id'] }).createIndex('address', ['accountId', 'addressKey'], { unique: true });
          database.createObjectStore('history', { autoIncrement: true }).createIndex('account', 'accountId');
        },
        blocked: () => give(new PersistenceError('unavailable', 'The database is in use by a page with an older version of it.')),
        blocking: (_current, _wanted, event) => {
          (event.target as IDBDatabase).close();
          this.#connection = undefined;
        },
        terminated: () => (this.#connection = undefined),
      });
      opening.then((database) => {
        clearTimeout(timer);
        // Too late, and nobody would ever close it.
        if (isAwaited) resolve(database);
        else database.close();
      }, give);
    });
  }

  #forget(connection: Promise<unknown>): void {
    if (this.#connection === connection) this.#connection = undefined;
  }
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already: by the failure that led here.
  }
}

function normalise(error: unknown): unknown {
  if (isPersistenceError(error)) return error;
  const { name } = error as { name?: unknown };
  if (name === 'QuotaExceededError') return new PersistenceError('quota', 'There is no room left in this browser.', { cause: error });
  if (name === 'VersionError') return new PersistenceError('unavailable', 'The database was made by a newer version.', { cause: error });
  return new PersistenceError('unavailable', 'The database could not be used.', { cause: error });
}

function transactionOn(transaction: Transaction, accountId: string): AccountTransaction {
  // Typed as writable: a readonly transaction is only handed to tasks that do not write.
  const writable = transaction as IDBPTransaction<PorteroDatabase, Stores, 'readwrite'>;
  const records = writable.objectStore('records');
  const users = writable.objectStore('users');
  const history = writable.objectStore('history');
  return {
    getRecord: async () => (await records.get(accountId))?.record ?? null,
    putRecord: async (record) => void (await records.put({ accountId, record })),
    addHistory: async (entry) => void (await history.add({ accountId, entry })),
    async trimHistory(count) {
      const index = history.index('account');
      const surplus = (await index.count(accountId)) - count;
      // Keys count up: the first ones are the oldest.
      if (surplus > 0) await Promise.all((await index.getAllKeys(accountId, surplus)).map((key) => history.delete(key)));
    },
    allHistory: async () => (await history.index('account').getAll(accountId)).map(({ entry }) => entry).reverse(),
    getUser: (id) => users.get([accountId, id]),
    getUserByAddress: (addressKey) => users.index('address').get([accountId, addressKey]),
    putUser: async (stored) => void (await users.put({ ...stored, accountId, id: stored.user.id })),
    deleteUser: (id) => users.delete([accountId, id]),
    allUsers: () => users.getAll(rangeOf(accountId)),
  };
}

/** Tells every tab of this browser, this one too, through a BroadcastChannel named after the database. */
class BroadcastChanges implements ChangeChannel {
  readonly #name: string;

  constructor(databaseName: string) {
    this.#name = `portero:${databaseName}`;
  }

  publish(accountId: string, change: StoreChange): void {
    const channel = new BroadcastChannel(this.#name);
    // A channel does not hear itself; those that listen are others, in this tab too.
    channel.postMessage({ accountId, kind: change.kind });
    channel.close();
  }

  subscribe(accountId: string, signal: AbortSignal, listener: (change: StoreChange) => void): void {
    const channel = new BroadcastChannel(this.#name);
    channel.addEventListener('message', ({ data }: MessageEvent<{ accountId: string; kind: StoreChange['kind'] }>) => {
      if (data.accountId === accountId && !signal.aborted) listener({ kind: data.kind });
    });
    signal.addEventListener('abort', () => channel.close(), { once: true });
  }
}

/**
 * Keeps everything in this browser, durably, for all its tabs: what `persistence="local"` means. Two people, or one person
 * with two browsers, do not see each other's changes; that needs a server. Of an account's history, the newest 200 entries
 * are kept.
 */
export class IndexedDbAdapter extends StoredAdapter {
  readonly durable = true;

  constructor({ databaseName = 'portero', ...options }: IndexedDbAdapterOptions = {}) {
    super(new IndexedDbStorage(databaseName), new BroadcastChanges(databaseName), options);
  }
}
