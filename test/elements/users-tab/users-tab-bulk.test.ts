import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { accountId, Colleague, completeContactInfo, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { act, ada, finished, idsOf, show, stored, tick, tickPage, titleOf, totalOf } from './users-tab-bulk.harness.js';
import { UsersTabHarness } from './users-tab.harness.js';

describe('users-tab: several at once', () => {
  it('says what will happen to whom, and who is left out and why, before anything is sent', async () => {
    const users = await show();
    await tickPage(users);
    await act(users, 'Deactivate');
    expect(titleOf(users)).to.equal('Deactivate 1 user?');
    expect(users.text).to.contain('can no longer sign in').and.to.contain('Diego Ruiz').and.to.contain('3 are left out');
    expect(users.text).to.contain('1 has not accepted the invitation yet: Ana Gómez').and.to.contain('1 has it like that already: Noor Haddad').and.to.contain('Your own account: Laura Méndez');
    expect(users.recorder.types).to.deep.equal([]);
  });

  it('deactivates them, asks the host and tells it of each, and chooses nobody any more', async () => {
    const store = storeWith(undefined, [...fewUsers, ada]);
    const users = await show(store);
    await tick(users, 'Diego Ruiz', 'Ada King');
    await act(users, 'Deactivate');
    await users.press('Deactivate 2 users');
    await users.closed();
    expect((await stored(store, 'diego', 'ada')).map(({ status }) => status)).to.deep.equal(['deactivated', 'deactivated']);
    expect(users.said).to.contain('2 users were deactivated.');
    expect(users.recorder.types, 'all are asked about before anything is told').to.deep.equal(['user-change', 'user-change', 'user-changed', 'user-changed']);
    const [first, second] = users.recorder.of('user-change').map(({ detail }) => detail as { userIds: string[] });
    expect(first.userIds).to.deep.equal(['diego', 'ada']);
    expect(second.userIds, 'the same one').to.equal(first.userIds);
    expect(users.recorder.details[2]).to.deep.equal({ userId: 'diego', changed: ['status'] });
    expect(hasRole(users.root, 'button', 'Clear selection')).to.equal(false);
    await eventually(() => users.row('Diego').includes('Deactivated'), 'the table knows');
  });

  it('changes roles, of those who do not have it yet', async () => {
    const store = storeWith();
    const users = await show(store);
    await tick(users, 'Ana Gómez', 'Noor Haddad', 'Diego Ruiz');
    await act(users, 'Change role');
    await users.press(/^Change 3 roles$/);
    expect(users.text).to.contain('Choose a role.');
    byRole(users.dialog, 'radio', /^Editor/).click();
    await users.settled();
    expect(users.text).to.contain('1 user will be Editor. Noor Haddad').and.to.contain('2 have it like that already: Ana Gómez and Diego Ruiz');
    byRole(users.dialog, 'radio', /^Tester/).click();
    await users.settled();
    await users.press('Change 3 roles');
    await users.closed();
    expect((await stored(store, 'ana', 'noor', 'diego')).map(({ role }) => role)).to.deep.equal(['tester', 'tester', 'tester']);
  });

  it('adds to mailing lists and takes from them, whatever else somebody has', async () => {
    const store = storeWith(undefined, [...fewUsers, { ...ada, mailingLists: ['incidents', 'private'] }]);
    const users = await show(store);
    users.element.mailingLists = [{ key: 'product-news', label: 'Product news' }, { key: 'incidents', label: 'Incidents' }];
    await tickPage(users);
    await act(users, 'Change mailing lists');
    await users.select('Product news', 'add');
    await users.select('Incidents', 'remove');
    expect(users.text).to.contain('1 has it like that already: Laura Méndez');
    await users.press('Change the lists of 4');
    await users.closed();
    expect((await stored(store, 'ada', 'ana', 'laura')).map(({ mailingLists }) => mailingLists)).to.deep.equal([['private', 'product-news'], ['product-news'], ['product-news']]);
  });

  it('resends invitations to those who wait for one', async () => {
    const store = storeWith();
    const users = await show(store);
    await tickPage(users);
    await act(users, 'Resend invitations');
    expect(users.text).to.match(/3 are not waiting for an invitation: Diego Ruiz ?, Laura Méndez ?,? and Noor Haddad/);
    await users.press('Resend invitation');
    await users.closed();
    expect(users.recorder.details.at(-1)).to.deep.equal({ userId: 'ana', changed: ['invitation'] });
  });

  it('removes all that match but for some, over all pages', async () => {
    const store = storeWith(undefined, [laura, ...generateUsers(130)]);
    const users = await show(store);
    await tickPage(users);
    await users.press('Select all 131');
    const kept = ['Ana Abe', 'Bruno Bianchi'];
    await tick(users, ...kept);
    await act(users, 'Remove');
    expect(titleOf(users)).to.equal('Remove 128 users?');
    await users.press('Remove 128 users');
    await eventually(() => !users.dialog.open, 'all are removed');
    expect([await totalOf(store), users.recorder.of('user-removed').length]).to.deep.equal([3, 128]);
    await users.shows(...[...kept, 'Laura Méndez'].sort());
  });

  it('names the first few, and says how many more', async () => {
    const users = await show(storeWith(undefined, [laura, ...generateUsers(30)]));
    await tickPage(users);
    await act(users, 'Remove');
    expect(users.text).to.match(/and 25 more/);
  });
});

describe('users-tab: several at once, and the rules', () => {
  it('leaves the viewer out, unless that is asked for', async () => {
    const store = storeWith(undefined, [...fewUsers, ada]);
    const users = await show(store);
    await tick(users, 'Laura Méndez', 'Diego Ruiz');
    await act(users, 'Remove');
    expect(titleOf(users)).to.equal('Remove 1 user?');
    byRole(users.dialog, 'checkbox', /^Include my own account/).click();
    await users.settled();
    await users.press('Remove 2 users');
    await users.closed();
    expect(idsOf(users, 'user-removed'), 'the viewer last').to.deep.equal(['diego', 'laura']);
  });

  it('refuses that all who can manage users go, until somebody stays', async () => {
    const store = storeWith(undefined, [...fewUsers, ada]);
    const users = await (await UsersTabHarness.show(new MemoryAdapter({ store }), { viewer: null })).listed();
    await tickPage(users);
    await act(users, 'Remove');
    await users.press('Remove 5 users');
    expect(users.text).to.contain('Nobody who can manage users would be left.').and.to.contain('Choose who stays.');
    expect(users.recorder.types).to.deep.equal([]);
    await users.select('Who stays?', 'ada');
    expect(users.text).to.contain('Stays, so that somebody can manage users: Ada King');
    await users.press('Remove 4 users');
    await users.closed();
    await users.shows('Ada King');
  });

  it('asks for one from outside of the set who takes over from all who are named', async () => {
    const store = storeWith(undefined, [...fewUsers, ada]);
    await new Colleague(store).saves({ ...completeContactInfo, alertContacts: ['diego', 'ada'] });
    const users = await show(store);
    await tick(users, 'Diego Ruiz', 'Ada King', 'Noor Haddad');
    await act(users, 'Remove');
    expect(users.text).to.contain('2 of them are named in Alert Contacts');
    await users.press('Remove 3 users');
    expect(users.text).to.contain('Choose who takes over.');
    expect(users.recorder.types).to.deep.equal([]);
    byRole(users.dialog, 'combobox', 'Who takes over?').click();
    await eventually(() => allByRole(users.dialog, 'option').length > 0 && !users.text.includes('Loading'), 'they are found');
    expect(allByRole(users.dialog, 'option').map((option) => option.textContent!.trim()), 'nobody who leaves').to.deep.equal([allByRole(users.dialog, 'option', { name: /Laura/ })[0].textContent!.trim()]);
    byRole(users.dialog, 'option', /Laura/).click();
    await users.settled();
    await users.press('Remove 3 users');
    await users.closed();
    expect((await new Colleague(store).load())!.contactInfo.alertContacts).to.deep.equal(['laura']);
    expect(await totalOf(store)).to.equal(2);
  });

  it('leaves roles above the viewer’s own out', async () => {
    const roles = [...(document.createElement('users-tab')).roles, { key: 'owner', canEditContactInfo: true, canManageUsers: true, rank: 90 }];
    const store = storeWith(undefined, [...fewUsers, { ...ada, role: 'owner' }]);
    const users = await (await UsersTabHarness.show(new MemoryAdapter({ store, viewer: viewers.administrator, roles }), { roles })).listed();
    await tick(users, 'Ada King', 'Diego Ruiz');
    await act(users, 'Change role');
    expect(byRole<HTMLInputElement>(users.dialog, 'radio', /^owner/).disabled).to.equal(true);
    byRole(users.dialog, 'radio', /^Tester/).click();
    await users.settled();
    expect(users.text).to.contain('1 has a role above your own: Ada King');
    await users.press('Change 1 role');
    await users.closed();
    expect(users.recorder.of('users-error')).to.deep.equal([]);
  });

  it('offers nothing where nobody is left, and changes nothing', async () => {
    const users = await show();
    await tick(users, 'Noor Haddad');
    await act(users, 'Deactivate');
    expect(users.text).to.contain('Nothing is left to be changed here.');
    expect(allByRole(users.dialog, 'button').map(nameOf)).to.deep.equal(['Cancel']);
  });
});

describe('users-tab: several at once, and the host', () => {
  it('leaves out whom the host stopped, and says so', async () => {
    const store = storeWith();
    const users = await show(store);
    users.element.addEventListener('user-remove', (event) => event.detail.userId === 'diego' && event.preventDefault());
    await tick(users, 'Diego Ruiz', 'Noor Haddad');
    await act(users, 'Remove');
    await users.press('Remove 2 users');
    await finished(users);
    expect(titleOf(users)).to.equal('1 of 2 done');
    expect(users.text).to.contain('Diego Ruiz : The portal stopped it.');
    expect(await totalOf(store)).to.equal(3);
  });

  it('sends nothing where the host stops all of it', async () => {
    const store = storeWith();
    const users = await show(store);
    users.element.addEventListener('user-remove', (event) => event.preventDefault());
    await tick(users, 'Diego Ruiz', 'Noor Haddad');
    await act(users, 'Remove');
    await users.press('Remove 2 users');
    await eventually(() => users.text.includes('Nothing was changed: the portal stopped it.'), 'it says so');
    expect([await totalOf(store), titleOf(users)]).to.deep.equal([4, 'Remove 2 users?']);
  });

  it('sends nothing before the host let go, and nothing about another account', async () => {
    const adapter = new MemoryAdapter({ accounts: { [accountId]: { users: [...fewUsers] }, other: { users: [...fewUsers] } }, viewer: viewers.administrator });
    const users = await (await UsersTabHarness.show(adapter)).listed();
    const held = users.hold('user-remove');
    await tick(users, 'Diego Ruiz', 'Noor Haddad');
    await act(users, 'Remove');
    await users.press('Remove 2 users');
    expect(users.text).to.contain('Saving…');
    users.element.accountId = 'other';
    await users.element.updateComplete;
    await users.listed();
    held.letGo();
    await eventually(() => users.said.includes('another account is shown now'), 'it says so');
    const totals = await Promise.all([accountId, 'other'].map((id) => adapter.users.listUsers({ accountId: id, signal: new AbortController().signal })));
    expect(totals.map((page) => page.total)).to.deep.equal([4, 4]);
  });
});
