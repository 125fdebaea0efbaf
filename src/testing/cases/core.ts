import type { ContactInfoRecord } from '../../domain/contact-info.js';
import { elsewhere, load, save, signal } from '../actions.js';
import type { CaseTable } from '../conformance-case.js';
import { expectAbort, expectEqual, expectRefusal, expectTrue } from '../expectations.js';
import { named, sampleContactInfo, sampleContacts, sampleHours } from '../samples.js';

/** Loading and saving: what was acknowledged is what everybody reads, whole and unchanged. */
export const coreCases: CaseTable = {
  async 'an account that nothing was stored for loads as null'(scene) {
    expectEqual(await load(scene), null, 'the record');
  },

  async 'a first save is read back as it was acknowledged'(scene) {
    const saved = await save(scene, sampleContactInfo, null);
    expectEqual(saved.contactInfo, sampleContactInfo, 'the acknowledged contact information');
    expectEqual(await load(scene), saved, 'the record');
  },

  async 'a record has a revision and the instant of its last change'(scene) {
    const { revision, updatedAt } = await save(scene, named('first'), null);
    expectTrue(typeof revision === 'string' && revision !== '', 'a revision that is not empty');
    expectTrue(Math.abs(Date.parse(updatedAt) - Date.now()) < 10 * 60_000, `an ISO 8601 instant of about now, not ${updatedAt}`);
  },

  async 'a second save replaces the first'(scene) {
    const first = await save(scene, named('first'), null);
    const second = await save(scene, named('second'), first.revision);
    expectEqual(second.contactInfo, named('second'), 'the acknowledged contact information');
    expectEqual(await load(scene), second, 'the record');
  },

  async 'what is acknowledged is read by another tab or machine at once'(scene) {
    const other = await elsewhere(scene);
    const first = await save(scene, named('first'), null);
    expectEqual(await load(other), first, 'what another one reads');
    const second = await save(other, named('second'), first.revision);
    expectEqual(await load(scene), second, 'what the first one reads');
  },

  async 'one that is opened later reads what was acknowledged before'(scene) {
    const saved = await save(scene, sampleContactInfo, null);
    expectEqual(await load(await elsewhere(scene)), saved, 'the record');
  },

  async 'several loads at once all answer'(scene) {
    const saved = await save(scene, named('first'), null);
    for (const record of await Promise.all([load(scene), load(scene), load(scene)])) expectEqual(record, saved, 'the record');
  },

  async 'an empty record is a record'(scene) {
    await save(scene, {}, null);
    expectEqual((await load(scene))?.contactInfo, {}, 'the contact information');
  },

  async 'a record that is valid and incomplete is kept'(scene) {
    const contactInfo = { technicalEmergencyContacts: sampleContacts, operationalContactPublic: [] };
    await save(scene, contactInfo, null);
    expectEqual((await load(scene))?.contactInfo, contactInfo, 'the contact information');
  },

  async 'a field that is left out of a save is gone'(scene) {
    const { revision } = await save(scene, sampleContactInfo, null);
    await save(scene, { operationalSupport: sampleHours }, revision);
    expectEqual((await load(scene))?.contactInfo, { operationalSupport: sampleHours }, 'the contact information');
  },

  async 'keys that nobody defined survive'(scene) {
    const contactInfo = { ...named('first'), hostField: { nested: [1, 2.5, -0.25, true, false, null, 'text', {}, []] }, 'a key, with: punctuation': 'x' };
    await save(scene, contactInfo, null);
    expectEqual((await load(scene))?.contactInfo, contactInfo, 'the contact information');
  },

  async 'keys that nobody defined survive within contacts and schedules'(scene) {
    const contactInfo = {
      technicalEmergencyContacts: [{ email: 'oncall@example.com', pager: { id: 7 } }],
      operationalSupport: { ...sampleHours, note: 'x', schedules: [{ ...sampleHours.schedules[0], colour: 'teal' }] },
    };
    await save(scene, contactInfo, null);
    expectEqual((await load(scene))?.contactInfo, contactInfo, 'the contact information');
  },

  async 'text is kept to the character'(scene) {
    const texts = ['  spaces  ', 'José e\u0301 é', '日本語', 'עברית \u200f', '👩‍👩‍👧‍👦', 'line\r\nbreak\ttab', `quote ' " \\ \` $1 ; --`, '<b>&amp;</b>', '\ufeffmark', ''];
    const contactInfo = { technicalEmergencyContacts: texts.map((name, index) => ({ email: `p${index}@example.com`, name })) };
    await save(scene, contactInfo, null);
    expectEqual((await load(scene))?.contactInfo, contactInfo, 'the contact information');
  },

  async 'lists keep their order and length'(scene) {
    const contactInfo = { technicalEmergencyContacts: Array.from({ length: 500 }, (_, index) => ({ email: `person${(index * 7919) % 500}@example.com` })) };
    await save(scene, contactInfo, null);
    expectEqual((await load(scene))?.contactInfo, contactInfo, 'the contact information');
  },

  async 'what was handed in can be changed afterwards without changing the store'(scene) {
    const contactInfo = { technicalEmergencyContacts: [{ email: 'oncall@example.com', name: 'before' }] };
    await save(scene, contactInfo, null);
    contactInfo.technicalEmergencyContacts[0].name = 'after';
    expectEqual((await load(scene))?.contactInfo, named('before'), 'the contact information');
  },

  async 'what was handed in can be changed while the save is under way'(scene) {
    const first = await save(scene, named('first'), null);
    const contactInfo = { technicalEmergencyContacts: [{ email: 'oncall@example.com', name: 'before' }] };
    const saving = save(scene, contactInfo, first.revision);
    // A turn later: what wraps the adapter may begin with one.
    await Promise.resolve();
    contactInfo.technicalEmergencyContacts[0].name = 'after';
    expectEqual((await saving).contactInfo, named('before'), 'the acknowledged contact information');
    expectEqual((await load(scene))?.contactInfo, named('before'), 'the contact information');
  },

  async 'what was handed out can be changed without changing the store'(scene) {
    const saved = await save(scene, named('before'), null);
    (saved.contactInfo.technicalEmergencyContacts as { name: string }[])[0].name = 'after';
    const loaded = await load(scene);
    expectEqual(loaded?.contactInfo, named('before'), 'the contact information');
    (loaded!.contactInfo.technicalEmergencyContacts as { name: string }[])[0].name = 'after';
    expectEqual((await load(scene))?.contactInfo, named('before'), 'the contact information');
  },

  async 'what a conflict hands out can be changed without changing the store'(scene) {
    await save(scene, named('before'), null);
    const { current } = await expectRefusal(save(scene, named('second'), null), 'conflict', 'the save');
    ((current as ContactInfoRecord).contactInfo.technicalEmergencyContacts as { name: string }[])[0].name = 'after';
    expectEqual((await load(scene))?.contactInfo, named('before'), 'the contact information');
  },

  async 'a load that was aborted before it began rejects with an AbortError'({ adapter, accountId }) {
    await expectAbort(adapter.loadContactInfo({ accountId, signal: AbortSignal.abort() }), 'the load');
  },

  async 'a save that was aborted before it began writes nothing'(scene) {
    const { adapter, accountId } = scene;
    await expectAbort(adapter.saveContactInfo({ accountId, signal: AbortSignal.abort(), contactInfo: named('x'), baseRevision: null }), 'the save');
    expectEqual(await load(scene), null, 'the record');
  },

  async 'an abort is an AbortError, whatever its reason'(scene) {
    const { adapter, accountId } = scene;
    for (const reason of ['a reason', new Error('a reason'), null]) {
      await expectAbort(adapter.loadContactInfo({ accountId, signal: AbortSignal.abort(reason) }), `a load aborted with ${String(reason)}`);
      await expectAbort(adapter.saveContactInfo({ accountId, signal: AbortSignal.abort(reason), contactInfo: named('x'), baseRevision: null }), `a save aborted with ${String(reason)}`);
    }
    expectEqual(await load(scene), null, 'the record');
  },

  async 'a save that is aborted under way is acknowledged, or rejects with an AbortError'(scene) {
    const { adapter, accountId } = scene;
    const controller = new AbortController();
    const saving = adapter.saveContactInfo({ accountId, signal: controller.signal, contactInfo: named('x'), baseRevision: null });
    controller.abort('a reason');
    const outcome = await saving.then((record) => ({ record }), (error: unknown) => ({ error }));
    if ('error' in outcome) await expectAbort(Promise.reject(outcome.error as Error), 'the save');
    else expectEqual(await load(scene), outcome.record, 'the record');
  },

  async 'an abort after the acknowledgement changes nothing'(scene) {
    const { adapter, accountId } = scene;
    const controller = new AbortController();
    const saved = await adapter.saveContactInfo({ accountId, signal: controller.signal, contactInfo: named('x'), baseRevision: null });
    controller.abort();
    expectEqual(await adapter.loadContactInfo({ accountId, signal: signal() }), saved, 'the record');
  },
};
