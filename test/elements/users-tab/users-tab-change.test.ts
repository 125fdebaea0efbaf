import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { defaultRoles } from '../../../src/domain/user.js';
import type { UsersTab } from '../../../src/elements/users-tab/users-tab.js';
import type { PersistenceAdapter, UserDirectory } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { altered, Colleague, deferred, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

const ada = { ...laura, id: 'ada', name: 'Ada King', email: 'ada@mesa.example' };
const two = () => storeWith(undefined, [...fewUsers, ada]);
const on = (store: ReturnType<typeof storeWith>) => new MemoryAdapter({ store, viewer: viewers.administrator });
const down = () => new PersistenceError('unavailable', 'Down.');

async function show(adapter: PersistenceAdapter, properties: Partial<UsersTab> = {}): Promise<UsersTabHarness> {
  return (await UsersTabHarness.show(adapter, properties)).listed();
}

function withUsers(adapter: PersistenceAdapter, changes: Partial<UserDirectory>): PersistenceAdapter {
  return altered(adapter, { users: { ...adapter.users!, ...changes } });
}

async function pick(users: UsersTabHarness, role: string | RegExp): Promise<void> {
  byRole(users.dialog, 'radio', role).click();
  await users.element.updateComplete;
}

/** What the dialog says that a role gives and takes. */
const difference = (users: UsersTabHarness) => allByRole(users.dialog, 'status').map((region) => region.textContent!.trim().replace(/\s+/g, ' ')).filter(Boolean).join(' ');

describe('users-tab: a role, before it is confirmed', () => {
  it('says what it gives and takes, each time another one is chosen', async () => {
    const users = await show(on(two()));
    await users.choose('Ada King', 'Change role');
    expect(difference(users), 'nothing is chosen yet').to.equal('');
    expect(nameOf(byRole(users.dialog, 'radio', /current/))).to.match(/^Administrator/);
    await pick(users, /^Editor/);
    expect(difference(users)).to.equal('Loses: manage users');
    await pick(users, /^Read-only/);
    expect(difference(users)).to.equal('Loses: edit contact information and manage users');
    await pick(users, /^Administrator/);
    expect(difference(users)).to.equal('');
    await users.press('Cancel');
    await users.closed();
    await users.choose('Diego Ruiz', 'Change role');
    await pick(users, /^Administrator/);
    expect(difference(users)).to.equal('Gains: manage users');
    await pick(users, /^Tester/);
    await users.press('Change role');
    await eventually(() => users.said.includes('Diego Ruiz has the role Tester now.'), 'it says what came of it');
    expect(users.recorder.details.at(-1)).to.deep.equal({ userId: 'diego', changed: ['role'] });
  });

  it('says so where two roles may do the same, and where to look for the difference', async () => {
    const users = await show(on(storeWith()));
    await users.choose('Noor Haddad', 'Change role');
    await pick(users, /^Tester/);
    expect(difference(users)).to.contain('stays the same').and.to.contain('descriptions above');
  });

  it('works for a host’s own roles, with its own words or none', async () => {
    const roles = [
      ...defaultRoles, { key: 'auditor', canEditContactInfo: false, canManageUsers: false, rank: 5, canSeeReports: true }, { key: 'ghost', canEditContactInfo: false, canManageUsers: false, rank: 5 },
    ];
    const strings = { 'role.auditor': 'Auditor', 'role.auditor.can': 'Reads the reports.', 'ability.canSeeReports': 'see reports' };
    const users = await show(new MemoryAdapter({ store: storeWith(), viewer: viewers.administrator, roles }), { roles, strings });
    await users.choose('Diego Ruiz', 'Change role');
    await pick(users, /^Auditor/);
    expect(users.text).to.contain('Reads the reports.');
    expect(difference(users)).to.equal('Gains: see reports Loses: edit contact information');
    await users.press('Cancel');
    await users.closed();
    await users.choose('Noor Haddad', 'Change role');
    await pick(users, 'ghost');
    expect(difference(users)).to.contain('stays the same').and.not.to.contain('descriptions');
  });

  it('says that a role that nobody defined allows nothing, and gives another', async () => {
    const users = await show(on(storeWith(undefined, [laura, { ...ada, role: 'wizard' }])));
    await users.choose('Ada King', 'Change role');
    expect(users.text).to.contain('does not know the role “wizard” any more');
    await pick(users, /^Editor/);
    expect(difference(users)).to.equal('Gains: edit contact information');
  });
});

describe('users-tab: whom it is about', () => {
  it('is told by the address too: two people may have one name', async () => {
    const users = await show(on(storeWith(undefined, [laura, { ...ada, name: 'Ana Gómez', email: 'ana@north.example' }, { ...ada, id: 'ana-2', name: 'Ana Gómez', email: 'ana@south.example' }])));
    const buttons = allByRole(users.root, 'button', { name: 'Actions for Ana Gómez' });
    for (const [index, email] of ['ana@north.example', 'ana@south.example'].entries()) {
      buttons[index].click();
      await users.settled();
      byRole(users.root, 'menuitem', 'Remove').click();
      await users.element.updateComplete;
      expect(nameOf(users.dialog)).to.equal('Remove Ana Gómez?');
      expect(users.root.getElementById(users.dialog.getAttribute('aria-describedby')!)!.textContent).to.equal(email);
      await users.press('Cancel');
      await users.closed();
    }
  });

  it('is asked in other words of oneself', async () => {
    const users = await show(on(two()));
    await users.choose('Laura Méndez', 'Remove');
    expect(users.text).to.contain('This is your own account: you lose access');
    await users.press('Cancel');
    await users.closed();
    await users.choose('Laura Méndez', 'Deactivate');
    expect(hasRole(users.dialog, 'button', 'Deactivate my own account')).to.equal(true);
    await users.press('Cancel');
    await users.closed();
    await users.choose('Laura Méndez', 'Change role');
    await pick(users, /^Editor/);
    expect(users.text).to.contain('you may not be able to change it back');
    await users.press('Change my own role');
    await eventually(() => users.row('Laura').includes('Editor'), 'it is done');
  });
});

describe('users-tab: while the store has not answered', () => {
  it('the row says what is going on, and nothing has happened yet', async () => {
    const working = on(two());
    const answer = deferred();
    const users = await show(withUsers(working, {
      removeUser: (request) => answer.promise.then(() => working.users.removeUser(request)), updateUser: (request) => answer.promise.then(() => working.users.updateUser(request)),
    }));
    await users.choose('Diego Ruiz', 'Deactivate');
    await users.press('Deactivate');
    expect(byRole(users.dialog, 'button', 'Saving…').getAttribute('aria-disabled')).to.equal('true');
    await users.press('Close');
    await users.closed();
    expect(users.row('Diego')).to.contain('Saving…').and.to.contain('Active');
    await users.choose('Noor Haddad', 'Remove');
    await users.press('Remove');
    expect(hasRole(users.dialog, 'button', 'Removing…')).to.equal(true);
    await users.press('Close');
    await users.closed();
    expect(users.row('Noor')).to.contain('Removing…');
    for (const item of await users.menu('Noor Haddad')) expect(item.getAttribute('aria-disabled'), nameOf(item)).to.equal('true');
    answer.resolve();
    await users.shows('Ada King', 'Ana Gómez', 'Diego Ruiz', 'Laura Méndez');
    await eventually(() => users.row('Diego').includes('Deactivated'), 'it is done');
    expect(users.row('Diego')).not.to.contain('Saving…');
  });

  it('a second change of the same user waits for the first, and is not taken for somebody else’s', async () => {
    const working = on(two());
    const first = deferred();
    const asked: string[] = [];
    const users = await show(altered(withUsers(working, {
      updateUser: async (request) => {
        asked.push(Object.keys(request.changes).join());
        if (asked.length === 1) await first.promise;
        return working.users.updateUser(request);
      },
    }), { watch: undefined }));
    await users.choose('Diego Ruiz', 'Edit');
    await users.type('Name', 'Diego R.');
    await users.press('Save');
    await users.press('Close');
    await users.closed();
    await users.choose('Diego Ruiz', 'Change role');
    await pick(users, /^Tester/);
    await users.press('Change role');
    expect(asked).to.deep.equal(['name']);
    first.resolve();
    await users.closed();
    await eventually(() => users.row('Diego R.').includes('Tester'), 'both are done');
    expect(asked).to.deep.equal(['name', 'role']);
    expect(users.recorder.types).to.deep.equal(['user-change', 'user-changed', 'user-change', 'user-changed']);
    expect(users.text).not.to.contain('Somebody else');
  });

  it('a second change goes on where the first one failed', async () => {
    const working = on(two());
    const first = deferred();
    let isFirst = true;
    const users = await show(withUsers(working, {
      updateUser: async (request) => {
        if (!isFirst) return working.users.updateUser(request);
        isFirst = false;
        await first.promise;
        throw down();
      },
    }));
    await users.choose('Diego Ruiz', 'Edit');
    await users.type('Name', 'Diego R.');
    await users.press('Save');
    await users.press('Close');
    await users.choose('Diego Ruiz', 'Deactivate');
    await users.press('Deactivate');
    first.resolve();
    await users.closed();
    await eventually(() => users.row('Diego Ruiz').includes('Deactivated'), 'the second is done');
    expect(users.row('Diego Ruiz')).to.contain('cannot be reached');
    await users.choose('Diego Ruiz', 'Edit');
    expect(byRole<HTMLInputElement>(users.root, 'textbox', 'Name').value).to.equal('Diego R.');
    await users.press('Save');
    await users.closed();
    await eventually(() => users.row('Diego R.').includes('Deactivated'), 'what was typed is saved, and what was done since stays');
  });

  it('is told of though its row left the page meanwhile, and by the row when it comes back', async () => {
    const working = on(storeWith(undefined, [laura, ...generateUsers(60)]));
    const answer = deferred<never>();
    const users = await show(withUsers(working, { removeUser: () => answer.promise }));
    const name = 'Ana Abe';
    await users.choose(name, 'Remove');
    await users.press('Remove');
    await users.press('Close');
    await users.closed();
    await users.press('Next page');
    await eventually(() => !users.names.includes(name), 'another page is shown');
    answer.reject(down());
    await eventually(() => users.said.includes(`${name}: `), 'it is told');
    await users.press('Previous page');
    await eventually(() => users.row(name).includes('cannot be reached'), 'the row says it');
    expect(users.row(name)).not.to.contain('Removing…');
  });
});

describe('users-tab: somebody else changed the same', () => {
  it('is said beside what was typed, and the rest of theirs stays', async () => {
    const store = two();
    const users = await show(altered(on(store), { watch: undefined }));
    await users.choose('Diego Ruiz', 'Edit');
    await users.type('Name', 'Diego R.');
    const colleague = new Colleague(store);
    await colleague.users.updateUser({ ...colleague.request(), userId: 'diego', changes: { name: 'Señor Ruiz', mailingLists: ['product-news'] }, baseRevision: '1' });
    await users.press('Save');
    await eventually(() => users.text.includes('changed this to “Señor Ruiz”'), 'it says what theirs is');
    expect(byRole<HTMLInputElement>(users.root, 'textbox', 'Name').value).to.equal('Diego R.');
    expect(byRole<HTMLInputElement>(users.root, 'checkbox', 'Product news').checked).to.equal(true);
    await users.press('Save');
    await users.closed();
    const [stored] = await colleague.users.getUsers({ ...colleague.request(), ids: ['diego'] });
    expect(stored).to.deep.include({ name: 'Diego R.', mailingLists: ['product-news'] });
  });
});
