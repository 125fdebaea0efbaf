import { deleteDB } from 'idb';
import { IndexedDbAdapter } from '../../src/adapters/indexed-db.js';
import { seedIndexedDb } from '../support/seed-indexed-db.js';
import { expectManyUsers, manyUsers } from './many-users.js';

const databaseName = 'indexed-db-many-users';

describe('20,000 users in IndexedDB', function () {
  this.timeout(240_000);
  afterEach(() => deleteDB(databaseName));

  it('are listed, sorted, found and changed', async () => {
    await seedIndexedDb(databaseName, 'acme', manyUsers);
    await expectManyUsers(new IndexedDbAdapter({ databaseName }));
  });
});
