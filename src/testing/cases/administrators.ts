import type { User } from '../../domain/user.js';
import { active, elsewhere, fetchUser, invited, list, load, remove, save, update, type Where } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectEqual, expectGuard } from '../expectations.js';

async function expectOneAdministrator(scene: Scene): Promise<void> {
  expectEqual((await list(scene, { roles: ['administrator'], statuses: ['active'] })).total, 1, 'the number of administrators');
}

/** Two administrators, and each of them in a tab of their own. */
async function two(scene: Scene): Promise<[mine: Where, first: User, other: Where, second: User]> {
  const first = await active(scene, 'first@example.com', 'administrator');
  return [scene, first, await elsewhere(scene), await active(scene, 'second@example.com', 'administrator')];
}

/** Whatever happens, somebody who can manage users remains. */
export const administratorCases: CaseTable = {
  async 'the last administrator is neither removed, deactivated nor given a lesser role'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator');
    await active(scene, 'ana@example.com');
    await expectGuard(remove(scene, admin), 'last-administrator', 'the removal');
    await expectGuard(update(scene, admin, { status: 'deactivated' }), 'last-administrator', 'the deactivation');
    await expectGuard(update(scene, admin, { role: 'editor' }), 'last-administrator', 'the lesser role');
    expectEqual(await fetchUser(scene, admin.id), admin, 'the administrator');
  },

  async 'the last administrator is not deactivated'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator');
    await active(scene, 'ana@example.com');
    await expectGuard(update(scene, admin, { status: 'deactivated' }), 'last-administrator', 'the deactivation');
    expectEqual(await fetchUser(scene, admin.id), admin, 'the administrator');
  },

  async 'the last administrator is given no role that manages nobody'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator');
    await active(scene, 'ana@example.com');
    for (const role of ['editor', 'tester', 'read-only']) await expectGuard(update(scene, admin, { role }), 'last-administrator', `the role ${role}`);
    expectEqual(await fetchUser(scene, admin.id), admin, 'the administrator');
  },

  async 'the last administrator is kept among other changes too, and none of them happens'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator', 'Ada');
    await expectGuard(update(scene, admin, { name: 'x', role: 'editor' }), 'last-administrator', 'the change of name and role');
    await expectGuard(update(scene, admin, { mailingLists: ['news'], role: 'editor', status: 'deactivated' }), 'last-administrator', 'the change of lists, role and status');
    await expectGuard(update(scene, admin, { role: 'administrator', status: 'deactivated' }), 'last-administrator', 'the change of status with the same role');
    expectEqual(await fetchUser(scene, admin.id), admin, 'the administrator');
  },

  async 'the last administrator may be renamed'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator');
    expectEqual((await update(scene, admin, { name: 'Ada' })).name, 'Ada', 'the name');
  },

  async 'the last administrator may be given what they have already'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator');
    const { role, status } = await update(scene, admin, { role: 'administrator', status: 'active', mailingLists: ['news'] });
    expectEqual([role, status], ['administrator', 'active'], 'role and status');
  },

  async 'of two administrators one may go'(scene) {
    const first = await active(scene, 'first@example.com', 'administrator');
    const second = await active(scene, 'second@example.com', 'administrator');
    await update(scene, first, { role: 'editor' });
    await expectGuard(update(scene, second, { role: 'editor' }), 'last-administrator', 'the second one’s lesser role');
  },

  async 'who made an administrator before they leave may leave'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator');
    const ana = await active(scene, 'ana@example.com');
    await expectGuard(remove(scene, admin), 'last-administrator', 'the removal before');
    await update(scene, ana, { role: 'administrator' });
    await remove(scene, admin);
    await expectOneAdministrator(scene);
  },

  async 'an administrator who is only invited, or deactivated, does not count'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator');
    await invited(scene, { email: 'invited@example.com', role: 'administrator' });
    await update(scene, await active(scene, 'gone@example.com', 'administrator'), { status: 'deactivated' });
    await expectGuard(remove(scene, admin), 'last-administrator', 'the removal');
  },

  async 'an administrator who is active again counts again'(scene) {
    const first = await active(scene, 'first@example.com', 'administrator');
    const second = await update(scene, await active(scene, 'second@example.com', 'administrator'), { status: 'deactivated' });
    await expectGuard(remove(scene, first), 'last-administrator', 'the removal before');
    await update(scene, second, { status: 'active' });
    await remove(scene, first);
    await expectOneAdministrator(scene);
  },

  async 'an administrator of another account does not count'(scene) {
    await active({ ...scene, accountId: 'other' }, 'other@example.com', 'administrator');
    const admin = await active(scene, 'admin@example.com', 'administrator');
    await expectGuard(remove(scene, admin), 'last-administrator', 'the removal');
  },

  async 'a replacement who is no administrator makes no last one dispensable'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator');
    const ana = await active(scene, 'ana@example.com');
    const record = await save(scene, { alertContacts: [admin.id] }, null);
    await expectGuard(remove(scene, admin, ana.id), 'last-administrator', 'the removal');
    await expectGuard(update(scene, admin, { status: 'deactivated' }, ana.id), 'last-administrator', 'the deactivation');
    expectEqual([await fetchUser(scene, admin.id), await load(scene)], [admin, record], 'the administrator and the record');
  },

  async 'two administrators who remove each other at the same time leave one'(scene) {
    const [mine, first, other, second] = await two(scene);
    await Promise.allSettled([remove(mine, second), remove(other, first)]);
    await expectOneAdministrator(scene);
  },

  async 'two administrators who deactivate each other at the same time leave one'(scene) {
    const [mine, first, other, second] = await two(scene);
    await Promise.allSettled([update(mine, second, { status: 'deactivated' }), update(other, first, { status: 'deactivated' })]);
    await expectOneAdministrator(scene);
  },

  async 'two administrators who demote each other at the same time leave one'(scene) {
    const [mine, first, other, second] = await two(scene);
    await Promise.allSettled([update(mine, second, { role: 'editor' }), update(other, first, { role: 'editor' })]);
    await expectOneAdministrator(scene);
  },

  async 'two administrators who go at the same time, each in another way, leave one'(scene) {
    const [mine, first, other, second] = await two(scene);
    await Promise.allSettled([remove(mine, first), update(other, second, { role: 'read-only' })]);
    await expectOneAdministrator(scene);
  },

  async 'an invited administrator may be revoked'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    await remove(scene, await invited(scene, { email: 'invited@example.com', role: 'administrator' }));
    expectEqual((await list(scene)).total, 1, 'the number of users');
  },
};
