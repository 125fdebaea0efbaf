import { deleteDB } from 'idb';
import { IndexedDbAdapter } from '../../src/adapters/indexed-db.js';
import { conformanceCases } from '../../src/testing/index.js';

let databases = 0;

describe('the IndexedDB adapter conforms', () => {
  const createStore = () => {
    const databaseName = `conformance-${(databases += 1)}`;
    return {
      open: (options = {}) => new IndexedDbAdapter({ ...options, databaseName }),
      dispose: () => deleteDB(databaseName),
    };
  };
  const capabilities = { validation: true, users: true, guards: true, roles: true, watch: true, history: true };
  for (const { name, level, run } of conformanceCases(createStore, capabilities)) it(`${level}: ${name}`, run);
});
