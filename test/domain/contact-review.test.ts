import { expect } from 'chai';
import { adviseContactInfo } from '../../src/domain/advise-contact-info.js';
import { confirmationAge, confirmContact, overdueAge, withAddress } from '../../src/domain/contact-review.js';
import { localDateOf } from '../../src/domain/local-date.js';

const at = new Date(2026, 6, 1, 12);
const old = '2025-12-01T09:00:00Z';
const contact = { email: 'oncall@acme.example', name: 'On call' };
const review = { at, reviewAfterDays: 180 };

describe('confirmationAge', () => {
  it('counts the days of the calendar here since the contact was confirmed', () => {
    expect(confirmationAge({ ...contact, confirmedOn: '2026-06-30' }, old, at)).to.deep.equal({ days: 1, confirmedOn: '2026-06-30' });
    expect(confirmationAge({ ...contact, confirmedOn: '2026-07-01' }, old, new Date(2026, 6, 1, 23, 59))).to.deep.equal({ days: 0, confirmedOn: '2026-07-01' });
    expect(confirmationAge({ ...contact, confirmedOn: '2026-07-01' }, old, new Date(2026, 6, 2, 0, 1))).to.deep.equal({ days: 1, confirmedOn: '2026-07-01' });
  });

  it('goes by the record where the contact was never confirmed, or on no day that exists', () => {
    for (const confirmedOn of [undefined, '', 'yesterday', '2026-02-30', '2026-13-45', '01/02/2020']) {
      expect(confirmationAge({ ...contact, confirmedOn }, '2026-06-21T12:00:00Z', new Date('2026-07-01T12:00:00Z')), confirmedOn).to.deep.equal({ days: 10 });
    }
  });

  it('knows nothing where the record does not say when it was saved either', () => {
    for (const updatedAt of [undefined, '', 'some day', '1970-01-01T00:00:00.000Z']) expect(confirmationAge(contact, updatedAt, at), updatedAt).to.equal(null);
    expect(confirmationAge({ ...contact, confirmedOn: '2020-01-01' }, old, new Date(NaN))).to.equal(null);
  });
});

describe('overdueAge', () => {
  it('is due from that many days on, and not while the day is to come', () => {
    expect(overdueAge({ ...contact, confirmedOn: '2026-01-03' }, review)).to.equal(null);
    expect(overdueAge({ ...contact, confirmedOn: '2026-01-02' }, review)).to.deep.equal({ days: 180, confirmedOn: '2026-01-02' });
    expect(overdueAge({ ...contact, confirmedOn: '2027-01-01' }, { ...review, updatedAt: old })).to.equal(null);
  });

  it('is due where it was never confirmed and the record is as old', () => {
    expect(overdueAge(contact, { ...review, updatedAt: old })).to.have.property('days', 212);
    expect(overdueAge(contact, { ...review, updatedAt: '2026-06-01T00:00:00Z' })).to.equal(null);
    expect(overdueAge({ ...contact, confirmedOn: '2026-06-01' }, { ...review, updatedAt: old }), 'its own day goes before the record’s').to.equal(null);
  });

  it('never is where the host asks for none', () => {
    for (const reviewAfterDays of [0, -1, NaN]) expect(overdueAge({ ...contact, confirmedOn: '2000-01-01' }, { at, reviewAfterDays })).to.equal(null);
  });

  it('is what advice goes by', () => {
    const requirements = { version: '1', fields: [{ key: 'emergency', kind: 'contacts', audience: 'internal', requirement: 'required' }] } as const;
    const advise = (more: object) => adviseContactInfo({ requirements: { ...requirements, fields: [...requirements.fields] }, environment: 'production', contactInfo: { emergency: [contact] }, at, ...more });
    expect(advise({})).to.deep.equal([]);
    expect(advise({ updatedAt: old })).to.deep.equal([{ path: ['emergency', 0], code: 'advice.not-confirmed', params: { days: 212 } }]);
    expect(advise({ updatedAt: old, reviewAfterDays: 0 })).to.deep.equal([]);
  });
});

describe('a contact that is', () => {
  it('confirmed keeps everything else', () => {
    expect(confirmContact({ ...contact, future: { a: 1 } }, '2026-07-01')).to.deep.equal({ ...contact, future: { a: 1 }, confirmedOn: '2026-07-01' });
    expect(localDateOf(new Date(2026, 0, 2, 23, 59))).to.equal('2026-01-02');
  });

  it('given another address keeps the person, and nothing that was found out about the address', () => {
    const before = { ...contact, phone: '+34600000000', confirmedOn: '2026-01-01', verification: 'verified' as const };
    expect(withAddress(before, 'duty@acme.example')).to.deep.equal({ email: 'duty@acme.example', name: 'On call', phone: '+34600000000' });
    expect(before).to.have.property('verification', 'verified');
  });
});
