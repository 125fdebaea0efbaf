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

  constructor({ database, changes, ...options }: SqlAdapterOptions) {
    super(new SqlStorage(database, options), changes, options);
  }
}
