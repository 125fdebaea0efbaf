import { active, elsewhere, fetchUser, getUsers, invite, invited, list, resend, update } from '../actions.js';
import type { CaseTable } from '../conformance-case.js';
import { expectEqual, expectRefusal, expectTrue } from '../expectations.js';

/** Who is invited, one result for each, and what becomes of an invitation. */
export const invitationCases: CaseTable = {
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

  async 'an invitation keeps its mailing lists, in their order'(scene) {
    const { id } = await invited(scene, { email: 'ana@example.com', mailingLists: ['news', 'alerts', 'billing'] });
    expectEqual((await fetchUser(scene, id)).mailingLists, ['news', 'alerts', 'billing'], 'the mailing lists');
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

  async 'a hundred invitations have a hundred results, each about its own address'(scene) {
    const emails = Array.from({ length: 100 }, (_, index) => (index % 7 === 3 ? `nobody${index}` : `user${(index * 37) % 100}@example.com`));
    const results = await invite(scene, ...emails.map((email) => ({ email })));
    expectEqual(results.map((result) => (result.ok ? result.user.email : null)), emails.map((email) => (email.includes('@') ? email : null)), 'the addresses of those who were accepted');
    expectEqual((await list(scene)).total, emails.filter((email) => email.includes('@')).length, 'the number of users');
  },

  async 'whoever is accepted is stored, whatever becomes of the invitations around'(scene) {
    const results = await invite(scene, { email: 'nobody' }, { email: 'ana@example.com' }, { email: 'bo@example.com', role: 'nobody-defined-this' }, { email: 'cy@example.com' }, { email: 'ANA@example.com' });
    const users = results.flatMap((result) => (result.ok ? [result.user] : []));
    expectEqual(users.map(({ email }) => email), ['ana@example.com', 'cy@example.com'], 'those who were accepted');
    for (const user of users) expectEqual(await fetchUser(scene, user.id), user, `the stored user ${user.email}`);
    expectEqual((await list(await elsewhere(scene))).total, 2, 'the number of users');
  },

  async 'everybody who is invited has an id of their own'(scene) {
    const results = await invite(scene, ...['a', 'b', 'c', 'd'].map((name) => ({ email: `${name}@example.com`, name: 'The same' })));
    const ids = results.flatMap((result) => (result.ok ? [result.user.id] : []));
    expectEqual(new Set(ids).size, 4, 'the number of ids');
    expectEqual((await getUsers(scene, ...ids)).length, 4, 'the number of users');
  },

  async 'an address that is none is refused by its place'(scene) {
    const [result] = await invite(scene, { email: 'nobody' });
    expectTrue(!result.ok && result.issue.path[0] === 'email', `an issue at "email", not ${JSON.stringify(result)}`);
  },

  async 'a role that nobody defined is refused by its place'(scene) {
    const [result] = await invite(scene, { email: 'ana@example.com', role: 'nobody-defined-this' });
    expectTrue(!result.ok && result.issue.path[0] === 'role', `an issue at "role", not ${JSON.stringify(result)}`);
  },

  async 'an invitation that was refused takes no address'(scene) {
    const results = await invite(scene, { email: 'ana@example.com', role: 'nobody-defined-this' }, { email: 'ana@example.com' });
    expectEqual(results.map(({ ok }) => ok), [false, true], 'which were accepted');
  },

  async 'no invitation is no result'(scene) {
    expectEqual(await invite(scene), [], 'the results');
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

  async 'who was invited can be given another role before they accept'(scene) {
    const before = await invited(scene, { email: 'ana@example.com', role: 'editor' });
    const after = await update(scene, before, { role: 'read-only' });
    expectEqual([after.role, after.status, after.expiresAt], ['read-only', 'invited', before.expiresAt], 'role, status and expiry');
  },

  async 'an invitation is sent again, for longer'(scene) {
    const before = await invited(scene, { email: 'ana@example.com' });
    const after = await resend(scene, before.id);
    expectEqual(after.status, 'invited', 'the status');
    expectTrue(Date.parse(after.expiresAt!) >= Date.parse(before.expiresAt!), 'an expiry that is not earlier');
    expectTrue(after.revision !== before.revision, 'another revision');
    expectEqual(await fetchUser(scene, before.id), after, 'the stored user');
  },

  async 'an invitation that is sent again is the same one'(scene) {
    const before = await invited(scene, { email: 'ana@example.com', name: 'Ana', role: 'tester', mailingLists: ['news'] });
    const { id, name, email, role, mailingLists } = await resend(scene, before.id);
    expectEqual({ id, name, email, role, mailingLists }, { id: before.id, name: 'Ana', email: 'ana@example.com', role: 'tester', mailingLists: ['news'] }, 'the user');
    expectEqual((await list(scene)).total, 1, 'the number of users');
  },

  async 'who has accepted is not invited again'(scene) {
    const user = await active(scene, 'ana@example.com');
    await expectRefusal(resend(scene, user.id), 'invalid', 'the resending');
    expectEqual(await fetchUser(scene, user.id), user, 'the user');
  },

  async 'who is deactivated is not invited again'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const user = await update(scene, await active(scene, 'ana@example.com'), { status: 'deactivated' });
    await expectRefusal(resend(scene, user.id), 'invalid', 'the resending');
    expectEqual(await fetchUser(scene, user.id), user, 'the user');
  },

  async 'who has accepted has no date of expiry'(scene) {
    const { expiresAt } = await active(scene, 'ana@example.com');
    expectEqual(expiresAt, undefined, 'the expiry');
  },
};
