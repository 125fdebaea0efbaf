import { expect } from 'chai';
import { HttpAdapter } from '../../src/adapters/http.js';
import { MemoryAdapter } from '../../src/adapters/memory.js';
import { conformanceCases } from '../../src/testing/index.js';
import { putUser } from '../testing/altered-adapter.js';
import { MemoryServer } from './support/memory-server.js';
import { strayFrom } from './support/openapi.js';

describe('the HTTP adapter conforms, with the reference server’s routes', () => {
  const server = new MemoryServer();
  const strays: string[] = [];
  /** Holds everything that is asked and answered against the description. */
  const described: typeof fetch = async (url, init = {}) => {
    const response = await fetch(url, init);
    const { pathname, searchParams } = new URL(String(url));
    const found = await strayFrom(pathname.replace(/^\/\d+/, ''), searchParams, init, response);
    strays.push(...found.map((stray) => `${init.method} ${pathname}: ${stray}`));
    return response;
  };
  before(() => server.ready());
  after(async () => {
    await server.close();
    expect([...new Set(strays)], 'what is not as openapi.yaml describes it').to.deep.equal([]);
    expect(server.errors.map(String), 'what the server did not foresee').to.deep.equal([]);
  });

  const createStore = () => {
    const { store, open } = server.add();
    return {
      open: (options = {}) => new HttpAdapter({ ...open(options), fetch: described }),
      async amendUser(accountId: string, userId: string, values: object) {
        const [user] = await new MemoryAdapter({ store }).users.getUsers({ accountId, signal: new AbortController().signal, ids: [userId] });
        await putUser(store, accountId, { ...user, ...values });
      },
    };
  };
  const capabilities = { validation: true, users: true, guards: true, roles: true, watch: true, history: true };
  for (const { name, level, run } of conformanceCases(createStore, capabilities)) it(`${level}: ${name}`, run);
});
