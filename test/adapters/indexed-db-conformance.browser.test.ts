import { deleteDB, openDB } from 'idb';
import { IndexedDbAdapter } from '../../src/adapters/indexed-db.js';
import { storedUser } from '../../src/adapters/stored-user.js';
import { conformanceCases, type ConformanceStore } from '../../src/testing/index.js';

let databases = 0;

describe('the IndexedDB adapter conforms', () => {
  const createStore = (): ConformanceStore => {
    const databaseName = `conformance-${(databases += 1)}`;
    return {
      open: (options = {}) => new IndexedDbAdapter({ ...options, databaseName }),
      async amendUser(accountId, userId, values) {
        const database = await openDB(databaseName);
        const row = await database.get('users', [accountId, userId]);
        await database.put('users', { ...row, ...storedUser({ ...row.user, ...values }) });
        database.close();
      },
      dispose: () => deleteDB(databaseName),
    };
  };
  const capabilities = { validation: true, users: true, guards: true, roles: true, watch: true, history: true };
  for (const { name, level, run } of conformanceCases(createStore, capabilities)) it(`${level}: ${name}`, run);
});
