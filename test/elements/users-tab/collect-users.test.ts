import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { allMatching, choose, chosenUsers } from '../../../src/elements/users-tab/bulk/user-selection.js';
import { collectMatching, collectSelected, type Collection } from '../../../src/elements/users-tab/collect-users.js';
import { firstQuery, narrow, nextPage } from '../../../src/elements/users-tab/list/users-query.js';
import { isAbortError, isPersistenceError } from '../../../src/ports/persistence-error.js';
import type { UserDirectory, UserPage } from '../../../src/ports/persistence-adapter.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { accountId } from '../../../stories/support/scenario-adapter.js';

const stored = generateUsers(5_000);

function collection(changes: Partial<UserDirectory> = {}, stop = new AbortController()) {
  const { users } = new MemoryAdapter({ accounts: { [accountId]: { users: stored } } });
  const progress: [number, number][] = [];
  const asked: Collection = { users: { ...users, ...changes }, request: { accountId, signal: stop.signal }, handleProgress: (...step) => progress.push(step) };
  return { asked, progress, users, stop };
}

/** What a broken adapter answers, page after page. */
function broken(pageAt: (index: number) => Partial<UserPage>): Partial<UserDirectory> {
  let index = 0;
  return { listUsers: () => Promise.resolve({ users: [], total: 0, nextCursor: null, ...pageAt(index++) }) };
}

const failureOf = (promise: Promise<unknown>) => promise.then(() => expect.fail('it came to an end'), (error: unknown) => error);

describe('collecting users', () => {
  it('has all 5,000 once, over their pages, and says how far it is', async () => {
    const { asked, progress } = collection();
    const found = await collectMatching(nextPage(firstQuery, 'a page of the table', { rows: 50, states: new Map() }), asked);
    expect(new Set(found.map(({ id }) => id)).size).to.equal(5_000);
    expect(found.length).to.equal(5_000);
    expect(progress).to.deep.equal([1, 2, 3, 4, 5].map((page) => [page * 1_000, 5_000]));
  });

  it('has those who match, in the order of the table', async () => {
    const { asked } = collection();
    const found = await collectMatching({ ...narrow(firstQuery, { search: 'gomez', statuses: ['active'] }), sort: { by: 'email', direction: 'descending' } }, asked);
    const expected = stored.filter(({ name, status }) => name.includes('Gómez') && status === 'active').map(({ email }) => email);
    expect(found.map(({ email }) => email)).to.deep.equal(expected.sort().reverse());
  });

  it('leaves out those that were taken out of all that match', async () => {
    const { asked } = collection();
    const { users, gone } = await collectSelected(choose(allMatching(firstQuery, 5_000), ['user-7', 'user-4999'], false), asked);
    expect([users.length, gone, users.some(({ id }) => id === 'user-7')]).to.deep.equal([4_998, [], false]);
  });

  it('finds single users as they are stored now, and says who is gone', async () => {
    const { asked } = collection();
    const { users, gone } = await collectSelected(chosenUsers(['user-3', 'nobody', ...stored.slice(100, 220).map(({ id }) => id)]), asked);
    expect([users.length, users[0].id, gone]).to.deep.equal([121, 'user-3', ['nobody']]);
  });

  it('takes nobody for chosen whom it did not ask for', async () => {
    const { asked } = collection({ getUsers: () => Promise.resolve([stored[0], stored[1], stored[1]]) });
    expect(await collectSelected(chosenUsers(['user-1', 'user-2']), asked)).to.deep.equal({ users: [stored[1]], gone: ['user-2'] });
  });
});

describe('collecting users from an adapter that is broken', () => {
  const cases: [name: string, pageAt: (index: number) => Partial<UserPage>][] = [
    ['whose cursor leads back to itself', () => ({ users: [stored[0]], nextCursor: 'same' })],
    ['whose cursors go round', (index) => ({ users: [stored[index]], nextCursor: `page-${index % 3}` })],
    ['that repeats its users under ever new cursors', (index) => ({ users: [stored[0]], nextCursor: `page-${index}` })],
    ['that has empty pages without end', (index) => ({ nextCursor: `page-${index}` })],
  ];
  for (const [name, pageAt] of cases) {
    it(`fails, rather than going on for ever, with one ${name}`, async () => {
      const error = await failureOf(collectMatching(firstQuery, collection(broken(pageAt)).asked));
      expect(isPersistenceError(error) && error.code).to.equal('corrupt');
    });
  }

  it('has a repeated user once, as it was read last', async () => {
    const pages = [[stored[0], stored[1]], [{ ...stored[1], name: 'Newer' }, stored[2]]];
    const found = await collectMatching(firstQuery, collection(broken((index) => ({ users: pages[index], nextCursor: index === 0 ? 'next' : null }))).asked);
    expect(found.map(({ name }) => name)).to.deep.equal([stored[0].name, 'Newer', stored[2].name]);
  });

  it('is no shorter list where the pages end before all are there', async () => {
    const { asked } = collection(broken(() => ({ users: [stored[0]], total: 3, nextCursor: null })));
    const outcome = await collectMatching(firstQuery, asked).catch((error: unknown) => error);
    expect(outcome).to.include({ code: 'corrupt' });
  });

  it('reads once more where somebody came to stand before what was read', async () => {
    const { asked } = collection(broken((index) => ({ users: stored.slice(index === 0 ? 1 : 0, 3), total: 3, nextCursor: null })));
    expect(await collectMatching(firstQuery, asked)).to.deep.equal(stored.slice(0, 3));
  });

  it('goes by its pages where its total lies, and never says that there are fewer than were found', async () => {
    const { asked, progress } = collection(broken((index) => ({ users: [stored[index]], total: 1, nextCursor: index < 2 ? `${index}` : null })));
    expect((await collectMatching(firstQuery, asked)).length).to.equal(3);
    expect(progress).to.deep.equal([[1, 1], [2, 2], [3, 3]]);
  });

  it('fails as a whole where somebody cannot be read, rather than leaving them out', async () => {
    const unreadable = [{ index: 0, issues: [] }] as never;
    const error = await failureOf(collectMatching(firstQuery, collection(broken(() => ({ users: [stored[0]], unreadable }))).asked));
    expect(isPersistenceError(error) && error.code).to.equal('corrupt');
  });

  it('fails as a whole where one page fails', async () => {
    const { users } = collection();
    let pages = 0;
    const { asked } = collection({ listUsers: (request) => ((pages += 1) === 3 ? Promise.reject(new Error('down')) : users.listUsers(request)) });
    expect(await failureOf(collectMatching(firstQuery, asked))).to.be.an('error').with.property('message', 'down');
  });

  it('stops between two pages, also with one that does not hear of it', async () => {
    const stop = new AbortController();
    let pages = 0;
    const { asked } = collection(broken((index) => {
      pages += 1;
      if (index === 1) stop.abort();
      return { users: [stored[index]], nextCursor: `${index}` };
    }), stop);
    expect(isAbortError(await failureOf(collectMatching(firstQuery, asked)))).to.equal(true);
    expect(pages).to.equal(2);
  });
});
