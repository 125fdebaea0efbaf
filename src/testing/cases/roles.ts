import type { Role } from '../../domain/user.js';
import { active, elsewhere, fetchUser, getUsers, invite, invited, list, load, remove, resend, save, update } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectEqual, expectGuard, expectRefusal, expectTrue } from '../expectations.js';
import { named } from '../samples.js';

const roles: readonly Role[] = [
  { key: 'read-only', canEditContactInfo: false, canManageUsers: false, rank: 1 },
  { key: 'editor', canEditContactInfo: true, canManageUsers: false, rank: 2 },
  { key: 'manager', canEditContactInfo: true, canManageUsers: true, rank: 3 },
  { key: 'administrator', canEditContactInfo: true, canManageUsers: true, rank: 4 },
];

/** The same account as somebody of that role sees it. */
async function as(scene: Scene, role: string) {
  const owner = { ...scene, ...(await elsewhere(scene, { roles })) };
  await active(owner, 'admin@example.com', 'administrator');
  const viewer = await active(owner, 'viewer@example.com', role);
  return { owner, mine: await elsewhere(scene, { viewer: { id: viewer.id, role }, roles }), viewer };
}

/** What the viewer’s role allows. */
export const roleCases: CaseTable = {
  async 'who may not edit saves nothing, and still reads'(scene) {
    const { owner, mine } = await as(scene, 'read-only');
    const record = await save(owner, named('first'), null);
    await expectRefusal(save(mine, named('second'), record.revision), 'forbidden', 'the save');
    expectEqual(await load(mine), record, 'the record');
  },

  async 'who may not manage users invites, changes and removes nobody, and still reads'(scene) {
    const { owner, mine } = await as(scene, 'editor');
    const ana = await invited(owner, { email: 'ana@example.com', role: 'read-only' });
    await expectRefusal(invite(mine, { email: 'bo@example.com', role: 'read-only' }), 'forbidden', 'the invitation');
    await expectRefusal(update(mine, ana, { name: 'x' }), 'forbidden', 'the change');
    await expectRefusal(remove(mine, ana), 'forbidden', 'the removal');
    await expectRefusal(resend(mine, ana.id), 'forbidden', 'the resending');
    expectEqual((await list(mine)).total, 3, 'the number of users');
  },

  async 'nobody grants a role above their own'(scene) {
    const { owner, mine } = await as(scene, 'manager');
    const ana = await active(owner, 'ana@example.com', 'editor');
    const error = await expectRefusal(update(mine, ana, { role: 'administrator' }), 'guard', 'the change of role');
    expectEqual(error.guard, 'role-rank', 'the guard');
    const [result, allowed] = await invite(mine, { email: 'bo@example.com', role: 'administrator' }, { email: 'cy@example.com', role: 'manager' });
    expectTrue(!result.ok, 'the invitation to be refused');
    expectTrue(allowed.ok, 'the invitation to a role that is not above to be accepted');
    expectEqual((await fetchUser(owner, ana.id)).role, 'editor', 'the role');
  },

  async 'nobody invites to a role above their own'(scene) {
    const { owner, mine } = await as(scene, 'manager');
    const results = await invite(mine, { email: 'ana@example.com', role: 'editor' }, { email: 'boss@example.com', role: 'administrator' }, { email: 'peer@example.com', role: 'manager' });
    expectEqual(results.map(({ ok }) => ok), [true, false, true], 'which were accepted');
    const [, refused] = results;
    expectTrue(!refused.ok && refused.issue.path[0] === 'role', `an issue at "role", not ${JSON.stringify(refused)}`);
    expectEqual((await list(owner, { search: 'boss@' })).total, 0, 'the number of users above');
  },

  async 'a role above one’s own is refused with everything that was to change beside it'(scene) {
    const { owner, mine } = await as(scene, 'manager');
    const ana = await active(owner, 'ana@example.com', 'editor');
    await expectGuard(update(mine, ana, { name: 'x', role: 'administrator', mailingLists: ['news'] }), 'role-rank', 'the change');
    expectEqual(await fetchUser(owner, ana.id), ana, 'the user');
  },

  async 'nobody touches somebody above them'(scene) {
    const { owner, mine } = await as(scene, 'manager');
    const boss = await active(owner, 'boss@example.com', 'administrator');
    for (const change of [{ name: 'x' }, { role: 'editor' }, { status: 'deactivated' as const }]) {
      const { guard } = await expectRefusal(update(mine, boss, change), 'guard', `the change ${JSON.stringify(change)}`);
      expectEqual(guard, 'role-rank', 'the guard');
    }
    expectEqual((await expectRefusal(remove(mine, boss), 'guard', 'the removal')).guard, 'role-rank', 'the guard');
    expectEqual(await fetchUser(owner, boss.id), boss, 'the user');
  },

  async 'nobody invites somebody above them again'(scene) {
    const { owner, mine } = await as(scene, 'manager');
    const boss = await invited(owner, { email: 'boss@example.com', role: 'administrator' });
    expectEqual((await expectRefusal(resend(mine, boss.id), 'guard', 'the resending')).guard, 'role-rank', 'the guard');
    expectEqual(await fetchUser(owner, boss.id), boss, 'the user');
    const peer = await invited(owner, { email: 'peer@example.com', role: 'manager' });
    expectTrue((await resend(mine, peer.id)).revision !== peer.revision, 'an invitation of one’s own rank to be sent again');
  },

  async 'nobody reactivates or revokes somebody above them'(scene) {
    const { owner, mine } = await as(scene, 'manager');
    const boss = await update(owner, await active(owner, 'boss@example.com', 'administrator'), { status: 'deactivated' });
    const pending = await invited(owner, { email: 'pending@example.com', role: 'administrator' });
    await expectGuard(update(mine, boss, { status: 'active' }), 'role-rank', 'the reactivation');
    await expectGuard(update(mine, pending, { status: 'active' }), 'role-rank', 'the acceptance on somebody’s behalf');
    await expectGuard(remove(mine, boss), 'role-rank', 'the removal');
    await expectGuard(remove(mine, pending), 'role-rank', 'the revocation');
    expectEqual([await fetchUser(owner, boss.id), await fetchUser(owner, pending.id)], [boss, pending], 'the users');
  },

  async 'no replacement makes somebody above dispensable'(scene) {
    const { owner, mine, viewer } = await as(scene, 'manager');
    const boss = await active(owner, 'boss@example.com', 'administrator');
    const record = await save(owner, { alertContacts: [boss.id] }, null);
    await expectGuard(remove(mine, boss, viewer.id), 'role-rank', 'the removal');
    await expectGuard(update(mine, boss, { status: 'deactivated' }, viewer.id), 'role-rank', 'the deactivation');
    expectEqual([await fetchUser(owner, boss.id), await load(owner)], [boss, record], 'the user and the record');
  },

  async 'who was raised above is out of reach from then on'(scene) {
    const { owner, mine } = await as(scene, 'manager');
    const ana = await update(mine, await active(owner, 'ana@example.com', 'editor'), { role: 'manager' });
    const raised = await update(owner, ana, { role: 'administrator' });
    await expectGuard(update(mine, raised, { role: 'editor' }), 'role-rank', 'the change');
    expectEqual(await fetchUser(mine, ana.id), raised, 'the user, who can still be read');
  },

  async 'who may manage users changes those of their own rank and below'(scene) {
    const { owner, mine } = await as(scene, 'manager');
    const [peer, ana] = [await active(owner, 'peer@example.com', 'manager'), await active(owner, 'ana@example.com', 'editor')];
    expectEqual((await update(mine, peer, { role: 'editor' })).role, 'editor', 'the role');
    await remove(mine, ana);
    expectEqual((await list(mine)).total, 3, 'the number of users');
  },

  async 'a record says who changed it last'(scene) {
    const { mine, viewer } = await as(scene, 'editor');
    const record = await save(mine, named('x'), null);
    expectEqual(record.updatedBy?.id, viewer.id, 'who changed it');
  },

  async 'a role that nobody defined may do nothing'(scene) {
    const { owner } = await as(scene, 'editor');
    const stranger = await elsewhere(scene, { viewer: { id: 'stranger', role: 'nobody-defined-this' }, roles });
    await expectRefusal(save(stranger, named('x'), null), 'forbidden', 'the save');
    await expectRefusal(invite(stranger, { email: 'bo@example.com', role: 'read-only' }), 'forbidden', 'the invitation');
    expectEqual(await load(owner), null, 'the record');
  },
};

/** What people do to themselves: theirs to do, unless nobody else is left to manage users. */
export const ownAccountCases: CaseTable = {
  async 'whoever manages users may leave while another one stays'(scene) {
    const { owner, mine, viewer } = await as(scene, 'administrator');
    await remove(mine, viewer);
    expectEqual(await getUsers(owner, viewer.id), [], 'the user');
  },

  async 'whoever manages users may deactivate themselves while another one stays'(scene) {
    const { owner, mine, viewer } = await as(scene, 'manager');
    await update(mine, viewer, { status: 'deactivated' });
    expectEqual((await fetchUser(owner, viewer.id)).status, 'deactivated', 'the status');
  },

  async 'whoever manages users may give themselves a lesser role while another one stays'(scene) {
    const { owner, mine, viewer } = await as(scene, 'administrator');
    await update(mine, viewer, { role: 'read-only' });
    expectEqual((await fetchUser(owner, viewer.id)).role, 'read-only', 'the role');
  },

  async 'the last one who manages users takes it from themselves by no way'(scene) {
    const { owner, mine, viewer } = await as(scene, 'administrator');
    const [other] = (await list(owner, { search: 'admin@' })).users;
    await update(mine, other, { role: 'editor' });
    await expectGuard(remove(mine, viewer), 'last-administrator', 'the removal');
    await expectGuard(update(mine, viewer, { status: 'deactivated' }), 'last-administrator', 'the deactivation');
    await expectGuard(update(mine, viewer, { role: 'editor' }), 'last-administrator', 'the lesser role');
    expectEqual(await fetchUser(owner, viewer.id), viewer, 'the viewer');
  },

  async 'whoever manages users counts, by whatever role'(scene) {
    const { owner, mine, viewer } = await as(scene, 'manager');
    const [admin] = (await list(owner, { search: 'admin@' })).users;
    await update(owner, admin, { role: 'editor' });
    await expectGuard(update(mine, viewer, { role: 'editor' }), 'last-administrator', 'the lesser role of the only manager left');
    expectEqual(await fetchUser(owner, viewer.id), viewer, 'the viewer');
  },

  async 'nobody raises themselves'(scene) {
    const { owner, mine, viewer } = await as(scene, 'manager');
    await expectGuard(update(mine, viewer, { role: 'administrator' }), 'role-rank', 'the higher role');
    expectEqual(await fetchUser(owner, viewer.id), viewer, 'the viewer');
  },

  async 'an alert contact does not leave without a replacement, not even by their own hand'(scene) {
    const { owner, mine, viewer } = await as(scene, 'manager');
    const ana = await active(owner, 'ana@example.com', 'editor');
    const record = await save(owner, { alertContacts: [viewer.id] }, null);
    await expectGuard(remove(mine, viewer), 'alert-contact', 'the removal');
    expectEqual(await load(owner), record, 'the record');
    await remove(mine, viewer, ana.id);
    expectEqual((await load(owner))?.contactInfo.alertContacts, [ana.id], 'the alert contacts');
  },
};
