import type { ContactInfoRecord } from '../../domain/contact-info.js';
import { isPersistenceError, type PersistenceError } from '../../ports/persistence-error.js';
import { elsewhere, load, save, type Where } from '../actions.js';
import type { CaseTable } from '../conformance-case.js';
import { expectEqual, expectRefusal, expectTrue } from '../expectations.js';
import { named } from '../samples.js';

/** Saves from the same revision at the same time: exactly one wins, and everybody else learns of it. */
async function race(contenders: Where[], baseRevision: string | null): Promise<ContactInfoRecord> {
  const outcomes = await Promise.allSettled(contenders.map((where, index) => save(where, named(`contender ${index}`), baseRevision)));
  const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expectEqual(won.length, 1, 'the number of saves that won');
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    const error: unknown = outcome.reason;
    expectTrue(isPersistenceError(error) && error.code === 'conflict', `a loser to be told of the conflict, not ${String(error)}`);
    expectEqual((error as PersistenceError).current, won[0], 'the record that the conflict tells of');
  }
  expectEqual(await load(contenders[0]), won[0], 'the record');
  return won[0];
}

export const concurrencyCases: CaseTable = {
  async 'every save changes the revision'(scene) {
    const revisions = new Set<string>();
    let revision: string | null = null;
    for (let index = 0; index < 20; index += 1) {
      ({ revision } = await save(scene, named(String(index % 2)), revision));
      revisions.add(revision);
    }
    expectEqual(revisions.size, 20, 'the number of revisions');
  },

  async 'a save that changes no value changes the revision'(scene) {
    const first = await save(scene, named('same'), null);
    const second = await save(scene, named('same'), first.revision);
    expectTrue(first.revision !== second.revision, 'another revision');
  },

  async 'a load changes no revision'(scene) {
    const { revision } = await save(scene, named('first'), null);
    await load(scene);
    expectEqual((await load(scene))?.revision, revision, 'the revision');
  },

  async 'a save that takes the account for new is refused where a record is, and told of it'(scene) {
    const first = await save(scene, named('first'), null);
    const error = await expectRefusal(save(scene, named('second'), null), 'conflict', 'the save');
    expectEqual(error.current, first, 'the current record');
    expectEqual(await load(scene), first, 'the record');
  },

  async 'a save from a revision that is no longer current is refused, and told of the current one'(scene) {
    const first = await save(scene, named('first'), null);
    const second = await save(scene, named('second'), first.revision);
    const error = await expectRefusal(save(scene, named('third'), first.revision), 'conflict', 'the save');
    expectEqual(error.current, second, 'the current record');
    expectEqual(await load(scene), second, 'the record');
  },

  async 'a save from a revision is refused where nothing is stored'(scene) {
    const error = await expectRefusal(save(scene, named('first'), 'made-up'), 'conflict', 'the save');
    expectEqual(error.current, null, 'the current record');
    expectEqual(await load(scene), null, 'the record');
  },

  async 'a save from a revision that never was is refused'(scene) {
    const first = await save(scene, named('first'), null);
    for (const revision of ['', '*', 'null', `${first.revision}x`, `W/${first.revision}`]) {
      await expectRefusal(save(scene, named('second'), revision), 'conflict', `the save from ${JSON.stringify(revision)}`);
    }
    expectEqual(await load(scene), first, 'the record');
  },

  async 'going back to an older value does not bring back its revision'(scene) {
    const first = await save(scene, named('one'), null);
    const second = await save(scene, named('other'), first.revision);
    const third = await save(scene, named('one'), second.revision);
    await expectRefusal(save(scene, named('late'), first.revision), 'conflict', 'the save from the first revision');
    expectEqual(await load(scene), third, 'the record');
  },

  async 'another one’s save is a conflict too'(scene) {
    const other = await elsewhere(scene);
    const first = await save(scene, named('first'), null);
    const second = await save(other, named('second'), first.revision);
    const error = await expectRefusal(save(scene, named('third'), first.revision), 'conflict', 'the save');
    expectEqual(error.current, second, 'the current record');
  },

  async 'after a conflict the current record can be saved over'(scene) {
    await save(scene, named('first'), null);
    const { current } = await expectRefusal(save(scene, named('second'), null), 'conflict', 'the save');
    const resolved = await save(scene, named('resolved'), current!.revision);
    expectEqual(await load(scene), resolved, 'the record');
  },

  async 'of two first saves one wins'(scene) {
    await race([scene, scene], null);
  },

  async 'of two saves from one revision one wins'(scene) {
    const { revision } = await save(scene, named('first'), null);
    await race([scene, scene], revision);
  },

  async 'of two first saves in two tabs one wins'(scene) {
    await race([scene, await elsewhere(scene)], null);
  },

  async 'of two saves in two tabs one wins'(scene) {
    const { revision } = await save(scene, named('first'), null);
    await race([scene, await elsewhere(scene)], revision);
  },

  async 'of ten saves in ten tabs one wins, ten times over'(scene) {
    const tabs = await Promise.all(Array.from({ length: 10 }, () => elsewhere(scene)));
    let revision: string | null = null;
    for (let round = 0; round < 10; round += 1) ({ revision } = await race(tabs, revision));
  },

  async 'retrying on every conflict loses no change'(scene) {
    const tabs = await Promise.all(Array.from({ length: 5 }, () => elsewhere(scene)));
    await Promise.all(tabs.map(async (tab, index) => {
      for (let done = false; !done;) {
        const current = await load(tab);
        const contactInfo = { ...current?.contactInfo, [`key${index}`]: index };
        done = await save(tab, contactInfo, current?.revision ?? null).then(() => true, () => false);
      }
    }));
    expectEqual((await load(scene))?.contactInfo, { key0: 0, key1: 1, key2: 2, key3: 3, key4: 4 }, 'the contact information');
  },

  async 'saves of two accounts do not conflict'({ adapter }) {
    const accounts = ['one', 'two', 'three'].map((accountId) => ({ adapter, accountId }));
    const saved = await Promise.all(accounts.map((where) => save(where, named(where.accountId), null)));
    for (const [index, where] of accounts.entries()) expectEqual(await load(where), saved[index], `the record of ${where.accountId}`);
  },

  async 'a revision of one account is none of another'({ adapter }) {
    const one = { adapter, accountId: 'one' };
    const other = { adapter, accountId: 'other' };
    const { revision } = await save(one, named('one'), null);
    await expectRefusal(save(other, named('other'), revision), 'conflict', 'the save');
    expectEqual(await load(other), null, 'the record');
  },
};
