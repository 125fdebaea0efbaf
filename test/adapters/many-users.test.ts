import { MemoryAdapter } from '../../src/adapters/memory.js';
import { expectManyUsers, manyUsers } from './many-users.js';

describe('20,000 users in memory', function () {
  this.timeout(120_000);

  it('are listed, sorted, found and changed', () => expectManyUsers(new MemoryAdapter({ accounts: { acme: { users: manyUsers } } })));
});
