import { active, elsewhere, fetchUser, invite, invited, list, remove, update } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectEqual, expectTrue } from '../expectations.js';

async function expectTaken(scene: Scene, email: string): Promise<void> {
  const [result] = await invite(scene, { email });
  expectTrue(!result.ok && result.issue.path[0] === 'email', `${JSON.stringify(email)} to be refused with an issue at "email", not ${JSON.stringify(result)}`);
}

/** An address is one user of an account, however it is written. */
export const addressCases: CaseTable = {
  async 'an address is invited once'(scene) {
    await invited(scene, { email: 'ana@example.com' });
    const results = await invite(scene, { email: 'ANA@Example.com' }, { email: 'bo@example.com' }, { email: 'Bo@example.com' });
    expectEqual(results.map(({ ok }) => ok), [false, true, false], 'which were accepted');
    expectEqual((await list(scene)).total, 2, 'the number of users');
  },

  async 'an address that differs in case is the same one'(scene) {
    await invited(scene, { email: 'Ana.Gomez@Example.com' });
    for (const email of ['ana.gomez@example.com', 'ANA.GOMEZ@EXAMPLE.COM', 'Ana.Gomez@example.COM']) await expectTaken(scene, email);
    expectEqual((await list(scene)).total, 1, 'the number of users');
  },

  async 'a domain and its A-label are one address'(scene) {
    await invited(scene, { email: 'ana@m\u00fcnchen.example' });
    const [result] = await invite(scene, { email: 'ana@xn--mnchen-3ya.example' });
    expectTrue(!result.ok, 'the second to be refused');
  },

  async 'an A-label and its domain are one address, in any case and composition'(scene) {
    await invited(scene, { email: 'ana@xn--mnchen-3ya.example' });
    for (const email of ['ana@münchen.example', 'ANA@MÜNCHEN.example', 'ana@mu\u0308nchen.example', 'ana@XN--MNCHEN-3YA.example']) await expectTaken(scene, email);
  },

  async 'several spellings of one address in one call are one user'(scene) {
    const results = await invite(scene, ...['ana@münchen.example', 'ANA@münchen.example', 'ana@xn--mnchen-3ya.example', ' ana@münchen.example '].map((email) => ({ email })));
    expectEqual(results.map(({ ok }) => ok), [true, false, false, false], 'which were accepted');
    expectEqual((await list(scene)).total, 1, 'the number of users');
  },

  async 'an address that differs in a dot or a tag is another one'(scene) {
    const results = await invite(scene, ...['anag@example.com', 'ana.g@example.com', 'anag+portal@example.com', 'anag@sub.example.com'].map((email) => ({ email })));
    expectEqual(results.map(({ ok }) => ok), [true, true, true, true], 'which were accepted');
  },

  async 'the address of somebody who has accepted is taken'(scene) {
    const ana = await active(scene, 'ana@example.com', 'editor', 'Ana');
    await expectTaken(scene, 'Ana@example.com');
    expectEqual(await fetchUser(scene, ana.id), ana, 'the user');
  },

  async 'the address of somebody who is deactivated is taken'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const gone = await update(scene, await active(scene, 'ana@example.com'), { status: 'deactivated' });
    await expectTaken(scene, 'ana@example.com');
    expectEqual(await fetchUser(scene, gone.id), gone, 'the user');
  },

  async 'an invitation of an address that is taken changes nothing of its user'(scene) {
    const ana = await invited(scene, { email: 'ana@example.com', name: 'Ana', role: 'editor', mailingLists: ['news'] });
    await invite(scene, { email: 'ana@example.com', name: 'Somebody else', role: 'read-only', mailingLists: [] });
    expectEqual((await list(scene)).users, [ana], 'the users');
  },

  async 'an address is free again once its user was removed, in any spelling'(scene) {
    await remove(scene, await invited(scene, { email: 'ANA@münchen.example' }));
    const again = await invited(scene, { email: 'ana@xn--mnchen-3ya.example' });
    await expectTaken(scene, 'ana@münchen.example');
    expectEqual((await list(scene)).users, [again], 'the users');
  },

  async 'of two invitations of one address at the same time one wins'(scene) {
    const other = await elsewhere(scene);
    const results = await Promise.all([invite(scene, { email: 'ana@example.com' }), invite(other, { email: 'Ana@example.com' })]);
    expectEqual(results.flat().filter(({ ok }) => ok).length, 1, 'the number of accepted invitations');
    expectEqual((await list(scene)).total, 1, 'the number of users');
  },

  async 'lists of addresses that overlap, invited at the same time, make each a user once'(scene) {
    const emails = Array.from({ length: 12 }, (_, index) => ({ email: `user${index}@example.com` }));
    const other = await elsewhere(scene);
    const results = await Promise.all([invite(scene, ...emails.slice(0, 8)), invite(other, ...emails.slice(4).reverse())]);
    expectEqual(results.flat().filter(({ ok }) => ok).length, 12, 'the number of accepted invitations');
    expectEqual((await list(scene)).users.map(({ email }) => email).sort(), emails.map(({ email }) => email).sort(), 'the users');
  },

  async 'a removal and an invitation of one address at the same time agree on who is left'(scene) {
    const ana = await invited(scene, { email: 'ana@example.com' });
    const other = await elsewhere(scene);
    const [[result]] = await Promise.all([invite(other, { email: 'ana@example.com' }), remove(scene, ana)]);
    expectEqual((await list(scene)).users, result.ok ? [result.user] : [], 'the users');
  },

  async 'one address may be a user of two accounts'(scene) {
    await invited(scene, { email: 'ana@example.com' });
    await invited({ ...scene, accountId: 'other' }, { email: 'ana@example.com' });
    expectEqual((await list(scene)).total, 1, 'the number of users');
  },
};
