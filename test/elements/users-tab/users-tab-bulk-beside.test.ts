import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { deferred, fewUsers, storeWith } from '../../support/accounts.js';
import { byRole, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { act, ada, administratorsAdapter, finished, show, slow, tick, titleOf, withUsers } from './users-tab-bulk.harness.js';

describe('users-tab: choosing others while several are changed', () => {
  async function removesNoor() {
    const store = storeWith(undefined, [...fewUsers, ada]);
    const { slowed, next } = slow(administratorsAdapter(store));
    const users = await show(store, slowed);
    await tick(users, 'Noor Haddad');
    await act(users, 'Remove');
    await users.press('Remove 1 user');
    await eventually(() => hasRole(users.dialog, 'button', 'Close'), 'it began');
    await users.press('Close');
    await users.closed();
    return { users, next };
  }

  it('leaves them chosen', async () => {
    const { users, next } = await removesNoor();
    await tick(users, 'Ada King');
    await next();
    await eventually(() => !users.names.includes('Noor Haddad'), 'Noor is gone');
    await eventually(() => users.said.includes('1 user was removed.'), 'it ended');
    expect(byRole<HTMLInputElement>(users.root, 'checkbox', 'Select Ada King').checked).to.equal(true);
  });

  it('loses no focus with the button that showed how far it is', async () => {
    const { users, next } = await removesNoor();
    byRole(users.root, 'button', 'Show progress').focus();
    await next();
    await eventually(() => users.said.includes('1 user was removed.'), 'it ended');
    await eventually(() => users.root.activeElement !== null, 'something has the focus');
  });
});

describe('users-tab: several at once that end without success', () => {
  for (const how of ['its button', 'Escape']) {
    it(`are shown once the dialog is closed that is open by then, by ${how}`, async () => {
      const store = storeWith(undefined, [...fewUsers, ada]);
      const held = deferred();
      const users = await show(store, withUsers(administratorsAdapter(store), {
        removeUser: async () => {
          await held.promise;
          throw new PersistenceError('unavailable', 'Down.');
        },
      }));
      await tick(users, 'Noor Haddad', 'Ada King');
      await act(users, 'Remove');
      await users.press('Remove 2 users');
      await eventually(() => hasRole(users.dialog, 'button', 'Close'), 'it began');
      await users.press('Close');
      await users.closed();
      await users.press('Invite user');
      await users.type('E-mail', 'zoe@mesa.example');
      held.resolve();
      await eventually(() => users.said.includes('failed'), 'it is said');
      expect(titleOf(users), 'what is open stays').to.equal('Invite user');
      if (how === 'Escape') await sendKeys({ press: 'Escape' });
      else await users.press('Cancel');
      await finished(users);
      expect(titleOf(users)).to.equal('0 of 2 done');
      await eventually(() => users.dialog.contains(users.root.activeElement), 'the focus is in it');
      await users.press('Close');
      await users.closed();
      await users.settled();
      expect(users.dialog.open).to.equal(false);
      await eventually(() => users.root.activeElement !== null, 'something has the focus');
    });
  }
});

describe('users-tab: several at once, while the host thinks about it', () => {
  it('begins no second change beside it', async () => {
    const store = storeWith(undefined, [...fewUsers, ada]);
    const users = await show(store);
    const held = users.hold('user-remove');
    await tick(users, 'Noor Haddad');
    await act(users, 'Remove');
    await users.press('Remove 1 user');
    await sendKeys({ press: 'Escape' });
    await users.closed();
    await users.settled();
    expect(hasRole(users.root, 'button', 'Actions for the selected users'), 'another change can be begun').to.equal(false);
    expect(hasRole(users.root, 'button', 'Show progress')).to.equal(true);
    held.letGo();
    await eventually(() => users.said.includes('1 user was removed.'), 'it ended');
  });
});

describe('users-tab: one who was chosen is removed', () => {
  it('is not counted any more', async () => {
    const users = await show();
    await tick(users, 'Diego Ruiz', 'Noor Haddad');
    await users.choose('Noor Haddad', 'Remove');
    await users.press('Remove');
    await users.shows('Ana Gómez', 'Diego Ruiz', 'Laura Méndez');
    await users.settled();
    expect(users.said).to.contain('1 selected').and.not.to.contain('not on this page');
  });
});
