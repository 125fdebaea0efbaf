import { expect } from 'chai';
import { checked } from '../../src/ports/checked.js';
import type { PersistenceAdapter, UserPage } from '../../src/ports/persistence-adapter.js';
import { isPersistenceError } from '../../src/ports/persistence-error.js';

const user = { id: 'a', name: 'Ana', email: 'a@example.com', role: 'editor', status: 'active', mailingLists: [], revision: '1' };
const bea = { ...user, id: 'b', name: 'Bea' };

function list(reply: unknown): Promise<UserPage> {
  const adapter = { loadContactInfo: () => null, saveContactInfo: () => null, users: { listUsers: () => Promise.resolve(reply) } };
  return checked(adapter as unknown as PersistenceAdapter).users!.listUsers({ accountId: 'x', signal: new AbortController().signal });
}

describe('checked: a page of users', () => {
  it('is returned as it is where all of it parses', async () => {
    const page = { users: [user, bea], total: 2, nextCursor: 'x', etag: 'y' };
    expect(await list(page)).to.deep.equal(page);
  });

  for (const [what, row, path, shown] of [
    ['an unknown status', { ...bea, status: 'suspended' }, ['status'], { id: 'b', name: 'Bea', email: 'a@example.com', role: 'editor', status: 'suspended' }],
    ['no revision', { ...bea, revision: undefined }, ['revision'], { id: 'b', name: 'Bea', email: 'a@example.com', role: 'editor', status: 'active' }],
    ['a name that is no text', { ...bea, name: { toString: 'Bea' } }, ['name'], { id: 'b', email: 'a@example.com', role: 'editor', status: 'active' }],
    ['a number for a role', { ...bea, role: 7 }, ['role'], { id: 'b', name: 'Bea', email: 'a@example.com', status: 'active' }],
    ['nothing at all', null, [], {}],
    ['a text', 'Bea', [], {}],
    ['no id', { name: 'Bea' }, ['id'], { name: 'Bea' }],
  ] as const) {
    it(`keeps a row with ${what} apart from the others, with what of it can be shown`, async () => {
      const { users, total, unreadable } = await list({ users: [user, row, bea], total: 3, nextCursor: null });
      expect([users, total]).to.deep.equal([[user, bea], 3]);
      expect(unreadable).to.have.length(1);
      const { issue, ...rest } = unreadable![0];
      expect(rest).to.deep.equal({ ...shown, index: 1 });
      expect([issue.path, issue.code]).to.deep.equal([['users', 1, ...path], 'malformed']);
    });
  }

  it('is corrupt where nobody can be made out', async () => {
    for (const users of [[null], [{ name: 'Bea' }], [{ ...user, id: '' }], ['a', 'b']]) {
      const error = await list({ users, total: 1, nextCursor: null }).then(() => undefined, (reason: unknown) => reason);
      expect([isPersistenceError(error) && error.code, isPersistenceError(error) && error.issues?.[0].path.slice(0, 2)]).to.deep.equal(['corrupt', ['users', 0]]);
    }
    expect((await list({ users: [{ ...user, status: 'gone' }], total: 1, nextCursor: null })).unreadable).to.have.length(1);
  });

  for (const total of [-1, Number.NaN, Infinity, '2', null, undefined]) {
    it(`takes ${String(total)} in all for the least that there can be`, async () => {
      expect(await list({ users: [user, bea], total, nextCursor: null })).to.deep.equal({ users: [user, bea], total: 2, nextCursor: null, isTotalUnknown: true });
    });
  }

  it('does not believe what a reply says of itself', async () => {
    expect(await list({ users: [user], total: 1, nextCursor: null, unreadable: 7, isTotalUnknown: true })).to.deep.equal({ users: [user], total: 1, nextCursor: null });
  });
});
