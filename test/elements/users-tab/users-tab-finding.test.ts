import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { AccountRequest, UserQuery } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { listing, people } from '../../../stories/support/odd-users.js';
import { altered, deferred, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

const everybody = ['Ana Gómez', 'Diego Ruiz', 'Laura Méndez', 'Noor Haddad'];
const on = (store = storeWith()) => new MemoryAdapter({ store, viewer: viewers.administrator });

/** An adapter that notes what was asked for. */
function noting(inner = on()) {
  const asked: (AccountRequest & UserQuery)[] = [];
  const adapter = altered(inner, { users: { ...inner.users, listUsers: (request) => (asked.push(request), inner.users.listUsers(request)) } });
  return { adapter, asked };
}

/** An adapter whose answers to searches wait for the test. */
function waiting() {
  const inner = on();
  const searches: { search: string; signal: AbortSignal; answer: () => void }[] = [];
  const listUsers = async (request: AccountRequest & UserQuery) => {
    if (request.search) {
      const { promise, resolve } = deferred();
      searches.push({ search: request.search, signal: request.signal, answer: resolve });
      await promise;
    }
    return inner.users.listUsers(request);
  };
  return { adapter: altered(inner, { users: { ...inner.users, listUsers } }), searches };
}

const marks = (users: UsersTabHarness) => [...users.root.querySelectorAll('mark')].map((mark) => mark.textContent);
const searchBox = (users: UsersTabHarness) => byRole<HTMLInputElement>(users.root, 'searchbox', 'Search users');

describe('users-tab: finding', () => {
  it('marks what matches in names and addresses as they are written, and nothing once the search is cleared', async () => {
    const users = await (await UsersTabHarness.show(on(storeWith(undefined, [...fewUsers, { ...laura, id: 'strauss', name: 'Eva Strauß', email: 'eva@mesa.example' }])))).listed();
    await users.type('Search users', 'GOMEZ');
    await users.shows('Ana Gómez');
    expect(marks(users)).to.deep.equal(['Gómez', 'gomez']);
    await users.type('Search users', 'strauss');
    await users.shows('Eva Strauß');
    expect(marks(users)).to.deep.equal(['Strauß']);
    await users.press('Clear search and filters');
    await users.shows('Ana Gómez', 'Diego Ruiz', 'Eva Strauß', 'Laura Méndez', 'Noor Haddad');
    expect(marks(users)).to.deep.equal([]);
    expect(users.focused).to.equal('Search users');
  });

  it('says how many match, in words that fit the number, once for each answer', async () => {
    const users = await (await UsersTabHarness.show(on())).listed();
    const said: string[] = [];
    const regions = allByRole(users.root, 'status');
    const observer = new MutationObserver(() => said.push(users.said));
    for (const region of regions) observer.observe(region, { childList: true, subtree: true });
    await users.type('Search users', 'mesa');
    await eventually(() => users.said === '4 users match', 'four match');
    await users.type('Search users', 'laura');
    await eventually(() => users.said === '1 user matches', 'one matches');
    await users.type('Search users', 'zzz');
    await eventually(() => users.said === 'Nobody matches.', 'nobody matches');
    await users.press('Clear search and filters');
    await users.shows(...everybody);
    expect(users.said).to.equal('4 users');
    await users.settled();
    observer.disconnect();
    expect(said).to.deep.equal(['4 users match', '1 user matches', 'Nobody matches.', '4 users']);
  });

  it('says nothing when what is listed was read again', async () => {
    const store = storeWith();
    const users = await (await UsersTabHarness.show(on(store))).listed();
    await new MemoryAdapter({ store }).users.removeUser({ accountId: 'mesa', signal: new AbortController().signal, userId: 'noor', baseRevision: '1' });
    await users.shows('Ana Gómez', 'Diego Ruiz', 'Laura Méndez');
    expect(users.said).to.equal('');
  });

  it('counts as the language does', async () => {
    const users = await (await UsersTabHarness.show(listing(() => ({ users: people(50), total: 100_000, nextCursor: 'x' })))).listed();
    expect(users.text).to.contain('1–50 of 100,000 users').and.to.contain('100,000 users');
    users.element.lang = 'es';
    await eventually(() => users.text.includes('1–50 de 100.000 usuarios'), 'in Spanish');
  });

  it('sends the first letter at once, and of those typed before the answer the last', async () => {
    const { adapter, searches } = waiting();
    const users = await (await UsersTabHarness.show(adapter)).listed();
    for (const text of ['l', 'la', 'lau']) await users.type('Search users', text);
    expect(searches.map(({ search }) => search)).to.deep.equal(['l']);
    expect(users.names, 'the page before stays').to.deep.equal(everybody);
    searches[0].answer();
    await eventually(() => searches.length === 2, 'the last is sent');
    expect(searches[1].search).to.equal('lau');
    expect(users.names, 'an answer that is not wanted any more is not shown').to.deep.equal(everybody);
    searches[1].answer();
    await users.shows('Laura Méndez');
  });

  it('gives an answer up that does not come once the typing pauses', async () => {
    const { adapter, searches } = waiting();
    const users = await (await UsersTabHarness.show(adapter)).listed();
    await users.type('Search users', 'l');
    await users.type('Search users', 'laura');
    await eventually(() => searches.length === 2, 'the last is sent');
    expect([searches[0].signal.aborted, searches[1].search]).to.deep.equal([true, 'laura']);
    searches[1].answer();
    await users.shows('Laura Méndez');
  });

  it('filters by several roles and several statuses, and says which', async () => {
    const { adapter, asked } = noting();
    const users = await (await UsersTabHarness.show(adapter)).listed();
    await users.filter('Editor');
    await users.shows('Ana Gómez', 'Diego Ruiz');
    await users.filter('Administrator');
    await users.shows('Ana Gómez', 'Diego Ruiz', 'Laura Méndez');
    await users.filter('Active');
    await users.shows('Diego Ruiz', 'Laura Méndez');
    await users.filter('Invited');
    await users.shows('Ana Gómez', 'Diego Ruiz', 'Laura Méndez');
    expect(asked.at(-1)).to.deep.include({ roles: ['editor', 'administrator'], statuses: ['active', 'invited'] });
    expect(users.text).to.contain('Filters: Editor, Administrator, Active, Invited').and.to.contain('3 users match');
    await users.filter('Editor');
    await users.shows('Laura Méndez');
    await users.press('Clear search and filters');
    await users.shows(...everybody);
    expect(allByRole(users.root, 'checkbox').filter((box) => (box as HTMLInputElement).checked)).to.deep.equal([]);
    expect(asked.at(-1)).to.deep.include({ roles: undefined, statuses: undefined, search: undefined });
  });

  it('takes two changes that come at once', async () => {
    const users = await (await UsersTabHarness.show(on())).listed();
    users.root.querySelector('details')!.open = true;
    byRole(users.root, 'checkbox', 'Editor').click();
    byRole(users.root, 'checkbox', 'Invited').click();
    await users.shows('Ana Gómez');
  });

  it('keeps what is shown and what was typed when an answer fails, with another try', async () => {
    const inner = on();
    let isDown = false;
    const users = await (await UsersTabHarness.show(altered(inner, {
      users: { ...inner.users, listUsers: (request) => (isDown ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : inner.users.listUsers(request)) },
    }))).listed();
    isDown = true;
    await users.type('Search users', 'laura');
    await eventually(() => hasRole(users.root, 'alert'), 'it says so');
    expect(visibleText(byRole(users.root, 'alert'))).to.contain('cannot be reached').and.to.contain('Below is what was read before.');
    expect(users.names).to.deep.equal(everybody);
    expect(marks(users)).to.deep.equal([]);
    isDown = false;
    byRole(users.root, 'button', 'Try again').focus();
    await sendKeys({ press: 'Enter' });
    await users.shows('Laura Méndez');
    expect(searchBox(users).value).to.equal('laura');
    expect(users.focused, 'the button is gone, the focus is not').to.equal('Search users');
    expect(hasRole(users.root, 'alert')).to.equal(false);
  });

  it('lists again by itself once the page is online', async () => {
    const inner = on();
    let isDown = true;
    const users = await UsersTabHarness.show(altered(inner, {
      users: { ...inner.users, listUsers: (request) => (isDown ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : inner.users.listUsers(request)) },
    }));
    await eventually(() => hasRole(users.root, 'alert'), 'it says so');
    expect(hasRole(users.root, 'table')).to.equal(false);
    isDown = false;
    window.dispatchEvent(new Event('online'));
    await users.shows(...everybody);
  });
});

describe('users-tab: finding by keys', () => {
  it('types, opens the filters, ticks, and clears', async () => {
    const users = await (await UsersTabHarness.show(on())).listed();
    searchBox(users).focus();
    await sendKeys({ type: 'MESA' });
    await eventually(() => users.said === '4 users match', 'four match');
    users.root.querySelector<HTMLElement>('summary')!.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => hasRole(users.root, 'checkbox', 'Invited'), 'the filters are open');
    byRole(users.root, 'checkbox', 'Invited').focus();
    await sendKeys({ press: ' ' });
    await users.shows('Ana Gómez');
    byRole(users.root, 'button', 'Clear search and filters').focus();
    await sendKeys({ press: 'Enter' });
    await users.shows(...everybody);
    expect([searchBox(users).value, users.focused]).to.deep.equal(['', 'Search users']);
  });

  for (const key of ['Enter', ' ']) {
    it(`sorts by ${key === ' ' ? 'Space' : key} on a header, keeps the focus there, and says so`, async () => {
      const users = await (await UsersTabHarness.show(on())).listed();
      const header = (name: string) => allByRole(users.root, 'columnheader', { name })[0].getAttribute('aria-sort');
      for (const [column, direction] of [['Name', 'descending'], ['Role', 'ascending'], ['Role', 'descending'], ['Status', 'ascending'], ['Last active', 'ascending'], ['E-mail', 'ascending']]) {
        byRole(users.root, 'button', column).focus();
        await sendKeys({ press: key });
        await eventually(() => users.said === `Sorted by: ${column}, ${direction}.`, `${column} ${direction}: ${users.said}`);
        expect([header(column), users.focused]).to.deep.equal([direction, column]);
        expect(allByRole(users.root, 'columnheader').filter((one) => /cending/.test(one.getAttribute('aria-sort') ?? ''))).to.have.length(1);
      }
      expect(header('Mailing lists')).to.equal(null);
    });
  }
});
