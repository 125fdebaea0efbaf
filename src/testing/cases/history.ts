import type { HistoryPage } from '../../ports/persistence-adapter.js';
import { save, signal, type Where } from '../actions.js';
import type { CaseTable } from '../conformance-case.js';
import { expectEqual, expectTrue } from '../expectations.js';
import { named, sampleContacts } from '../samples.js';

function history({ adapter, accountId }: Where, cursor?: string, limit?: number): Promise<HistoryPage> {
  expectTrue(adapter.loadHistory, 'an adapter that claims `history` to have it');
  return adapter.loadHistory({ accountId, signal: signal(), cursor, limit });
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

  async 'a save that was refused is no entry'(scene) {
    await save(scene, named('first'), null);
    await save(scene, named('second'), null).catch(() => undefined);
    expectEqual((await history(scene)).entries.length, 1, 'the number of entries');
  },

  async 'pages hold every entry once, in order'(scene) {
    const revisions: string[] = [];
    for (let index = 0; index < 7; index += 1) revisions.unshift((await save(scene, named(String(index)), revisions[0] ?? null)).revision);
    const read: string[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 10; pages += 1) {
      const page = await history(scene, cursor, 3);
      read.push(...page.entries.map(({ revision }) => revision));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expectEqual(read, revisions, 'the revisions');
  },

  async 'a save between two pages neither repeats nor drops an entry'(scene) {
    const revisions: string[] = [];
    for (let index = 0; index < 4; index += 1) revisions.unshift((await save(scene, named(String(index)), revisions[0] ?? null)).revision);
    const first = await history(scene, undefined, 2);
    await save(scene, named('meanwhile'), revisions[0]);
    const second = await history(scene, first.nextCursor!, 2);
    expectEqual([...first.entries, ...second.entries].map(({ revision }) => revision), revisions, 'the revisions');
  },

  async 'the history of one account is not another’s'(scene) {
    await save(scene, named('first'), null);
    expectEqual((await history({ ...scene, accountId: 'other' })).entries, [], 'the other history');
  },
};
