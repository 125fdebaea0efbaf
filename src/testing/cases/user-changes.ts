import type { User } from '../../domain/user.js';
import { active, amended, elsewhere, fetchUser, invited, list, remove, resend, update } from '../actions.js';
import type { CaseTable } from '../conformance-case.js';
import { expectEqual, expectRefusal, expectTrue } from '../expectations.js';

/** Everything of a user that stays when nothing of it was changed. */
const apartFromRevision = (user: User) => ({ ...user, revision: '' });

/** What a change changes, and what it leaves alone. */
export const userChangeCases: CaseTable = {
  async 'a change changes what it names, and the revision'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const before = await active(scene, 'ana@example.com', 'editor', 'Ana');
    const after = await update(scene, before, { name: 'Ana Gómez', mailingLists: ['news'] });
    expectTrue(after.revision !== before.revision, 'another revision');
    expectEqual({ ...after, revision: '' }, { ...before, name: 'Ana Gómez', mailingLists: ['news'], revision: '' }, 'the user');
    expectEqual(await fetchUser(scene, before.id), after, 'the stored user');
    expectEqual((await update(scene, after, { role: 'read-only' })).role, 'read-only', 'the role');
  },

  async 'several changes in one request happen together'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const before = await active(scene, 'ana@example.com', 'editor', 'Ana');
    const changes = { name: 'Bo', role: 'tester', status: 'deactivated' as const, mailingLists: ['news'] };
    const after = await update(scene, before, changes);
    expectEqual(apartFromRevision(after), { ...before, ...changes, revision: '' }, 'the user');
    expectEqual(await fetchUser(scene, before.id), after, 'the stored user');
  },

  async 'a change that names nothing changes no value'(scene) {
    const before = await active(scene, 'ana@example.com', 'editor', 'Ana');
    const after = await update(scene, before, {});
    expectEqual(apartFromRevision(after), apartFromRevision(before), 'the user');
    expectEqual(await fetchUser(scene, before.id), after, 'the stored user');
  },

  async 'a change of one user changes no other'(scene) {
    const ana = await invited(scene, { email: 'ana@example.com', name: 'The same' });
    const bo = await invited(scene, { email: 'bo@example.com', name: 'The same' });
    await update(scene, ana, { name: 'Another', role: 'tester', mailingLists: ['news'] });
    expectEqual(await fetchUser(scene, bo.id), bo, 'the other user');
  },

  async 'another tab reads a change at once'(scene) {
    const before = await invited(scene, { email: 'ana@example.com' });
    const other = await elsewhere(scene);
    expectEqual([await fetchUser(other, before.id), (await list(other)).users], [before, [before]], 'the user before, asked for and listed');
    const after = await update(scene, before, { name: 'Ana' });
    expectEqual([await fetchUser(other, before.id), (await list(other)).users], [after, [after]], 'the user, asked for and listed');
  },

  async 'a name can be taken away'(scene) {
    const before = await invited(scene, { email: 'ana@example.com', name: 'Ana' });
    expectEqual((await update(scene, before, { name: '' })).name, '', 'the name');
    expectEqual((await fetchUser(scene, before.id)).name, '', 'the stored name');
  },

  async 'mailing lists are replaced as a whole, in the order they are given'(scene) {
    let user = await invited(scene, { email: 'ana@example.com', mailingLists: ['news', 'alerts'] });
    for (const mailingLists of [['billing', 'alerts', 'news'], ['alerts'], []]) {
      user = await update(scene, user, { mailingLists });
      expectEqual((await fetchUser(scene, user.id)).mailingLists, mailingLists, 'the mailing lists');
    }
  },

  async 'names are kept to the letter: markup, quotes, both directions and what is not seen'(scene) {
    const names = ['<img src=x onerror=alert(1)>', '&lt;b&gt; "O’Hara" \\\'; --', 'שלום Ana مرحبا', '\u202eevil\u202c', 'A\u200bn\u200da\ufeffx', 'Ange\u0301le', '山田 太郎', '👩‍🔧 %s ${x} {{y}}'];
    for (const [index, name] of names.entries()) {
      const user = await invited(scene, { email: `user${index}@example.com`, name });
      expectEqual((await fetchUser(scene, user.id)).name, name, 'the name of the invitation');
      const renamed = await update(scene, user, { name: `x ${name} x` });
      expectEqual((await fetchUser(scene, renamed.id)).name, `x ${name} x`, 'the name of the change');
    }
    expectEqual((await list(scene)).users.map(({ name }) => name).sort(), names.map((name) => `x ${name} x`).sort(), 'the listed names');
  },

  async 'a name of 10,000 characters is kept whole'(scene) {
    const name = 'Añ'.repeat(5_000);
    const user = await invited(scene, { email: 'ana@example.com', name });
    expectTrue((await fetchUser(scene, user.id)).name === name, 'the name of the invitation to be whole');
    await update(scene, user, { name: `${name}!` });
    expectTrue((await list(scene)).users[0].name === `${name}!`, 'the name of the change to be whole');
  },

  async 'what else a store keeps of a user survives every change'(scene) {
    const before = await amended(scene, await invited(scene, { email: 'ana@example.com' }), { lastActiveAt: '2026-03-01T10:00:00.000Z', department: { name: 'Sales', floors: [1, 2] } });
    const { name, invitedAt, expiresAt, status, revision, ...kept } = before;
    let after = await update(scene, before, { name: 'Ana' });
    after = await resend(scene, after.id);
    after = await update(scene, after, { status: 'active' });
    expectEqual({ ...after, name, status, revision, invitedAt, expiresAt }, { ...kept, name, status, revision, invitedAt, expiresAt }, 'the user');
    expectEqual(await fetchUser(scene, before.id), after, 'the stored user');
  },

  async 'a user is deactivated and reactivated'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const deactivated = await update(scene, await active(scene, 'ana@example.com'), { status: 'deactivated' });
    expectEqual(deactivated.status, 'deactivated', 'the status');
    expectEqual((await update(scene, deactivated, { status: 'active' })).status, 'active', 'the status');
  },

  async 'who is deactivated and reactivated is who they were'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const before = await update(scene, await active(scene, 'ana@example.com', 'tester', 'Ana'), { mailingLists: ['news', 'alerts'] });
    const after = await update(scene, await update(scene, before, { status: 'deactivated' }), { status: 'active' });
    expectEqual(apartFromRevision(after), apartFromRevision(before), 'the user');
  },

  async 'nobody becomes invited by a change'(scene) {
    const before = await active(scene, 'ana@example.com');
    await expectRefusal(update(scene, before, { status: 'invited' as never }), 'invalid', 'the change');
    expectEqual(await fetchUser(scene, before.id), before, 'the user');
  },

  async 'a role that nobody defined is given to nobody'(scene) {
    const before = await active(scene, 'ana@example.com');
    await expectRefusal(update(scene, before, { role: 'nobody-defined-this' }), ['invalid', 'guard'], 'the change');
    expectEqual(await fetchUser(scene, before.id), before, 'the user');
  },

  async 'a change that is refused in one part changes nothing'(scene) {
    const before = await active(scene, 'ana@example.com', 'editor', 'Ana');
    await expectRefusal(update(scene, before, { name: 'Bo', mailingLists: ['news'], role: 'nobody-defined-this' }), ['invalid', 'guard'], 'the change');
    expectEqual(await fetchUser(scene, before.id), before, 'the user');
  },

  async 'every write has a revision of its own, also one that changes things back'(scene) {
    const first = await invited(scene, { email: 'ana@example.com', name: 'one' });
    const second = await update(scene, first, { name: 'two' });
    const third = await update(scene, second, { name: 'one' });
    const fourth = await resend(scene, third.id);
    const fifth = await update(scene, fourth, { name: 'one' });
    expectEqual(new Set([first, second, third, fourth, fifth].map(({ revision }) => revision)).size, 5, 'the number of revisions');
    for (const stale of [first, second, third, fourth]) await expectRefusal(update(scene, stale, { name: 'stale' }), 'conflict', 'a change from an older revision');
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

  async 'of two changes at the same time one wins'(scene) {
    const user = await invited(scene, { email: 'ana@example.com' });
    const other = await elsewhere(scene);
    const outcomes = await Promise.allSettled([update(scene, user, { name: 'one' }), update(other, user, { name: 'other' })]);
    expectEqual(outcomes.filter(({ status }) => status === 'fulfilled').length, 1, 'the number of changes that won');
  },
};
