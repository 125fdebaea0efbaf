import { deleteDB } from 'idb';
import { IndexedDbAdapter } from '../../src/adapters/indexed-db.js';
import { expectBoundedHistory } from './kept-history.js';

const databaseName = 'indexed-db-history';

describe('the history in IndexedDB', () => {
  afterEach(() => deleteDB(databaseName));

  it('keeps the newest 200 entries of each account', async function () {
    this.timeout(60_000);
    await expectBoundedHistory(new IndexedDbAdapter({ databaseName }));
  });
});
