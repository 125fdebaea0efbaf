import type { ContactInfoRecord } from '../domain/contact-info.js';
import type { AccountRequest, HistoryPage, HistoryRequest, PersistenceAdapter, SaveContactInfoRequest, StoreChange, UserDirectory } from '../ports/persistence-adapter.js';
import { compareAndSave, pageHistory } from './account-record.js';
import { settingsFrom, type AccountAdapterOptions, type AccountSettings } from './account-settings.js';
import type { AccountStorage, RequestedStorage } from './account-storage.js';
import { createUserDirectory } from './account-users.js';
import { ownCopy } from './own-copy.js';
import { onRequest } from './requested-storage.js';

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

  readonly #storage: RequestedStorage;
  readonly #channel: ChangeChannel;
  readonly #settings: AccountSettings;

  constructor(storage: AccountStorage, channel: ChangeChannel, options: AccountAdapterOptions) {
    this.#storage = onRequest(storage);
    this.#channel = channel;
    this.#settings = settingsFrom(options);
    this.users = createUserDirectory(this.#storage, this.#settings, (accountId, change) => channel.publish(accountId, change));
  }

  async loadContactInfo(request: AccountRequest): Promise<ContactInfoRecord | null> {
    return this.#storage.read(request, (transaction) => transaction.getRecord());
  }

  async saveContactInfo(request: SaveContactInfoRequest): Promise<ContactInfoRecord> {
    const edited = { contactInfo: ownCopy(request.contactInfo), baseRevision: request.baseRevision };
    const record = await this.#storage.write(request, (transaction) => compareAndSave(transaction, this.#settings, edited));
    this.#channel.publish(request.accountId, { kind: 'contact-info' });
    return record;
  }

  async loadHistory(request: HistoryRequest): Promise<HistoryPage> {
    return this.#storage.read(request, (transaction) => pageHistory(transaction, request));
  }

  watch({ accountId, signal }: AccountRequest, listener: (change: StoreChange) => void): void {
    if (!signal.aborted) this.#channel.subscribe(accountId, signal, listener);
  }
}
