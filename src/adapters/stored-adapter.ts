import type { ContactInfoRecord } from '../domain/contact-info.js';
import { checkAccountId } from '../ports/account-id.js';
import type { AccountRequest, HistoryPage, HistoryRequest, PersistenceAdapter, SaveContactInfoRequest, StoreChange, UserDirectory } from '../ports/persistence-adapter.js';
import { PersistenceError } from '../ports/persistence-error.js';
import { compareAndSave, pageHistory } from './account-record.js';
import { settingsFrom, type AccountAdapterOptions, type AccountSettings } from './account-settings.js';
import type { AccountStorage } from './account-storage.js';
import { createUserDirectory } from './account-users.js';

/** Tells those who watch an account that something in it changed, here and wherever else the storage is used. */
export interface ChangeChannel {
  publish(accountId: string, change: StoreChange): void;
  subscribe(accountId: string, signal: AbortSignal, listener: (change: StoreChange) => void): void;
}

/**
 * An adapter over any storage that has transactions. Owns the rules: revisions, roles, guards, history. Does not own where
 * things are kept, nor how others hear of a change; `MemoryAdapter` and `IndexedDbAdapter` differ in nothing else.
 */
export abstract class StoredAdapter implements PersistenceAdapter {
  abstract readonly durable: boolean;
  readonly users: UserDirectory;

  readonly #storage: AccountStorage;
  readonly #channel: ChangeChannel;
  readonly #settings: AccountSettings;

  constructor(storage: AccountStorage, channel: ChangeChannel, options: AccountAdapterOptions) {
    this.#storage = checkedStorage(storage);
    this.#channel = channel;
    this.#settings = settingsFrom(options);
    this.users = createUserDirectory(this.#storage, this.#settings, (accountId, change) => channel.publish(accountId, change));
  }

  async loadContactInfo({ accountId, signal }: AccountRequest): Promise<ContactInfoRecord | null> {
    signal.throwIfAborted();
    return this.#storage.read(accountId, (transaction) => transaction.getRecord());
  }

  async saveContactInfo(request: SaveContactInfoRequest): Promise<ContactInfoRecord> {
    const { accountId, signal } = request;
    signal.throwIfAborted();
    const record = await this.#storage.write(accountId, (transaction) => compareAndSave(transaction, this.#settings, request));
    this.#channel.publish(accountId, { kind: 'contact-info' });
    return record;
  }

  async loadHistory({ accountId, signal, cursor, limit }: HistoryRequest): Promise<HistoryPage> {
    signal.throwIfAborted();
    return this.#storage.read(accountId, (transaction) => pageHistory(transaction, { cursor, limit }));
  }

  watch({ accountId, signal }: AccountRequest, listener: (change: StoreChange) => void): void {
    if (!signal.aborted) this.#channel.subscribe(accountId, signal, listener);
  }
}

function checkedStorage(storage: AccountStorage): AccountStorage {
  const check = (accountId: string) => {
    const problem = checkAccountId(accountId);
    if (problem) throw new PersistenceError('invalid', 'This account id cannot be used.', { issues: [problem] });
  };
  return {
    async read(accountId, task) {
      check(accountId);
      return storage.read(accountId, task);
    },
    async write(accountId, task) {
      check(accountId);
      return storage.write(accountId, task);
    },
  };
}
