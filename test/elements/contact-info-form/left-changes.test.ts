import { expect } from 'chai';
import type { ContactInfoRecord } from '../../../src/domain/contact-info.js';
import { dirtyKeys, receiveRecord, setValue, startEdit } from '../../../src/elements/contact-info-form/contact-info-edit.js';
import { leftChanges, takeUpChanges } from '../../../src/elements/contact-info-form/left-changes.js';

const record = (contactInfo: object, revision = '1'): ContactInfoRecord => ({ contactInfo: { ...contactInfo }, revision, updatedAt: '', updatedBy: { id: 'diego', name: 'Diego' } });

describe('left changes', () => {
  const left = leftChanges(setValue(setValue(startEdit(record({ a: [1], b: [1], c: [1] })), 'a', [2]), 'b', undefined));

  it('are what was changed, with what it was changed from', () => {
    expect(JSON.parse(JSON.stringify(left))).to.deep.equal([{ key: 'a', base: [1], value: [2] }, { key: 'b', base: [1] }]);
  });

  it('come back over the same record as they were', () => {
    const edit = takeUpChanges(startEdit(record({ a: [1], b: [1], c: [1] })), left);
    expect(edit.current).to.deep.equal({ a: [2], c: [1] });
    expect(edit.conflicts).to.deep.equal({});
  });

  it('leave alone what somebody else changed, and what was changed since', () => {
    const edit = takeUpChanges(setValue(startEdit(record({ a: [1], b: [1], c: [9], d: [1] })), 'd', [2]), left);
    expect(edit.current).to.deep.equal({ a: [2], c: [9], d: [2] });
    expect(edit.conflicts).to.deep.equal({});
  });

  it('conflict with what somebody else changed too, differently', () => {
    const edit = takeUpChanges(startEdit(record({ a: [3], c: [1] })), left, 'Diego');
    expect(edit.current.a).to.deep.equal([2]);
    expect(edit.conflicts).to.deep.equal({ a: { base: [1], theirs: [3], by: 'Diego' } });
  });

  it('are nothing where the record says the same by now', () => {
    const edit = takeUpChanges(startEdit(record({ a: [2], c: [1] })), left);
    expect(dirtyKeys(edit)).to.deep.equal([]);
    expect(edit.conflicts).to.deep.equal({});
  });

  it('keep a choice that was not made', () => {
    const contested = leftChanges(receiveRecord(setValue(startEdit(record({ a: [1] })), 'a', [2]), record({ a: [3] }, '2')));
    const again = takeUpChanges(startEdit(record({ a: [3] }, '2')), contested);
    expect([again.current, again.conflicts]).to.deep.equal([{ a: [2] }, { a: { base: [3], theirs: [3], by: undefined } }]);
    expect(takeUpChanges(startEdit(record({ a: [2] }, '3')), contested).conflicts).to.deep.equal({});
  });
});
