import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { PersistenceAdapter, UserDirectory } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { accountId, altered, Colleague, completeContactInfo, deferred, fewUsers, laura, scenarioAdapter, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, deepActiveElement, descriptionOf, hasRole, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

const everybody = ['Ana Gómez', 'Diego Ruiz', 'Laura Méndez', 'Noor Haddad'];
const few = () => storeWith();
const admin = () => storeWith(undefined, [...fewUsers, { ...laura, id: 'ada', name: 'Ada King', email: 'ada@mesa.example' }]);
const on = (store: ReturnType<typeof few>) => new MemoryAdapter({ store, viewer: viewers.administrator });

/** The same adapter with some methods of its directory exchanged. */
function withUsers(adapter: PersistenceAdapter, changes: Partial<UserDirectory>): PersistenceAdapter {
  return altered(adapter, { users: { ...adapter.users!, ...changes } });
}

describe('users-tab: the list', () => {
  it('is a table with a caption, whoever is looking marked', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    await users.shows(...everybody);
    expect(users.row('Laura')).to.contain('(you)').and.to.contain('Administrator').and.to.contain('Product news');
    expect(users.row('Ana')).to.contain('Invited').and.to.match(/expires/);
    expect(users.row('Noor')).to.contain('Deactivated');
    expect(users.text).to.contain('1–4 of 4');
  });

  it('finds by name and address, and says when nobody matches', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    await users.type('Search users', 'gomez');
    await users.shows('Ana Gómez');
    await users.type('Search users', 'nobody at all');
    await eventually(() => users.text.includes('Nobody matches.'), 'nobody matches');
    await users.press('Clear search and filters');
    await users.shows(...everybody);
  });

  it('filters by role and status', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    await users.filter('Editor');
    await users.shows('Ana Gómez', 'Diego Ruiz');
    await users.filter('Invited');
    await users.shows('Ana Gómez');
  });

  it('sorts by what is pressed, and the other way round when it is pressed again', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    const sorted = () => allByRole(users.root, 'columnheader').map((header) => header.getAttribute('aria-sort')).filter((sort) => sort && sort !== 'none');
    expect(sorted()).to.deep.equal(['ascending']);
    await users.press('Name');
    await users.shows(...[...everybody].reverse());
    expect(sorted()).to.deep.equal(['descending']);
    await users.press('E-mail');
    await users.shows('Ana Gómez', 'Diego Ruiz', 'Laura Méndez', 'Noor Haddad');
  });

  it('pages with true totals, there and back', async () => {
    const users = await (await UsersTabHarness.show(on(storeWith(undefined, [laura, ...generateUsers(60)])))).listed();
    const first = users.names;
    expect(users.text).to.match(/1–\d+ of 61/);
    await users.press('Next page');
    await eventually(() => users.names[0] !== first[0], 'the next page is shown');
    expect(users.names.filter((name) => first.includes(name))).to.deep.equal([]);
    await users.press('Previous page');
    await users.shows(...first);
  });

  it('follows changes that are made elsewhere', async () => {
    const store = few();
    const users = await (await UsersTabHarness.show(on(store))).listed();
    const colleague = new Colleague(store);
    await colleague.users.inviteUsers({ ...colleague.request(), invitations: [{ email: 'zoe@mesa.example', name: 'Zoe', role: 'editor', mailingLists: [] }] });
    await users.shows(...everybody, 'Zoe');
  });

  it('shows the newest of two answers, whichever comes last', async () => {
    const working = on(few());
    const late = deferred();
    const adapter = withUsers(working, {
      listUsers: async (request) => {
        if (request.search === 'slow') await late.promise;
        return working.users.listUsers({ ...request, search: request.search === 'slow' ? 'laura' : request.search });
      },
    });
    const users = await (await UsersTabHarness.show(adapter)).listed();
    await users.type('Search users', 'slow');
    await users.type('Search users', 'diego');
    await users.shows('Diego Ruiz');
    late.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    await users.element.updateComplete;
    expect(users.names).to.deep.equal(['Diego Ruiz']);
  });

  it('says what went wrong, and lists on another try', async () => {
    let isDown = true;
    const working = on(few());
    const users = await UsersTabHarness.show(withUsers(working, {
      listUsers: (request) => (isDown ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.users.listUsers(request)),
    }));
    await eventually(() => hasRole(users.root, 'button', 'Try again'), 'it says so');
    expect(users.recorder.details).to.deep.equal([{ code: 'unavailable', operation: 'list' }]);
    isDown = false;
    await users.press('Try again');
    await users.shows(...everybody);
  });

  it('says where users are managed elsewhere, where there is nobody, and who may change them', async () => {
    expect((await UsersTabHarness.show(scenarioAdapter('no-directory'))).text).to.contain('Users are not managed here');
    expect((await (await UsersTabHarness.show(scenarioAdapter('no-users'))).listed()).text).to.contain('Nobody here yet');
    const reader = await (await UsersTabHarness.show(new MemoryAdapter({ store: few(), viewer: viewers.editor }), { viewer: viewers.editor })).listed();
    expect(reader.text).to.contain('ask: Laura Méndez');
    expect(allByRole(reader.root, 'button', { name: /Invite|Actions/ })).to.deep.equal([]);
  });
});

describe('users-tab: inviting', () => {
  it('invites one, tells of it, and closes', async () => {
    const store = few();
    const users = await (await UsersTabHarness.show(on(store))).listed();
    await users.press('Invite user');
    expect(users.dialog.matches(':modal')).to.equal(true);
    await users.type('Name', 'Zoe Zed');
    await users.type('E-mail', 'zoe@mesa.example');
    await users.select('Role', 'editor');
    await users.press('Send invitation');
    await users.closed();
    await users.shows(...everybody, 'Zoe Zed');
    expect(users.recorder.types).to.deep.equal(['user-invite', 'users-invited']);
    expect(users.recorder.details[0]).to.deep.include({ count: 1 });
    const [invited] = (await new Colleague(store).users.listUsers({ ...new Colleague(store).request(), search: 'zoe' })).users;
    expect(users.recorder.details[1]).to.deep.equal({ userIds: [invited.id], failed: 0 });
    expect(JSON.stringify(users.recorder.details)).not.to.contain('@');
  });

  it('invites several after a look at them, and keeps those that were refused with the reason', async () => {
    const store = few();
    const users = await (await UsersTabHarness.show(on(store))).listed();
    await users.press('Invite user');
    await users.type('E-mail', 'Zoe <zoe@mesa.example>; yan@mesa.example, xan@mesa.example');
    await users.press('Review 3 people');
    await users.listsInvitees();
    const colleague = new Colleague(store);
    await eventually(() => !users.text.includes('Finding out'), 'it is known who is here');
    await colleague.users.inviteUsers({ ...colleague.request(), invitations: [{ email: 'yan@mesa.example', role: 'editor', mailingLists: [] }] });
    await users.press('Send 3 invitations');
    await eventually(() => users.text.includes('1 was not invited'), 'the refused one is listed');
    expect(users.dialog.open).to.equal(true);
    expect(users.text).to.contain('This person has been invited already.');
    expect(users.recorder.details[0]).to.deep.include({ count: 3 });
    expect(users.recorder.details.at(-1)).to.deep.include({ failed: 1 });
    await users.shows('No name yet', 'No name yet', ...everybody, 'Zoe');
  });

  it('keeps what was typed where it is no address, and sends nothing', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    await users.press('Invite user');
    await users.type('E-mail', 'nobody');
    await users.press('Send invitation');
    expect(byRole<HTMLInputElement>(users.root, 'textbox', 'E-mail').value).to.equal('nobody');
    expect(byRole(users.root, 'textbox', 'E-mail').getAttribute('aria-invalid')).to.equal('true');
    expect(users.recorder.events).to.deep.equal([]);
  });

  it('sends nothing where the host cancels, and says so', async () => {
    const store = few();
    const users = await (await UsersTabHarness.show(on(store))).listed();
    users.element.addEventListener('user-invite', (event) => event.preventDefault());
    await users.press('Invite user');
    await users.type('E-mail', 'zoe@mesa.example');
    await users.press('Send invitation');
    await eventually(() => users.text.includes('the portal stopped it'), 'it says so');
    expect((await new Colleague(store).users.listUsers(new Colleague(store).request())).total).to.equal(4);
  });

  it('is left by Escape, and the focus goes back', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    byRole(users.root, 'button', 'Invite user').focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => users.dialog.open, 'the dialog is open');
    await sendKeys({ press: 'Escape' });
    await users.closed();
    expect(nameOf(deepActiveElement()!)).to.equal('Invite user');
    await users.press('Invite user');
    expect(users.dialog.open).to.equal(true);
  });
});

describe('users-tab: changing', () => {
  it('changes a role, and says what the role may do', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    await users.choose('Diego Ruiz', 'Change role');
    expect(users.text).to.contain('Edits contact information and manages users.');
    byRole<HTMLInputElement>(users.root, 'radio', /^Read-only/).click();
    await users.press('Change role');
    await users.closed();
    await eventually(() => users.row('Diego').includes('Read-only'), 'the row shows it');
    expect(users.recorder.types).to.deep.equal(['user-change', 'user-changed']);
    expect(users.recorder.details[1]).to.deep.equal({ userId: 'diego', changed: ['role'] });
  });

  it('changes name and mailing lists', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    await users.choose('Diego Ruiz', 'Edit');
    await users.type('Name', 'Diego R.');
    byRole<HTMLInputElement>(users.root, 'checkbox', 'Product news').click();
    await users.press('Save');
    await users.closed();
    await eventually(() => users.row('Diego R.').includes('Product news'), 'the row shows it');
    expect(users.recorder.details[1]).to.deep.equal({ userId: 'diego', changed: ['name', 'mailingLists'] });
  });

  it('deactivates after asking, and reactivates', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    await users.choose('Diego Ruiz', 'Deactivate');
    expect(users.text).to.contain('Deactivate Diego Ruiz?');
    expect(users.row('Diego')).to.contain('Active');
    await users.press('Deactivate');
    await users.closed();
    await eventually(() => users.row('Diego').includes('Deactivated'), 'the row shows it');
    await users.choose('Diego Ruiz', 'Reactivate');
    await eventually(() => /Active(?!.*Deactivated)/.test(users.row('Diego')), 'the row shows it');
  });

  it('removes after asking, revokes and resends', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    await users.choose('Noor Haddad', 'Remove');
    await users.press('Remove');
    await users.closed();
    await users.shows('Ana Gómez', 'Diego Ruiz', 'Laura Méndez');
    expect(users.recorder.details.at(-1)).to.deep.equal({ userId: 'noor' });
    await users.choose('Ana Gómez', 'Resend invitation');
    await eventually(() => users.text.includes('The invitation to Ana Gómez was sent again.'), 'it says so');
    expect(users.recorder.details.at(-1)).to.deep.equal({ userId: 'ana', changed: ['invitation'] });
    await users.choose('Ana Gómez', 'Revoke invitation');
    await users.press('Revoke invitation');
    await users.closed();
    await users.shows('Diego Ruiz', 'Laura Méndez');
  });

  it('does nothing where the host cancels', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    for (const type of ['user-change', 'user-remove']) users.element.addEventListener(type, (event) => event.preventDefault());
    await users.choose('Noor Haddad', 'Remove');
    await users.press('Remove');
    await eventually(() => users.text.includes('the portal stopped it'), 'it says so');
    await users.press('Cancel');
    await users.choose('Ana Gómez', 'Resend invitation');
    await eventually(() => users.row('Ana').includes('the portal stopped it'), 'the row says so');
    await users.shows(...everybody);
    expect(users.recorder.types).not.to.include.members(['user-changed', 'user-removed']);
  });

  it('keeps the dialog and what was chosen when the store refuses, and says why', async () => {
    const working = on(few());
    const users = await (await UsersTabHarness.show(withUsers(working, { updateUser: () => Promise.reject(new PersistenceError('unavailable', 'Down.')) }))).listed();
    await users.choose('Diego Ruiz', 'Edit');
    await users.type('Name', 'Diego R.');
    await users.press('Save');
    await eventually(() => users.text.includes('cannot be reached'), 'it says why');
    expect(byRole<HTMLInputElement>(users.root, 'textbox', 'Name').value).to.equal('Diego R.');
    expect(users.recorder.details.at(-1)).to.deep.equal({ code: 'unavailable', operation: 'change' });
  });
});

describe('users-tab: what a rule refuses is said before it is tried', () => {
  it('of the last administrator', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    const items = await users.menu('Laura Méndez');
    await eventually(() => items.find((item) => nameOf(item) === 'Remove')!.getAttribute('aria-disabled') === 'true', 'it is refused');
    for (const action of ['Deactivate', 'Remove']) {
      const item = items.find((one) => nameOf(one) === action)!;
      expect(descriptionOf(item)).to.contain('this is the last active one');
      item.click();
    }
    await users.element.updateComplete;
    expect(users.dialog.open).to.equal(false);
    expect(users.recorder.events).to.deep.equal([]);
  });

  it('of an alert contact, who can be replaced', async () => {
    const store = admin();
    await new Colleague(store).saves({ ...completeContactInfo, alertContacts: ['diego'] });
    const users = await (await UsersTabHarness.show(on(store))).listed();
    await users.choose('Diego Ruiz', 'Remove');
    await eventually(() => users.text.includes('Diego Ruiz is named in Alert Contacts'), 'it says where');
    await users.press('Remove');
    expect(users.text).to.contain('Choose who takes over.');
    const box = byRole<HTMLInputElement>(users.root, 'combobox', 'Who takes over?');
    box.focus();
    await sendKeys({ type: 'ada' });
    await eventually(() => hasRole(users.root, 'option', /Ada King/), 'she is offered');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await users.press('Remove');
    await users.closed();
    expect((await new Colleague(store).load())?.contactInfo.alertContacts).to.deep.equal(['ada']);
    await users.shows('Ada King', 'Ana Gómez', 'Laura Méndez', 'Noor Haddad');
  });

  it('of somebody above the viewer', async () => {
    const roles = [
      { key: 'editor', canEditContactInfo: true, canManageUsers: false, rank: 1 }, { key: 'read-only', canEditContactInfo: false, canManageUsers: false, rank: 0 },
      { key: 'manager', canEditContactInfo: true, canManageUsers: true, rank: 2 }, { key: 'administrator', canEditContactInfo: true, canManageUsers: true, rank: 3 },
    ];
    const viewer = { id: 'diego', role: 'manager' };
    const users = await (await UsersTabHarness.show(new MemoryAdapter({ store: few(), viewer, roles }), { viewer, roles })).listed();
    for (const item of await users.menu('Laura Méndez')) {
      expect(item.getAttribute('aria-disabled')).to.equal('true');
      expect(descriptionOf(item)).to.contain('above your own');
    }
    await sendKeys({ press: 'Escape' });
    await users.press('Invite user');
    expect([...byRole<HTMLSelectElement>(users.scope, 'combobox', 'Role').options].map(({ value }) => value)).not.to.include('administrator');
  });

  it('and where it could not be foreseen, the store says it', async () => {
    const working = on(admin());
    const error = new PersistenceError('guard', 'No.', { guard: 'last-administrator' });
    const users = await (await UsersTabHarness.show(withUsers(working, { removeUser: () => Promise.reject(error) }))).listed();
    await users.choose('Ada King', 'Remove');
    await users.press('Remove');
    await eventually(() => users.text.includes('this is the last active one'), 'it says why');
    expect(users.dialog.open).to.equal(true);
  });
});

describe('users-tab: the menu by keyboard', () => {
  it('opens on ArrowDown, moves, and gives the focus back on Escape', async () => {
    const users = await (await UsersTabHarness.show(on(few()))).listed();
    byRole(users.root, 'button', 'Actions for Diego Ruiz').focus();
    await sendKeys({ press: 'ArrowDown' });
    await eventually(() => deepActiveElement()?.getAttribute('role') === 'menuitem', 'the focus is in the menu');
    expect(nameOf(deepActiveElement()!)).to.equal('Edit');
    await sendKeys({ press: 'End' });
    expect(nameOf(deepActiveElement()!)).to.equal('Remove');
    await sendKeys({ press: 'c' });
    expect(nameOf(deepActiveElement()!)).to.equal('Change role');
    await sendKeys({ press: 'Escape' });
    await users.element.updateComplete;
    expect(hasRole(users.root, 'menu')).to.equal(false);
    expect(nameOf(deepActiveElement()!)).to.equal('Actions for Diego Ruiz');
  });
});

describe('users-tab: the account', () => {
  it('lists another account’s users when it changes', async () => {
    const adapter = new MemoryAdapter({ accounts: { [accountId]: { users: [laura] }, other: { users: [{ ...laura, id: 'x', name: 'Xena' }] } } });
    const users = await (await UsersTabHarness.show(adapter)).listed();
    await users.shows('Laura Méndez');
    users.element.accountId = 'other';
    await users.shows('Xena');
  });
});
