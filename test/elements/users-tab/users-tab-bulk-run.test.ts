import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { nextTask } from '../../../src/internal/next-task.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { generateUsers } from '../../../stories/support/generate-users.js';
import { accountId, Colleague, fewUsers, laura, storeWith, viewers } from '../../support/accounts.js';
import { byRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { act, ada, administratorsAdapter, finished, idsOf, show, slow, stored, tick, tickPage, titleOf, totalOf, withUsers } from './users-tab-bulk.harness.js';
import { UsersTabHarness } from './users-tab.harness.js';

describe('users-tab: several at once, while it goes on', () => {
  const crowd = () => storeWith(undefined, [laura, ...generateUsers(6)]);

  it('says how far it is, and which row is being removed', async () => {
    const store = crowd();
    const { slowed, next } = slow(administratorsAdapter(store));
    const users = await show(store, slowed);
    await tickPage(users);
    await act(users, 'Remove');
    await users.press('Remove 6 users');
    await eventually(() => users.text.includes('0 of 6'), 'it began');
    expect(users.text).to.contain('Removing…');
    await next();
    await next();
    await eventually(() => users.text.includes('2 of 6'), 'two are done');
    expect(byRole<HTMLProgressElement>(users.dialog, 'progressbar').value).to.equal(2);
  });

  it('stops between two, says what was done and what was not, and goes on when it is asked to', async () => {
    const store = crowd();
    const { slowed, next, waiting } = slow(administratorsAdapter(store));
    const users = await show(store, slowed);
    await tickPage(users);
    await act(users, 'Remove');
    await users.press('Remove 6 users');
    await next();
    await eventually(() => waiting.length > 0, 'the second one is being removed');
    await users.press('Stop');
    expect(users.text).to.contain('Stopping…');
    await next();
    await finished(users);
    expect(titleOf(users)).to.equal('2 of 6 done');
    expect(users.text).to.contain('You stopped it: 4 were not tried.');
    expect(await totalOf(store)).to.equal(5);
    await users.press('Try 4 again');
    for (let count = 0; count < 4; count += 1) await next();
    await users.closed();
    expect(await totalOf(store)).to.equal(1);
  });

  it('goes on where the dialog is closed, and can be seen again', async () => {
    const store = crowd();
    const { slowed, next } = slow(administratorsAdapter(store));
    const users = await show(store, slowed);
    await tickPage(users);
    await act(users, 'Remove');
    await users.press('Remove 6 users');
    await next();
    await users.press('Close');
    await users.closed();
    await users.press('Show progress');
    expect(users.text).to.match(/\d of 6/);
    await users.press('Close');
    for (let count = 0; count < 5; count += 1) await next();
    await eventually(() => users.said.includes('6 users were removed.'), 'it says that it is done');
    expect(users.dialog.open).to.equal(false);
  });

  it('ends with the account, touches nobody of the next one, and tells the truth', async () => {
    const adapter = new MemoryAdapter({ accounts: { [accountId]: { users: [...fewUsers, ada] }, other: { users: [...fewUsers, ada] } }, viewer: viewers.administrator });
    const { slowed, next, waiting } = slow(adapter);
    const users = await (await UsersTabHarness.show(slowed)).listed();
    await tick(users, 'Diego Ruiz', 'Noor Haddad', 'Ada King');
    await act(users, 'Remove');
    await users.press('Remove 3 users');
    await next();
    await eventually(() => waiting.length > 0, 'the second one is being removed');
    users.element.accountId = 'other';
    await users.element.updateComplete;
    await users.listed();
    await next();
    await eventually(() => users.said.includes('1 was not tried'), 'it says so');
    expect(users.said).to.contain('2 users were removed.').and.to.contain('Another account or page was opened');
    const totals = await Promise.all([accountId, 'other'].map((id) => adapter.users.listUsers({ accountId: id, signal: new AbortController().signal })));
    expect(totals.map((page) => page.total)).to.deep.equal([3, 5]);
  });

  it('ends with the page, and says so when that comes back', async () => {
    const store = crowd();
    const { slowed, next, waiting } = slow(administratorsAdapter(store));
    const users = await show(store, slowed);
    await tickPage(users);
    await act(users, 'Remove');
    await users.press('Remove 6 users');
    await next();
    await eventually(() => waiting.length > 0, 'the second one is being removed');
    const parent = users.element.parentElement!;
    users.element.remove();
    await next();
    await eventually(async () => (await totalOf(store)) === 5, 'the second one is removed');
    // What looks whether the page is still there has had its turn.
    for (let turn = 0; turn < 3; turn += 1) await nextTask();
    parent.append(users.element);
    await finished(users);
    expect(users.text).to.contain('4 were not tried');
    expect(await totalOf(store)).to.equal(5);
  });
});

describe('users-tab: several at once, and what fails', () => {
  it('says for each why, keeps those chosen, and tries them again', async () => {
    const store = storeWith();
    const working = administratorsAdapter(store);
    let isDown = true;
    const users = await show(store, withUsers(working, {
      updateUser: (request) => (isDown && request.userId === 'diego' ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.users.updateUser(request)),
    }));
    await tick(users, 'Diego Ruiz', 'Ana Gómez', 'Noor Haddad');
    await act(users, 'Change role');
    byRole(users.dialog, 'radio', /^Tester/).click();
    await users.settled();
    await users.press('Change 3 roles');
    await finished(users);
    expect(titleOf(users)).to.equal('2 of 3 done');
    expect(users.text).to.contain('2 roles were changed.').and.to.contain('1 failed').and.to.match(/Diego Ruiz : The portal could not be reached/);
    expect(users.recorder.details.filter((detail) => 'code' in (detail as object))).to.deep.equal([{ code: 'unavailable', operation: 'change' }]);
    isDown = false;
    await users.press('Try 1 again');
    await users.closed();
    expect((await stored(store, 'diego'))[0].role).to.equal('tester');
    expect(idsOf(users, 'user-changed')).to.deep.equal(['ana', 'noor', 'diego']);
  });

  it('reads again whom somebody else changed, and changes what is still meant', async () => {
    const store = storeWith();
    const working = administratorsAdapter(store);
    const colleague = new Colleague(store);
    let isFirst = true;
    const users = await show(store, withUsers(working, {
      updateUser: async (request) => {
        if (isFirst) {
          isFirst = false;
          await colleague.users.updateUser({ ...colleague.request(), userId: 'diego', changes: { name: 'Diego R.' }, baseRevision: '1' });
        }
        return working.users.updateUser(request);
      },
    }));
    await tick(users, 'Diego Ruiz');
    await act(users, 'Deactivate');
    await users.press('Deactivate 1 user');
    await users.closed();
    expect((await stored(store, 'diego'))[0]).to.deep.include({ name: 'Diego R.', status: 'deactivated' });
  });

  it('changes nobody where not all could be read, and tries that again', async () => {
    const store = storeWith(undefined, [laura, ...generateUsers(60)]);
    const working = administratorsAdapter(store);
    let isDown = true;
    const users = await show(store, withUsers(working, {
      listUsers: (request) => (isDown && request.limit === 1_000 ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.users.listUsers(request)),
    }));
    await tickPage(users);
    await users.press('Select all 61');
    await act(users, 'Deactivate');
    expect(users.text).to.contain('so nothing was changed');
    isDown = false;
    await users.press('Try again');
    await eventually(() => titleOf(users).startsWith('Deactivate'), 'they were found');
    expect(users.recorder.details).to.deep.equal([{ code: 'unavailable', operation: 'list' }]);
  });

  it('shows what is said of people as text, however it is written', async () => {
    const odd = { ...ada, id: 'odd', name: '<img src=x onerror=alert(1)>'.padEnd(10_000, '\u202E!') };
    const users = await show(storeWith(undefined, [...fewUsers, odd]));
    await tickPage(users);
    await act(users, 'Remove');
    expect(users.dialog.querySelector('img')).to.equal(null);
    expect(users.dialog.scrollWidth).to.be.at.most(users.dialog.clientWidth);
    expect(users.dialog.textContent!.length).to.be.lessThan(3_000);
  });

  it('collects 5,000 over their pages, and says what would happen to all of them', async () => {
    const users = await show(storeWith(undefined, [laura, ...generateUsers(5_000)]));
    await tickPage(users);
    await users.press('Select all 5,001');
    await act(users, 'Change role');
    byRole(users.dialog, 'radio', /^Tester/).click();
    await users.settled();
    const [, targets] = /([\d,]+) users will be Tester/.exec(users.text)!;
    const already = generateUsers(5_000).filter(({ role }) => role === 'tester').length;
    expect(Number(targets.replace(',', ''))).to.equal(5_000 - already);
    expect(users.text).to.contain('Your own account: Laura Méndez');
  });
});
