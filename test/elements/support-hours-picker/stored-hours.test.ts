import { expect } from 'chai';
import { formText, noHours, readStoredHours } from '../../../src/elements/support-hours-picker/stored-hours.js';
import { hours, schedule } from './fixtures.js';

describe('stored hours', () => {
  for (const nothing of [null, undefined, '', '  ', 'null', noHours]) {
    it(`reads ${JSON.stringify(nothing)} as no hours`, () => {
      expect(readStoredHours(nothing)).to.deep.equal({ hours: noHours });
      expect(formText(readStoredHours(nothing))).to.equal(null);
    });
  }

  it('reads a value, and its JSON', () => {
    const value = hours(schedule());
    expect(readStoredHours(value).hours).to.deep.equal(value);
    expect(readStoredHours(JSON.stringify(value)).hours).to.deep.equal(value);
    expect(JSON.parse(formText(readStoredHours(value))!)).to.deep.equal(value);
  });

  it('keeps what it cannot read, and says where it stopped', () => {
    const raw = { version: 1, schedules: [{ ...schedule(), timeZone: 5 }] };
    const stored = readStoredHours(raw);
    expect(stored.hours).to.equal(noHours);
    expect(stored.unreadable?.raw).to.equal(raw);
    expect(stored.unreadable?.issue).to.deep.include({ code: 'malformed', path: ['schedules', 0, 'timeZone'] });
    expect(formText(stored)).to.equal(JSON.stringify(raw));
    expect(formText(readStoredHours('{"version":'))).to.equal('{"version":');
  });

  it('does not throw for what JSON cannot hold', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    for (const raw of [circular, 5n, Symbol('x'), () => 1]) {
      expect(readStoredHours(raw).unreadable?.raw).to.equal(raw);
      expect(() => formText(readStoredHours(raw))).not.to.throw();
    }
  });
});
