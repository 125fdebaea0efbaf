import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { altered, Colleague, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

const ada = { ...laura, id: 'ada', name: 'Ada King', email: 'ada@mesa.example' };
const on = (store: ReturnType<typeof storeWith>) => new MemoryAdapter({ store, viewer: viewers.administrator });
const show = async (users = fewUsers) => (await UsersTabHarness.show(on(storeWith(undefined, [...users])))).listed();

describe('users-tab: the focus', () => {
  const removed = async (users: UsersTabHarness, name: string) => {
    await users.choose(name, 'Remove');
    await users.press('Remove');
    await users.closed();
    await eventually(() => !users.names.includes(name), `${name} is gone`);
    await users.element.updateComplete;
  };

  it('goes to the next row when one is removed, else to the one before, else to the search', async () => {
    const users = await show();
    await removed(users, 'Diego Ruiz');
    expect(users.focused).to.equal('Actions for Laura Méndez');
    await removed(users, 'Noor Haddad');
    expect(users.focused).to.equal('Actions for Laura Méndez');
    await users.type('Search users', 'ana');
    await users.shows('Ana Gómez');
    await users.choose('Ana Gómez', 'Revoke invitation');
    await users.press('Revoke invitation');
    await users.closed();
    await eventually(() => users.text.includes('Nobody matches'), 'nobody is left');
    expect(users.root.activeElement).to.equal(byRole(users.root, 'searchbox'));
  });

  it('goes to the next row also where the store tells of the removal before it answers', async () => {
    const working = on(storeWith());
    const users = await (await UsersTabHarness.show(altered(working, { users: {
      ...working.users,
      removeUser: async (request) => {
        await working.users.removeUser(request);
        await eventually(() => !users.names.includes('Diego Ruiz'), 'the list knows already');
      },
    } }))).listed();
    await removed(users, 'Diego Ruiz');
    expect(users.focused).to.equal('Actions for Laura Méndez');
  });

  it('goes to the search when that is cleared', async () => {
    const users = await show();
    await users.type('Search users', 'nobody at all');
    await eventually(() => users.text.includes('Nobody matches.'), 'nobody matches');
    byRole(users.root, 'button', 'Clear search and filters').focus();
    await sendKeys({ press: 'Enter' });
    await users.shows('Ana Gómez', 'Diego Ruiz', 'Laura Méndez', 'Noor Haddad');
    expect(users.root.activeElement).to.equal(byRole(users.root, 'searchbox'));
  });

  it('moves on when somebody else removes the row that has it', async () => {
    const store = storeWith();
    const users = await (await UsersTabHarness.show(on(store))).listed();
    byRole(users.root, 'button', 'Actions for Diego Ruiz').focus();
    const colleague = new Colleague(store);
    await colleague.users.removeUser({ ...colleague.request(), userId: 'diego', baseRevision: '1' });
    await users.shows('Ana Gómez', 'Laura Méndez', 'Noor Haddad');
    await users.element.updateComplete;
    expect(users.focused).to.equal('Actions for Laura Méndez');
  });

  it('goes back to the row’s button after its dialog, however that is closed', async () => {
    const users = await show();
    await users.choose('Diego Ruiz', 'Edit');
    await sendKeys({ press: 'Escape' });
    await users.closed();
    await users.element.updateComplete;
    expect(users.focused).to.equal('Actions for Diego Ruiz');
    await users.choose('Noor Haddad', 'Change role');
    await users.press('Cancel');
    await users.closed();
    expect(users.focused).to.equal('Actions for Noor Haddad');
    await users.choose('Diego Ruiz', 'Deactivate');
    await users.press('Deactivate');
    await users.closed();
    await eventually(() => users.row('Diego').includes('Deactivated'), 'the row shows it');
    expect(users.focused).to.equal('Actions for Diego Ruiz');
  });
});

describe('users-tab: what it says', () => {
  it('is said again when the same happens again', async () => {
    const working = on(storeWith());
    // Sent long ago, as the store says: nothing is to be waited for.
    const users = await (await UsersTabHarness.show(altered(working, { users: { ...working.users, resendInvitation: () => Promise.resolve(fewUsers[2]) } }))).listed();
    const resend = async () => {
      const before = users.recorder.of('user-changed').length;
      await users.choose('Ana Gómez', 'Resend invitation');
      await eventually(() => users.recorder.of('user-changed').length > before, 'it is sent');
      await users.settled();
    };
    await resend();
    const region = allByRole(users.root, 'status').find((one) => one.textContent?.includes('was sent again'))!;
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await resend();
    observer.disconnect();
    expect(changes).to.be.greaterThan(0);
    expect(region.textContent).to.contain('The invitation to Ana Gómez was sent again.');
  });

  it('names what was done to a user', async () => {
    const users = await show();
    await users.choose('Diego Ruiz', 'Deactivate');
    await users.press('Deactivate');
    await eventually(() => users.said.includes('Diego Ruiz was deactivated.'), 'it says so');
    await eventually(() => users.row('Diego').includes('Deactivated'), 'the row shows it');
    await users.choose('Diego Ruiz', 'Reactivate');
    await eventually(() => users.said.includes('Diego Ruiz can sign in again.'), 'it says so');
  });

  it('does not say that whoever is looking was never here', async () => {
    const users = await show([{ ...laura, lastActiveAt: undefined }, ...fewUsers.slice(1)]);
    expect(users.row('Laura')).to.contain('Now').and.not.to.contain('Never');
    expect(users.row('Ana')).to.contain('Never');
  });

  it('warns once of what people do to themselves', async () => {
    const users = await show([...fewUsers, ada]);
    await users.choose('Laura Méndez', 'Remove');
    expect(users.text.match(/you lose access/g)).to.have.length(1);
    expect(users.text).not.to.contain('Laura Méndez loses access');
    await users.press('Cancel');
    await users.closed();
    await users.choose('Laura Méndez', 'Deactivate');
    expect(users.text).to.contain('somebody else reactivates you').and.not.to.contain('until you reactivate them');
  });
});

describe('users-tab: the roles to choose from', () => {
  it('say once why the last administrator keeps theirs, and what each can do', async () => {
    const users = await show();
    await users.choose('Laura Méndez', 'Change role');
    await eventually(() => users.text.includes('this is the last active one'), 'it says why');
    expect(users.text.match(/this is the last active one/g)).to.have.length(1);
    for (const can of ['Sees everything, changes nothing.', 'Edits contact information.', 'Edits contact information and manages users.']) expect(users.text).to.contain(can);
    const editor = byRole<HTMLInputElement>(users.dialog, 'radio', /^Editor/);
    expect(editor.disabled).to.equal(true);
    const described = editor.getAttribute('aria-describedby')!.trim().split(/\s+/).map((id) => users.root.getElementById(id)!.textContent!.trim());
    expect(described).to.deep.equal(['Edits contact information.', 'Somebody must be able to manage users: this is the last active one who can. Give somebody else such a role first.']);
  });

  it('are sent only where another one was chosen', async () => {
    const users = await show();
    await users.choose('Diego Ruiz', 'Change role');
    await users.press('Change role');
    await users.closed();
    await users.choose('Diego Ruiz', 'Edit');
    await users.press('Save');
    await users.closed();
    expect(users.said).to.contain('Nothing was changed.');
    expect(users.recorder.types).to.deep.equal([]);
  });
});
