import { expect } from 'chai';
import { MemoryAdapter, MemoryStore } from '../../src/adapters/memory.js';
import { expectBoundedHistory } from './kept-history.js';

describe('the history in memory', () => {
  it('keeps the newest 200 entries of each account', () => expectBoundedHistory(new MemoryAdapter()));

  it('gets back what it let go, where the save fails after all', async () => {
    const store = new MemoryStore();
    const entry = (revision: string) => ({ revision, at: '', changedKeys: [] });
    await store.write('acme', async (transaction) => {
      for (const revision of ['1', '2', '3']) await transaction.addHistory(entry(revision));
    });
    await store.write('acme', async (transaction) => {
      await transaction.addHistory(entry('4'));
      await transaction.trimHistory(2);
      throw new Error('It fails.');
    }).catch(() => undefined);
    expect((await store.read('acme', (transaction) => transaction.allHistory())).map(({ revision }) => revision)).to.deep.equal(['3', '2', '1']);
  });
});
