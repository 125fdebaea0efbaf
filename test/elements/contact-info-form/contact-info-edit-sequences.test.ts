import { expect } from 'chai';
import fc from 'fast-check';
import { valueOf, type ContactInfo, type ContactInfoRecord } from '../../../src/domain/contact-info.js';
import { isEqualJson } from '../../../src/domain/equal.js';
import { changedKeys } from '../../../src/domain/merge-contact-info.js';
import {
  acknowledge, discardEdit, dirtyKeys, hasConflicts, receiveRecord, reopenConflict, resolveConflict, setValue, startEdit, type ContactInfoEdit,
} from '../../../src/elements/contact-info-form/contact-info-edit.js';
import { tries } from '../../support/tries.js';

/*
 * A person, a colleague and a store that compares and sets, in any order: typing, saves of either, news of them that come
 * late or never, choices and second thoughts. Beside the edit the test keeps books of what the person wanted and has seen.
 */

type Step =
  | { do: 'type'; key: string; value: unknown }
  | { do: 'colleague'; key: string; value: unknown }
  | { do: 'hear' } | { do: 'send' } | { do: 'answer' } | { do: 'discard' }
  | { do: 'choose'; key: string; choice: 'mine' | 'theirs' }
  | { do: 'reopen'; key: string };

const keys = ['a', 'b', '__proto__', 'constructor'];
const key = fc.constantFrom(...keys);
const value = fc.constantFrom<unknown>(undefined, [], ['x'], ['y'], ['x', 'y']);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), key, value }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('colleague' as const), key, value }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('hear' as const, 'send' as const, 'answer' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('choose' as const), key, choice: fc.constantFrom('mine' as const, 'theirs' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const), key }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('discard' as const) }) },
);
const info: fc.Arbitrary<ContactInfo> = fc.array(fc.tuple(key, value), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries.filter(([, one]) => one !== undefined)));

const put = (values: ContactInfo, name: string, one: unknown): ContactInfo =>
  Object.fromEntries([...Object.entries(values).filter(([other]) => other !== name), ...(one === undefined ? [] : [[name, one]])]);
/** An empty list and nothing at all look the same, and are. */
const text = (one: unknown) => (Array.isArray(one) && one.length === 0 ? undefined : JSON.stringify(one)) ?? 'nothing';

class Play {
  edit: ContactInfoEdit;
  #store: ContactInfoRecord;
  #sent: { contactInfo: ContactInfo; baseRevision: string | null } | undefined;
  /** What the person typed, or took, and has not got rid of, by key. */
  readonly #wanted = new Map<string, unknown>();
  /** Values that the person was shown, by key. */
  readonly #seen = new Map<string, Set<string>>();

  constructor(stored: ContactInfo) {
    this.#store = { contactInfo: stored, revision: '0', updatedAt: '' };
    this.edit = startEdit(this.#store);
    this.#look();
  }

  take(one: Step): void {
    const { edit } = this;
    if (one.do === 'type') {
      this.edit = setValue(edit, one.key, one.value);
      this.#wanted.set(one.key, one.value);
    } else if (one.do === 'colleague') {
      this.#write(put(this.#store.contactInfo, one.key, one.value), 'Ana');
    } else if (one.do === 'hear') {
      // What the form reads while it is saving it leaves to the answer.
      if (!this.#sent) this.#receive();
    } else if (one.do === 'send') {
      if (!this.#sent && !hasConflicts(edit)) this.#sent = { contactInfo: edit.current, baseRevision: edit.revision };
    } else if (one.do === 'answer') {
      this.#answer();
    } else if (one.do === 'choose') {
      if (one.choice === 'theirs' && Object.hasOwn(edit.conflicts, one.key)) this.#wanted.set(one.key, edit.conflicts[one.key].theirs);
      this.edit = resolveConflict(edit, one.key, one.choice);
    } else if (one.do === 'reopen') {
      if (Object.hasOwn(edit.chosen, one.key) && edit.chosen[one.key].choice === 'theirs') this.#wanted.set(one.key, edit.chosen[one.key].mine);
      this.edit = reopenConflict(edit, one.key);
    } else {
      this.edit = discardEdit(edit);
      this.#wanted.clear();
    }
    this.#look();
  }

  #write(contactInfo: ContactInfo, by: string): void {
    const revision = String(Number(this.#store.revision) + 1);
    this.#store = { contactInfo, revision, updatedAt: revision, updatedBy: { id: by, name: by } };
  }

  /** Where the person has what the store had, they follow it; they took what is theirs, and go on with it. */
  #receive(): void {
    const before = this.edit;
    this.edit = receiveRecord(before, this.#store);
    for (const name of keys) {
      if (text(valueOf(before.current, name)) === text(valueOf(before.stored, name))) this.#wanted.delete(name);
    }
  }

  #answer(): void {
    const sent = this.#sent;
    if (!sent) return;
    this.#sent = undefined;
    if (sent.baseRevision !== this.#store.revision) {
      this.#receive();
      return;
    }
    const before = this.#store.contactInfo;
    for (const name of changedKeys(before, sent.contactInfo)) {
      expect(this.#seen.get(name)?.has(text(valueOf(before, name))), `${name}: ${text(valueOf(before, name))} was saved over unseen`).to.equal(true);
    }
    this.#write(sent.contactInfo, 'me');
    this.edit = acknowledge(this.edit, sent.contactInfo, this.#store);
    for (const name of keys) {
      if (text(valueOf(sent.contactInfo, name)) === text(valueOf(this.edit.current, name))) this.#wanted.delete(name);
    }
  }

  /** What is on the screen is seen: every value, and both sides of every conflict. */
  #look(): void {
    const { current, conflicts } = this.edit;
    for (const name of keys) {
      const seen = this.#seen.get(name) ?? new Set();
      this.#seen.set(name, seen.add(text(valueOf(current, name))));
      if (Object.hasOwn(conflicts, name)) seen.add(text(conflicts[name].theirs));
    }
  }

  check(): void {
    const { stored, current, conflicts, chosen } = this.edit;
    for (const [name, wanted] of this.#wanted) {
      expect(text(valueOf(current, name)) === text(wanted), `${name} is ${text(valueOf(current, name))}, and ${text(wanted)} was wanted`).to.equal(true);
    }
    for (const [name, { theirs, base }] of Object.entries(conflicts)) {
      expect(text(theirs), `${name}: theirs is what is stored`).to.equal(text(valueOf(stored, name)));
      expect(isEqualJson(theirs, valueOf(current, name)), `${name}: both agree, and there is nothing to choose`).to.equal(false);
      expect(isEqualJson(theirs, base), `${name}: they changed nothing`).to.equal(false);
      expect(Object.hasOwn(chosen, name), `${name}: chosen and open`).to.equal(false);
    }
    for (const [name, { theirs, mine, choice }] of Object.entries(chosen)) {
      expect(text(theirs), `${name}: theirs is what is stored`).to.equal(text(valueOf(stored, name)));
      expect(text(theirs) === text(valueOf(current, name)), `${name}: ${choice} is what is shown`).to.equal(choice === 'theirs');
      expect(isEqualJson(theirs, mine), `${name}: both agree, and there was nothing to choose`).to.equal(false);
    }
    expect(Object.values(current)).not.to.include(undefined);
  }
}

describe('contact info edit, in any order of events', () => {
  const options = { numRuns: tries(10_000, { needsPage: true }), seed: 20261125 };

  it('never replaces mine without a choice, and never saves over theirs unseen', () => {
    fc.assert(fc.property(info, fc.array(step, { maxLength: 30 }), (stored, steps) => {
      const play = new Play(stored);
      for (const one of steps) {
        play.take(one);
        play.check();
      }
    }), options);
  });

  it('comes to rest: once everything is heard, chosen and saved, store and screen agree', () => {
    fc.assert(fc.property(info, fc.array(step, { maxLength: 20 }), fc.constantFrom('mine' as const, 'theirs' as const), (stored, steps, choice) => {
      const play = new Play(stored);
      for (const one of [...steps, { do: 'answer' } as const, { do: 'hear' } as const]) play.take(one);
      for (const one of keys) play.take({ do: 'choose', key: one, choice });
      for (const one of [{ do: 'send' }, { do: 'answer' }] as const) play.take(one);
      expect(dirtyKeys(play.edit)).to.deep.equal([]);
      expect([play.edit.conflicts, play.edit.chosen]).to.deep.equal([{}, {}]);
    }), options);
  });

  it('takes every choice back as if it had not been made', () => {
    fc.assert(fc.property(info, fc.array(step, { maxLength: 20 }), fc.constantFrom('mine' as const, 'theirs' as const), (stored, steps, choice) => {
      const play = new Play(stored);
      for (const one of steps) play.take(one);
      for (const one of Object.keys(play.edit.conflicts)) {
        const back = reopenConflict(resolveConflict(play.edit, one, choice), one);
        expect(isEqualJson(back.current, play.edit.current)).to.equal(true);
        expect(isEqualJson(back.conflicts, play.edit.conflicts)).to.equal(true);
        expect(isEqualJson(back.chosen, play.edit.chosen)).to.equal(true);
      }
    }), options);
  });
});

describe('contact info edit: a choice', () => {
  const record = (revision: string, contactInfo: ContactInfo, by: string): ContactInfoRecord => ({ revision, contactInfo, updatedAt: `2026-11-2${revision}`, updatedBy: { id: by, name: by } });
  const disputed = receiveRecord(setValue(startEdit(record('1', { a: 1 }, 'Ana')), 'a', 2), record('2', { a: 3 }, 'Bea'));

  it('is between mine and theirs, and knows what both began with and whose theirs is', () => {
    expect(disputed.conflicts.a).to.deep.equal({ base: 1, theirs: 3, by: 'Bea', at: '2026-11-22' });
    const again = receiveRecord(disputed, record('3', { a: 4 }, 'Cruz'));
    expect(again.conflicts.a).to.deep.equal({ base: 1, theirs: 4, by: 'Cruz', at: '2026-11-23' });
  });

  it('is not needed any more when they took their change back, or I typed the same', () => {
    const back = receiveRecord(disputed, record('3', { a: 1 }, 'Bea'));
    expect([back.current.a, back.conflicts]).to.deep.equal([2, {}]);
    expect(setValue(disputed, 'a', 3).conflicts).to.deep.equal({});
  });

  it('for theirs takes a key away that they took away', () => {
    const gone = receiveRecord(setValue(startEdit(record('1', { a: 1 }, 'Ana')), 'a', 2), record('2', {}, 'Bea'));
    expect(Object.keys(resolveConflict(gone, 'a', 'theirs').current)).to.deep.equal([]);
  });

  it('for mine is asked again when they save something new', () => {
    const kept = resolveConflict(disputed, 'a', 'mine');
    expect(receiveRecord(kept, record('3', { a: 3, b: 1 }, 'Bea')).conflicts).to.deep.equal({});
    const again = receiveRecord(kept, record('3', { a: 4 }, 'Bea'));
    expect(again.conflicts.a).to.include({ base: 3, theirs: 4 });
    expect([again.current.a, again.chosen]).to.deep.equal([2, {}]);
  });

  it('for theirs goes on with theirs, until something else is typed', () => {
    const taken = resolveConflict(disputed, 'a', 'theirs');
    const later = receiveRecord(taken, record('3', { a: 4 }, 'Cruz'));
    expect([later.current.a, later.conflicts]).to.deep.equal([4, {}]);
    expect(reopenConflict(later, 'a').conflicts.a).to.include({ base: 1, theirs: 4, by: 'Cruz' });
    expect(reopenConflict(later, 'a').current.a).to.equal(2);
    expect(setValue(later, 'a', 5).chosen).to.deep.equal({});
  });

  it('of a value that the store made something else of while it was typed on, is asked for too', () => {
    const sent = setValue(startEdit(record('1', { a: 1 }, 'Ana')), 'a', 2);
    const edit = acknowledge(setValue(sent, 'a', 3), sent.current, record('2', { a: 20 }, 'me'));
    expect(edit.current.a).to.equal(3);
    expect(edit.conflicts.a).to.include({ base: 2, theirs: 20 });
  });
});
