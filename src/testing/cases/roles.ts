import type { Role } from '../../domain/user.js';
import { active, elsewhere, fetchUser, invite, invited, list, load, remove, resend, save, update } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectEqual, expectRefusal, expectTrue } from '../expectations.js';
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

/** What the viewer's role allows. */
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
