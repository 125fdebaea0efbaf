import { openDB, type IDBPDatabase } from 'idb';
import type { User } from '../../src/domain/user.js';

export interface Version1Account {
  accountId: string;
  record?: object;
  history?: object[];
  users: User[];
}

/** A database as the first version of the adapter made it and wrote into it. Whoever opens it closes it. */
export async function openVersion1(name: string, accounts: readonly Version1Account[] = []): Promise<IDBPDatabase> {
  const database = await openDB(name, 1, {
    upgrade(created) {
      created.createObjectStore('records', { keyPath: 'accountId' });
      created.createObjectStore('users', { keyPath: ['accountId', 'id'] }).createIndex('address', ['accountId', 'addressKey'], { unique: true });
      created.createObjectStore('history', { autoIncrement: true }).createIndex('account', 'accountId');
    },
  });
  const transaction = database.transaction(['records', 'users', 'history'], 'readwrite');
  for (const { accountId, record, history = [], users } of accounts) {
    if (record) void transaction.objectStore('records').put({ accountId, record });
    for (const entry of history) void transaction.objectStore('history').add({ accountId, entry });
    for (const user of users) {
      const searchText = `${user.name}\n${user.email}`.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase();
      void transaction.objectStore('users').put({ user, addressKey: user.email.toLowerCase(), searchText, accountId, id: user.id });
    }
  }
  await transaction.done;
  return database;
}
