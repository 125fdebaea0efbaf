import type { ContactInfoRecord } from '../domain/contact-info.js';
import type { AccountRequest, HistoryPage, HistoryRequest, PersistenceAdapter, SaveContactInfoRequest, StoreChange, UserDirectory } from '../ports/persistence-adapter.js';
import { settingsFrom, type AccountAdapterOptions, type AccountSettings } from './account-settings.js';
import type { AccountStorage, RequestedStorage } from './account-storage.js';
import type { createUserDirectory } from './account-users.js';
import { onDemand } from '../ports/on-demand.js';
import { ownCopy } from './own-copy.js';
import { onRequest } from './requested-storage.js';

const recordRules = onDemand(() => import('./account-record.js'));
const userRules = onDemand(() => import('./account-users.js'));

/** Tells those who watch an account that something in it changed, here and wherever else the storage is used. */
export interface ChangeChannel {
  publish(accountId: string, change: StoreChange): void;
  subscribe(accountId: string, signal: AbortSignal, listener: (change: StoreChange) => void): void;
}

/**
 * An adapter over any storage that has transactions. Owns the rules: revisions, roles, guards, history. Does not own where
 * things are kept, nor how others hear of a change; `MemoryAdapter` and `IndexedDbAdapter` differ in nothing else.
 *
 * Most visits only read: what writing and listing need is loaded when it is first asked for.
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
    this.users = this.#createDirectory();
  }

  async loadContactInfo(request: AccountRequest): Promise<ContactInfoRecord | null> {
    return this.#storage.read(request, (transaction) => transaction.getRecord());
  }

  async saveContactInfo(request: SaveContactInfoRequest): Promise<ContactInfoRecord> {
    const edited = { contactInfo: ownCopy(request.contactInfo), baseRevision: request.baseRevision };
    const { compareAndSave } = await recordRules();
    const record = await this.#storage.write(request, (transaction) => compareAndSave(transaction, this.#settings, edited));
    this.#channel.publish(request.accountId, { kind: 'contact-info' });
    return record;
  }

  async loadHistory(request: HistoryRequest): Promise<HistoryPage> {
    const { pageHistory } = await recordRules();
    return this.#storage.read(request, (transaction) => pageHistory(transaction, request));
  }

  watch({ accountId, signal }: AccountRequest, listener: (change: StoreChange) => void): void {
    if (!signal.aborted) this.#channel.subscribe(accountId, signal, listener);
  }

  #createDirectory(): UserDirectory {
    const announce = (accountId: string, change: StoreChange) => this.#channel.publish(accountId, change);
    let created: ReturnType<typeof createUserDirectory> | undefined;
    const directory = async () => (created ??= (await userRules()).createUserDirectory(this.#storage, this.#settings, announce));
    return {
      getUsers: async (request) => {
        const ids = [...new Set(request.ids)];
        const found = await this.#storage.read(request, (transaction) => Promise.all(ids.map((id) => transaction.getUser(id))));
        return found.flatMap((one) => (one ? [one.user] : []));
      },
      listUsers: async (request) => (await directory()).listUsers(request),
      inviteUsers: async (request) => {
        const own = { ...request, invitations: ownCopy(request.invitations) };
        return (await directory()).inviteUsers(own);
      },
      updateUser: async (request) => {
        const own = { ...request, changes: ownCopy(request.changes) };
        return (await directory()).updateUser(own);
      },
      removeUser: async (request) => (await directory()).removeUser(request),
      resendInvitation: async (request) => (await directory()).resendInvitation(request),
    };
  }
}
