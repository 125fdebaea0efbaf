import { fixture, html } from '@open-wc/testing';
import { expect } from 'chai';
import { deferred, fewUsers, storeWith } from '../../support/accounts.js';
import { byRole, hasRole, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { act, ada, administratorsAdapter, show, slow, tick, titleOf, totalOf, withUsers } from './users-tab-bulk.harness.js';

describe('users-tab: two on a page', () => {
  it('follow each other, and keep what is open and chosen apart', async () => {
    const store = storeWith(undefined, [...fewUsers, ada]);
    const one = await show(store);
    const other = await show(store);
    await tick(other, 'Ada King');
    await one.choose('Noor Haddad', 'Remove');
    expect([one.dialog.open, other.dialog.open]).to.deep.equal([true, false]);
    expect([hasRole(one.root, 'button', 'Actions for the selected users'), hasRole(other.root, 'button', 'Actions for the selected users')]).to.deep.equal([false, true]);
    await one.press('Remove');
    await eventually(() => !other.names.includes('Noor Haddad'), 'the other one follows');
    expect(byRole<HTMLInputElement>(other.root, 'checkbox', 'Select Ada King').checked).to.equal(true);
    expect(other.recorder.types, 'what one did, the other does not tell').to.deep.equal([]);
  });
});

describe('users-tab: moved to another place of the page', () => {
  it('goes on changing several users', async () => {
    const store = storeWith(undefined, [...fewUsers, ada]);
    const { slowed, next } = slow(administratorsAdapter(store));
    const users = await show(store, slowed);
    const elsewhere = await fixture(html`<div></div>`);
    await tick(users, 'Noor Haddad', 'Ada King');
    await act(users, 'Remove');
    await users.press('Remove 2 users');
    await next();
    await eventually(() => users.text.includes('1 of 2'), 'one is removed');
    elsewhere.append(users.element);
    await next();
    await eventually(async () => (await totalOf(store)) === fewUsers.length - 1, 'both are removed');
    await eventually(() => users.said.includes('2 users were removed.') || (users.dialog.open && titleOf(users) === '2 of 2 done'), 'it says so');
  });
});

describe('users-tab: export during a search', () => {
  it('is of whom the table shows, and says how many that are', async () => {
    const store = storeWith(undefined, [...fewUsers, ada]);
    const adapter = administratorsAdapter(store);
    const waiting = deferred();
    let isAsked = false;
    const users = await show(store, withUsers(adapter, {
      listUsers: async (request) => {
        if (request.search === 'ada') {
          isAsked = true;
          await waiting.promise;
        }
        return adapter.users.listUsers(request);
      },
    }));
    await users.type('Search users', 'ada');
    await eventually(() => isAsked, 'the search is under way');
    await users.press('Export');
    expect(visibleText(users.dialog)).to.contain('A CSV file of all 5 users');
    waiting.resolve();
    await users.shows('Ada King');
    expect(visibleText(users.dialog), 'what was asked about stays what it is about').to.contain('A CSV file of all 5 users');
  });
});
