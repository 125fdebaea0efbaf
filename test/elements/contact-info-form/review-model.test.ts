import { expect } from 'chai';
import type { ContactInfo } from '../../../src/domain/contact-info.js';
import type { FieldDefinition } from '../../../src/domain/requirements.js';
import { confirmedCount, confirmItems, contactsDue, isOnlyConfirmed, reviewItems } from '../../../src/elements/contact-info-form/health/review-model.js';

const at = new Date(2026, 6, 1, 12);
const today = '2026-07-01';
const old = '2025-01-15';
const field = (key: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({ key, kind: 'contacts', audience: 'internal', requirement: 'required', ...more });
const definitions = [field('b'), field('a'), field('hours', { kind: 'hours' }), field('live', { requirement: [{ requirement: 'required', environments: ['production'] }] })];
const record = (contactInfo: ContactInfo, updatedAt = '2026-06-30T12:00:00Z') => ({ contactInfo, updatedAt, revision: '1' });
const due = (contactInfo: ContactInfo, updatedAt?: string, more: object = {}) =>
  contactsDue(record(contactInfo, updatedAt), { definitions, context: { environment: 'sandbox' }, at, reviewAfterDays: 180, ...more });

describe('contacts due for review', () => {
  it('are those confirmed too long ago, in the order of the fields', () => {
    const contactInfo = { a: [{ email: 'One@a.example', confirmedOn: old }, { email: 'two@a.example', confirmedOn: '2026-06-01' }], b: [{ email: 'b@b.example', confirmedOn: old }] };
    expect(due(contactInfo).map(({ key, address }) => [key, address])).to.deep.equal([['b', 'b@b.example'], ['a', 'one@a.example']]);
  });

  it('are those never confirmed of an old record, and not of a new one', () => {
    const contactInfo = { a: [{ email: 'one@a.example' }] };
    expect(due(contactInfo, '2025-06-01T00:00:00Z')).to.deep.equal([{ key: 'a', address: 'one@a.example', confirmedOn: undefined }]);
    expect(due(contactInfo)).to.deep.equal([]);
  });

  it('are none of a field that is not asked for, cannot be read or holds something else, and none without a record', () => {
    const contact = { email: 'one@a.example', confirmedOn: old };
    expect(due({ live: [contact], hours: [contact], a: { 0: contact }, b: [{ email: 7 }], other: [contact] })).to.deep.equal([]);
    expect(contactsDue(null, { definitions, context: { environment: 'sandbox' }, at, reviewAfterDays: 180 })).to.deep.equal([]);
    expect(due({ a: [contact] }, undefined, { reviewAfterDays: 0 })).to.deep.equal([]);
  });
});

describe('what is asked about', () => {
  const stored: ContactInfo = { a: [{ email: 'one@a.example', confirmedOn: old }, { email: 'two@a.example' }], b: [] };
  const asked = due(stored, '2025-06-01T00:00:00Z');
  const states = (inStore: ContactInfo, inForm: ContactInfo) => reviewItems(asked, inStore, inForm).map(({ index, state }) => `${index} ${state}`);

  it('is marked in the form first, and gone once the store holds it', () => {
    expect(states(stored, stored)).to.deep.equal(['0 due', '1 due']);
    const marked = { ...stored, ...Object.fromEntries(confirmItems(stored, [{ key: 'a', index: 1 }], today)) };
    expect(marked.a).to.deep.equal([{ email: 'one@a.example', confirmedOn: old }, { email: 'two@a.example', confirmedOn: today }]);
    expect(states(stored, marked)).to.deep.equal(['0 due', '1 marked']);
    expect(confirmedCount(asked, stored)).to.equal(0);
    expect(states(marked, marked), 'the other one stays, though its record is new now').to.deep.equal(['0 due']);
    expect(confirmedCount(asked, marked)).to.equal(1);
  });

  it('follows a contact to another place, and not to another address', () => {
    expect(states(stored, { a: [{ email: 'new@a.example' }, { email: 'ONE@a.example', confirmedOn: old }, { email: 'second@a.example' }] })).to.deep.equal(['1 due']);
    expect(states({ a: [] }, stored), 'what a colleague removed is not asked about').to.deep.equal([]);
  });

  it('is confirmed with everything else of the contact kept', () => {
    const values = confirmItems({ a: [{ email: 'one@a.example', future: 1 }, { email: 'two@a.example' }], b: [{ email: 'b@b.example' }] }, [{ key: 'a', index: 0 }, { key: 'a', index: 1 }], today);
    expect([...values]).to.deep.equal([['a', [{ email: 'one@a.example', future: 1, confirmedOn: today }, { email: 'two@a.example', confirmedOn: today }]]]);
  });

  it('is the only change where nothing but days differ', () => {
    expect(isOnlyConfirmed(stored, { ...stored, a: [{ email: 'one@a.example', confirmedOn: today }, { email: 'two@a.example' }] })).to.equal(true);
    expect(isOnlyConfirmed(stored, { ...stored, a: [{ email: 'one@a.example', confirmedOn: today, phone: '+34' }, { email: 'two@a.example' }] })).to.equal(false);
    expect(isOnlyConfirmed(stored, { ...stored, b: [{ email: 'b@b.example' }] })).to.equal(false);
  });
});
