import fc from 'fast-check';
import { MemoryAdapter, MemoryStore } from '../../src/adapters/memory.js';
import { userSortKeys } from '../../src/ports/persistence-adapter.js';
import { commands, expectListing, inAccount, linkUnlessBroken, query, runCommands } from './listing-model.js';
import { tries } from '../support/tries.js';

describe('what MemoryAdapter lists', () => {
  it('is what filtering and sorting everybody would list, after any changes', async () => {
    await fc.assert(fc.asyncProperty(commands, fc.array(query, { minLength: 1, maxLength: 6 }), async (list, queries) => {
      const store = new MemoryStore();
      const adapters = [1, 2].map(() => new MemoryAdapter({ store, invitationLink: linkUnlessBroken }));
      // Every order is there from the beginning, and has to be kept in step.
      for (const by of userSortKeys) await adapters[0].users.listUsers({ ...inAccount(), sort: { by, direction: 'ascending' } });
      const users = await runCommands(adapters, list);
      for (const asked of queries) await expectListing(adapters[0], users, asked);
    }), { numRuns: tries(300) });
  });

  it('is the same where an order is first asked for when everybody is there', async () => {
    await fc.assert(fc.asyncProperty(commands, query, async (list, asked) => {
      const adapter = new MemoryAdapter({ invitationLink: linkUnlessBroken });
      await expectListing(adapter, await runCommands([adapter], list), asked);
    }), { numRuns: 100 });
  });
});
