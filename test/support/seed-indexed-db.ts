import { openDB } from 'idb';
import { IndexedDbAdapter } from '../../src/adapters/indexed-db.js';
import type { PorteroDatabase } from '../../src/adapters/indexed-db-schema.js';
import { UserWriter } from '../../src/adapters/indexed-db-user-writer.js';
import { storedUser } from '../../src/adapters/stored-user.js';
import type { User } from '../../src/domain/user.js';

const batch = 5_000;

/** Writes in bulk what as many invitations would, and lets users be what no invitation makes them. */
export async function seedIndexedDb(databaseName: string, accountId: string, users: readonly User[]): Promise<void> {
  await new IndexedDbAdapter({ databaseName }).loadContactInfo({ accountId, signal: new AbortController().signal });
  for (let start = 0; start < users.length; start += batch) {
    await write(databaseName, accountId, (writer) => Promise.all(users.slice(start, start + batch).map((user) => writer.add(storedUser(user)))));
  }
}

/** Writes a user as no rule would let it become. The database is there. */
export function putInIndexedDb(databaseName: string, accountId: string, user: User): Promise<void> {
  return write(databaseName, accountId, (writer) => writer.put(storedUser(user)));
}

async function write(databaseName: string, accountId: string, task: (writer: UserWriter) => Promise<unknown>): Promise<void> {
  const database = await openDB<PorteroDatabase>(databaseName);
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
  const writer = new UserWriter(transaction, accountId);
  await task(writer);
  await writer.settle();
  await transaction.done;
  database.close();
}
