import { expect } from 'chai';
import { IndexedDbAdapter } from '../../src/adapters/indexed-db.js';
import type { PersistenceError } from '../../src/ports/persistence-error.js';

describe('IndexedDbAdapter without IndexedDB', () => {
  it('can be made, and says that it is unavailable when asked', async () => {
    const adapter = new IndexedDbAdapter();
    const error = await adapter.loadContactInfo({ accountId: 'acme', signal: new AbortController().signal })
      .then(() => expect.fail('It resolved.'), (reason: PersistenceError) => reason);
    expect(error.code).to.equal('unavailable');
  });
});
