import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { ResendCooldown } from '../../../src/elements/users-tab/invite/resend-cooldown.js';
import type { User } from '../../../src/domain/user.js';
import type { UserDirectory } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { altered, Colleague, fewUsers, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, descriptionOf, hasRole, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

const ana = fewUsers[2];
const linkOf = (id: string) => `https://mesa.example/join/${id}`;

async function show(user: Partial<User> = {}, change: (directory: UserDirectory) => Partial<UserDirectory> = () => ({})) {
  const store = storeWith(undefined, [fewUsers[0], { ...ana, ...user }]);
  const working = new MemoryAdapter({ store, viewer: viewers.administrator });
  const linking: Partial<UserDirectory> = {
    inviteUsers: async (request) => (await working.users.inviteUsers(request)).map((result) => (result.ok ? { ...result, link: linkOf(result.user.id) } : result)),
  };
  const users = await (await UsersTabHarness.show(altered(working, { users: { ...working.users, ...linking, ...change(working.users) } }))).listed();
  const item = (name: string) => allByRole(users.root, 'menuitem').find((one) => nameOf(one) === name)!;
  return { users, store, item };
}

/** Puts another clipboard in the place of the page's. */
function withClipboard(clipboard: object | undefined): () => void {
  const original = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  return () => {
    if (original) Object.defineProperty(navigator, 'clipboard', original);
    else Reflect.deleteProperty(navigator, 'clipboard');
  };
}

describe('users-tab: when an invitation may be sent again', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  const sent = (secondsAgo: number): User => ({ ...ana, invitedAt: new Date(now - secondsAgo * 1_000).toISOString() });
  const secondsLeft = (cooldown: ResendCooldown, user: User, at = now) => {
    const wait = cooldown.waitFor(user, at);
    return wait && (wait.until - at) / 1_000;
  };

  it('is a minute after it was sent', () => {
    const cooldown = new ResendCooldown();
    expect([0, 15, 59, 60, 3_600].map((ago) => secondsLeft(cooldown, sent(ago)))).to.deep.equal([60, 45, 1, undefined, undefined]);
  });

  it('is at once where nobody knows when it was sent, or the store’s clock is ahead', () => {
    const cooldown = new ResendCooldown();
    for (const invitedAt of [undefined, '', 'yesterday', new Date(now + 60_000).toISOString()]) expect(cooldown.waitFor({ ...ana, invitedAt }, now)).to.equal(undefined);
  });

  it('is when the store says, where it asked to wait', () => {
    const cooldown = new ResendCooldown();
    cooldown.handleRefusal(ana.id, new PersistenceError('rate-limited', 'Wait.', { retryAfter: 300 }), now);
    expect(cooldown.waitFor(sent(3_600), now)).to.deep.equal({ until: now + 300_000, isAsked: true });
    expect(secondsLeft(cooldown, sent(3_600), now + 300_000)).to.equal(undefined);
    cooldown.handleRefusal('other', new PersistenceError('unavailable', 'Down.', { retryAfter: 300 }), now);
    expect(cooldown.waitFor({ ...sent(3_600), id: 'other' }, now)).to.equal(undefined);
  });
});

describe('users-tab: pending invitations', () => {
  it('says how long it is until one can be sent again, and lets it be sent then, with the menu open', async () => {
    const { users, item } = await show({ invitedAt: new Date(Date.now() - 57_500).toISOString() });
    await users.menu('Ana Gómez');
    const reason = () => descriptionOf(item('Resend invitation'));
    expect(item('Resend invitation').getAttribute('aria-disabled')).to.equal('true');
    expect(reason()).to.match(/Sent just now\. It can be sent again in \d seconds?\./);
    expect(users.focused, 'what cannot be chosen can be read').to.equal('Resend invitation');
    item('Resend invitation').click();
    await users.settled();
    expect(users.recorder.events).to.deep.equal([]);
    await eventually(() => item('Resend invitation').getAttribute('aria-disabled') === 'false', 'it can be sent');
    expect(users.focused).to.equal('Resend invitation');
    await sendKeys({ press: 'Enter' });
    await eventually(() => users.said.includes('was sent again'), 'it is sent');
  });

  it('runs one timer while the menu says so, and none when it is closed', async () => {
    const { setTimeout: real, clearTimeout: realClear } = window;
    const everySecond = 1_000;
    const running = new Set<number>();
    Object.assign(window, {
      setTimeout: (handler: () => void, wait?: number) => {
        const id = real(() => (running.delete(id), handler()), wait);
        if (wait === everySecond) running.add(id);
        return id;
      },
      clearTimeout: (id?: number) => (running.delete(id!), realClear(id)),
    });
    try {
      const { users } = await show({ invitedAt: new Date().toISOString() });
      expect(running.size).to.equal(0);
      await users.menu('Ana Gómez');
      await eventually(() => users.text.includes('Sent just now'), 'it says so');
      expect(running.size).to.equal(1);
      await sendKeys({ press: 'Escape' });
      await users.settled();
      expect(running.size).to.equal(0);
      await users.menu('Ana Gómez');
      users.element.remove();
      expect(running.size).to.equal(0);
    } finally {
      Object.assign(window, { setTimeout: real, clearTimeout: realClear });
    }
  });

  it('waits as long as the store asks to, once it was refused', async () => {
    const { users, item } = await show({}, () => ({ resendInvitation: () => Promise.reject(new PersistenceError('rate-limited', 'Wait.', { retryAfter: 250 })) }));
    await users.choose('Ana Gómez', 'Resend invitation');
    await eventually(() => users.row('Ana').includes('too many tries'), 'the row says so');
    await users.menu('Ana Gómez');
    expect(descriptionOf(item('Resend invitation'))).to.contain('The portal asks to wait. It can be sent again in 5 minutes.');
  });

  it('shows one that has expired as such, and sends it again', async () => {
    const { users } = await show({ expiresAt: '2020-01-01T00:00:00.000Z' });
    expect(users.row('Ana')).to.match(/Invited.*expired/);
    await users.choose('Ana Gómez', 'Resend invitation');
    await eventually(() => users.row('Ana').includes('expires'), 'it is new');
  });

  it('is revoked after asking, by the keyboard', async () => {
    const { users, store } = await show();
    byRole(users.root, 'button', 'Actions for Ana Gómez').focus();
    await sendKeys({ press: 'ArrowUp' });
    await eventually(() => users.focused === 'Revoke invitation', 'the last item has the focus');
    await sendKeys({ press: 'Enter' });
    await eventually(() => users.dialog.open, 'it asks');
    byRole(users.dialog, 'button', 'Revoke invitation').focus();
    await sendKeys({ press: 'Enter' });
    await users.closed();
    const colleague = new Colleague(store);
    expect((await colleague.users.listUsers(colleague.request())).total).to.equal(1);
  });
});

describe('users-tab: the link of an invitation', () => {
  let restore: (() => void) | undefined;
  afterEach(() => restore?.());

  async function invited() {
    const shown = await show();
    await shown.users.press('Invite user');
    await shown.users.type('E-mail', 'Zoe <zoe@mesa.example>');
    await shown.users.press('Send invitation');
    await shown.users.closed();
    await shown.users.shows('Ana Gómez', 'Laura Méndez', 'Zoe');
    const [userId] = (shown.users.recorder.of('users-invited')[0].detail as { userIds: string[] }).userIds;
    return { ...shown, link: linkOf(userId) };
  }

  it('can be copied from the menu where the adapter gave one, and only there', async () => {
    const written: string[] = [];
    restore = withClipboard({ writeText: async (text: string) => void written.push(text) });
    const { users, link, item } = await invited();
    await users.menu('Ana Gómez');
    expect(item('Copy invitation link'), 'there is none').to.equal(undefined);
    await users.choose('Zoe', 'Copy invitation link');
    await eventually(() => users.said.includes('The invitation link of Zoe was copied.'), 'it says so');
    expect(written).to.deep.equal([link]);
    expect(JSON.stringify(users.recorder.details)).not.to.contain('join');
  });

  for (const [name, clipboard] of [['refuses', { writeText: () => Promise.reject(new Error('no')) }], ['is missing', undefined]] as const) {
    it(`is shown for copying by hand where the clipboard ${name}`, async () => {
      restore = withClipboard(clipboard);
      const { users, link } = await invited();
      await users.choose('Zoe', 'Copy invitation link');
      await eventually(() => users.dialog.open, 'it is shown');
      const box = byRole<HTMLInputElement>(users.dialog, 'textbox', 'Invitation link');
      expect([box.value, box.readOnly]).to.deep.equal([link, true]);
      await eventually(() => users.root.activeElement === box, 'it has the focus');
      await eventually(() => box.value.slice(box.selectionStart!, box.selectionEnd!) === link, 'all of it is selected');
      await sendKeys({ press: 'Escape' });
      await users.closed();
      expect(users.focused).to.equal('Actions for Zoe');
    });
  }

  it('is offered with the results, and copied or shown there', async () => {
    const written: string[] = [];
    let isAllowed = true;
    restore = withClipboard({ writeText: (text: string) => (isAllowed ? (written.push(text), Promise.resolve()) : Promise.reject(new Error('no'))) });
    const { users } = await show();
    await users.press('Invite user');
    await users.type('E-mail', 'zoe@mesa.example, yan@mesa.example');
    await users.press('Review 2 people');
    await users.listsInvitees();
    await users.press('Send 2 invitations');
    await eventually(() => hasRole(users.dialog, 'button', 'Copy link for zoe@mesa.example'), 'the links are there');
    expect(users.text).to.contain('2 invitations sent.');
    await users.press('Copy link for zoe@mesa.example');
    await eventually(() => users.said.includes('The link of zoe@mesa.example was copied.'), 'it says so');
    expect(written).to.have.length(1);
    isAllowed = false;
    await users.press('Copy link for yan@mesa.example');
    await eventually(() => hasRole(users.dialog, 'textbox', 'Invitation link of yan@mesa.example'), 'it is shown');
    await users.press('Close');
    await users.closed();
    await users.press('Invite user');
    expect(hasRole(users.dialog, 'table'), 'what was sent is done with').to.equal(false);
  });

  it('is void once the invitation was sent again', async () => {
    const { users, item } = await show({}, (directory) => ({
      inviteUsers: async (request) => (await directory.inviteUsers(request)).map((result) => (result.ok ? { ok: true, user: { ...result.user, invitedAt: undefined }, link: linkOf(result.user.id) } : result)),
    }));
    await users.press('Invite user');
    await users.type('E-mail', 'zoe@mesa.example');
    await users.press('Send invitation');
    await users.closed();
    await users.shows('No name yet', 'Ana Gómez', 'Laura Méndez');
    const [userId] = (users.recorder.of('users-invited')[0].detail as { userIds: string[] }).userIds;
    expect(users.element.invitationLink(userId)).to.equal(linkOf(userId));
    expect(await users.element.resendInvitation(userId)).to.equal(true);
    await users.menu('zoe@mesa.example');
    expect(item('Copy invitation link')).to.equal(undefined);
  });
});
