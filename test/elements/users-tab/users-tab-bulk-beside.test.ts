import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { fewUsers, storeWith } from '../../support/accounts.js';
import { hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { act, ada, show, tick } from './users-tab-bulk.harness.js';

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
