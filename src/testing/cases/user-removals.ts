import { active, elsewhere, fetchUser, getUsers, invite, invited, list, remove, resend, update } from '../actions.js';
import type { CaseTable } from '../conformance-case.js';
import { expectEqual, expectRefusal, expectTrue } from '../expectations.js';

/** Who is removed is gone, everywhere and for good; a removal that was not meant removes nobody. */
export const userRemovalCases: CaseTable = {
  async 'who is removed is gone, and may be invited again'(scene) {
    const user = await invited(scene, { email: 'ana@example.com' });
    await remove(scene, user);
    expectEqual(await list(scene), { users: [], total: 0, nextCursor: null }, 'the page');
    expectEqual(await getUsers(scene, user.id), [], 'the users');
    const again = await invited(scene, { email: 'ana@example.com' });
    expectTrue(again.id !== user.id, 'another id than the one of the user who was removed');
  },

  async 'who is removed is gone in another tab too'(scene) {
    const other = await elsewhere(scene);
    const user = await active(scene, 'ana@example.com');
    expectEqual((await list(other)).users, [user], 'the users before');
    await remove(scene, user);
    expectEqual([await getUsers(other, user.id), (await list(other)).total], [[], 0], 'the users after');
  },

  async 'a removal removes nobody else'(scene) {
    await invite(scene, ...['a', 'b', 'c'].map((name) => ({ email: `${name}@example.com`, name: 'The same' })));
    const [first, second, third] = (await list(scene)).users;
    await remove(scene, second);
    expectEqual((await list(scene)).users, [first, third], 'the users');
  },

  async 'who was removed is not found any more'(scene) {
    const user = await invited(scene, { email: 'ana@example.com' });
    await remove(scene, user);
    await expectRefusal(update(scene, user, { name: 'x' }), 'not-found', 'the change');
    await expectRefusal(resend(scene, user.id), 'not-found', 'the resending');
    await expectRefusal(remove(scene, user), 'not-found', 'the second removal');
  },

  async 'who is invited again after a removal begins anew'(scene) {
    const before = await active(scene, 'ana@example.com', 'tester', 'Ana');
    await remove(scene, await update(scene, before, { mailingLists: ['news'] }));
    const { name, role, status, mailingLists } = await invited(scene, { email: 'ana@example.com', role: 'editor' });
    expectEqual({ name, role, status, mailingLists }, { name: '', role: 'editor', status: 'invited', mailingLists: [] }, 'the user');
    expectEqual(await getUsers(scene, before.id), [], 'the user who was removed');
  },

  async 'a removal from an old revision is refused, and removes nobody'(scene) {
    const before = await invited(scene, { email: 'ana@example.com' });
    const after = await update(scene, before, { name: 'Ana' });
    const error = await expectRefusal(remove(scene, before), 'conflict', 'the removal');
    expectEqual(error.current, after, 'the current user');
    expectEqual((await list(scene)).users, [after], 'the users');
    await remove(scene, after);
    expectEqual((await list(scene)).total, 0, 'the number of users');
  },

  async 'of two removals at the same time one wins'(scene) {
    const user = await invited(scene, { email: 'ana@example.com' });
    const other = await elsewhere(scene);
    const outcomes = await Promise.allSettled([remove(scene, user), remove(other, user)]);
    expectEqual(outcomes.filter(({ status }) => status === 'fulfilled').length, 1, 'the number of removals that won');
    expectEqual((await list(scene)).total, 0, 'the number of users');
  },

  async 'of a removal and a change at the same time one wins'(scene) {
    const user = await invited(scene, { email: 'ana@example.com' });
    const other = await elsewhere(scene);
    const [change, removal] = await Promise.allSettled([update(other, user, { name: 'Ana' }), remove(scene, user)]);
    expectTrue((change.status === 'fulfilled') !== (removal.status === 'fulfilled'), `one of them to win, not ${change.status} and ${removal.status}`);
    expectEqual((await list(scene)).users, change.status === 'fulfilled' ? [change.value] : [], 'the users');
  },

  async 'somebody who is removed while others are invited takes nobody with them'(scene) {
    const leaving = await invited(scene, { email: 'ana@example.com' });
    const other = await elsewhere(scene);
    const [results] = await Promise.all([
      invite(other, ...Array.from({ length: 10 }, (_, index) => ({ email: `user${index}@example.com` }))),
      remove(scene, leaving),
    ]);
    const ids = results.flatMap((result) => (result.ok ? [result.user.id] : []));
    expectEqual(ids.length, 10, 'the number of accepted invitations');
    expectEqual((await list(scene)).users.map(({ id }) => id).sort(), ids.sort(), 'the users');
  },

  async 'removals of several users at the same time remove them all'(scene) {
    await invite(scene, ...Array.from({ length: 6 }, (_, index) => ({ email: `user${index}@example.com` })));
    const { users } = await list(scene, { sort: { by: 'email', direction: 'ascending' } });
    const tabs = [scene, await elsewhere(scene)];
    await Promise.all(users.slice(0, 4).map((user, index) => remove(tabs[index % 2], user)));
    expectEqual(await Promise.all(users.slice(4).map(({ id }) => fetchUser(scene, id))), users.slice(4), 'the others');
    expectEqual((await list(scene)).total, 2, 'the number of users');
  },
};
