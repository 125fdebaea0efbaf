import { expect } from 'chai';
import fc from 'fast-check';
import type { ContactInfo, ContactInfoRecord } from '../../../src/domain/contact-info.js';
import { isEqualJson } from '../../../src/domain/equal.js';
import { acknowledge, dirtyKeys, discardEdit, findSent, hasConflicts, markSent, receiveRecord, resolveConflict, setValue, startEdit } from '../../../src/elements/contact-info-form/contact-info-edit.js';
import { tries } from '../../support/tries.js';

const record = (revision: string, contactInfo: ContactInfo, by?: string): ContactInfoRecord =>
  ({ revision, contactInfo, updatedAt: '2026-11-24T12:00:00Z', ...(by ? { updatedBy: { id: by, name: by } } : {}) });

describe('contact info edit', () => {
  it('starts clean, is dirty after a change, and clean again after the change back', () => {
    const start = startEdit(record('1', { a: [1] }));
    expect(dirtyKeys(start)).to.deep.equal([]);
    const changed = setValue(start, 'a', [2]);
    expect(dirtyKeys(changed)).to.deep.equal(['a']);
    expect(dirtyKeys(setValue(changed, 'a', [1]))).to.deep.equal([]);
    expect(dirtyKeys(discardEdit(changed))).to.deep.equal([]);
  });

  it('follows what others saved in fields that were not touched', () => {
    const edit = receiveRecord(setValue(startEdit(record('1', { a: 1, b: 1 })), 'a', 2), record('2', { a: 1, b: 9 }));
    expect(edit.current).to.deep.equal({ a: 2, b: 9 });
    expect(edit.revision).to.equal('2');
    expect(hasConflicts(edit)).to.equal(false);
    expect(dirtyKeys(edit)).to.deep.equal(['a']);
  });

  it('keeps both values where both changed the same field, until one is chosen', () => {
    const edit = receiveRecord(setValue(startEdit(record('1', { a: 1 })), 'a', 2), record('2', { a: 3 }, 'Ana'));
    expect(edit.current.a).to.equal(2);
    expect(edit.conflicts).to.deep.equal({ a: { base: 1, theirs: 3, by: 'Ana', at: '2026-11-24T12:00:00Z' } });
    expect(resolveConflict(edit, 'a', 'theirs').current.a).to.equal(3);
    const mine = resolveConflict(edit, 'a', 'mine');
    expect(mine.current.a).to.equal(2);
    expect(hasConflicts(mine)).to.equal(false);
    expect(dirtyKeys(mine)).to.deep.equal(['a']);
  });

  it('keeps a conflict open while others go on saving, with their newest value', () => {
    const first = receiveRecord(setValue(startEdit(record('1', { a: 1, b: 1 })), 'a', 2), record('2', { a: 3, b: 1 }));
    expect(receiveRecord(first, record('3', { a: 3, b: 5 })).conflicts).to.have.property('a');
    expect(receiveRecord(first, record('3', { a: 4, b: 1 })).conflicts.a.theirs).to.equal(4);
    expect(hasConflicts(receiveRecord(first, record('3', { a: 2, b: 1 })))).to.equal(false);
  });

  it('is the same edit when the store has nothing new', () => {
    const edit = setValue(startEdit(record('1', { a: 1 })), 'a', 2);
    expect(receiveRecord(edit, record('1', { a: 1 }))).to.equal(edit);
  });

  it('keeps what was typed while a save was under way, and calls it unsaved', () => {
    const sent = setValue(startEdit(record('1', { a: 1 })), 'a', 2);
    const typedOn = setValue(sent, 'a', 3);
    const edit = acknowledge(typedOn, sent.current, record('2', { a: 2 }));
    expect(edit.current.a).to.equal(3);
    expect(dirtyKeys(edit)).to.deep.equal(['a']);
    expect(dirtyKeys(acknowledge(sent, sent.current, record('2', { a: 2 })))).to.deep.equal([]);
  });

  it('takes what the store holds of what was sent from here for nobody else’s change', () => {
    const sent = setValue(startEdit(record('1', { a: 1, b: 1 })), 'a', 2);
    const unheard = setValue(markSent(sent), 'a', 3);
    const found = receiveRecord(unheard, record('2', { a: 2, b: 5 }));
    expect([found.current, hasConflicts(found), dirtyKeys(found)]).to.deep.equal([{ a: 3, b: 5 }, false, ['a']]);
    expect(hasConflicts(receiveRecord(unheard, record('2', { a: 4, b: 1 })))).to.equal(true);
    expect(findSent(unheard, record('2', { a: 2, b: 1 }))).to.deep.equal({ a: 2, b: 1 });
    expect([findSent(unheard, record('1', { a: 1, b: 1 })), findSent(unheard, record('2', { a: 2, b: 5 })), findSent(unheard, null)]).to.deep.equal([undefined, undefined, undefined]);
  });

  it('follows the store where it goes back to what was sent along and never changed here', () => {
    const sent = markSent(setValue(startEdit(record('1', { a: 1, b: 1 })), 'a', 2));
    const followed = receiveRecord(sent, record('2', { a: 1, b: 5 }));
    expect(receiveRecord(followed, record('3', { a: 1, b: 1 })).current).to.deep.equal({ a: 2, b: 1 });
    expect(receiveRecord(setValue(followed, 'b', 7), record('3', { a: 1, b: 1 })).conflicts).to.have.property('b');
  });

  it('calls it no change to empty what was never filled in, and no conflict to have emptied it both', () => {
    const emptied = setValue(setValue(startEdit(record('1', { b: 1 })), 'a', ['x']), 'a', []);
    expect(dirtyKeys(emptied)).to.deep.equal([]);
    const filled = setValue(startEdit(record('1', {})), 'a', ['x']);
    expect(receiveRecord(filled, record('2', { a: [] })).conflicts).to.deep.equal({});
  });

  it('asks nothing any more once mine was made the same as theirs', () => {
    const conflict = receiveRecord(setValue(startEdit(record('1', { a: 1 })), 'a', 2), record('2', { a: 3 }));
    expect(hasConflicts(setValue(conflict, 'a', 3))).to.equal(false);
    expect(hasConflicts(setValue(conflict, 'a', 4))).to.equal(true);
  });

  it('never loses what the person has, whatever others save in between', () => {
    const info = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 3 }));
    fc.assert(fc.property(info, info, fc.array(info, { maxLength: 4 }), (stored, mine, others) => {
      let edit = Object.entries(mine).reduce((one, [key, value]) => setValue(one, key, value), startEdit(record('0', stored)));
      const touched = dirtyKeys(edit);
      const before = edit.current;
      others.forEach((theirs, index) => (edit = receiveRecord(edit, record(`${index + 1}`, theirs))));
      for (const key of touched) {
        const kept = isEqualJson(edit.current[key], before[key]);
        const sameAsStored = others.some((theirs) => isEqualJson(theirs[key], before[key]));
        expect(kept || sameAsStored, key).to.equal(true);
      }
    }), { numRuns: tries(2_000, { needsPage: true }), seed: 20261124 });
  });
});
