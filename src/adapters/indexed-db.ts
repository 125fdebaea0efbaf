import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { StoreChange } from '../ports/persistence-adapter.js';
import { PersistenceError, isPersistenceError } from '../ports/persistence-error.js';
import type { AccountAdapterOptions } from './account-settings.js';
import type { AccountReading, AccountStorage, AccountTransaction, FoundUsers, UserSelection } from './account-storage.js';
import { abort, IndexedDbConnection, loadDirectory } from './indexed-db-connection.js';
import type { PorteroDatabase } from './indexed-db-schema.js';
import { StoredAdapter, type ChangeChannel } from './stored-adapter.js';

type Stores = StoreNames<PorteroDatabase>[];
type Transaction<Mode extends IDBTransactionMode = 'readonly' | 'readwrite'> = IDBPTransaction<PorteroDatabase, Stores, Mode>;

export interface IndexedDbAdapterOptions extends AccountAdapterOptions {
  /** Adapters of one origin that name the same one share its accounts. `portero` where none is named. */
  databaseName?: string;
}

/**
 * Accounts in an IndexedDB. Owns the transactions: each is acknowledged on `complete`, with strict durability. Does not own the
 * connection, nor what is written in which form, which is loaded when something is first written or listed.
 */
class IndexedDbStorage implements AccountStorage {
  readonly #connection: IndexedDbConnection;

  constructor(name: string) {
    this.#connection = new IndexedDbConnection(name);
  }

  read<T>(accountId: string, task: (reading: AccountReading) => Promise<T>): Promise<T> {
    return this.#run('readonly', ['records', 'users', 'history'], (transaction) => task(readingOn(transaction, accountId)));
  }

  async write<T>(accountId: string, task: (transaction: AccountTransaction) => Promise<T>): Promise<T> {
    const { writeOn } = await loadDirectory();
    return this.#run('readwrite', ['records', 'users', 'history', 'userSummaries', 'searchBlocks'], (transaction) =>
      writeOn(transaction as Transaction<'readwrite'>, accountId, readingOn(transaction, accountId), task));
  }

  async findUsers(accountId: string, selection: UserSelection): Promise<FoundUsers> {
    const { findUsers } = await loadDirectory();
    return this.#run('readonly', ['users', 'userSummaries', 'searchBlocks'], (transaction) => findUsers(transaction, accountId, selection));
  }

  async #run<T>(mode: 'readonly' | 'readwrite', stores: Stores, task: (transaction: Transaction) => Promise<T>): Promise<T> {
    try {
      const transaction = await this.#begin(mode, stores);
      // Asked for before the work, so that a failure in it is not an unhandled rejection of `done` as well.
      const done = transaction.done.then(() => undefined, (error: unknown) => ({ error }));
      let result: T;
      try {
        result = await task(transaction);
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

  async #begin(mode: 'readonly' | 'readwrite', stores: Stores): Promise<Transaction> {
    const begin = (database: IDBPDatabase<PorteroDatabase>) => database.transaction(stores, mode, { durability: 'strict' });
    const database = await this.#connection.open();
    try {
      return begin(database);
    } catch (error) {
      // The connection may have been closed since: for a deletion, by the browser. One more try, with a new one.
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      return begin(await this.#connection.reopen());
    }
  }
}

function normalise(error: unknown): unknown {
  if (isPersistenceError(error)) return error;
  const { name } = error as { name?: unknown };
  if (name === 'QuotaExceededError') return new PersistenceError('quota', 'There is no room left in this browser.', { cause: error });
  if (name === 'VersionError') return new PersistenceError('unavailable', 'The database was made by a newer version.', { cause: error });
  return new PersistenceError('unavailable', 'The database could not be used.', { cause: error });
}

function readingOn(transaction: Transaction, accountId: string): AccountReading {
  return {
    getRecord: async () => (await transaction.objectStore('records').get(accountId))?.record ?? null,
    getUser: (id) => transaction.objectStore('users').get([accountId, id]),
    allHistory: async () => (await transaction.objectStore('history').index('account').getAll(accountId)).map(({ entry }) => entry).reverse(),
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
