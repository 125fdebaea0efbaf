import { expect } from 'chai';
import { HttpAdapter } from '../../src/adapters/http.js';
import { MemoryAdapter } from '../../src/adapters/memory.js';
import { conformanceCases } from '../../src/testing/index.js';
import { putUser } from '../testing/altered-adapter.js';
import { MemoryServer } from './support/memory-server.js';

describe('the HTTP adapter conforms, with the reference server’s routes', () => {
  const server = new MemoryServer();
  before(() => server.ready());
  after(async () => {
    await server.close();
    expect(server.errors.map(String), 'what the server did not foresee').to.deep.equal([]);
  });

  const createStore = () => {
    const { store, open } = server.add();
    return {
      open: (options = {}) => new HttpAdapter(open(options)),
      async amendUser(accountId: string, userId: string, values: object) {
        const [user] = await new MemoryAdapter({ store }).users.getUsers({ accountId, signal: new AbortController().signal, ids: [userId] });
        await putUser(store, accountId, { ...user, ...values });
      },
    };
  };
  const capabilities = { validation: true, users: true, guards: true, roles: true, watch: true, history: true };
  for (const { name, level, run } of conformanceCases(createStore, capabilities)) it(`${level}: ${name}`, run);
});
