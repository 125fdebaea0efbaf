import type { IDBPTransaction, StoreNames } from 'idb';
import type { AccountReading, AccountTransaction } from './account-storage.js';
import type { PorteroDatabase } from './indexed-db-schema.js';
import { UserWriter } from './indexed-db-user-writer.js';

export { findUsers } from './indexed-db-find.js';
export { upgrade } from './indexed-db-schema.js';

type Writing = IDBPTransaction<PorteroDatabase, StoreNames<PorteroDatabase>[], 'readwrite'>;

/** Runs a task that writes, and leaves what users are found by in step with them. */
export async function writeOn<T>(
  transaction: Writing, accountId: string, reading: AccountReading, task: (transaction: AccountTransaction) => Promise<T>,
): Promise<T> {
  const records = transaction.objectStore('records');
  const history = transaction.objectStore('history');
  const users = new UserWriter(transaction, accountId);
  const result = await task({
    ...reading,
    putRecord: async (record) => void (await records.put({ accountId, record })),
    addHistory: async (entry) => void (await history.add({ accountId, entry })),
    async trimHistory(count) {
      const index = history.index('account');
      const surplus = (await index.count(accountId)) - count;
      // Keys count up: the first ones are the oldest.
      if (surplus > 0) await Promise.all((await index.getAllKeys(accountId, surplus)).map((key) => history.delete(key)));
    },
    getUserByAddress: (addressKey) => transaction.objectStore('users').index('address').get([accountId, addressKey]),
    countUsers: (filter) => users.count(filter),
    putUser: (stored) => users.put(stored),
    deleteUser: (id) => users.delete(id),
  });
  await users.settle();
  return result;
}
