import { expect } from 'chai';
import { MemoryAdapter } from '../../src/adapters/memory.js';
import { resolvePersistence, type ResolveRequest } from '../../src/controllers/persistence-resolver.js';
import { lazyAdapter } from '../../src/define/lazy-adapter.js';
import '../../src/define/persistence.js';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';
import { defaultRoles } from '../../src/domain/user.js';
import type { StoreChange } from '../../src/ports/persistence-adapter.js';
import type { PersistenceError } from '../../src/ports/persistence-error.js';

const account = { accountId: 'acme', signal: new AbortController().signal };
const asking = (changes: Partial<ResolveRequest> = {}): ResolveRequest => ({
  persistence: 'memory', viewer: { id: 'me', role: 'administrator' }, roles: defaultRoles, requirements: partnerPortalRequirements, ...changes,
});

describe('persistence by name', () => {
  it('is the same adapter for requests that say the same', () => {
    const first = resolvePersistence(asking());
    expect(resolvePersistence(asking({ roles: structuredClone(defaultRoles), requirements: structuredClone(partnerPortalRequirements) }))).to.equal(first);
    expect(resolvePersistence(asking({ viewer: null }))).not.to.equal(first);
    expect(resolvePersistence(asking({ persistence: 'papyrus' }))).to.equal(undefined);
  });

  it('keeps what is in memory for every viewer of the page', async () => {
    await resolvePersistence(asking())!.saveContactInfo({ ...account, contactInfo: { a: 1 }, baseRevision: null });
    const other = resolvePersistence(asking({ viewer: { id: 'you', role: 'read-only' } }))!;
    expect((await other.loadContactInfo(account))?.contactInfo).to.deep.equal({ a: 1 });
  });
});

describe('persistence by address', () => {
  const { fetch } = globalThis;
  const asked: string[] = [];
  before(() => {
    globalThis.fetch = async (url) => {
      asked.push(String(url));
      return new Response(null, { status: 204 });
    };
  });
  after(() => {
    globalThis.fetch = fetch;
  });

  for (const address of ['/api', './api', '../api', 'https://portal.example/api', 'HTTP://portal.example/api']) {
    it(`is a back end: ${address}`, async () => {
      expect(await resolvePersistence(asking({ persistence: address }))!.loadContactInfo(account)).to.equal(null);
      expect(asked.at(-1)).to.equal(`${address}/accounts/acme/contact-info`);
    });
  }

  it('is one adapter for everybody', () => {
    expect(resolvePersistence(asking({ persistence: '/api', viewer: null }))).to.equal(resolvePersistence(asking({ persistence: '/api' })));
  });

  it('is nothing where it is no address', () => {
    for (const persistence of ['api', 'javascript:alert(1)', 'ftp://portal.example/', ' /api']) expect(resolvePersistence(asking({ persistence })), persistence).to.equal(undefined);
  });
});

describe('lazyAdapter', () => {
  it('is unavailable while its code cannot be loaded, and tries again with the next call', async () => {
    let isOnline = false;
    let loads = 0;
    const adapter = lazyAdapter(false, async () => {
      loads += 1;
      if (!isOnline) throw new TypeError('Failed to fetch');
      return new MemoryAdapter();
    });
    const heard: StoreChange[] = [];
    adapter.watch!(account, (change) => heard.push(change));
    const error = await adapter.loadContactInfo(account).then(() => expect.fail('It resolved.'), (reason: unknown) => reason as PersistenceError);
    expect([error.code, loads]).to.deep.equal(['unavailable', 1]);
    isOnline = true;
    expect(await adapter.loadContactInfo(account)).to.equal(null);
    await adapter.saveContactInfo({ ...account, contactInfo: {}, baseRevision: null });
    expect([loads, heard]).to.deep.equal([2, [{ kind: 'contact-info' }]]);
  });

  it('does all that the adapter does', async () => {
    const adapter = lazyAdapter(true, () => Promise.resolve(new MemoryAdapter()));
    expect(adapter.durable).to.equal(true);
    const [invited] = await adapter.users!.inviteUsers({ ...account, invitations: [{ email: 'a@example.com', role: 'administrator', mailingLists: [] }] });
    const { user } = invited as Extract<typeof invited, { ok: true }>;
    const resent = await adapter.users!.resendInvitation({ ...account, userId: user.id });
    const active = await adapter.users!.updateUser({ ...account, userId: user.id, changes: { status: 'active' }, baseRevision: resent.revision });
    expect((await adapter.users!.listUsers(account)).total).to.equal(1);
    expect(await adapter.users!.getUsers({ ...account, ids: [user.id] })).to.deep.equal([active]);
    const refused = await adapter.users!.removeUser({ ...account, userId: user.id, baseRevision: active.revision }).then(() => undefined, (reason: unknown) => reason as PersistenceError);
    expect(refused?.guard).to.equal('last-administrator');
    expect((await adapter.loadHistory!(account)).entries).to.deep.equal([]);
  });
});
