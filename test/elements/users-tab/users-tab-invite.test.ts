import { waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { Colleague, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole, visibleText } from '../../support/deep-query.js';
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

  it('says that nothing was sent yet where some pieces are none', async () => {
    const { users, box, alerts } = await show();
    await users.type('E-mail', 'zoe@mesa.example, nobody, at@home');
    await users.press(/^Send/);
    expect(alerts()).to.match(/Nothing was sent yet: 2 of these are no addresses/).and.to.contain('nobody').and.to.contain('at@home');
    expect(users.root.activeElement).to.equal(box());
    expect(box().getAttribute('aria-invalid')).to.equal('true');
    expect(users.recorder.events).to.deep.equal([]);
    await users.type('E-mail', 'zoe@mesa.example');
    await users.press('Send invitation');
    await users.closed();
  });
});

describe('users-tab: inviting several', () => {
  it('counts whoever is there twice once, and says so', async () => {
    const { users, find } = await show();
    await users.type('E-mail', 'zoe@mesa.example, Zoe Zed <ZOE@Mesa.example>; yan@mesa.example');
    expect(users.text).to.contain('1 repeated address is left out.');
    await users.press('Send 2 invitations');
    await users.closed();
    expect(users.recorder.details[0]).to.deep.include({ count: 2 });
    expect((await find('zoe')).map(({ name }) => name)).to.deep.equal(['Zoe Zed']);
  });

  it('says how many were sent, and keeps the names of those that were not', async () => {
    const { users, box, alerts } = await show();
    await users.type('E-mail', 'Zoe <zoe@mesa.example>; Diego R. <diego.ruiz@mesa.example>, "Gómez, Ana" <ana.gomez@mesa.example>');
    await users.press('Send 3 invitations');
    await waitUntil(() => alerts().includes('2 were not invited'), 'the refused ones are listed');
    expect(alerts()).to.contain('1 invitation sent.').and.to.contain('This person has access already.').and.to.contain('This person has been invited already.');
    expect(box().value.split('\n')).to.deep.equal(['Diego R. <diego.ruiz@mesa.example>', '"Gómez, Ana" <ana.gomez@mesa.example>']);
    expect(hasRole(users.dialog, 'button', 'Send 2 invitations')).to.equal(true);
  });

  it('reads a pasted table line by line', async () => {
    const { users, find, box } = await show();
    await users.type('E-mail', 'Ann Lee\tann@mesa.example\nBob\tbob@mesa.example');
    expect(box().value).to.contain('\n');
    await users.press('Send 2 invitations');
    await users.closed();
    expect([...(await find('ann@')), ...(await find('bob@'))].map(({ name }) => name)).to.deep.equal(['Ann Lee', 'Bob']);
  });

  it('sends on Enter, and starts a line with Shift and Enter', async () => {
    const { users, box, find } = await show();
    box().focus();
    await sendKeys({ type: 'zoe@mesa.example' });
    const { height } = box().getBoundingClientRect();
    await pressChord('Shift+Enter');
    await sendKeys({ type: 'yan@mesa.example' });
    expect(box().value).to.equal('zoe@mesa.example\nyan@mesa.example');
    expect(box().getBoundingClientRect().height, 'it grows').to.be.greaterThan(height);
    await sendKeys({ press: 'Enter' });
    await users.closed();
    expect(await find('mesa.example')).to.have.length(6);
  });

  it('says of one failure after another that it failed', async () => {
    const { users } = await show();
    users.element.addEventListener('user-invite', (event) => event.preventDefault());
    await users.type('E-mail', 'zoe@mesa.example');
    await users.press('Send invitation');
    await waitUntil(() => users.text.includes('the portal stopped it'), 'it says so');
    const [alert] = allByRole(users.dialog, 'alert').filter((one) => one.textContent!.includes('the portal stopped it'));
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(alert, { childList: true, characterData: true, subtree: true });
    await users.press('Send invitation');
    await waitUntil(() => changes > 0 && alert.textContent!.includes('the portal stopped it'), 'it says so again');
    observer.disconnect();
    expect(byRole(users.dialog, 'textbox', 'E-mail').getAttribute('aria-invalid'), 'the address is not to blame').to.equal('false');
  });
});
