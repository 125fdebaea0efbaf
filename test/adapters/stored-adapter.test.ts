import { expect } from 'chai';
import { MemoryAdapter, MemoryStore } from '../../src/adapters/memory.js';
import type { ContactInfoRecord } from '../../src/domain/contact-info.js';
import type { User } from '../../src/domain/user.js';
import type { PersistenceError } from '../../src/ports/persistence-error.js';

const request = { accountId: 'acme', get signal() { return new AbortController().signal; } };
const ana: User = { id: 'ana', name: 'Ana', email: 'ana@example.com', role: 'editor', status: 'active', mailingLists: [], revision: '1' };
const admin: User = { ...ana, id: 'admin', name: 'Ada', email: 'ada@example.com', role: 'administrator' };
const pending: User = { ...ana, id: 'pending', email: 'pending@example.com', role: 'administrator', status: 'invited' };
const unclonable = (() => undefined) as never;

const refusal = (promise: Promise<unknown>) => promise.then(() => expect.fail('It resolved.'), (error: PersistenceError) => error);

/** An adapter, and its store: a write there makes those of the adapter wait. */
function adapterWith(users: User[] = [ana, admin]) {
  const store = new MemoryStore({ acme: { contactInfo: { a: { b: 1 } }, users } });
  return { store, adapter: new MemoryAdapter({ store }) };
}

describe('what an error brings along', () => {
  it('is the caller’s own, a record', async () => {
    const { adapter } = adapterWith();
    const { current } = await refusal(adapter.saveContactInfo({ ...request, contactInfo: {}, baseRevision: null }));
    (current as ContactInfoRecord).contactInfo.a = 'changed';
    expect((await adapter.loadContactInfo(request))?.contactInfo).to.deep.equal({ a: { b: 1 } });
  });

  it('is the caller’s own, a user', async () => {
    const { adapter } = adapterWith();
    const { current } = await refusal(adapter.users.updateUser({ ...request, userId: 'ana', changes: {}, baseRevision: 'old' }));
    (current as User).mailingLists.push('changed');
    expect(await adapter.users.getUsers({ ...request, ids: ['ana'] })).to.deep.equal([ana]);
  });
});

describe('what is handed in', () => {
  it('is read at once, however long the write waits', async () => {
    const { store, adapter } = adapterWith();
    let release!: () => void;
    void store.write('acme', () => new Promise<void>((resolve) => (release = resolve)));
    const contactInfo = { alertContacts: ['ana'] };
    const invitations = [{ email: 'bo@example.com', role: 'editor', mailingLists: ['news'] }];
    const changes = { mailingLists: ['news'] };
    const waiting = Promise.all([
      adapter.saveContactInfo({ ...request, contactInfo, baseRevision: 'seed' }),
      adapter.users.inviteUsers({ ...request, invitations }),
      adapter.users.updateUser({ ...request, userId: 'ana', changes, baseRevision: '1' }),
    ]);
    contactInfo.alertContacts.push('nobody');
    invitations[0].mailingLists.push('other');
    changes.mailingLists.push('other');
    await Promise.resolve();
    release();
    const [record, [invited], changed] = await waiting;
    expect(record.contactInfo).to.deep.equal({ alertContacts: ['ana'] });
    expect(invited.ok && invited.user.mailingLists).to.deep.equal(['news']);
    expect(changed.mailingLists).to.deep.equal(['news']);
  });

  it('is refused where it is no data', async () => {
    const { adapter } = adapterWith();
    for (const promise of [
      adapter.saveContactInfo({ ...request, contactInfo: { a: unclonable }, baseRevision: 'seed' }),
      adapter.users.inviteUsers({ ...request, invitations: [unclonable] }),
      adapter.users.updateUser({ ...request, userId: 'ana', changes: { name: unclonable }, baseRevision: '1' }),
    ]) expect((await refusal(promise)).code).to.equal('invalid');
    expect((await adapter.loadContactInfo(request))?.revision).to.equal('seed');
  });
});

describe('an abort', () => {
  it('is an AbortError whatever its reason, of every method', async () => {
    const { adapter } = adapterWith();
    for (const reason of [undefined, 'bored', new Error('mine'), null]) {
      const aborted = { accountId: 'acme', signal: AbortSignal.abort(reason) };
      for (const promise of [
        adapter.loadContactInfo(aborted),
        adapter.saveContactInfo({ ...aborted, contactInfo: {}, baseRevision: 'seed' }),
        adapter.loadHistory(aborted),
        adapter.users.listUsers(aborted),
        adapter.users.getUsers({ ...aborted, ids: [] }),
        adapter.users.inviteUsers({ ...aborted, invitations: [] }),
        adapter.users.updateUser({ ...aborted, userId: 'ana', changes: {}, baseRevision: '1' }),
        adapter.users.removeUser({ ...aborted, userId: 'ana', baseRevision: '1' }),
        adapter.users.resendInvitation({ ...aborted, userId: 'ana' }),
      ]) {
        const error: unknown = await refusal(promise);
        expect(error instanceof DOMException && error.name, String(reason)).to.equal('AbortError');
      }
    }
  });

  it('takes back a write that waits for its turn', async () => {
    const { store, adapter } = adapterWith();
    let release!: () => void;
    void store.write('acme', () => new Promise<void>((resolve) => (release = resolve)));
    const controller = new AbortController();
    const saving = refusal(adapter.saveContactInfo({ ...request, signal: controller.signal, contactInfo: {}, baseRevision: 'seed' }));
    const removing = refusal(adapter.users.removeUser({ ...request, signal: controller.signal, userId: 'ana', baseRevision: '1' }));
    await Promise.resolve();
    controller.abort('bored');
    release();
    expect([(await saving).name, (await removing).name]).to.deep.equal(['AbortError', 'AbortError']);
    expect((await adapter.loadContactInfo(request))?.revision).to.equal('seed');
    expect(await adapter.users.getUsers({ ...request, ids: ['ana'] })).to.deep.equal([ana]);
  });

  it('takes back a write that is half done', async () => {
    const { store } = adapterWith();
    const controller = new AbortController();
    // Aborted when the new revision is made: after the reading, before the writing.
    const adapter = new MemoryAdapter({ store, createId: () => { controller.abort(); return 'new'; } });
    expect((await refusal(adapter.saveContactInfo({ ...request, signal: controller.signal, contactInfo: {}, baseRevision: 'seed' }))).name).to.equal('AbortError');
    expect((await adapter.loadContactInfo(request))?.revision).to.equal('seed');
    expect((await adapter.loadHistory(request)).entries).to.deep.equal([]);
  });
});

describe('users, asked for by hosts without types', () => {
  for (const changes of [
    { status: 'invited' }, { status: 'gone' }, { status: null }, { status: 7 }, { name: 7 }, { name: null }, { name: {} }, { role: 7 },
    { mailingLists: 'news' }, { mailingLists: [7] }, null, undefined, 'name', [],
  ]) {
    it(`are not changed by ${JSON.stringify(changes)}`, async () => {
      const { adapter } = adapterWith();
      const error = await refusal(adapter.users.updateUser({ ...request, userId: 'ana', changes: changes as never, baseRevision: '1' }));
      expect([error.code, error.issues![0].path[0]]).to.deep.equal(['invalid', 'changes']);
      expect(await adapter.users.getUsers({ ...request, ids: ['ana'] })).to.deep.equal([ana]);
    });
  }

  for (const invitation of [{ email: 7 }, { email: 'zoe@mesa.example', name: 7 }, { email: 'zoe@mesa.example', mailingLists: undefined }, { email: 'zoe@mesa.example', role: null }, null, 'zoe@mesa.example']) {
    it(`are not invited by ${JSON.stringify(invitation)}, nor is anybody beside them`, async () => {
      const { adapter } = adapterWith();
      const right = { email: 'bo@mesa.example', role: 'editor', mailingLists: [] };
      const wrong = (typeof invitation === 'object' && invitation ? { ...right, ...invitation } : invitation) as never;
      const error = await refusal(adapter.users.inviteUsers({ ...request, invitations: [right, wrong] }));
      expect([error.code, ...error.issues![0].path.slice(0, 2)]).to.deep.equal(['invalid', 'invitations', 1]);
      expect((await adapter.users.listUsers({ ...request, search: 'bo@' })).total).to.equal(0);
    });
  }

  it('say nothing to those who watch where nobody could be invited', async () => {
    const { adapter } = adapterWith();
    const heard: string[] = [];
    adapter.watch(request, ({ kind }) => heard.push(kind));
    await adapter.users.inviteUsers({ ...request, invitations: [{ email: 'no address', role: 'editor', mailingLists: [] }] });
    await adapter.users.inviteUsers({ ...request, invitations: [{ email: 'bo@mesa.example', role: 'editor', mailingLists: [] }] });
    await adapter.loadContactInfo(request);
    expect(heard).to.deep.equal(['users']);
  });

  it('are not invited again by somebody below them', async () => {
    const { store } = adapterWith([ana, admin, pending]);
    const roles = [{ key: 'manager', canEditContactInfo: true, canManageUsers: true, rank: 1 }, { key: 'administrator', canEditContactInfo: true, canManageUsers: true, rank: 2 }];
    const mine = new MemoryAdapter({ store, roles, viewer: { id: 'me', role: 'manager' } });
    const error = await refusal(mine.users.resendInvitation({ ...request, userId: 'pending' }));
    expect([error.code, error.guard]).to.deep.equal(['guard', 'role-rank']);
    expect(await mine.users.getUsers({ ...request, ids: ['pending'] })).to.deep.equal([pending]);
  });
});

describe('pages', () => {
  it('of users are all that is copied of them', async () => {
    const { adapter } = adapterWith(Array.from({ length: 200 }, (_, index): User => ({ ...ana, id: `u${index}`, email: `u${index}@example.com` })));
    const original = globalThis.structuredClone;
    let copied = 0;
    globalThis.structuredClone = ((value: unknown) => {
      copied += JSON.stringify(value)?.match(/"email"/g)?.length ?? 0;
      return original(value);
    }) as typeof structuredClone;
    try {
      expect((await adapter.users.listUsers({ ...request, limit: 10 })).total).to.equal(200);
    } finally {
      globalThis.structuredClone = original;
    }
    expect(copied, 'with the one that says that more follow').to.equal(11);
  });

  it('of history have a length where the limit is none', async () => {
    const adapter = new MemoryAdapter();
    let baseRevision: string | null = null;
    for (let index = 0; index < 25; index += 1) ({ revision: baseRevision } = await adapter.saveContactInfo({ ...request, contactInfo: { index }, baseRevision }));
    for (const [limit, length] of [[Number.NaN, 20], [undefined, 20], [0, 1], [-1, 1], [2.9, 2], [Infinity, 25]] as const) {
      expect((await adapter.loadHistory({ ...request, limit })).entries, String(limit)).to.have.length(length);
    }
  });
});
