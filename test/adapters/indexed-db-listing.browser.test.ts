import { expect } from 'chai';
import fc from 'fast-check';
import { deleteDB } from 'idb';
import { IndexedDbAdapter } from '../../src/adapters/indexed-db.js';
import { commands, expectListing, inAccount, linkUnlessBroken, naiveListing, pagesOf, query, runCommands } from './listing-model.js';

let databases = 0;
let databaseName = '';

beforeEach(() => (databaseName = `listing-${(databases += 1)}`));
afterEach(() => deleteDB(databaseName));

const invitations = (count: number, name = (index: number) => `Name ${index}`) =>
  Array.from({ length: count }, (_, index) => ({ email: `u${index}@example.com`, name: name(index), role: ['editor', 'tester'][index % 2], mailingLists: [] }));

describe('what IndexedDbAdapter lists', function () {
  this.timeout(60_000);

  it('is what filtering and sorting everybody would list, after any changes in two tabs', async () => {
    await fc.assert(fc.asyncProperty(commands, fc.array(query, { minLength: 1, maxLength: 6 }), async (list, queries) => {
      databaseName = `listing-${(databases += 1)}`;
      const tabs = [1, 2].map(() => new IndexedDbAdapter({ databaseName, invitationLink: linkUnlessBroken }));
      // Both know the search text before it changes.
      for (const tab of tabs) await tab.users.listUsers({ ...inAccount(), search: 'x' });
      const users = await runCommands(tabs, list);
      for (const [turn, asked] of queries.entries()) await expectListing(tabs[turn % 2], users, asked);
      await deleteDB(databaseName);
    }), { numRuns: 25 });
  });

  it('is found in one tab as soon as another has written it', async () => {
    const [mine, other] = [1, 2].map(() => new IndexedDbAdapter({ databaseName }));
    const search = async (text: string) => (await mine.users.listUsers({ ...inAccount(), search: text })).users.map(({ name }) => name);
    await other.users.inviteUsers({ ...inAccount(), invitations: invitations(3) });
    expect(await search('name')).to.deep.equal(['Name 0', 'Name 1', 'Name 2']);
    const [, user] = (await other.users.listUsers(inAccount())).users;
    await other.users.updateUser({ ...inAccount(), userId: user.id, baseRevision: user.revision, changes: { name: 'Ángela' } });
    expect([await search('name'), await search('angel')]).to.deep.equal([['Name 0', 'Name 2'], ['Ángela']]);
    const [first] = (await other.users.listUsers({ ...inAccount(), search: 'name 0' })).users;
    await other.users.removeUser({ ...inAccount(), userId: first.id, baseRevision: first.revision });
    expect(await search('name')).to.deep.equal(['Name 2']);
    expect((await mine.users.listUsers(inAccount())).total).to.equal(2);
  });

  it('forgets what it read when the database is deleted', async () => {
    const adapter = new IndexedDbAdapter({ databaseName });
    await adapter.users.inviteUsers({ ...inAccount(), invitations: invitations(1, () => 'Before') });
    expect((await adapter.users.listUsers({ ...inAccount(), search: 'before' })).total).to.equal(1);
    await deleteDB(databaseName);
    await adapter.users.inviteUsers({ ...inAccount(), invitations: invitations(1, () => 'After') });
    expect((await adapter.users.listUsers({ ...inAccount(), search: 'before' })).total).to.equal(0);
    expect((await adapter.users.listUsers({ ...inAccount(), search: 'after' })).total).to.equal(1);
  });

  it('is true for more users than one block of search text holds', async () => {
    const adapter = new IndexedDbAdapter({ databaseName });
    await adapter.users.inviteUsers({ ...inAccount(), invitations: invitations(1_234) });
    await adapter.users.inviteUsers({ ...inAccount('other'), invitations: invitations(5) });
    const { users: found } = await adapter.users.listUsers({ ...inAccount(), search: '7@', limit: 1_000 });
    for (const { id, revision } of found) await adapter.users.removeUser({ ...inAccount(), userId: id, baseRevision: revision });
    const left = (await Promise.all([0, 1].map((page) => adapter.users.listUsers({ ...inAccount(), limit: 1_000, sort: { by: 'name', direction: page ? 'descending' : 'ascending' } })))).flatMap(({ users }) => users);
    const users = new Map(left.map((user) => [user.id, user]));
    expect(users.size).to.equal(1_234 - found.length);
    expect((await pagesOf(adapter, { search: 'u1', roles: ['editor'], limit: 100 })).ids).to.deep.equal(naiveListing(users.values(), { search: 'u1', roles: ['editor'] }));
    expect((await adapter.users.listUsers({ ...inAccount('other'), search: 'u1' })).total).to.equal(1);
  });

  it('neither counts nor finds what an account beside it has', async () => {
    const adapter = new IndexedDbAdapter({ databaseName });
    for (const [accountId, count] of [['acm', 2], ['acme', 3], ['acme\uffff', 4], ['acmf', 5]] as const) {
      await adapter.users.inviteUsers({ ...inAccount(accountId), invitations: invitations(count) });
    }
    for (const direction of ['ascending', 'descending'] as const) {
      for (const search of ['', 'name']) {
        const page = await adapter.users.listUsers({ ...inAccount(), search, sort: { by: 'email', direction } });
        expect([page.users.length, page.total], `${direction} ${search}`).to.deep.equal([3, 3]);
      }
    }
  });
});
