import type { ContactInfoRecord } from '../../domain/contact-info.js';
import type { HistoryEntry, HistoryPage } from '../../ports/persistence-adapter.js';
import { elsewhere, save, signal, type Where } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectAbort, expectEqual, expectRefusal, expectTrue, UnmetExpectation } from '../expectations.js';
import { named, sampleContactInfo, sampleContacts } from '../samples.js';

function history({ adapter, accountId }: Where, cursor?: string, limit?: number): Promise<HistoryPage> {
  expectTrue(adapter.loadHistory, 'an adapter that claims `history` to have it');
  return adapter.loadHistory({ accountId, signal: signal(), cursor, limit });
}

/** Saves that many records, one after another; newest first. */
async function saved(where: Where, count: number): Promise<ContactInfoRecord[]> {
  const records: ContactInfoRecord[] = [];
  for (let index = 0; index < count; index += 1) records.unshift(await save(where, named(String(index)), records[0]?.revision ?? null));
  return records;
}

/** Every page, one after another. Stops a cursor that never ends. */
async function everyEntry(where: Where, limit: number, betweenPages?: () => Promise<unknown>): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 50; pages += 1) {
    const page = await history(where, cursor, limit);
    entries.push(...page.entries);
    if (page.nextCursor === null) return entries;
    cursor = page.nextCursor;
    await betweenPages?.();
  }
  throw new UnmetExpectation('Expected the pages to end.');
}

const revisionsOf = (list: readonly { revision: string }[]) => list.map(({ revision }) => revision);

/** An adapter need not tell before and after; where it does, it is the truth. */
function expectValues(entry: HistoryEntry, before: ContactInfoRecord['contactInfo'] | undefined, after: ContactInfoRecord['contactInfo'], which: string): void {
  if (entry.before !== undefined) expectEqual(entry.before, before, `what was stored before ${which}`);
  if (entry.after !== undefined) expectEqual(entry.after, after, `what ${which} stored`);
}

/** Who changed what, when; newest first. */
export const historyCases: CaseTable = {
  async 'an account that nothing was stored for has no history'(scene) {
    expectEqual(await history(scene), { entries: [], nextCursor: null }, 'the history');
  },

  async 'every save is an entry, newest first'(scene) {
    const first = await save(scene, named('first'), null);
    const second = await save(scene, named('second'), first.revision);
    const { entries } = await history(scene);
    expectEqual(entries.map(({ revision }) => revision), [second.revision, first.revision], 'the revisions');
    expectEqual(entries.map(({ at }) => at), [second.updatedAt, first.updatedAt], 'the instants');
  },

  async 'an entry names the keys that changed, and no others'(scene) {
    const first = await save(scene, { technicalEmergencyContacts: sampleContacts, kept: 1, dropped: 1 }, null);
    await save(scene, { technicalEmergencyContacts: sampleContacts.slice(1), kept: 1, added: 1 }, first.revision);
    const { entries: [newest, oldest] } = await history(scene);
    expectEqual([...newest.changedKeys].sort(), ['added', 'dropped', 'technicalEmergencyContacts'], 'the keys of the second save');
    expectEqual([...oldest.changedKeys].sort(), ['dropped', 'kept', 'technicalEmergencyContacts'], 'the keys of the first save');
  },

  async 'a save that changes no value names no key'(scene) {
    const first = await save(scene, sampleContactInfo, null);
    await save(scene, sampleContactInfo, first.revision);
    const { entries: [newest] } = await history(scene);
    expectEqual(newest.changedKeys, [], 'the keys of the second save');
  },

  async 'what an entry tells of before and after is what was stored'(scene) {
    const first = await save(scene, sampleContactInfo, null);
    const second = await save(scene, { ...named('second'), kept: { deep: [1, { a: null }] } }, first.revision);
    await save(scene, named('third'), second.revision);
    const { entries: [third, middle, oldest] } = await history(scene);
    expectValues(third, second.contactInfo, named('third'), 'the third save');
    expectValues(middle, first.contactInfo, second.contactInfo, 'the second save');
    expectValues(oldest, undefined, first.contactInfo, 'the first save');
  },

  async 'the author of an entry is the author of its record'(scene) {
    const other = await elsewhere(scene, { viewer: { id: 'somebody', role: 'administrator' } });
    const first = await save(scene, named('first'), null);
    const second = await save(other, named('second'), first.revision);
    const { entries } = await history(other);
    expectEqual(entries.map(({ by }) => by?.id), [second.updatedBy?.id, first.updatedBy?.id], 'the authors');
  },

  async 'another tab or machine reads the same history'(scene) {
    await saved(scene, 3);
    expectEqual(await history(await elsewhere(scene)), await history(scene), 'the history');
  },

  async 'a save that was refused is no entry'(scene) {
    await save(scene, named('first'), null);
    await save(scene, named('second'), null).catch(() => undefined);
    expectEqual((await history(scene)).entries.length, 1, 'the number of entries');
  },

  async 'pages hold every entry once, in order'(scene) {
    const records = await saved(scene, 7);
    for (const limit of [1, 3, 7]) expectEqual(revisionsOf(await everyEntry(scene, limit)), revisionsOf(records), `the revisions in pages of ${limit}`);
  },

  async 'a page has no more entries than its limit'(scene) {
    await saved(scene, 4);
    for (const limit of [1, 3]) {
      const { entries, nextCursor } = await history(scene, undefined, limit);
      expectTrue(entries.length > 0 && entries.length <= limit, `a page of at most ${limit} entries, not of ${entries.length}`);
      expectTrue(nextCursor !== null, 'a cursor where there is more');
    }
    expectEqual((await history(scene, undefined, 100)).nextCursor, null, 'the cursor where there is no more');
  },

  async 'a save between two pages neither repeats nor drops an entry'(scene) {
    const records = await saved(scene, 6);
    let [{ revision }] = records;
    const entries = await everyEntry(scene, 2, async () => {
      ({ revision } = await save(scene, named('meanwhile'), revision));
    });
    expectEqual(revisionsOf(entries), revisionsOf(records), 'the revisions');
  },

  async 'the history of one account is not another’s'(scene) {
    const other: Scene = { ...scene, accountId: 'other' };
    await saved(scene, 3);
    expectEqual((await history(other)).entries, [], 'the other history');
    const theirs = await save(other, named('theirs'), null);
    expectEqual(revisionsOf((await history(other)).entries), [theirs.revision], 'the other history');
    expectEqual((await history(scene)).entries.length, 3, 'the number of entries');
  },

  async 'entries that are handed out can be changed without changing the store'(scene) {
    await save(scene, sampleContactInfo, null);
    const { entries: [entry] } = await history(scene);
    entry.changedKeys.length = 0;
    Object.assign(entry.after ?? {}, { technicalEmergencyContacts: [] });
    const { entries: [again] } = await history(scene);
    expectTrue(again.changedKeys.length > 0, 'the entry to name its keys as before');
    expectValues(again, undefined, sampleContactInfo, 'the save');
  },

  async 'an abort of a request for history is an AbortError, whatever its reason'(scene) {
    const { adapter, accountId } = scene;
    expectTrue(adapter.loadHistory, 'an adapter that claims `history` to have it');
    await expectAbort(adapter.loadHistory({ accountId, signal: AbortSignal.abort(new Error('another reason')) }), 'a request that was aborted');
  },

  async 'the history of an account whose id cannot be one is refused'(scene) {
    await expectRefusal(history({ ...scene, accountId: '..' }), 'invalid', 'the account ..');
  },
};
