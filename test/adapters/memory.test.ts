import { expect } from 'chai';
import { MemoryAdapter, MemoryStore } from '../../src/adapters/memory.js';
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

describe('MemoryStore', () => {
  it('takes back everything that a failed task wrote', async () => {
    const store = new MemoryStore({ acme: { contactInfo: { a: 1 }, users: [ana] } });
    const before = await store.read('acme', async (transaction) => [await transaction.getRecord(), await transaction.allUsers(), await transaction.allHistory()]);
    const failing = store.write('acme', async (transaction) => {
      const stored = (await transaction.getUser('ana'))!;
      await transaction.putRecord(record);
      await transaction.addHistory({ revision: '1', at: '', changedKeys: [] });
      await transaction.putUser({ ...stored, user: { ...ana, name: 'Changed' } });
      await transaction.putUser({ ...stored, user: { ...ana, id: 'new' }, addressKey: 'new@example.com' });
      await transaction.deleteUser('ana');
      await transaction.deleteUser('nobody');
      throw new Error('changed its mind');
    });
    await failing.then(() => expect.fail('It resolved.'), (error: Error) => expect(error.message).to.equal('changed its mind'));
    const after = await store.read('acme', async (transaction) => [await transaction.getRecord(), await transaction.allUsers(), await transaction.allHistory()]);
    expect(after).to.deep.equal(before);
    expect(await store.read('acme', (transaction) => transaction.getUserByAddress('new@example.com'))).to.equal(undefined);
    expect(await store.read('acme', (transaction) => transaction.getUserByAddress('ana@example.com'))).to.deep.include({ user: ana });
  });

  it('goes on after a failed task', async () => {
    const store = new MemoryStore();
    await store.write('acme', () => Promise.reject(new Error('failed'))).catch(() => undefined);
    expect(await store.read('acme', (transaction) => transaction.getRecord())).to.equal(null);
  });

  it('forgets the address that a user had before', async () => {
    const store = new MemoryStore({ acme: { users: [ana] } });
    await store.write('acme', async (transaction) => transaction.putUser({ user: { ...ana, email: 'new@example.com' }, addressKey: 'new@example.com', searchText: '' }));
    expect(await store.read('acme', (transaction) => transaction.getUserByAddress('ana@example.com'))).to.equal(undefined);
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
