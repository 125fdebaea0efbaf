import { expect } from 'chai';
import { MemoryAdapter } from '../../src/adapters/memory.js';
import { conformanceCases } from '../../src/testing/index.js';
import { brokenAdapters } from './broken-adapters.js';
import { memoryConformanceStore } from './memory-conformance-store.js';

const everything = { validation: true, users: true, guards: true, roles: true, watch: true, history: true };
const createStore = () => memoryConformanceStore();

describe('the conformance kit', () => {
  it('has at least 290 cases, each with a name of its own', () => {
    const names = conformanceCases(createStore, everything).map(({ name }) => name);
    expect(names.length).to.be.at.least(290);
    expect(new Set(names).size).to.equal(names.length);
  });

  it('has at least 130 cases about users alone', () => {
    expect(conformanceCases(createStore, { users: true }).filter(({ level }) => level === 'users')).to.have.length.of.at.least(130);
  });

  it('asks for guards by one’s own hand only where guards and roles are both claimed', () => {
    const rolesOf = (capabilities: object) => conformanceCases(createStore, capabilities).filter(({ level }) => level === 'roles').length;
    expect(rolesOf({ users: true, roles: true, guards: true })).to.be.greaterThan(rolesOf({ users: true, roles: true }));
  });

  it('asks of two methods for nothing but what they owe', () => {
    const levels = new Set(conformanceCases(createStore).map(({ level }) => level));
    expect([...levels]).to.deep.equal(['core', 'concurrency']);
  });

  it('asks for announcements about users only where both are claimed', () => {
    const watchOf = (capabilities: object) => conformanceCases(createStore, capabilities).filter(({ level }) => level === 'watch').length;
    expect(watchOf({ watch: true, users: true })).to.be.greaterThan(watchOf({ watch: true }));
    expect(watchOf({ users: true })).to.equal(0);
  });

  it('disposes of a store after a case, passed or failed', async () => {
    let disposed = 0;
    const broken = new MemoryAdapter();
    broken.loadContactInfo = () => Promise.reject(new Error('broken'));
    const [first] = conformanceCases(() => ({ open: () => broken, dispose: () => void (disposed += 1) }));
    await first.run().then(() => expect.fail('It passed.'), (error: Error) => expect(error.message).to.equal('Expected nothing to fail here, and it did: Error: broken'));
    expect(disposed).to.equal(1);
  });

  it('accepts invitations as the store does, where it can', async () => {
    const accepted: string[] = [];
    const store = createStore();
    const adapter = await store.open();
    const cases = conformanceCases(() => ({
      open: () => adapter,
      async acceptInvitation(accountId, userId) {
        accepted.push(userId);
        const signal = new AbortController().signal;
        const [user] = await adapter.users!.getUsers({ accountId, signal, ids: [userId] });
        await adapter.users!.updateUser({ accountId, signal, userId, changes: { status: 'active' }, baseRevision: user.revision });
      },
    }), everything);
    await cases.find(({ name }) => name === 'who has accepted has no date of expiry')!.run();
    expect(accepted).to.have.length(1);
  });
});

describe('the conformance kit catches an adapter that', () => {
  for (const { fault, caughtBy, refuses = false, open } of brokenAdapters) {
    it(`${fault}: “${caughtBy}”`, async () => {
      const cases = conformanceCases(() => memoryConformanceStore(open), everything);
      const found = cases.find(({ name }) => name === caughtBy);
      expect(found, caughtBy).not.to.equal(undefined);
      const caught = await found!.run().then(() => null, (error: Error) => error);
      expect(caught?.message).to.match(/^Expected /);
      expect(caught?.message.startsWith('Expected nothing to fail'), caught?.message).to.equal(refuses);
    });
  }
});
