import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { defaultRoles, type User } from '../../../src/domain/user.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { Colleague, laura, storeWith, viewers } from '../../support/accounts.js';
import { byRole, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { ReviewHarness } from './review.harness.js';
import { show } from './users-tab-bulk.harness.js';

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
