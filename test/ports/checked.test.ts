import { expect } from 'chai';
import { MemoryAdapter } from '../../src/adapters/memory.js';
import type { User } from '../../src/domain/user.js';
import { checked } from '../../src/ports/checked.js';
import type { PersistenceAdapter, StoreChange, UserDirectory } from '../../src/ports/persistence-adapter.js';
import { isAbortError, isPersistenceError, PersistenceError } from '../../src/ports/persistence-error.js';

const record = { contactInfo: {}, revision: '1', updatedAt: '2026-11-24T00:00:00Z' };
const user: User = { id: 'a', name: 'Ana', email: 'ana@example.com', role: 'editor', status: 'active', mailingLists: [], revision: '1' };

const request = (accountId = 'acme', signal = new AbortController().signal) => ({ accountId, signal });

/** An adapter of which every method answers the same. */
function answering(reply: unknown): PersistenceAdapter {
  const answer = () => Promise.resolve(reply) as Promise<never>;
  const users: UserDirectory = { listUsers: answer, getUsers: answer, inviteUsers: answer, updateUser: answer, removeUser: answer, resendInvitation: answer };
  return checked({ loadContactInfo: answer, saveContactInfo: answer, loadHistory: answer, users });
}

/** An adapter of which every method does the same. */
function doing(task: () => Promise<never>): PersistenceAdapter {
  return checked({ loadContactInfo: task, saveContactInfo: task });
}

async function rejection(promise: Promise<unknown>): Promise<PersistenceError> {
  const error = await promise.then(() => expect.fail('It resolved.'), (reason: unknown) => reason);
  return error as PersistenceError;
}

type Call = (adapter: PersistenceAdapter) => Promise<unknown>;
const calls: Record<string, Call> = {
  loadContactInfo: (adapter) => adapter.loadContactInfo(request()),
  saveContactInfo: (adapter) => adapter.saveContactInfo({ ...request(), contactInfo: {}, baseRevision: null }),
  loadHistory: (adapter) => adapter.loadHistory!(request()),
  listUsers: (adapter) => adapter.users!.listUsers(request()),
  getUsers: (adapter) => adapter.users!.getUsers({ ...request(), ids: [] }),
  inviteUsers: (adapter) => adapter.users!.inviteUsers({ ...request(), invitations: [{ email: 'a@example.com', role: 'editor', mailingLists: [] }] }),
  updateUser: (adapter) => adapter.users!.updateUser({ ...request(), userId: 'a', changes: {}, baseRevision: '1' }),
  resendInvitation: (adapter) => adapter.users!.resendInvitation({ ...request(), userId: 'a' }),
};
const goodReplies: Record<string, unknown> = {
  loadContactInfo: record, saveContactInfo: record, loadHistory: {
    entries: [{ revision: '2', at: 'x', by: { id: 'a', name: 'Ana', team: 'x' }, changedKeys: ['k'], before: {}, after: { k: [1] } }, { revision: '1', at: 'x', changedKeys: [] }],
    nextCursor: null,
  },
  listUsers: { users: [user], total: 1, nextCursor: null }, getUsers: [user], inviteUsers: [{ ok: true, user, link: 'x' }], updateUser: user, resendInvitation: user,
};
const badReplies: Record<string, [reply: unknown, path: string][]> = {
  loadContactInfo: [[undefined, ''], ['x', ''], [{}, 'contactInfo'], [{ ...record, revision: '' }, 'revision'], [{ ...record, contactInfo: [] }, 'contactInfo']],
  saveContactInfo: [[null, ''], [undefined, ''], [{ ...record, updatedAt: 7 }, 'updatedAt']],
  loadHistory: [[null, ''], [{ entries: [{}], nextCursor: null }, 'entries.0.revision'], ...[[{ by: 'Ana' }, 'by'], [{ by: { id: 'a' } }, 'by.name'], [{ before: [] }, 'before'], [{ after: 'x' }, 'after']]
    .map(([part, path]): [unknown, string] => [{ entries: [{ revision: '1', at: 'x', changedKeys: [], ...(part as object) }], nextCursor: null }, `entries.0.${path as string}`]),
    [{ entries: [] }, 'nextCursor']],
  listUsers: [[[], ''], [{ users: [{ ...user, id: '' }], total: 1, nextCursor: null }, 'users.0.id'], [{ users: [], total: 0 }, 'nextCursor']],
  getUsers: [[null, ''], [[user, { ...user, id: '' }], '1.id']],
  inviteUsers: [[null, ''], [[{ ok: true }], '0'], [[], '']],
  updateUser: [[null, ''], [{ ...user, mailingLists: 'news' }, 'mailingLists']],
  resendInvitation: [[undefined, ''], [{ ...user, revision: undefined }, 'revision']],
};

describe('checked: replies', () => {
  for (const [method, call] of Object.entries(calls)) {
    it(`${method} returns what parses`, async () => expect(await call(answering(goodReplies[method]))).to.deep.equal(goodReplies[method]));

    for (const [reply, path] of badReplies[method]) {
      it(`${method} takes ${JSON.stringify(reply)} for corrupt, with the path`, async () => {
        const error = await rejection(call(answering(reply)));
        expect([isPersistenceError(error), error.code]).to.deep.equal([true, 'corrupt']);
        expect(error.issues!.map((issue) => issue.path.join('.'))).to.include(path);
      });
    }
  }

  it('returns null where nothing was stored', async () => expect(await calls.loadContactInfo(answering(null))).to.equal(null));
  it('does not look at what a removal returns', async () => {
    expect(await answering({ any: 'thing' }).users!.removeUser({ ...request(), userId: 'a', baseRevision: '1' })).to.equal(undefined);
  });
  it('keeps keys that are not its own', async () => {
    expect(await calls.loadContactInfo(answering({ ...record, etag: 'x' }))).to.deep.equal({ ...record, etag: 'x' });
  });
});

describe('checked: errors', () => {
  it('passes on what a PersistenceError says', async () => {
    const error = new PersistenceError('conflict', 'No.', { current: record, issues: [{ path: ['a', 0], code: 'x' }], retryAfter: 3, guard: 'self' });
    const { code, message, current, issues, retryAfter, guard, cause } = await rejection(calls.saveContactInfo(doing(() => Promise.reject(error))));
    expect({ code, message, current, issues, retryAfter, guard }).to.deep.equal({
      code: 'conflict', message: 'No.', current: record, issues: [{ path: ['a', 0], code: 'x' }], retryAfter: 3, guard: 'self',
    });
    expect(cause).to.equal(error);
  });
  it('passes on that nothing is stored, and a user', async () => {
    for (const current of [null, user]) {
      expect((await rejection(calls.saveContactInfo(doing(() => Promise.reject(new PersistenceError('conflict', '', { current })))))).current).to.deep.equal(current);
    }
  });
  it('leaves out what does not parse, and nothing else', async () => {
    const junk = { current: { contactInfo: 'x' }, issues: [{ path: 'a' }], retryAfter: Number.NaN, guard: 'moat' };
    const error = await rejection(calls.saveContactInfo(doing(() => Promise.reject(new PersistenceError('conflict', 'No.', junk as never)))));
    expect([error.code, error.current, error.issues, error.retryAfter, error.guard]).to.deep.equal(['conflict', undefined, undefined, undefined, undefined]);
    const half = await rejection(calls.saveContactInfo(doing(() => Promise.reject(new PersistenceError('invalid', 'No.', { ...junk, retryAfter: 1 } as never)))));
    expect([half.issues, half.retryAfter]).to.deep.equal([undefined, 1]);
  });
  it('takes a code that nobody knows for unavailable', async () => {
    expect((await rejection(calls.loadContactInfo(doing(() => Promise.reject(new PersistenceError('teapot' as never, '')))))).code).to.equal('unavailable');
  });
  it('makes others unavailable, with their cause', async () => {
    for (const cause of [new TypeError('Failed to fetch'), 'text', undefined]) {
      const error = await rejection(calls.saveContactInfo(doing(() => Promise.reject(cause))));
      expect([error.code, error.cause]).to.deep.equal(['unavailable', cause]);
    }
  });
  it('hears an adapter that throws rather than rejects', async () => {
    const error = await rejection(calls.loadContactInfo(doing(() => { throw new Error('thrown'); })));
    expect(error.code).to.equal('unavailable');
  });
  it('knows a full storage by its name', async () => {
    const error = await rejection(calls.saveContactInfo(doing(() => Promise.reject(new DOMException('full', 'QuotaExceededError')))));
    expect(error.code).to.equal('quota');
  });
  it('takes an AbortError that nobody asked for as unavailable', async () => {
    expect((await rejection(calls.loadContactInfo(doing(() => Promise.reject(new DOMException('x', 'AbortError')))))).code).to.equal('unavailable');
  });
});

describe('checked: requests', () => {
  for (const accountId of ['', '.', '..', 'a\ud800']) {
    it(`asks nothing about the account ${JSON.stringify(accountId)}`, async () => {
      let asked = 0;
      const adapter = checked({ loadContactInfo: () => { asked += 1; return Promise.resolve(null); }, saveContactInfo: () => Promise.reject(new Error()), watch: () => { asked += 1; } });
      const error = await rejection(adapter.loadContactInfo(request(accountId)));
      adapter.watch!(request(accountId), () => undefined);
      expect([error.code, error.issues![0].path, asked]).to.deep.equal(['invalid', ['accountId'], 0]);
    });
  }

  it('answers an abort at once, where the adapter does not', async () => {
    const controller = new AbortController();
    const loading = doing(() => new Promise<never>(() => undefined)).loadContactInfo(request('acme', controller.signal));
    controller.abort();
    expect(isAbortError(await rejection(loading))).to.equal(true);
  });
  it('asks nothing where it was aborted before', async () => {
    let asked = 0;
    const adapter = doing(() => { asked += 1; return Promise.reject(new Error()); });
    expect(isAbortError(await rejection(adapter.loadContactInfo(request('acme', AbortSignal.abort()))))).to.equal(true);
    expect(asked).to.equal(0);
  });
});

describe('checked: capabilities', () => {
  const bare: PersistenceAdapter = { loadContactInfo: () => Promise.resolve(null), saveContactInfo: () => Promise.reject(new Error()) };

  it('are those of the adapter', () => {
    expect(Object.keys(checked(bare))).to.deep.equal(['loadContactInfo', 'saveContactInfo']);
    expect(checked(new MemoryAdapter())).to.include.keys('loadContactInfo', 'saveContactInfo', 'watch', 'loadHistory', 'users', 'durable');
    expect(checked(new MemoryAdapter()).durable).to.equal(false);
  });
  it('are wrapped once', () => {
    expect(checked(bare)).to.equal(checked(bare));
    expect(checked(checked(bare))).to.equal(checked(bare));
  });
  it('work as before', async () => {
    const adapter = checked(new MemoryAdapter());
    const heard: StoreChange[] = [];
    const stop = new AbortController();
    adapter.watch!(request('acme', stop.signal), (change) => heard.push(change));
    const saved = await adapter.saveContactInfo({ ...request(), contactInfo: { a: 1 }, baseRevision: null });
    await Promise.resolve();
    expect(heard).to.deep.equal([{ kind: 'contact-info' }]);
    expect(await adapter.loadContactInfo(request())).to.deep.equal(saved);
    expect((await adapter.loadHistory!(request())).entries).to.have.length(1);
  });
  it('announces only what it knows, until it is stopped', () => {
    let announce: (change: never) => void = () => undefined;
    const adapter = checked({ ...bare, watch: (_request, listener) => (announce = listener) });
    const heard: StoreChange[] = [];
    const stop = new AbortController();
    adapter.watch!(request('acme', stop.signal), (change) => heard.push(change));
    for (const change of [undefined, null, {}, { kind: 'weather' }, { kind: 'users', secret: 'x' }]) announce(change as never);
    stop.abort();
    announce({ kind: 'users' } as never);
    expect(heard).to.deep.equal([{ kind: 'users' }]);
  });
});
