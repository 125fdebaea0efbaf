import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { ContactInfoRecord } from '../domain/contact-info.js';
import { userSortKeys, type HistoryEntry, type UserSortKey } from '../ports/persistence-adapter.js';
import { UserWriter } from './indexed-db-user-writer.js';
import type { SearchBlock } from './search-blocks.js';
import { sortFields } from './user-order.js';
import { storedUser, type StoredUser } from './stored-user.js';
import type { UserSummary } from './user-summary.js';

/** The block is where the user's search text is. */
export type UserEntry = StoredUser & { accountId: string; block: number };

export interface PorteroDatabase extends DBSchema {
  records: { key: string; value: { accountId: string; record: ContactInfoRecord } };
  users: {
    key: [accountId: string, id: string];
    value: UserEntry;
    indexes: { address: [accountId: string, addressKey: string] } & Record<UserSortKey, string[]>;
  };
  userSummaries: { key: string; value: UserSummary };
  searchBlocks: { key: [accountId: string, block: number]; value: SearchBlock };
  history: { key: number; value: { accountId: string; entry: HistoryEntry }; indexes: { account: string } };
}

type Upgrade = IDBPTransaction<PorteroDatabase, StoreNames<PorteroDatabase>[], 'versionchange'>;

/** How many users of an earlier version are read at a time. */
const batch = 1_000;

/** Makes the database, or brings an earlier one up to date: everything that was kept is kept. */
export async function upgrade(database: IDBPDatabase<PorteroDatabase>, oldVersion: number, transaction: Upgrade): Promise<void> {
  if (oldVersion < 1) {
    database.createObjectStore('records', { keyPath: 'accountId' });
    database.createObjectStore('users', { keyPath: ['accountId', 'id'] }).createIndex('address', ['accountId', 'addressKey'], { unique: true });
    database.createObjectStore('history', { autoIncrement: true }).createIndex('account', 'accountId');
  }
  database.createObjectStore('userSummaries', { keyPath: 'accountId' });
  database.createObjectStore('searchBlocks', { keyPath: ['accountId', 'block'] });
  const users = transaction.objectStore('users');
  if (oldVersion === 1) await indexUsers(transaction);
  // After the users have what is indexed.
  for (const by of userSortKeys) users.createIndex(by, ['accountId', ...sortFields[by]]);
}

/** Version 1 kept users without what they are sorted by, and had no summary of them. */
async function indexUsers(transaction: Upgrade): Promise<void> {
  const users = transaction.objectStore('users');
  const writers = new Map<string, UserWriter>();
  let after: IDBKeyRange | undefined;
  for (;;) {
    const read = await users.getAll(after, batch);
    await Promise.all(read.map(({ accountId, id, addressKey, user }) => {
      const writer = writers.get(accountId) ?? new UserWriter(transaction, accountId);
      writers.set(accountId, writer);
      return writer.add({ ...storedUser(user), id, addressKey });
    }));
    if (read.length < batch) break;
    const last = read[read.length - 1];
    after = IDBKeyRange.lowerBound([last.accountId, last.id], true);
  }
  for (const writer of writers.values()) await writer.settle();
}
