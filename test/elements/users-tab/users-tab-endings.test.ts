import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { PersistenceAdapter, UserDirectory } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { accountId, altered, Colleague, completeContactInfo, deferred, fewUsers, storeWith, viewers } from '../../support/accounts.js';
import { byRole, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

const everybody = ['Ana Gómez', 'Diego Ruiz', 'Laura Méndez', 'Noor Haddad'];
const on = (store: ReturnType<typeof storeWith>) => new MemoryAdapter({ store, viewer: viewers.administrator });
const down = () => new PersistenceError('unavailable', 'Down.');

function withUsers(adapter: PersistenceAdapter, changes: Partial<UserDirectory>): PersistenceAdapter {
  return altered(adapter, { users: { ...adapter.users!, ...changes } });
}

/** Two accounts with the same users. */
function twoAccounts(): { adapter: MemoryAdapter; total(account: string): Promise<number>; nameOf(account: string, id: string): Promise<string | undefined> } {
  const adapter = new MemoryAdapter({ accounts: { [accountId]: { users: [...fewUsers] }, other: { users: [...fewUsers] } }, viewer: viewers.administrator });
  const request = (account: string) => ({ accountId: account, signal: new AbortController().signal });
  return {
    adapter,
    total: async (account) => (await adapter.users.listUsers(request(account))).total,
    nameOf: async (account, id) => (await adapter.users.getUsers({ ...request(account), ids: [id] }))[0]?.name,
  };
}

async function switchAccount(users: UsersTabHarness, to: string): Promise<void> {
  users.element.accountId = to;
  await users.element.updateComplete;
  await users.listed();
}

describe('users-tab: another account while the host holds a request', () => {
  it('removes nobody there', async () => {
    const { adapter, total } = twoAccounts();
    const users = await (await UsersTabHarness.show(adapter)).listed();
    const held = users.hold('user-remove');
    await users.choose('Noor Haddad', 'Remove');
    await users.press('Remove');
    await switchAccount(users, 'other');
    expect(users.dialog.open, 'the dialog was about the other account').to.equal(false);
    held.letGo();
    await eventually(() => users.said.includes('another account'), 'it says so');
    expect([await total(accountId), await total('other')]).to.deep.equal([4, 4]);
    expect(users.recorder.types).to.deep.equal(['user-remove']);
  });

  it('invites nobody there', async () => {
    const { adapter, total } = twoAccounts();
    const users = await (await UsersTabHarness.show(adapter)).listed();
    const held = users.hold('user-invite');
    await users.press('Invite user');
    await users.type('E-mail', 'zoe@mesa.example');
    await users.press('Send invitation');
    await switchAccount(users, 'other');
    held.letGo();
    await eventually(() => users.said.includes('another account'), 'it says so');
    expect([await total(accountId), await total('other')]).to.deep.equal([4, 4]);
  });

  it('changes nobody there', async () => {
    const { adapter, nameOf } = twoAccounts();
    const users = await (await UsersTabHarness.show(adapter)).listed();
    const held = users.hold('user-change');
    await users.choose('Diego Ruiz', 'Edit');
    await users.type('Name', 'Somebody else');
    await users.press('Save');
    await switchAccount(users, 'other');
    expect(users.row('Diego'), 'nothing happens to the one here').not.to.contain('Saving');
    held.letGo();
    await eventually(() => users.said.includes('another account'), 'it says so');
    expect([await nameOf(accountId, 'diego'), await nameOf('other', 'diego')]).to.deep.equal(['Diego Ruiz', 'Diego Ruiz']);
  });

  it('forgets what was said, asked and refused', async () => {
    const { adapter } = twoAccounts();
    const users = await (await UsersTabHarness.show(adapter)).listed();
    users.element.addEventListener('user-change', (event) => event.preventDefault(), { once: true });
    await users.choose('Noor Haddad', 'Reactivate');
    await eventually(() => users.row('Noor').includes('the portal stopped it'), 'the row says so');
    await users.choose('Ana Gómez', 'Resend invitation');
    await eventually(() => users.said.includes('was sent again'), 'it says so');
    await users.type('Search users', 'o');
    await switchAccount(users, 'other');
    await users.shows(...everybody);
    expect(byRole<HTMLInputElement>(users.root, 'searchbox').value).to.equal('');
    expect(users.text).not.to.contain('the portal stopped it').and.not.to.contain('was sent again');
  });
});

describe('users-tab: a dialog that is closed before what it sent has ended', () => {
  it('fails at its row, and has what was typed and what went wrong when it is opened again', async () => {
    const answer = deferred<never>();
    const users = await (await UsersTabHarness.show(withUsers(on(storeWith()), { updateUser: () => answer.promise }))).listed();
    await users.choose('Diego Ruiz', 'Edit');
    await users.type('Name', 'Diego R.');
    await users.press('Save');
    await users.press('Close');
    await users.closed();
    expect(users.row('Diego')).to.contain('Saving…');
    answer.reject(down());
    await eventually(() => users.row('Diego').includes('cannot be reached'), 'the row says so');
    expect(users.row('Diego')).to.contain('Diego Ruiz').and.not.to.contain('Saving…');
    expect(users.dialog.open, 'nothing opens by itself').to.equal(false);
    await users.choose('Diego Ruiz', 'Edit');
    expect(users.text).to.contain('cannot be reached');
    expect(byRole<HTMLInputElement>(users.root, 'textbox', 'Name').value).to.equal('Diego R.');
    await users.press('Cancel');
    await users.closed();
    await users.choose('Diego Ruiz', 'Edit');
    expect(byRole<HTMLInputElement>(users.root, 'textbox', 'Name').value, 'what was cancelled is gone').to.equal('Diego Ruiz');
  });

  it('comes back with invitations that were refused, also after Escape', async () => {
    const working = on(storeWith());
    const answer = deferred();
    const users = await (await UsersTabHarness.show(withUsers(working, { inviteUsers: (request) => answer.promise.then(() => working.users.inviteUsers(request)) }))).listed();
    await users.press('Invite user');
    await users.type('E-mail', 'zoe@mesa.example, yan@mesa.example');
    await users.press('Review 2 people');
    await users.listsInvitees();
    await users.press('Send 2 invitations');
    await sendKeys({ press: 'Escape' });
    await users.closed();
    await working.users.inviteUsers({ accountId, signal: new AbortController().signal, invitations: [{ email: 'yan@mesa.example', role: 'editor', mailingLists: [] }] });
    answer.resolve();
    await eventually(() => users.dialog.open, 'it is open again');
    expect(users.text).to.contain('1 was not invited');
    expect(byRole<HTMLInputElement>(users.dialog, 'textbox', 'E-mail of yan@mesa.example').value).to.equal('yan@mesa.example');
  });

  it('leaves another one alone that is open by then: the row and the other dialog say what failed', async () => {
    const answer = deferred<never>();
    const users = await (await UsersTabHarness.show(withUsers(on(storeWith()), { removeUser: () => answer.promise }))).listed();
    await users.choose('Noor Haddad', 'Remove');
    await users.press('Remove');
    await users.press('Close');
    await users.choose('Diego Ruiz', 'Edit');
    await users.type('Name', 'Diego R.');
    answer.reject(down());
    await eventually(() => users.said.includes('Noor Haddad: '), 'it is said in the open dialog');
    expect(hasRole(users.dialog, 'heading', 'Edit Diego Ruiz')).to.equal(true);
    expect(byRole<HTMLInputElement>(users.root, 'textbox', 'Name').value).to.equal('Diego R.');
    await users.press('Cancel');
    await users.closed();
    expect(users.row('Noor')).to.contain('cannot be reached');
  });

  it('does not close another one when it succeeds', async () => {
    const working = on(storeWith());
    const answer = deferred();
    const users = await (await UsersTabHarness.show(withUsers(working, { removeUser: (request) => answer.promise.then(() => working.users.removeUser(request)) }))).listed();
    await users.choose('Noor Haddad', 'Remove');
    await users.press('Remove');
    await users.press('Close');
    await users.choose('Diego Ruiz', 'Edit');
    answer.resolve();
    await users.shows('Ana Gómez', 'Diego Ruiz', 'Laura Méndez');
    await users.settled();
    expect(users.dialog.open && hasRole(users.dialog, 'heading', 'Edit Diego Ruiz')).to.equal(true);
    expect(users.said).to.contain('Noor Haddad was removed.');
  });
});

describe('users-tab: what guards know', () => {
  it('is about the user whose menu was opened last', async () => {
    const store = storeWith();
    await new Colleague(store).saves({ ...completeContactInfo, alertContacts: ['diego'] });
    const working = on(store);
    const late = deferred();
    let isFirst = true;
    const users = await (await UsersTabHarness.show(altered(working, {
      loadContactInfo: async (request) => {
        if (isFirst) {
          isFirst = false;
          await late.promise;
        }
        return working.loadContactInfo(request);
      },
    }))).listed();
    await users.menu('Diego Ruiz');
    await users.menu('Noor Haddad');
    late.resolve();
    await users.settled();
    byRole(users.root, 'menuitem', 'Remove').click();
    await users.settled();
    expect(users.dialog.open).to.equal(true);
    expect(users.text).not.to.contain('is named in');
  });

  it('arrives in a dialog that was opened before it was known', async () => {
    const store = storeWith();
    await new Colleague(store).saves({ ...completeContactInfo, alertContacts: ['diego'] });
    const working = on(store);
    const late = deferred();
    const users = await (await UsersTabHarness.show(altered(working, { loadContactInfo: (request) => late.promise.then(() => working.loadContactInfo(request)) }))).listed();
    await users.choose('Diego Ruiz', 'Remove');
    expect(users.text).not.to.contain('is named in');
    late.resolve();
    await eventually(() => users.text.includes('Diego Ruiz is named in Alert Contacts'), 'it says where');
  });
});

describe('users-tab: somebody else changed the user meanwhile', () => {
  /** The store does not tell of changes. */
  async function show() {
    const store = storeWith();
    const users = await (await UsersTabHarness.show(altered(on(store), { watch: undefined }))).listed();
    const colleague = new Colleague(store);
    const change = async (id: string, changes: object) => {
      const [{ revision }] = await colleague.users.getUsers({ ...colleague.request(), ids: [id] });
      await colleague.users.updateUser({ ...colleague.request(), userId: id, changes, baseRevision: revision });
    };
    return { users, change, stored: async (id: string) => (await colleague.users.getUsers({ ...colleague.request(), ids: [id] }))[0] };
  }

  it('a dialog says so, and its next try works and overwrites nothing else', async () => {
    const { users, change, stored } = await show();
    await users.choose('Diego Ruiz', 'Edit');
    await change('diego', { mailingLists: ['product-news'] });
    await users.type('Name', 'Diego R.');
    await users.press('Save');
    await eventually(() => users.text.includes('Somebody else changed this user'), 'it says so');
    await users.press('Save');
    await users.closed();
    expect(await stored('diego')).to.deep.include({ name: 'Diego R.', mailingLists: ['product-news'] });
  });

  it('a row says so, and its next try works', async () => {
    const { users, change, stored } = await show();
    await change('noor', { name: 'Noor H.' });
    await users.choose('Noor Haddad', 'Reactivate');
    await eventually(() => users.row('Noor H.').includes('Somebody else changed this user'), 'the row is read again, and says so');
    await users.choose('Noor H.', 'Reactivate');
    await eventually(async () => (await stored('noor')).status === 'active', 'it is done');
    expect(users.row('Noor H.')).not.to.contain('Somebody else');
  });
});
