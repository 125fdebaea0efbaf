import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { Colleague, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { FaultyAdapter } from '../../support/faulty-adapter.js';
import { pressChord } from '../../support/keys.js';
import { UsersTabHarness } from './users-tab.harness.js';

async function show() {
  const store = storeWith();
  const users = await (await UsersTabHarness.show(new MemoryAdapter({ store, viewer: viewers.administrator }))).listed();
  await users.press('Invite user');
  const colleague = new Colleague(store);
  const find = async (search: string) => (await colleague.users.listUsers({ ...colleague.request(), search })).users;
  const box = () => byRole<HTMLTextAreaElement>(users.dialog, 'textbox', 'E-mail');
  const alerts = () => allByRole(users.dialog, 'alert').map((alert) => visibleText(alert)).join(' ');
  return { users, find, box, alerts };
}

describe('users-tab: inviting by what is no address', () => {
  for (const text of ['', 'nobody']) {
    it(`leads back to the box, and says why: ${JSON.stringify(text)}`, async () => {
      const { users, box, alerts } = await show();
      await users.type('E-mail', text);
      byRole(users.dialog, 'textbox', 'Name').focus();
      await users.press('Send invitation');
      expect(users.root.activeElement).to.equal(box());
      expect(box().getAttribute('aria-invalid')).to.equal('true');
      expect(alerts()).not.to.equal('');
      const described = box().getAttribute('aria-describedby')!.split(' ').map((id) => users.root.getElementById(id)!.textContent!.trim()).join(' ');
      expect(described).to.contain(alerts());
      await users.type('E-mail', 'zoe@mesa.example');
      expect(box().getAttribute('aria-invalid')).to.equal('false');
    });
  }
});

describe('users-tab: inviting one', () => {
  it('says why the store refused it, and keeps it', async () => {
    const { users, box, alerts } = await show();
    await users.type('Name', 'Diego');
    await users.type('E-mail', 'diego.ruiz@mesa.example');
    await users.press('Send invitation');
    await eventually(() => alerts().includes('This person has access already.'), 'it says so');
    expect(alerts()).to.contain('1 was not invited');
    expect(box().value).to.equal('diego.ruiz@mesa.example');
    expect(byRole<HTMLInputElement>(users.dialog, 'textbox', 'Name').value).to.equal('Diego');
  });

  it('keeps what was typed when it is left by Escape, and drops it when it is cancelled', async () => {
    const { users, box } = await show();
    await users.type('E-mail', 'zoe@mesa');
    box().focus();
    await sendKeys({ press: 'Escape' });
    await users.closed();
    await users.press('Invite user');
    expect(box().value).to.equal('zoe@mesa');
    await users.press('Cancel');
    await users.press('Invite user');
    expect(box().value).to.equal('');
  });

  it('takes a try for done that was acknowledged to nobody', async () => {
    const store = storeWith();
    const adapter = new FaultyAdapter(new MemoryAdapter({ store, viewer: viewers.administrator }));
    const users = await (await UsersTabHarness.show(adapter)).listed();
    await users.press('Invite user');
    await users.type('E-mail', 'zoe@mesa.example');
    adapter.next('users', 'acknowledgement-lost');
    await users.press('Send invitation');
    await eventually(() => users.text.includes('cannot be reached'), 'it is told');
    await users.press('Send invitation');
    await users.closed();
    expect(users.said).to.contain('1 invitation sent.');
    expect((await new Colleague(store).users.listUsers(new Colleague(store).request())).total).to.equal(5);
  });
});

describe('users-tab: inviting several', () => {
  it('counts whoever is there twice once, and says so', async () => {
    const { users, find } = await show();
    await users.type('E-mail', 'zoe@mesa.example, Zoe Zed <ZOE@Mesa.example>; yan@mesa.example');
    expect(users.text).to.contain('1 repeated address is left out.');
    await users.press('Review 2 people');
    await users.listsInvitees();
    await users.press('Send 2 invitations');
    await users.closed();
    expect(users.recorder.details[0]).to.deep.include({ count: 2 });
    expect((await find('zoe')).map(({ name }) => name)).to.deep.equal(['Zoe Zed']);
  });

  it('reads a pasted table line by line', async () => {
    const { users, find, box } = await show();
    await users.type('E-mail', 'Ann Lee\tann@mesa.example\nBob\tbob@mesa.example');
    expect(box().value).to.contain('\n');
    await users.press('Review 2 people');
    await users.listsInvitees();
    await users.press('Send 2 invitations');
    await users.closed();
    expect([...(await find('ann@')), ...(await find('bob@'))].map(({ name }) => name)).to.deep.equal(['Ann Lee', 'Bob']);
  });

  it('goes on with Enter, and starts a line with Shift and Enter', async () => {
    const { users, box, find } = await show();
    box().focus();
    await sendKeys({ type: 'zoe@mesa.example' });
    const { height } = box().getBoundingClientRect();
    await pressChord('Shift+Enter');
    await sendKeys({ type: 'yan@mesa.example' });
    expect(box().value).to.equal('zoe@mesa.example\nyan@mesa.example');
    expect(box().getBoundingClientRect().height, 'it grows').to.be.greaterThan(height);
    await sendKeys({ press: 'Enter' });
    await eventually(() => users.focused === 'Check who is invited', 'the list is shown, and has the focus');
    expect(await find('mesa.example'), 'nothing is sent yet').to.have.length(4);
    await users.press('Send 2 invitations');
    await users.closed();
    expect(await find('mesa.example')).to.have.length(6);
  });

  it('says of one failure after another that it failed', async () => {
    const { users } = await show();
    users.element.addEventListener('user-invite', (event) => event.preventDefault());
    await users.type('E-mail', 'zoe@mesa.example');
    await users.press('Send invitation');
    await eventually(() => users.text.includes('the portal stopped it'), 'it says so');
    const [alert] = allByRole(users.dialog, 'alert').filter((one) => one.textContent!.includes('the portal stopped it'));
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(alert, { childList: true, characterData: true, subtree: true });
    await users.press('Send invitation');
    await eventually(() => changes > 0 && alert.textContent!.includes('the portal stopped it'), 'it says so again');
    observer.disconnect();
    expect(byRole(users.dialog, 'textbox', 'E-mail').getAttribute('aria-invalid'), 'the address is not to blame').to.equal('false');
  });
});
