import { expect } from 'chai';
import { MemoryAdapter, MemoryStore } from '../../src/adapters/memory.js';
import { storedUser } from '../../src/adapters/stored-user.js';
import type { User } from '../../src/domain/user.js';
import type { PersistenceError } from '../../src/ports/persistence-error.js';

const request = { accountId: 'acme', get signal() { return new AbortController().signal; } };
const ana: User = { id: 'ana', name: 'Ana', email: 'ana@example.com', role: 'editor', status: 'active', mailingLists: [], revision: '1' };
const admin: User = { ...ana, id: 'admin', name: 'Ada', email: 'ada@example.com', role: 'administrator' };
const record = { contactInfo: {}, revision: '1', updatedAt: '2026-11-24T00:00:00Z' };

describe('MemoryAdapter', () => {
  it('begins with what it is given, and shares nothing with it', async () => {
    const contactInfo = { alertContacts: ['ana'] };
    const adapter = new MemoryAdapter({ accounts: { acme: { contactInfo, users: [ana] } } });
    contactInfo.alertContacts.push('bo');
    expect((await adapter.loadContactInfo(request))?.contactInfo).to.deep.equal({ alertContacts: ['ana'] });
    expect(await adapter.users.getUsers({ ...request, ids: ['ana'] })).to.deep.equal([ana]);
  });

  it('says that nothing of it lasts', () => expect(new MemoryAdapter().durable).to.equal(false));

  it('uses the clock and the ids it is given', async () => {
    let ids = 0;
    const adapter = new MemoryAdapter({ clock: () => new Date('2026-11-24T10:00:00Z'), createId: () => `id-${(ids += 1)}` });
    const saved = await adapter.saveContactInfo({ ...request, contactInfo: {}, baseRevision: null });
    expect(saved).to.deep.equal({ contactInfo: {}, revision: 'id-1', updatedAt: '2026-11-24T10:00:00.000Z' });
    const [result] = await adapter.users.inviteUsers({ ...request, invitations: [{ email: 'a@example.com', role: 'editor', mailingLists: [] }] });
    expect(result.ok && result.user.expiresAt).to.equal('2026-12-08T10:00:00.000Z');
  });

  it('signs with the viewer’s name, where it knows it', async () => {
    const store = new MemoryStore({ acme: { users: [admin] } });
    const mine = new MemoryAdapter({ store, viewer: { id: 'admin', role: 'administrator' } });
    const saved = await mine.saveContactInfo({ ...request, contactInfo: {}, baseRevision: null });
    expect(saved.updatedBy).to.deep.equal({ id: 'admin', name: 'Ada' });
    const stranger = new MemoryAdapter({ store, viewer: { id: 'stranger', role: 'administrator' } });
    expect((await stranger.saveContactInfo({ ...request, contactInfo: {}, baseRevision: saved.revision })).updatedBy).to.equal(undefined);
  });

  it('names the user in the refusal of an address that is taken', async () => {
    const adapter = new MemoryAdapter({ accounts: { acme: { users: [ana] } } });
    const [result] = await adapter.users.inviteUsers({ ...request, invitations: [{ email: 'ANA@example.com', role: 'editor', mailingLists: [] }] });
    expect(result).to.deep.equal({ ok: false, issue: { path: ['email'], code: 'user.duplicate-address', params: { userId: 'ana', status: 'active' } } });
  });
});

describe('invitations', () => {
  const invitations = [{ email: 'a@example.com', role: 'editor', mailingLists: [] }, { email: 'nobody', role: 'editor', mailingLists: [] }];

  it('bring the link that the host makes for those who were invited, and for nobody else', async () => {
    const adapter = new MemoryAdapter({ createId: () => 'id', invitationLink: ({ accountId, user }) => `https://portal.example/${accountId}/join/${user.id}` });
    const results = await adapter.users.inviteUsers({ ...request, invitations });
    expect(results.map((result) => result.ok && result.link)).to.deep.equal(['https://portal.example/acme/join/id', false]);
    expect(Object.keys((await adapter.users.listUsers(request)).users[0]), 'what is kept of the user').not.to.include('link');
  });

  it('bring none where the host makes none', async () => {
    for (const adapter of [new MemoryAdapter(), new MemoryAdapter({ invitationLink: () => undefined })]) {
      const [result] = await adapter.users.inviteUsers({ ...request, invitations });
      expect(Object.keys(result)).to.deep.equal(['ok', 'user']);
    }
  });

  it('are taken back, all of them, where the link cannot be made', async () => {
    const adapter = new MemoryAdapter({
      invitationLink: ({ user }) => {
        if (user.email.startsWith('b')) throw new Error('There is no link.');
        user.name = 'Changed';
        return 'https://portal.example/';
      },
    });
    const inviting = adapter.users.inviteUsers({ ...request, invitations: [invitations[0], { ...invitations[0], email: 'b@example.com' }] });
    await inviting.then(() => expect.fail('It resolved.'), (error: Error) => expect(error.message).to.equal('There is no link.'));
    expect((await adapter.users.listUsers(request)).total).to.equal(0);
    const [result] = await adapter.users.inviteUsers({ ...request, invitations });
    expect(result.ok && result.user.name, 'what the host does to the user').to.equal('');
  });
});

describe('MemoryStore', () => {
  it('takes back everything that a failed task wrote', async () => {
    const store = new MemoryStore({ acme: { contactInfo: { a: 1 }, users: [ana] } });
    const before = await store.read('acme', async (transaction) => [await transaction.getRecord(), await transaction.getUser('ana'), await transaction.allHistory()]);
    const failing = store.write('acme', async (transaction) => {
      const stored = (await transaction.getUser('ana'))!;
      await transaction.putRecord(record);
      await transaction.addHistory({ revision: '1', at: '', changedKeys: [] });
      await transaction.putUser({ ...stored, user: { ...ana, name: 'Changed' } });
      await transaction.putUser({ ...stored, user: { ...ana, id: 'new' }, id: 'new', addressKey: 'new@example.com' });
      await transaction.deleteUser('ana');
      await transaction.deleteUser('nobody');
      throw new Error('changed its mind');
    });
    await failing.then(() => expect.fail('It resolved.'), (error: Error) => expect(error.message).to.equal('changed its mind'));
    const after = await store.read('acme', async (transaction) => [await transaction.getRecord(), await transaction.getUser('ana'), await transaction.allHistory()]);
    expect(after).to.deep.equal(before);
    expect(await store.write('acme', (transaction) => transaction.getUserByAddress('new@example.com'))).to.equal(undefined);
    expect(await store.write('acme', (transaction) => transaction.getUserByAddress('ana@example.com'))).to.deep.include({ user: ana });
    expect((await new MemoryAdapter({ store }).users.listUsers(request)).users).to.deep.equal([ana]);
  });

  it('goes on after a failed task', async () => {
    const store = new MemoryStore();
    await store.write('acme', () => Promise.reject(new Error('failed'))).catch(() => undefined);
    expect(await store.read('acme', (transaction) => transaction.getRecord())).to.equal(null);
  });

  it('forgets the address that a user had before', async () => {
    const store = new MemoryStore({ acme: { users: [ana] } });
    await store.write('acme', async (transaction) => transaction.putUser(storedUser({ ...ana, email: 'new@example.com' })));
    expect(await store.write('acme', (transaction) => transaction.getUserByAddress('ana@example.com'))).to.equal(undefined);
  });
});

describe('an account id that cannot be one', () => {
  it('is refused before anything is read or written', async () => {
    const adapter = new MemoryAdapter();
    for (const accountId of ['', '.', '..']) {
      const refusals = await Promise.all([
        adapter.loadContactInfo({ ...request, accountId }),
        adapter.loadHistory({ ...request, accountId }),
        adapter.users.listUsers({ ...request, accountId }),
        adapter.users.inviteUsers({ ...request, accountId, invitations: [] }),
      ].map((promise) => promise.then(() => 'resolved', (error: PersistenceError) => error.code)));
      expect(refusals).to.deep.equal(['invalid', 'invalid', 'invalid', 'invalid']);
    }
  });
});
