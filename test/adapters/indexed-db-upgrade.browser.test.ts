import { expect } from 'chai';
import { deleteDB } from 'idb';
import { IndexedDbAdapter } from '../../src/adapters/indexed-db.js';
import type { User } from '../../src/domain/user.js';
import { checked } from '../../src/ports/checked.js';
import { userSortKeys } from '../../src/ports/persistence-adapter.js';
import type { PersistenceError } from '../../src/ports/persistence-error.js';
import { generateUsers } from '../../stories/support/generate-users.js';
import { expectListing, inAccount, pagesOf } from './listing-model.js';
import { openVersion1 } from './version-1-database.js';

let databases = 0;
let databaseName = '';

beforeEach(() => (databaseName = `upgrade-${(databases += 1)}`));
afterEach(() => deleteDB(databaseName));

const refusal = (promise: Promise<unknown>) => promise.then(() => expect.fail('It resolved.'), (error: PersistenceError) => error);
const record = { contactInfo: { alertContacts: ['user-1'], unknown: { kept: true } }, revision: 'r2', updatedAt: '2026-11-24T00:00:00.000Z' };
const history = ['r1', 'r2'].map((revision) => ({ revision, at: '2026-11-24T00:00:00.000Z', changedKeys: ['alertContacts'] }));
// More than are read at a time.
const users = generateUsers(2_345);
const others = generateUsers(3);

const keepVersion1 = async () => (await openVersion1(databaseName, [
  { accountId: 'acme', record, history, users }, { accountId: 'acme\uffff', users: others }, { accountId: 'zeta', record, users: [] },
])).close();

describe('a database of version 1', () => {
  it('keeps everything, and is listed in every order', async () => {
    await keepVersion1();
    const adapter = new IndexedDbAdapter({ databaseName });
    expect(await adapter.loadContactInfo(inAccount())).to.deep.equal(record);
    expect((await adapter.loadHistory(inAccount())).entries).to.deep.equal([...history].reverse());
    expect(await adapter.users.getUsers({ ...inAccount(), ids: ['user-7'] })).to.deep.equal([users[7]]);
    const byId = new Map(users.map((user) => [user.id, user]));
    for (const by of userSortKeys) await expectListing(adapter, byId, { sort: { by, direction: 'descending' }, limit: 1_000 });
    await expectListing(adapter, byId, { search: 'प्रि', limit: 1_000 });
    await expectListing(adapter, byId, { search: 'NÚÑEZ', roles: ['editor'], statuses: ['active', 'invited'], limit: 1_000 });
    expect((await adapter.users.listUsers(inAccount('acme\uffff'))).users.map(({ id }) => id).sort()).to.deep.equal(others.map(({ id }) => id).sort());
    expect((await adapter.users.listUsers(inAccount('zeta'))).total).to.equal(0);
  });

  it('takes changes', async () => {
    await keepVersion1();
    const adapter = new IndexedDbAdapter({ databaseName });
    const changed = await adapter.users.updateUser({ ...inAccount(), userId: 'user-7', baseRevision: '7', changes: { name: 'Zuleika' } });
    const [invited] = await adapter.users.inviteUsers({ ...inAccount(), invitations: [{ email: users[3].email, role: 'editor', mailingLists: [] }, { email: 'new@example.com', role: 'editor', mailingLists: [] }] });
    expect(invited.ok, 'an address that was taken').to.equal(false);
    expect((await pagesOf(adapter, { search: 'zuleika' })).ids).to.deep.equal([changed.id]);
    expect((await adapter.users.listUsers(inAccount())).total).to.equal(users.length + 1);
  });

  it('is upgraded once, whoever asks first', async () => {
    await keepVersion1();
    const tabs = [1, 2, 3].map(() => new IndexedDbAdapter({ databaseName }));
    // Those who wait for another's upgrade are told if it takes long, and ask again.
    const totalIn = async (tab: IndexedDbAdapter): Promise<number> => {
      try {
        return (await tab.users.listUsers(inAccount())).total;
      } catch (error) {
        expect((error as PersistenceError).code).to.equal('unavailable');
        return totalIn(tab);
      }
    };
    const totals = await Promise.all(tabs.map(totalIn));
    expect(totals).to.deep.equal([users.length, users.length, users.length]);
  });

  it('is unavailable while a page with the version before does not let go, and is not changed', async () => {
    await keepVersion1();
    const old = await openVersion1(databaseName);
    const adapter = new IndexedDbAdapter({ databaseName });
    const error = await refusal(adapter.users.listUsers(inAccount()));
    expect([error.code, error.message]).to.deep.equal(['unavailable', 'The database is in use by a page with an older version of it.']);
    expect([old.version, await old.count('users')]).to.deep.equal([1, users.length + others.length]);
    old.close();
    expect((await adapter.users.listUsers(inAccount())).total).to.equal(users.length);
  });

  it('lists a user that is broken as one that cannot be read, and keeps it as it is', async () => {
    const broken = { ...users[0], name: 7, lastActiveAt: null };
    const old = await openVersion1(databaseName, [{ accountId: 'acme', users: [users[1]] }]);
    await old.put('users', { user: broken, addressKey: 'x', searchText: 'x', accountId: 'acme', id: users[0].id });
    old.close();
    const adapter = new IndexedDbAdapter({ databaseName });
    const page = await checked(adapter).users!.listUsers(inAccount());
    expect([page.users, page.unreadable?.map(({ id }) => id), page.total]).to.deep.equal([[users[1]], [users[0].id], 2]);
    expect(await adapter.users.getUsers({ ...inAccount(), ids: [users[0].id] })).to.deep.equal([broken as unknown as User]);
  });
});
