import { elsewhere, fetchUser, getUsers, invite, invited, list, remove, resend, update } from '../actions.js';
import type { CaseTable } from '../conformance-case.js';
import { expectAbort, expectEqual, expectRefusal } from '../expectations.js';

/** Users by their ids, in their own account and in no other, until the request is aborted. */
export const userLookupCases: CaseTable = {
  async 'users are asked for by id, and those that are not there are left out'(scene) {
    const ana = await invited(scene, { email: 'ana@example.com' });
    const bo = await invited(scene, { email: 'bo@example.com' });
    const users = await getUsers(scene, bo.id, 'nobody', ana.id, bo.id);
    expectEqual(users.map(({ id }) => id).sort(), [ana.id, bo.id].sort(), 'the users');
    expectEqual(await getUsers(scene), [], 'the users of no id');
  },

  async 'of a thousand ids those that are there are found'(scene) {
    const results = await invite(scene, ...Array.from({ length: 60 }, (_, index) => ({ email: `user${index}@example.com` })));
    const ids = results.flatMap((result) => (result.ok ? [result.user.id] : []));
    const asked = Array.from({ length: 1_000 }, (_, index) => ids[index / 16] ?? `nobody-with-a-long-id-${index}`);
    expectEqual((await getUsers(scene, ...asked)).map(({ id }) => id).sort(), [...ids].sort(), 'the users');
  },

  async 'ids that nobody has are nobody’s, whatever their characters'(scene) {
    const ana = await invited(scene, { email: 'ana@example.com' });
    const ids = ['', '.', '..', '../other', 'a/b', '?id=', '*', '%', `' or 1=1 --`, '__proto__', 'constructor', '日本', `${ana.id}/`, `${ana.id} `, 'ana@example.com'];
    expectEqual(await getUsers(scene, ...ids), [], 'the users');
    for (const id of ids) {
      const nobody = { id, revision: ana.revision };
      await expectRefusal(update(scene, nobody, { name: 'x' }), ['not-found', 'invalid'], `a change of ${JSON.stringify(id)}`);
      await expectRefusal(remove(scene, nobody), ['not-found', 'invalid'], `a removal of ${JSON.stringify(id)}`);
      await expectRefusal(resend(scene, id), ['not-found', 'invalid'], `the resending to ${JSON.stringify(id)}`);
    }
    expectEqual((await list(scene)).users, [ana], 'the users');
  },

  async 'somebody who is not there is not found'(scene) {
    const nobody = { id: 'nobody', revision: 'none' };
    await expectRefusal(update(scene, nobody, { name: 'x' }), 'not-found', 'the change');
    await expectRefusal(remove(scene, nobody), 'not-found', 'the removal');
    await expectRefusal(resend(scene, 'nobody'), 'not-found', 'the resending');
  },

  async 'users who are handed out can be changed without changing the store'(scene) {
    const before = await invited(scene, { email: 'ana@example.com', mailingLists: ['news'] });
    for (const [user] of [(await list(scene)).users, await getUsers(scene, before.id)]) user.mailingLists.push('other');
    expectEqual((await fetchUser(scene, before.id)).mailingLists, ['news'], 'the mailing lists');
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

  async 'nobody of another account is found by a search, a filter or in a total'(scene) {
    const mine = await invited(scene, { email: 'ana@example.com', name: 'Ana', role: 'editor' });
    await invite({ ...scene, accountId: 'other' }, { email: 'ana@example.com', name: 'Ana', role: 'editor' }, { email: 'ana.b@example.com', name: 'Ana', role: 'editor' });
    for (const query of [{ search: 'ana' }, { search: 'ana@example.com' }, { roles: ['editor'] }, { statuses: ['invited' as const] }, { limit: 1 }]) {
      expectEqual(await list(scene, query), { users: [mine], total: 1, nextCursor: null }, `what ${JSON.stringify(query)} finds`);
    }
  },

  async 'accounts whose ids begin alike have users of their own'(scene) {
    const accounts = ['account', 'account-1', 'account-10', 'account-1/x', 'account-1,x', 'ACCOUNT-1'].map((accountId) => ({ ...scene, accountId }));
    for (const account of accounts) await invited(account, { email: 'ana@example.com', name: account.accountId });
    for (const account of accounts) expectEqual((await list(account)).users.map(({ name }) => name), [account.accountId], `the users of ${account.accountId}`);
  },

  async 'requests about users that were aborted before they began do nothing'(scene) {
    const { adapter: { users }, accountId } = scene;
    const request = { accountId, signal: AbortSignal.abort() };
    await expectAbort(users!.inviteUsers({ ...request, invitations: [{ email: 'ana@example.com', role: 'editor', mailingLists: [] }] }), 'the invitation');
    await expectAbort(users!.listUsers(request), 'the list');
    await expectAbort(users!.getUsers({ ...request, ids: ['x'] }), 'the users');
    expectEqual((await list(scene)).total, 0, 'the number of users');
  },

  async 'changes and removals that were aborted before they began do nothing'(scene) {
    const { adapter: { users }, accountId } = scene;
    const user = await invited(scene, { email: 'ana@example.com' });
    const request = { accountId, signal: AbortSignal.abort(), userId: user.id, baseRevision: user.revision };
    await expectAbort(users!.updateUser({ ...request, changes: { name: 'x' } }), 'the change');
    await expectAbort(users!.resendInvitation(request), 'the resending');
    await expectAbort(users!.removeUser(request), 'the removal');
    expectEqual((await list(await elsewhere(scene))).users, [user], 'the users');
  },

  async 'an abort of a request about users is an AbortError, whatever its reason'({ adapter: { users }, accountId }) {
    for (const reason of ['a reason', new Error('a reason'), null]) {
      const request = { accountId, signal: AbortSignal.abort(reason) };
      await expectAbort(users!.listUsers(request), `a list aborted with ${String(reason)}`);
      await expectAbort(users!.inviteUsers({ ...request, invitations: [] }), `an invitation aborted with ${String(reason)}`);
    }
  },
};
