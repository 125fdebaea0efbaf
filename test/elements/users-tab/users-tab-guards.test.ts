import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { defaultRoles, type User, type Viewer } from '../../../src/domain/user.js';
import type { UserDirectory, PersistenceAdapter } from '../../../src/ports/persistence-adapter.js';
import { isPersistenceError, PersistenceError } from '../../../src/ports/persistence-error.js';
import { accountId, altered, Colleague, completeContactInfo, deferred, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

const ada: User = { ...laura, id: 'ada', name: 'Ada King', email: 'ada@mesa.example' };
const on = (store: ReturnType<typeof storeWith>, viewer: Viewer = viewers.administrator) => new MemoryAdapter({ store, viewer });

function withUsers(adapter: PersistenceAdapter, changes: Partial<UserDirectory>): PersistenceAdapter {
  return altered(adapter, { users: { ...adapter.users!, ...changes } });
}

/** An account in which a user is an alert contact. */
async function naming(users: User[], ...ids: string[]) {
  const store = storeWith(undefined, users);
  await new Colleague(store).saves({ ...completeContactInfo, alertContacts: ids });
  return store;
}

describe('users-tab: what the menus refuse', () => {
  const roles = [...defaultRoles, { key: 'owner', canEditContactInfo: true, canManageUsers: true, rank: 50 }];
  const owner: User = { ...ada, id: 'owner', name: 'Olga Owen', email: 'olga@mesa.example', role: 'owner' };
  const strange: User = { ...ada, id: 'strange', name: 'Sam Strange', email: 'sam@mesa.example', role: 'wizard' };
  const companies: [string, User[]][] = [
    ['the last administrator', [...fewUsers, strange]],
    ['two administrators', [...fewUsers, ada, strange]],
    ['somebody above them', [...fewUsers, ada, owner, strange]],
  ];
  /** What each item asks the adapter for; which role, its dialog asks. */
  const changes: Record<string, object | 'remove'> = { Edit: {}, 'Change role': {}, Deactivate: { status: 'deactivated' }, Reactivate: { status: 'active' }, Remove: 'remove', 'Revoke invitation': 'remove', 'Resend invitation': {} };

  for (const [what, people] of companies) {
    it(`is what the adapter refuses: ${what}`, async () => {
      const users = await (await UsersTabHarness.show(new MemoryAdapter({ store: storeWith(undefined, people), viewer: viewers.administrator, roles }), { roles })).listed();
      for (const target of people) {
        for (const item of (await users.menu(target.name)).filter((one) => nameOf(one) in changes)) {
          const change = changes[nameOf(item)];
          const adapter = new MemoryAdapter({ store: storeWith(undefined, people), viewer: viewers.administrator, roles });
          const request = { accountId, signal: new AbortController().signal, userId: target.id, baseRevision: target.revision };
          const refusal = await (change === 'remove' ? adapter.users.removeUser(request) : adapter.users.updateUser({ ...request, changes: change }))
            .then(() => undefined, (error: unknown) => (isPersistenceError(error) ? error.guard : error));
          const about = `${nameOf(item)}: ${target.name}`;
          await eventually(() => (item.getAttribute('aria-disabled') === 'true') === (refusal !== undefined), `${about}, refused by ${String(refusal)}`);
          const reason = item.getAttribute('aria-describedby');
          expect(reason !== null, about).to.equal(refusal !== undefined);
          if (reason) expect(users.root.getElementById(reason)!.textContent!.trim(), about).to.match(/Ask|Give/);
        }
      }
    });
  }

  it('is told when it is pressed, and when it turns out under the focus', async () => {
    const working = on(storeWith());
    const late = deferred();
    const users = await (await UsersTabHarness.show(altered(working, { loadContactInfo: (request) => late.promise.then(() => working.loadContactInfo(request)) }))).listed();
    const items = await users.menu('Laura Méndez');
    const remove = items.find((item) => nameOf(item) === 'Remove')!;
    expect(remove.getAttribute('aria-disabled'), 'nothing is known yet').to.equal('false');
    remove.focus();
    late.resolve();
    await eventually(() => users.said.includes('Remove: Somebody must be able to manage users'), 'it is told');
    expect(users.root.activeElement).to.equal(remove);
    expect(remove.getAttribute('aria-disabled')).to.equal('true');
    items.find((item) => nameOf(item) === 'Deactivate')!.click();
    await eventually(() => users.said.includes('Deactivate: Somebody must be able to manage users'), 'it is told');
    expect(users.dialog.open).to.equal(false);
    expect(users.recorder.events).to.deep.equal([]);
  });

  it('is asked by a dialog that was opened before it was known', async () => {
    const working = on(storeWith());
    const late = deferred();
    const users = await (await UsersTabHarness.show(altered(working, { loadContactInfo: (request) => late.promise.then(() => working.loadContactInfo(request)) }))).listed();
    await users.choose('Laura Méndez', 'Remove');
    late.resolve();
    await eventually(() => users.text.includes('this is the last active one who can'), 'it says why');
    await users.press('Remove my own access');
    await users.settled();
    expect(users.recorder.events).to.deep.equal([]);
    expect(byRole(users.dialog, 'button', 'Remove my own access').getAttribute('aria-disabled')).to.equal('true');
    await users.press('Close');
    await users.closed();
  });
});

describe('users-tab: facts that cannot be read', () => {
  it('refuse nothing, and are said to be missing', async () => {
    const users = await (await UsersTabHarness.show(altered(on(storeWith()), { loadContactInfo: () => Promise.reject(new PersistenceError('unavailable', 'Down.')) }))).listed();
    await users.choose('Laura Méndez', 'Remove');
    await eventually(() => users.text.includes('could not be looked up'), 'it says so');
    await users.press('Remove my own access');
    await eventually(() => users.text.includes('this is the last active one who can'), 'the store refuses, and says why');
    expect(users.dialog.open).to.equal(true);
    expect(users.recorder.details.at(-1)).to.deep.equal({ code: 'guard', operation: 'remove' });
  });
});

describe('users-tab: guards that only the store knew of', () => {
  /** The store does not tell of changes, and facts are those from when the menu was opened. */
  const silent = (store: ReturnType<typeof storeWith>) => altered(on(store), { watch: undefined });

  it('the last administrator: the dialog says what to do, and asks no more', async () => {
    const store = storeWith(undefined, [...fewUsers, ada]);
    const users = await (await UsersTabHarness.show(silent(store))).listed();
    await users.choose('Laura Méndez', 'Change role');
    byRole(users.dialog, 'radio', /^Editor/).click();
    await users.settled();
    const colleague = new Colleague(store);
    await colleague.users.removeUser({ ...colleague.request(), userId: 'ada', baseRevision: '1' });
    await users.press('Change my own role');
    await eventually(() => users.text.includes('Give somebody else such a role first'), 'it says what to do');
    await eventually(() => byRole<HTMLInputElement>(users.dialog, 'radio', /^Editor/).disabled, 'it cannot be chosen any more');
    expect(byRole<HTMLInputElement>(users.dialog, 'radio', /^Administrator/).checked, 'the role is put back').to.equal(true);
  });

  it('an alert contact: the dialog asks who takes over', async () => {
    const store = storeWith(undefined, [...fewUsers, ada]);
    const users = await (await UsersTabHarness.show(silent(store))).listed();
    await users.choose('Diego Ruiz', 'Deactivate');
    await new Colleague(store).saves({ ...completeContactInfo, alertContacts: ['diego'] });
    await users.press('Deactivate');
    await eventually(() => users.text.includes('Diego Ruiz is named in Alert Contacts'), 'it asks');
    expect(users.dialog.open).to.equal(true);
    expect((await new Colleague(store).load())!.contactInfo.alertContacts).to.deep.equal(['diego']);
  });

  it('a place that only the store knows: the dialog asks all the same', async () => {
    const refused = () => Promise.reject(new PersistenceError('guard', 'No.', { guard: 'alert-contact' }));
    const users = await (await UsersTabHarness.show(withUsers(on(storeWith()), { removeUser: (request) => (request.replacementUserId ? Promise.resolve() : refused()) }))).listed();
    await users.choose('Diego Ruiz', 'Remove');
    await users.press('Remove');
    await eventually(() => users.text.includes('Diego Ruiz is named as a contact'), 'it asks');
    byRole(users.dialog, 'combobox').click();
    await eventually(() => hasRole(users.dialog, 'option', /Laura/), 'she is offered');
    byRole(users.dialog, 'option', /Laura/).click();
    await users.press('Remove');
    await eventually(() => users.said.includes('Laura Méndez takes over'), 'it says what came of it');
  });

  it('a role that rose above the viewer’s: nothing can be done, and it says whom to ask', async () => {
    const roles = [...defaultRoles, { key: 'owner', canEditContactInfo: true, canManageUsers: true, rank: 50 }];
    const store = storeWith(undefined, [...fewUsers, ada]);
    const users = await (await UsersTabHarness.show(altered(new MemoryAdapter({ store, viewer: viewers.administrator, roles }), { watch: undefined }), { roles })).listed();
    await users.choose('Ada King', 'Edit');
    await users.type('Name', 'Ada K.');
    const chief = new MemoryAdapter({ store, roles });
    await chief.users.updateUser({ accountId, signal: new AbortController().signal, userId: 'ada', changes: { role: 'owner' }, baseRevision: '1' });
    await users.press('Save');
    await eventually(() => users.text.includes('Somebody else changed this user'), 'it says so');
    await eventually(() => users.text.includes('This role is above your own. Ask somebody who has it.'), 'it says why not, and what to do');
    expect(byRole(users.dialog, 'button', 'Save').getAttribute('aria-disabled')).to.equal('true');
  });

  it('oneself: whom to ask', async () => {
    const error = new PersistenceError('guard', 'No.', { guard: 'self' });
    const users = await (await UsersTabHarness.show(withUsers(on(storeWith(undefined, [...fewUsers, ada])), { removeUser: () => Promise.reject(error) }))).listed();
    await users.choose('Laura Méndez', 'Remove');
    await users.press('Remove my own access');
    await eventually(() => users.text.includes('Ask somebody else who manages users'), 'it says whom');
  });
});

describe('users-tab: who takes over', () => {
  it('is not asked where there is nobody, and the way out is said', async () => {
    const chief = { id: 'chief', role: 'administrator' };
    const people: User[] = [{ ...laura, role: 'editor' }, fewUsers[2], { ...ada, status: 'deactivated' }];
    const users = await (await UsersTabHarness.show(on(await naming(people, 'laura'), chief), { viewer: chief })).listed();
    await users.choose('Laura Méndez', 'Remove');
    await eventually(() => users.text.includes('Invite somebody first'), 'it says so');
    expect(hasRole(users.dialog, 'combobox')).to.equal(false);
    expect(byRole(users.dialog, 'button', 'Remove').getAttribute('aria-disabled')).to.equal('true');
    await users.press('Remove');
    await users.settled();
    expect(users.recorder.events).to.deep.equal([]);
  });

  it('is not taken for nobody where the users cannot be read', async () => {
    const working = on(await naming([...fewUsers], 'diego'));
    const users = await (await UsersTabHarness.show(withUsers(working, {
      listUsers: (request) => (request.limit === 20 ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.users.listUsers(request)),
    }))).listed();
    await users.choose('Diego Ruiz', 'Remove');
    await eventually(() => hasRole(users.dialog, 'combobox'), 'it is asked');
    byRole(users.dialog, 'combobox').click();
    await eventually(() => users.text.includes('The users could not be read'), 'it says so');
    expect(users.text).not.to.contain('Invite somebody first');
  });

  it('is asked again when whoever was chosen cannot', async () => {
    const store = await naming([...fewUsers, ada], 'diego');
    const users = await (await UsersTabHarness.show(altered(on(store), { watch: undefined }))).listed();
    await users.choose('Diego Ruiz', 'Remove');
    await eventually(() => hasRole(users.dialog, 'combobox'), 'it is asked');
    await users.press('Remove');
    expect(users.root.activeElement, 'the question has the focus').to.equal(byRole(users.dialog, 'combobox'));
    byRole(users.dialog, 'combobox').click();
    await eventually(() => hasRole(users.dialog, 'option', /Ada/), 'she is offered');
    expect(allByRole(users.dialog, 'option').map(nameOf).join()).not.to.contain('Diego');
    byRole(users.dialog, 'option', /Ada/).click();
    const colleague = new Colleague(store);
    await colleague.users.updateUser({ ...colleague.request(), userId: 'ada', changes: { status: 'deactivated' }, baseRevision: '1' });
    await users.press('Remove');
    await eventually(() => users.text.includes('Ada King cannot take over any more'), 'it says so');
    expect((await colleague.load())!.contactInfo.alertContacts).to.deep.equal(['diego']);
    await eventually(() => byRole<HTMLInputElement>(users.dialog, 'combobox').value === '', 'nobody is chosen');
  });
});
