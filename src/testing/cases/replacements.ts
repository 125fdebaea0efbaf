import { partnerPortalRequirements } from '../../domain/partner-portal-requirements.js';
import type { FieldDefinition, RequirementSet } from '../../domain/requirements.js';
import { active, elsewhere, fetchUser, getUsers, invited, load, remove, save, update, type Where } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectEqual, expectGuard, expectRefusal, expectTrue } from '../expectations.js';
import { named } from '../samples.js';

const deputies: FieldDefinition = { key: 'deputies', kind: 'users', audience: 'internal', requirement: 'optional', max: 2 };
const owner: FieldDefinition = { key: 'owner', kind: 'users', audience: 'internal', requirement: 'required', max: 1 };
const severalFields: RequirementSet = { version: '1', fields: [...partnerPortalRequirements.fields, deputies, owner] };

/** An administrator; Ana, whom the alert contacts name, and Bo and Cy, who could take over. */
async function staffed(scene: Scene) {
  const admin = await active(scene, 'admin@example.com', 'administrator');
  const [ana, bo, cy] = [await active(scene, 'ana@example.com'), await active(scene, 'bo@example.com'), await active(scene, 'cy@example.com')];
  const record = await save(scene, { ...named('kept'), alertContacts: [ana.id] }, null);
  return { admin, ana, bo, cy, record };
}

async function alertContacts(where: Where): Promise<unknown> {
  return (await load(where))?.contactInfo.alertContacts;
}

/** Reads again and again until the work is done, and once after it. */
async function whileReading(work: Promise<unknown>, read: () => Promise<void>): Promise<void> {
  let isDone = false;
  const finished = work.finally(() => (isDone = true));
  finished.catch(() => undefined);
  while (!isDone) await read();
  await read();
  await finished;
}

/** Who is named as an alert contact stays, or is replaced in the same moment in which they go. */
export const replacementCases: CaseTable = {
  async 'an alert contact is neither removed nor deactivated, and the fields are named'(scene) {
    const { ana, record } = await staffed(scene);
    await expectGuard(update(scene, ana, { status: 'deactivated' }), 'alert-contact', 'the deactivation');
    const { guard, issues } = await expectRefusal(remove(scene, ana), 'guard', 'the removal');
    expectEqual(guard, 'alert-contact', 'the guard');
    expectTrue(JSON.stringify(issues ?? []).includes('alertContacts'), `issues that name the field, not ${JSON.stringify(issues)}`);
    expectEqual([await fetchUser(scene, ana.id), await load(scene)], [ana, record], 'the user and the record');
  },

  async 'an alert contact who is deactivated among other changes is kept as they were'(scene) {
    const { ana, record } = await staffed(scene);
    await expectGuard(update(scene, ana, { name: 'x', role: 'tester', status: 'deactivated' }), 'alert-contact', 'the change');
    expectEqual([await fetchUser(scene, ana.id), await load(scene)], [ana, record], 'the user and the record');
  },

  async 'an alert contact who has not accepted yet is not removed'(scene) {
    await active(scene, 'admin@example.com', 'administrator');
    const ana = await invited(scene, { email: 'ana@example.com' });
    await save(scene, { alertContacts: [ana.id] }, null);
    await expectGuard(remove(scene, ana), 'alert-contact', 'the removal');
    expectEqual(await fetchUser(scene, ana.id), ana, 'the user');
  },

  async 'an alert contact’s role and name may change'(scene) {
    const { ana } = await staffed(scene);
    expectEqual((await update(scene, ana, { role: 'read-only', name: 'Ana' })).role, 'read-only', 'the role');
  },

  async 'a replacement takes over when an alert contact is removed'(scene) {
    const { ana, bo, record } = await staffed(scene);
    await remove(scene, ana, bo.id);
    const after = await load(scene);
    expectEqual(after?.contactInfo, { ...named('kept'), alertContacts: [bo.id] }, 'the contact information');
    expectTrue(after?.revision !== record.revision, 'another revision of the record');
    expectEqual(await getUsers(scene, ana.id), [], 'the user who was removed');
  },

  async 'a replacement takes over when an alert contact is deactivated'(scene) {
    const { ana, bo } = await staffed(scene);
    expectEqual((await update(scene, ana, { status: 'deactivated' }, bo.id)).status, 'deactivated', 'the status');
    expectEqual(await alertContacts(scene), [bo.id], 'the alert contacts');
  },

  async 'a replacement who is there already is not named twice'(scene) {
    const { ana, bo, record } = await staffed(scene);
    await save(scene, { alertContacts: [ana.id, bo.id] }, record.revision);
    await remove(scene, ana, bo.id);
    expectEqual(await alertContacts(scene), [bo.id], 'the alert contacts');
  },

  async 'a replacement stands where the other one stood, and the others stay'(scene) {
    const { admin, ana, bo, cy, record } = await staffed(scene);
    await save(scene, { alertContacts: [admin.id, ana.id, cy.id] }, record.revision);
    await remove(scene, ana, bo.id);
    expectEqual(await alertContacts(scene), [admin.id, bo.id, cy.id], 'the alert contacts');
  },

  async 'a replacement takes over in every field of users, and in no other'(scene) {
    const where = await elsewhere(scene, { requirements: severalFields });
    const { ana, bo, cy, record } = await staffed(scene);
    const contactInfo = { ...named(ana.id), alertContacts: [ana.id], deputies: [cy.id, ana.id], owner: [ana.id], unknown: [ana.id] };
    await save(where, contactInfo, record.revision);
    const { issues } = await expectRefusal(remove(where, ana), 'guard', 'the removal without a replacement');
    for (const key of ['alertContacts', 'deputies', 'owner']) expectTrue(JSON.stringify(issues ?? []).includes(key), `issues that name ${key}, not ${JSON.stringify(issues)}`);
    await remove(where, ana, bo.id);
    expectEqual((await load(where))?.contactInfo, { ...contactInfo, alertContacts: [bo.id], deputies: [cy.id, bo.id], owner: [bo.id] }, 'the contact information');
  },

  async 'a field that holds as many as it may is no obstacle to a replacement'(scene) {
    const where = await elsewhere(scene, { requirements: severalFields });
    const { ana, bo, cy, record } = await staffed(scene);
    await save(where, { deputies: [ana.id, cy.id], owner: [ana.id] }, record.revision);
    await update(where, ana, { status: 'deactivated' }, bo.id);
    expectEqual((await load(where))?.contactInfo, { deputies: [bo.id, cy.id], owner: [bo.id] }, 'the contact information');
  },

  async 'nobody sees a user gone who is still named'(scene) {
    const { ana, bo } = await staffed(scene);
    const reader = await elsewhere(scene);
    await whileReading(remove(scene, ana, bo.id), async () => {
      const isGone = (await getUsers(reader, ana.id)).length === 0;
      const contacts = await alertContacts(reader);
      if (isGone) expectEqual(contacts, [bo.id], 'the alert contacts once the user is gone');
    });
  },

  async 'nobody sees a user replaced who is still there'(scene) {
    const { ana, bo } = await staffed(scene);
    const reader = await elsewhere(scene);
    await whileReading(remove(scene, ana, bo.id), async () => {
      const isReplaced = !JSON.stringify(await alertContacts(reader)).includes(ana.id);
      const users = await getUsers(reader, ana.id);
      if (isReplaced) expectEqual(users, [], 'the users once somebody else is named');
    });
  },

  async 'nobody sees a user deactivated who is still named, or replaced who is still active'(scene) {
    const { ana, bo } = await staffed(scene);
    const reader = await elsewhere(scene);
    await whileReading(update(scene, ana, { status: 'deactivated' }, bo.id), async () => {
      const before = await fetchUser(reader, ana.id);
      const contacts = await alertContacts(reader);
      const after = await fetchUser(reader, ana.id);
      if (before.status === 'deactivated') expectEqual(contacts, [bo.id], 'the alert contacts once the user is deactivated');
      if (!JSON.stringify(contacts).includes(ana.id)) expectEqual(after.status, 'deactivated', 'the status once somebody else is named');
    });
  },

  async 'a removal or deactivation that is refused replaces nobody'(scene) {
    const { ana, bo, record } = await staffed(scene);
    const stale = { ...ana, revision: `${ana.revision}x` };
    await expectRefusal(remove(scene, stale, bo.id), 'conflict', 'the removal from a revision that is none');
    await expectRefusal(update(scene, stale, { status: 'deactivated' }, bo.id), 'conflict', 'the deactivation from a revision that is none');
    await expectRefusal(update(scene, ana, { status: 'deactivated', role: 'nobody-defined-this' }, bo.id), ['invalid', 'guard'], 'the deactivation with a role that is none');
    expectEqual([await fetchUser(scene, ana.id), await load(scene)], [ana, record], 'the user and the record');
  },

  async 'a replacement that nobody needs changes no record'(scene) {
    const { ana, bo, cy, record } = await staffed(scene);
    await remove(scene, bo, cy.id);
    await update(scene, ana, { name: 'Ana', role: 'tester' }, cy.id);
    expectEqual(await load(scene), record, 'the record');
  },

  async 'nobody replaces themselves, and nobody who is not active replaces anybody'(scene) {
    const { ana, cy, record } = await staffed(scene);
    const pending = await invited(scene, { email: 'pending@example.com' });
    const gone = await update(scene, cy, { status: 'deactivated' });
    for (const replacement of [ana.id, pending.id, gone.id, 'nobody']) {
      await expectGuard(remove(scene, ana, replacement), 'alert-contact', `a removal with ${replacement} instead`);
    }
    expectEqual([await fetchUser(scene, ana.id), await load(scene)], [ana, record], 'the user and the record');
  },

  async 'nobody who is not active takes over from somebody who is deactivated'(scene) {
    const { ana, cy, record } = await staffed(scene);
    const pending = await invited(scene, { email: 'pending@example.com' });
    const gone = await update(scene, cy, { status: 'deactivated' });
    for (const replacement of [ana.id, pending.id, gone.id, 'nobody', '']) {
      await expectGuard(update(scene, ana, { status: 'deactivated' }, replacement), 'alert-contact', `a deactivation with ${JSON.stringify(replacement)} instead`);
    }
    expectEqual([await fetchUser(scene, ana.id), await load(scene)], [ana, record], 'the user and the record');
  },

  async 'nobody of another account takes over'(scene) {
    const { ana, record } = await staffed(scene);
    const stranger = await active({ ...scene, accountId: 'other' }, 'stranger@example.com');
    await expectGuard(remove(scene, ana, stranger.id), 'alert-contact', 'the removal');
    await expectGuard(update(scene, ana, { status: 'deactivated' }, stranger.id), 'alert-contact', 'the deactivation');
    expectEqual([await fetchUser(scene, ana.id), await load(scene)], [ana, record], 'the user and the record');
  },

  async 'two alert contacts who replace each other at the same time leave one'(scene) {
    const { ana, bo, record } = await staffed(scene);
    await save(scene, { alertContacts: [ana.id, bo.id] }, record.revision);
    const other = await elsewhere(scene);
    await Promise.allSettled([remove(scene, ana, bo.id), remove(other, bo, ana.id)]);
    const left = await getUsers(scene, ana.id, bo.id);
    expectEqual([left.length, await alertContacts(scene)], [1, left.map(({ id }) => id)], 'the number of users, and the alert contacts');
  },

  async 'who took over cannot go either, without another replacement'(scene) {
    const { ana, bo, cy } = await staffed(scene);
    await remove(scene, ana, bo.id);
    await expectGuard(remove(scene, bo), 'alert-contact', 'the removal');
    await remove(scene, bo, cy.id);
    expectEqual(await alertContacts(scene), [cy.id], 'the alert contacts');
  },

  async 'who is named in another account only may go'(scene) {
    const { bo, ana } = await staffed(scene);
    await save({ ...scene, accountId: 'other' }, { alertContacts: [bo.id] }, null);
    await remove(scene, bo);
    expectEqual([await getUsers(scene, bo.id), await alertContacts(scene)], [[], [ana.id]], 'the user and the alert contacts');
  },

  async 'who is named no longer may go'(scene) {
    const { ana, record } = await staffed(scene);
    await save(scene, { alertContacts: [] }, record.revision);
    await remove(scene, ana);
    expectEqual(await getUsers(scene, ana.id), [], 'the user');
  },
};
