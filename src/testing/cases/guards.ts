import type { GuardName } from '../../ports/persistence-error.js';
import { active, elsewhere, fetchUser, getUsers, invited, list, load, remove, save, update } from '../actions.js';
import type { CaseTable } from '../conformance-case.js';
import { expectEqual, expectRefusal, expectTrue } from '../expectations.js';
import { named } from '../samples.js';

async function expectGuard(promise: Promise<unknown>, guard: GuardName, subject: string): Promise<void> {
  const error = await expectRefusal(promise, 'guard', subject);
  expectEqual(error.guard, guard, `the guard that refuses ${subject}`);
}

/** Rules across the whole model, which no change may break: the last administrator and the alert contacts. */
export const guardCases: CaseTable = {
  async 'the last administrator is neither removed, deactivated nor given a lesser role'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator');
    await active(scene, 'ana@example.com');
    await expectGuard(remove(scene, admin), 'last-administrator', 'the removal');
    await expectGuard(update(scene, admin, { status: 'deactivated' }), 'last-administrator', 'the deactivation');
    await expectGuard(update(scene, admin, { role: 'editor' }), 'last-administrator', 'the lesser role');
    expectEqual(await fetchUser(scene, admin.id), admin, 'the administrator');
  },

  async 'the last administrator may be renamed'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator');
    expectEqual((await update(scene, admin, { name: 'Ada' })).name, 'Ada', 'the name');
  },

  async 'of two administrators one may go'(scene) {
    const first = await active(scene, 'first@example.com', 'administrator');
    const second = await active(scene, 'second@example.com', 'administrator');
    await update(scene, first, { role: 'editor' });
    await expectGuard(update(scene, second, { role: 'editor' }), 'last-administrator', 'the second one’s lesser role');
  },

  async 'an administrator who is only invited, or deactivated, does not count'(scene) {
    const admin = await active(scene, 'admin@example.com', 'administrator');
    await invited(scene, { email: 'invited@example.com', role: 'administrator' });
    await update(scene, await active(scene, 'gone@example.com', 'administrator'), { status: 'deactivated' });
    await expectGuard(remove(scene, admin), 'last-administrator', 'the removal');
  },

  async 'an administrator of another account does not count'(scene) {
    await active({ ...scene, accountId: 'other' }, 'other@example.com', 'administrator');
    const admin = await active(scene, 'admin@example.com', 'administrator');
    await expectGuard(remove(scene, admin), 'last-administrator', 'the removal');
  },

  async 'two administrators who remove each other at the same time leave one'(scene) {
    const other = await elsewhere(scene);
    const first = await active(scene, 'first@example.com', 'administrator');
    const second = await active(scene, 'second@example.com', 'administrator');
    await Promise.allSettled([remove(scene, first), remove(other, second)]);
    expectEqual((await list(scene, { roles: ['administrator'], statuses: ['active'] })).total, 1, 'the number of administrators');
  },

  async 'an invited administrator may be revoked'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    await remove(scene, await invited(scene, { email: 'invited@example.com', role: 'administrator' }));
    expectEqual((await list(scene)).total, 1, 'the number of users');
  },

  async 'an alert contact is neither removed nor deactivated, and the fields are named'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const ana = await active(scene, 'ana@example.com');
    const record = await save(scene, { ...named('x'), alertContacts: [ana.id] }, null);
    await expectGuard(update(scene, ana, { status: 'deactivated' }), 'alert-contact', 'the deactivation');
    const { guard, issues } = await expectRefusal(remove(scene, ana), 'guard', 'the removal');
    expectEqual(guard, 'alert-contact', 'the guard');
    expectTrue(JSON.stringify(issues ?? []).includes('alertContacts'), `issues that name the field, not ${JSON.stringify(issues)}`);
    expectEqual([await fetchUser(scene, ana.id), await load(scene)], [ana, record], 'the user and the record');
  },

  async 'an alert contact’s role and name may change'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const ana = await active(scene, 'ana@example.com');
    await save(scene, { alertContacts: [ana.id] }, null);
    expectEqual((await update(scene, ana, { role: 'read-only', name: 'Ana' })).role, 'read-only', 'the role');
  },

  async 'a replacement takes over when an alert contact is removed'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const [ana, bo] = [await active(scene, 'ana@example.com'), await active(scene, 'bo@example.com')];
    const before = await save(scene, { ...named('kept'), alertContacts: [ana.id] }, null);
    await remove(scene, ana, bo.id);
    const after = await load(scene);
    expectEqual(after?.contactInfo, { ...named('kept'), alertContacts: [bo.id] }, 'the contact information');
    expectTrue(after?.revision !== before.revision, 'another revision of the record');
    expectEqual(await getUsers(scene, ana.id), [], 'the user who was removed');
  },

  async 'a replacement takes over when an alert contact is deactivated'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const [ana, bo] = [await active(scene, 'ana@example.com'), await active(scene, 'bo@example.com')];
    await save(scene, { alertContacts: [ana.id] }, null);
    expectEqual((await update(scene, ana, { status: 'deactivated' }, bo.id)).status, 'deactivated', 'the status');
    expectEqual((await load(scene))?.contactInfo.alertContacts, [bo.id], 'the alert contacts');
  },

  async 'a replacement who is there already is not named twice'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const [ana, bo] = [await active(scene, 'ana@example.com'), await active(scene, 'bo@example.com')];
    await save(scene, { alertContacts: [ana.id, bo.id] }, null);
    await remove(scene, ana, bo.id);
    expectEqual((await load(scene))?.contactInfo.alertContacts, [bo.id], 'the alert contacts');
  },

  async 'nobody replaces themselves, and nobody who is not active replaces anybody'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const ana = await active(scene, 'ana@example.com');
    const pending = await invited(scene, { email: 'bo@example.com' });
    const gone = await update(scene, await active(scene, 'cy@example.com'), { status: 'deactivated' });
    const record = await save(scene, { alertContacts: [ana.id] }, null);
    for (const replacement of [ana.id, pending.id, gone.id, 'nobody']) {
      await expectGuard(remove(scene, ana, replacement), 'alert-contact', `a removal with ${replacement} instead`);
    }
    expectEqual([await fetchUser(scene, ana.id), await load(scene)], [ana, record], 'the user and the record');
  },

  async 'who is named no longer may go'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const ana = await active(scene, 'ana@example.com');
    const { revision } = await save(scene, { alertContacts: [ana.id] }, null);
    await save(scene, { alertContacts: [] }, revision);
    await remove(scene, ana);
    expectEqual(await getUsers(scene, ana.id), [], 'the user');
  },
};
