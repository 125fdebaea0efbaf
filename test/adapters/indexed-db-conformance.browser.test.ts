import { deleteDB } from 'idb';
import { IndexedDbAdapter } from '../../src/adapters/indexed-db.js';
import { conformanceCases, type ConformanceStore } from '../../src/testing/index.js';
import { putInIndexedDb } from '../support/seed-indexed-db.js';

let databases = 0;

describe('the IndexedDB adapter conforms', () => {
  const createStore = (): ConformanceStore => {
    const databaseName = `conformance-${(databases += 1)}`;
    return {
      open: (options = {}) => new IndexedDbAdapter({ ...options, databaseName }),
      async amendUser(accountId, userId, values) {
        const [user] = await new IndexedDbAdapter({ databaseName }).users.getUsers({ accountId, signal: new AbortController().signal, ids: [userId] });
        await putInIndexedDb(databaseName, accountId, { ...user, ...values });
      },
      dispose: () => deleteDB(databaseName),
    };
  };
  const capabilities = { validation: true, users: true, guards: true, roles: true, watch: true, history: true };
  for (const { name, level, run } of conformanceCases(createStore, capabilities)) it(`${level}: ${name}`, run);
});
