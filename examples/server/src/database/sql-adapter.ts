import type { AccountAdapterOptions } from 'portero/adapters/account-settings';
import { StoredAdapter } from 'portero/adapters/stored-adapter';
import type { Database } from './database.js';
import type { DatabaseChanges } from './database-changes.js';
import { SqlStorage } from './sql-storage.js';

export interface SqlAdapterOptions extends AccountAdapterOptions {
  database: Database;
  changes: DatabaseChanges;
}

/** Accounts in PostgreSQL, on behalf of one viewer: made for a request, and costs nothing to make. */
export class SqlAdapter extends StoredAdapter {
  readonly durable = true;
  readonly #storage: SqlStorage;

  constructor({ database, changes, ...options }: SqlAdapterOptions) {
    const storage = new SqlStorage(database, options);
    super(storage, changes, options);
    this.#storage = storage;
  }

  /** Another one after every change of the account's users; `null` before the first. */
  usersVersion(accountId: string): Promise<string | null> {
    return this.#storage.usersVersion(accountId);
  }

  /** Deletes everything that is kept of an account, whoever the viewer is: who may is the host's to decide. */
  eraseAccount(accountId: string): Promise<void> {
    return this.#storage.erase(accountId);
  }
}
