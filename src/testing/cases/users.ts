import type { User } from '../../domain/user.js';
import { active, elsewhere, fetchUser, getUsers, invite, invited, list, remove, resend, update } from '../actions.js';
import type { CaseTable } from '../conformance-case.js';
import { expectAbort, expectEqual, expectRefusal, expectTrue } from '../expectations.js';

/** Invitations, changes and removals. */
export const userCases: CaseTable = {
  async 'an account begins without users'(scene) {
    expectEqual(await list(scene), { users: [], total: 0, nextCursor: null }, 'the page');
  },

  async 'an invitation makes an invited user with a date of expiry'(scene) {
    const user = await invited(scene, { email: 'ana@example.com', name: 'Ana', role: 'editor', mailingLists: ['news'] });
    const { name, email, role, status, mailingLists } = user;
    expectEqual({ name, email, role, status, mailingLists }, { name: 'Ana', email: 'ana@example.com', role: 'editor', status: 'invited', mailingLists: ['news'] }, 'the user');
    expectTrue(user.id !== '' && user.revision !== '', 'an id and a revision');
    expectTrue(Date.parse(user.expiresAt ?? '') > Date.now(), `an expiry in the future, not ${user.expiresAt}`);
    expectEqual(await fetchUser(scene, user.id), user, 'the stored user');
  },

  async 'an invitation needs no name'(scene) {
    expectEqual((await invited(scene, { email: 'ana@example.com' })).name, '', 'the name');
  },

  async 'another tab sees who was invited'(scene) {
    const user = await invited(scene, { email: 'ana@example.com' });
    expectEqual((await list(await elsewhere(scene))).users, [user], 'the users');
  },

  async 'there is one result for each invitation, in order'(scene) {
    const results = await invite(scene, { email: 'ana@example.com' }, { email: 'nobody' }, { email: 'bo@example.com' }, { email: 'cy@example.com', role: 'nobody-defined-this' });
    expectEqual(results.map(({ ok }) => ok), [true, false, true, false], 'which were accepted');
    expectEqual((await list(scene)).users.map(({ email }) => email).sort(), ['ana@example.com', 'bo@example.com'], 'the users');
  },

  async 'an address that is none is refused by its place'(scene) {
    const [result] = await invite(scene, { email: 'nobody' });
    expectTrue(!result.ok && result.issue.path[0] === 'email', `an issue at "email", not ${JSON.stringify(result)}`);
  },

  async 'no invitation is no result'(scene) {
    expectEqual(await invite(scene), [], 'the results');
  },

  async 'an address is invited once'(scene) {
    await invited(scene, { email: 'ana@example.com' });
    const results = await invite(scene, { email: 'ANA@Example.com' }, { email: 'bo@example.com' }, { email: 'Bo@example.com' });
    expectEqual(results.map(({ ok }) => ok), [false, true, false], 'which were accepted');
    expectEqual((await list(scene)).total, 2, 'the number of users');
  },

  async 'a domain and its A-label are one address'(scene) {
    await invited(scene, { email: 'ana@m\u00fcnchen.example' });
    const [result] = await invite(scene, { email: 'ana@xn--mnchen-3ya.example' });
    expectTrue(!result.ok, 'the second to be refused');
  },

  async 'of two invitations of one address at the same time one wins'(scene) {
    const other = await elsewhere(scene);
    const results = await Promise.all([invite(scene, { email: 'ana@example.com' }), invite(other, { email: 'Ana@example.com' })]);
    expectEqual(results.flat().filter(({ ok }) => ok).length, 1, 'the number of accepted invitations');
    expectEqual((await list(scene)).total, 1, 'the number of users');
  },

  async 'one address may be a user of two accounts'(scene) {
    await invited(scene, { email: 'ana@example.com' });
    await invited({ ...scene, accountId: 'other' }, { email: 'ana@example.com' });
    expectEqual((await list(scene)).total, 1, 'the number of users');
  },

  async 'users are asked for by id, and those that are not there are left out'(scene) {
    const ana = await invited(scene, { email: 'ana@example.com' });
    const bo = await invited(scene, { email: 'bo@example.com' });
    const users = await getUsers(scene, bo.id, 'nobody', ana.id, bo.id);
    expectEqual(users.map(({ id }) => id).sort(), [ana.id, bo.id].sort(), 'the users');
    expectEqual(await getUsers(scene), [], 'the users of no id');
  },

  async 'no user is read through another account'(scene) {
    const user = await invited(scene, { email: 'ana@example.com' });
    const other = { ...scene, accountId: 'other' };
    expectEqual(await getUsers(other, user.id), [], 'the users');
    expectEqual((await list(other)).total, 0, 'the number of users');
    await expectRefusal(update(other, user, { name: 'X' }), 'not-found', 'the change');
    await expectRefusal(remove(other, user), 'not-found', 'the removal');
    await expectRefusal(resend(other, user.id), 'not-found', 'the resending');
    expectEqual(await fetchUser(scene, user.id), user, 'the user');
  },

  async 'a change changes what it names, and the revision'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const before = await active(scene, 'ana@example.com', 'editor', 'Ana');
    const after = await update(scene, before, { name: 'Ana Gómez', mailingLists: ['news'] });
    expectTrue(after.revision !== before.revision, 'another revision');
    expectEqual({ ...after, revision: '' }, { ...before, name: 'Ana Gómez', mailingLists: ['news'], revision: '' }, 'the user');
    expectEqual(await fetchUser(scene, before.id), after, 'the stored user');
    expectEqual((await update(scene, after, { role: 'read-only' })).role, 'read-only', 'the role');
  },

  async 'a user is deactivated and reactivated'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const deactivated = await update(scene, await active(scene, 'ana@example.com'), { status: 'deactivated' });
    expectEqual(deactivated.status, 'deactivated', 'the status');
    expectEqual((await update(scene, deactivated, { status: 'active' })).status, 'active', 'the status');
  },

  async 'a change from an old revision is refused, and told of the current user'(scene) {
    const before = await invited(scene, { email: 'ana@example.com' });
    const after = await update(scene, before, { name: 'first' });
    const error = await expectRefusal(update(scene, before, { name: 'second' }), 'conflict', 'the change');
    expectEqual(error.current, after, 'the current user');
    await expectRefusal(remove(scene, before), 'conflict', 'the removal');
    expectEqual(await fetchUser(scene, before.id), after, 'the user');
  },

  async 'what a conflict about a user hands out can be changed without changing the store'(scene) {
    const before = await invited(scene, { email: 'ana@example.com', mailingLists: ['news'] });
    const { current } = await expectRefusal(update(scene, { ...before, revision: `${before.revision}x` }, { name: 'x' }), 'conflict', 'the change');
    (current as User).mailingLists.push('other');
    expectEqual(await fetchUser(scene, before.id), before, 'the user');
  },

  async 'users who are handed out can be changed without changing the store'(scene) {
    const before = await invited(scene, { email: 'ana@example.com', mailingLists: ['news'] });
    for (const [user] of [(await list(scene)).users, await getUsers(scene, before.id)]) user.mailingLists.push('other');
    expectEqual((await fetchUser(scene, before.id)).mailingLists, ['news'], 'the mailing lists');
  },

  async 'invitations and changes can be changed while they are under way'(scene) {
    const mailingLists = ['news'];
    const inviting = invite(scene, { email: 'ana@example.com', mailingLists });
    await Promise.resolve();
    mailingLists.push('other');
    const [result] = await inviting;
    expectTrue(result.ok, 'the invitation to be accepted');
    expectEqual((await fetchUser(scene, result.user.id)).mailingLists, ['news'], 'the mailing lists of the invitation');
    const changes = { mailingLists: ['alerts'] };
    const changing = update(scene, result.user, changes);
    await Promise.resolve();
    changes.mailingLists.push('other');
    expectEqual((await changing).mailingLists, ['alerts'], 'the mailing lists of the change');
  },

  async 'of two changes at the same time one wins'(scene) {
    const user = await invited(scene, { email: 'ana@example.com' });
    const other = await elsewhere(scene);
    const outcomes = await Promise.allSettled([update(scene, user, { name: 'one' }), update(other, user, { name: 'other' })]);
    expectEqual(outcomes.filter(({ status }) => status === 'fulfilled').length, 1, 'the number of changes that won');
  },

  async 'somebody who is not there is not found'(scene) {
    const nobody = { id: 'nobody', revision: 'none' };
    await expectRefusal(update(scene, nobody, { name: 'x' }), 'not-found', 'the change');
    await expectRefusal(remove(scene, nobody), 'not-found', 'the removal');
    await expectRefusal(resend(scene, 'nobody'), 'not-found', 'the resending');
  },

  async 'who is removed is gone, and may be invited again'(scene) {
    const user = await invited(scene, { email: 'ana@example.com' });
    await remove(scene, user);
    expectEqual(await list(scene), { users: [], total: 0, nextCursor: null }, 'the page');
    expectEqual(await getUsers(scene, user.id), [], 'the users');
    const again = await invited(scene, { email: 'ana@example.com' });
    expectTrue(again.id !== user.id, 'another id than the one of the user who was removed');
  },

  async 'an invitation is sent again, for longer'(scene) {
    const before = await invited(scene, { email: 'ana@example.com' });
    const after = await resend(scene, before.id);
    expectEqual(after.status, 'invited', 'the status');
    expectTrue(Date.parse(after.expiresAt!) >= Date.parse(before.expiresAt!), 'an expiry that is not earlier');
    expectTrue(after.revision !== before.revision, 'another revision');
    expectEqual(await fetchUser(scene, before.id), after, 'the stored user');
  },

  async 'who has accepted is not invited again'(scene) {
    const user = await active(scene, 'ana@example.com');
    await expectRefusal(resend(scene, user.id), 'invalid', 'the resending');
    expectEqual(await fetchUser(scene, user.id), user, 'the user');
  },

  async 'who has accepted has no date of expiry'(scene) {
    const { expiresAt } = await active(scene, 'ana@example.com');
    expectEqual(expiresAt, undefined, 'the expiry');
  },

  async 'requests about users that were aborted before they began do nothing'(scene) {
    const { adapter: { users }, accountId } = scene;
    const request = { accountId, signal: AbortSignal.abort() };
    await expectAbort(users!.inviteUsers({ ...request, invitations: [{ email: 'ana@example.com', role: 'editor', mailingLists: [] }] }), 'the invitation');
    await expectAbort(users!.listUsers(request), 'the list');
    await expectAbort(users!.getUsers({ ...request, ids: ['x'] }), 'the users');
    expectEqual((await list(scene)).total, 0, 'the number of users');
  },

  async 'an abort of a request about users is an AbortError, whatever its reason'({ adapter: { users }, accountId }) {
    for (const reason of ['a reason', new Error('a reason'), null]) {
      const request = { accountId, signal: AbortSignal.abort(reason) };
      await expectAbort(users!.listUsers(request), `a list aborted with ${String(reason)}`);
      await expectAbort(users!.inviteUsers({ ...request, invitations: [] }), `an invitation aborted with ${String(reason)}`);
    }
  },
};
