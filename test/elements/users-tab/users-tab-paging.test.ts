import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { people } from '../../../stories/support/odd-users.js';
import { altered, deferred, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { pressChord } from '../../support/keys.js';
import { UsersTabHarness } from './users-tab.harness.js';

const store = (count: number) => storeWith(undefined, [{ ...laura, name: 'Aa Laura' }, ...people(count - 1)]);
const on = (count: number, viewer: { id: string; role: string } = viewers.administrator) => new MemoryAdapter({ store: store(count), viewer });

const button = (users: UsersTabHarness, name: string) => byRole<HTMLButtonElement>(users.root, 'button', name);
const isUnavailable = (users: UsersTabHarness, name: string) => button(users, name).disabled || button(users, name).getAttribute('aria-disabled') === 'true';
const shows = (users: UsersTabHarness, range: string) => eventually(() => users.text.includes(range), `${range} is shown`);

describe('users-tab: pages', () => {
  it('are turned by their buttons, each of which keeps the focus at either end', async () => {
    const users = await (await UsersTabHarness.show(on(121))).listed();
    await shows(users, '1–50 of 121 users');
    expect([isUnavailable(users, 'First page'), isUnavailable(users, 'Previous page'), isUnavailable(users, 'Next page')]).to.deep.equal([true, true, false]);
    button(users, 'Next page').focus();
    for (const range of ['51–100 of 121 users', '101–121 of 121 users']) {
      await sendKeys({ press: 'Enter' });
      await shows(users, range);
      expect(users.said).to.equal(range);
      expect(users.focused).to.equal('Next page');
    }
    expect(isUnavailable(users, 'Next page')).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await users.settled();
    await shows(users, '101–121 of 121 users');
    button(users, 'Previous page').focus();
    await users.settled();
    expect(button(users, 'Next page').disabled, 'what cannot be used cannot be reached once it is left').to.equal(true);
    await sendKeys({ press: ' ' });
    await shows(users, '51–100 of 121 users');
    button(users, 'First page').focus();
    await sendKeys({ press: 'Enter' });
    await shows(users, '1–50 of 121 users');
    expect([users.focused, isUnavailable(users, 'First page')]).to.deep.equal(['First page', true]);
  });

  it('are turned by Alt+Page Down and Alt+Page Up wherever the focus is in the list', async () => {
    const users = await (await UsersTabHarness.show(on(121))).listed();
    const heights = () => users.names[0];
    button(users, 'Role').focus();
    await pressChord('Alt+PageDown');
    await shows(users, '51–100 of 121 users');
    expect(users.focused).to.equal('Role');
    // A row's own button goes away with its row: the first of the new ones takes over.
    button(users, `Actions for ${users.names[7]}`).focus();
    await pressChord('Alt+PageDown');
    await shows(users, '101–121 of 121 users');
    expect(users.focused).to.equal(`Actions for ${users.names[0]}`);
    const [first] = users.names;
    await pressChord('Alt+PageDown');
    await users.settled();
    expect(heights(), 'there is no other').to.equal(first);
    await pressChord('Alt+PageUp');
    await shows(users, '51–100 of 121 users');
    expect([button(users, 'Next page'), button(users, 'Previous page')].map((one) => one.getAttribute('aria-keyshortcuts'))).to.deep.equal(['Alt+PageDown', 'Alt+PageUp']);
    Object.assign(users.element.parentElement!.style, { inlineSize: '1100px' });
    await users.settled();
    expect(users.text).to.contain('Alt + Page Up and Alt + Page Down turn the pages.');
  });

  it('begin in sight', async () => {
    const users = await (await UsersTabHarness.show(on(121))).listed();
    button(users, 'Next page').scrollIntoView({ block: 'end' });
    window.scrollTo(0, document.documentElement.scrollHeight);
    const top = () => byRole(users.root, 'button', 'Name').getBoundingClientRect().top;
    expect(top()).to.be.below(0);
    await users.press('Next page');
    await shows(users, '51–100 of 121 users');
    await eventually(() => top() >= 0 && top() < window.innerHeight, 'the headers are in sight');
    window.scrollTo(0, 0);
  });

  it('begin with nothing opened that was on the one before', async () => {
    const named = (prefix: string) => people(60).map((user, index) => ({ ...user, name: `${String(index).padStart(2, '0')} ${prefix.repeat(200)}` }));
    const users = await (await UsersTabHarness.show(new MemoryAdapter({ store: storeWith(undefined, named('long ')), viewer: viewers.administrator }))).listed();
    const texts = () => [...users.root.querySelectorAll<HTMLDetailsElement>('tbody details')];
    texts()[0].querySelector('summary')!.click();
    await eventually(() => texts()[0].open, 'the text is shown whole');
    await users.press('Next page');
    await shows(users, '51–60 of 60 users');
    expect(texts().map(({ open }) => open)).to.deep.equal(Array.from({ length: 10 }, () => false));
  });

  it('are not offered where there is one', async () => {
    const users = await (await UsersTabHarness.show(on(3))).listed();
    await shows(users, '1–3 of 3 users');
    expect(hasRole(users.root, 'button', /page$/)).to.equal(false);
    expect(users.text).not.to.contain('Alt + Page');
  });

  it('start anew when something else is listed', async () => {
    const users = await (await UsersTabHarness.show(on(121))).listed();
    await users.press('Next page');
    await shows(users, '51–100 of 121 users');
    await users.press('Name');
    await shows(users, '1–50 of 121 users');
    await users.press('Next page');
    await shows(users, '51–100 of 121 users');
    await users.type('Search users', 'person');
    await shows(users, '1–50 of 120 users');
  });

  it('of a list that is about to be another are not turned', async () => {
    const inner = on(121);
    const { promise, resolve } = deferred();
    const cursors: (string | undefined)[] = [];
    const users = await (await UsersTabHarness.show(altered(inner, {
      users: {
        ...inner.users,
        listUsers: async (request) => {
          cursors.push(request.cursor);
          if (request.search) await promise;
          return inner.users.listUsers(request);
        },
      },
    }))).listed();
    await users.type('Search users', 'person');
    await users.press('Next page');
    resolve();
    await shows(users, '1–50 of 120 users');
    expect(cursors).to.deep.equal([undefined, undefined]);
  });

  it('can be turned again after a page that could not be read', async () => {
    const inner = on(121);
    let isDown = false;
    const users = await (await UsersTabHarness.show(altered(inner, {
      users: { ...inner.users, listUsers: (request) => (isDown ? Promise.reject(new Error('Down.')) : inner.users.listUsers(request)) },
    }))).listed();
    isDown = true;
    await users.press('Next page');
    await eventually(() => hasRole(users.root, 'alert'), 'it says so');
    await shows(users, '1–50 of 121 users');
    isDown = false;
    await users.press('Next page');
    await shows(users, '51–100 of 121 users');
    expect(hasRole(users.root, 'alert')).to.equal(false);
  });
});

describe('users-tab: for somebody who may not manage users', () => {
  it('has nothing that can have the focus and does nothing', async () => {
    const users = await (await UsersTabHarness.show(on(121, viewers.reader), { viewer: viewers.reader })).listed();
    await eventually(() => users.text.includes('ask: Aa Laura'), 'it says whom to ask');
    users.root.querySelector('details')!.open = true;
    const focusable = [...users.root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')].filter((one) => one.checkVisibility() && !one.matches(':disabled, [tabindex="-1"]'));
    expect(focusable.map((one) => one.getAttribute('aria-label') ?? (one as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? one.textContent!.trim())).to.deep.equal([
      'Search users', 'Filters', 'Read-only', 'Tester', 'Editor', 'Administrator', 'Active', 'Invited', 'Deactivated', 'Export', 'Name', 'E-mail', 'Role', 'Status', 'Last active', 'Next page',
    ]);
    expect(allByRole(users.root, 'columnheader').map((header) => header.textContent!.trim())).not.to.include('Actions');
  });

  it('sorts, searches, filters and turns pages all the same', async () => {
    const users = await (await UsersTabHarness.show(on(121, viewers.reader), { viewer: viewers.reader })).listed();
    await users.press('Name');
    await eventually(() => users.names[0] === 'Person 119', 'it is sorted');
    await users.press('Next page');
    await shows(users, '51–100 of 121 users');
    await users.type('Search users', 'laura');
    await users.shows('Aa Laura');
    await users.filter('Editor');
    await eventually(() => users.text.includes('Nobody matches.'), 'nobody matches');
  });

  it('asks only once who can be asked', async () => {
    const inner = on(121, viewers.reader);
    const asked: unknown[] = [];
    const users = await (await UsersTabHarness.show(altered(inner, {
      users: { ...inner.users, listUsers: (request) => (asked.push(request.roles), inner.users.listUsers(request)) },
    }), { viewer: viewers.reader })).listed();
    await users.type('Search users', 'person 11');
    await shows(users, '1–10 of 10 users');
    expect(asked).to.deep.equal([undefined, ['administrator'], undefined]);
    expect(users.text).to.contain('ask: Aa Laura');
  });
});

// Last: the browser scrolls on for a while.
describe('users-tab: the browser’s own keys', () => {
  it('leaves Page Down alone to the browser', async () => {
    const users = await (await UsersTabHarness.show(on(121))).listed();
    button(users, 'Role').focus();
    let wasPrevented: boolean | undefined;
    users.element.addEventListener('keydown', (event) => (wasPrevented = event.defaultPrevented));
    await sendKeys({ press: 'PageDown' });
    await users.settled();
    expect(wasPrevented).to.equal(false);
    expect(users.text).to.contain('1–50 of 121 users');
  });
});
