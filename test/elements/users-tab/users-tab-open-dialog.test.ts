import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { defaultRoles, type User } from '../../../src/domain/user.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { Colleague, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { byRole, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { ReviewHarness } from './review.harness.js';
import { act, show, stored, tick } from './users-tab-bulk.harness.js';

describe('users-tab: roles and rights change with a dialog open', () => {
  it('sends the role that is shown', async () => {
    const store = storeWith();
    const users = await show(store);
    await users.press('Invite user');
    await users.select('Role', 'tester');
    await users.type('E-mail', 'zoe@mesa.example');
    users.element.roles = defaultRoles.filter(({ key }) => key !== 'tester');
    await users.element.updateComplete;
    const shown = byRole<HTMLSelectElement>(users.dialog, 'combobox', 'Role').value;
    await users.press('Send invitation');
    await users.closed();
    const colleague = new Colleague(store);
    const { users: [zoe] } = await colleague.users.listUsers({ ...colleague.request(), search: 'zoe' });
    expect(zoe.role).to.equal(shown);
  });

  it('asks for another role on the list, and sends none that is not shown', async () => {
    const review = await ReviewHarness.open();
    const { users } = review;
    await review.paste('zoe@mesa.example, yan@mesa.example');
    await users.select('Role of zoe@mesa.example', 'tester');
    users.element.roles = defaultRoles.filter(({ key }) => key !== 'tester');
    await users.element.updateComplete;
    expect(byRole<HTMLSelectElement>(users.dialog, 'combobox', 'Role of zoe@mesa.example').value).to.equal('');
    expect(review.textOf('zoe')).to.match(/tester/);
    await users.press('Send invitation');
    await eventually(async () => (await review.stored('yan')).length === 1, 'the other one is invited');
    expect(await review.stored('zoe')).to.deep.equal([]);
  });
});

describe('users-tab: mailing lists and roles that are not offered any more', () => {
  const lists = [{ key: 'product-news', label: 'Product news' }, { key: 'incidents', label: 'Incidents' }];
  const join = async (users: Awaited<ReturnType<typeof show>>, name: string) => {
    byRole(users.dialog, 'checkbox', name).click();
    await users.settled();
  };

  it('sends no list with an invitation that is not shown', async () => {
    const store = storeWith();
    const users = await show(store, undefined, { mailingLists: lists });
    await users.press('Invite user');
    await users.type('E-mail', 'zoe@mesa.example');
    await join(users, 'Product news');
    await join(users, 'Incidents');
    users.element.mailingLists = [lists[1]];
    await users.settled();
    await users.press('Send invitation');
    await users.closed();
    const colleague = new Colleague(store);
    const { users: [zoe] } = await colleague.users.listUsers({ ...colleague.request(), search: 'zoe' });
    expect(zoe.mailingLists).to.deep.equal(['incidents']);
  });

  it('sends none with invitations on the list', async () => {
    const review = await ReviewHarness.open();
    review.users.element.mailingLists = lists;
    await review.paste('zoe@mesa.example, yan@mesa.example');
    await join(review.users, 'Product news');
    review.users.element.mailingLists = [lists[1]];
    await review.users.settled();
    await review.users.press('Send 2 invitations');
    await eventually(async () => (await review.stored('zoe')).length + (await review.stored('yan')).length === 2, 'both are invited');
    const [[zoe], [yan]] = [await review.stored('zoe'), await review.stored('yan')];
    expect([zoe.mailingLists, yan.mailingLists]).to.deep.equal([[], []]);
  });

  it('puts several users on no list that is not shown', async () => {
    const store = storeWith();
    const users = await show(store, undefined, { mailingLists: lists });
    await tick(users, 'Diego Ruiz');
    await act(users, 'Change mailing lists');
    await users.select('Product news', 'add');
    await users.select('Incidents', 'add');
    users.element.mailingLists = [lists[1]];
    await users.settled();
    await users.press(/^Change the lists of 1/);
    await users.closed();
    const [before, [diego]] = [fewUsers.find(({ id }) => id === 'diego')!, await stored(store, 'diego')];
    expect(diego.mailingLists.filter((key) => !before.mailingLists.includes(key))).to.deep.equal(['incidents']);
  });

  it('asks again for the role of several users', async () => {
    const store = storeWith();
    const users = await show(store);
    await tick(users, 'Ana Gómez', 'Diego Ruiz');
    await act(users, 'Change role');
    byRole(users.dialog, 'radio', /^Tester/).click();
    await users.settled();
    expect(users.text).to.contain('2 users will be Tester');
    users.element.roles = defaultRoles.filter(({ key }) => key !== 'tester');
    await users.settled();
    expect(users.text).not.to.contain('will be');
    await users.press(/^Change 2 roles$/);
    await users.settled();
    expect(users.text).to.contain('Choose a role.');
    expect(users.recorder.types).to.deep.equal([]);
    expect((await stored(store, 'ana', 'diego')).map(({ role }) => role)).not.to.include('tester');
  });
});

describe('users-tab: another language with a dialog open', () => {
  it('loses nothing that was typed, nor the focus', async () => {
    const users = await show();
    await users.press('Invite user');
    await users.select('Role', 'editor');
    await users.type('Name', 'Zoe');
    await users.type('E-mail', 'zoe@mesa.example');
    users.dialog.querySelector('textarea')!.focus();
    users.element.lang = 'es';
    await eventually(() => /invita/i.test(users.dialog.querySelector('h3')!.textContent!) && !/Invite/.test(users.dialog.textContent!), 'it is Spanish');
    expect(users.dialog.querySelector('textarea')!.value).to.equal('zoe@mesa.example');
    expect(users.dialog.querySelector('select')!.value).to.equal('editor');
    expect(users.root.activeElement?.localName).to.equal('textarea');
  });
});

describe('users-tab: what has the focus goes away', () => {
  it('loses no focus when the button goes that opened a dialog', async () => {
    const users = await show();
    byRole(users.root, 'button', 'Invite user').focus();
    await users.press('Invite user');
    users.element.viewer = viewers.reader;
    await users.element.updateComplete;
    await sendKeys({ press: 'Escape' });
    await users.closed();
    await eventually(() => /^Search users/.test(users.focused ?? ''), 'the search box has the focus');
  });

  it('loses no focus when there is one page left', async () => {
    const crowd: User[] = [laura, ...generateUsers(50)];
    const store = storeWith(undefined, crowd);
    const users = await show(store);
    await eventually(() => users.names.length === 50, 'a page');
    byRole(users.root, 'button', 'Next page').focus();
    const colleague = new Colleague(store);
    const { users: [victim] } = await colleague.users.listUsers({ ...colleague.request(), statuses: ['deactivated'] });
    await colleague.users.removeUser({ ...colleague.request(), userId: victim.id, baseRevision: victim.revision });
    await eventually(() => !hasRole(users.root, 'button', 'Next page'), 'there is one page');
    await eventually(() => /^Search users/.test(users.focused ?? ''), 'the search box has the focus');
  });
});
