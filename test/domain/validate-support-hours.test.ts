import { expect } from 'chai';
import { validateSupportHours } from '../../src/domain/validate-support-hours.js';
import type { Schedule } from '../../src/domain/support-hours.js';
import { daily, exception, hours, schedule } from './hours.fixtures.js';

/** `path code` of every issue of one schedule; the path begins at the schedule. */
function issues(one: Schedule): string[] {
  return validateSupportHours(hours(one)).map(({ path, code }) => `${path.slice(2).join('.')} ${code.replace('hours.', '')}`);
}

describe('validateSupportHours', () => {
  const cases: [what: string, subject: Schedule, expected: string[]][] = [
    ['an office week', schedule({ mo: '09:00-13:00 14:00-18:00', sa: '10:00-14:00' }), []],
    ['a week of 24 hours', daily('00:00-24:00'), []],
    ['intervals that touch', daily('09:00-12:00 12:00-17:00'), []],
    ['nights that touch the morning', schedule({ mo: '22:00-06:00', tu: '06:00-08:00' }), []],
    ['a zone that this engine does not know', daily('09:00-17:00', { timeZone: 'Mars/Olympus_Mons' }), []],
    ['no zone', daily('', { timeZone: ' ' }), ['timeZone time-zone-missing']],
    ['opening at 24:00', schedule({ mo: '24:00-06:00' }), ['weekly.mo.0.open time-format']],
    ['a time without a zero', schedule({ tu: '9:00-17:00' }), ['weekly.tu.0.open time-format']],
    ['a minute that is none', schedule({ we: '09:00-17:60' }), ['weekly.we.0.close time-format']],
    ['closing at 00:00', schedule({ th: '09:00-00:00' }), ['weekly.th.0.close end-of-day']],
    ['an empty interval', schedule({ fr: '09:00-09:00' }), ['weekly.fr.0 empty-interval']],
    ['midnight to midnight, as 00:00', schedule({ fr: '00:00-00:00' }), ['weekly.fr.0 empty-interval']],
    ['a row out of order', schedule({ sa: '14:00-18:00 09:00-13:00' }), ['weekly.sa.1 unsorted']],
    ['an overlap in a row', schedule({ su: '09:00-13:00 12:00-14:00' }), ['weekly.su.1 overlap']],
    ['an interval within another', schedule({ su: '09:00-18:00 10:00-11:00 12:00-13:00' }), ['weekly.su.1 overlap', 'weekly.su.2 overlap']],
    ['a night into the morning', schedule({ mo: '22:00-10:00', tu: '09:00-17:00' }), ['weekly.tu.0 overlap']],
    ['Sunday night into Monday', schedule({ su: '22:00-10:00', mo: '09:00-17:00' }), ['weekly.mo.0 overlap']],
    ['an exception', daily('09:00-17:00', { exceptions: [exception('2026-12-24', '2026-12-26', '10:00-12:00')] }), []],
    ['a date that is none', daily('', { exceptions: [exception('2026-02-29', '2026-03-32')] }), ['exceptions.0.from exception-date', 'exceptions.0.to exception-date']],
    ['dates the wrong way round', daily('', { exceptions: [exception('2026-12-26', '2026-12-24')] }), ['exceptions.0.to exception-order']],
    ['exceptions out of order', daily('', { exceptions: [exception('2026-12-26', '2026-12-26'), exception('2026-12-24', '2026-12-24')] }), ['exceptions.1 exception-unsorted']],
    ['exceptions that share a date', daily('', { exceptions: [exception('2026-12-24', '2026-12-26'), exception('2026-12-26', '2026-12-27')] }), ['exceptions.1 exception-overlap']],
    ['times of an exception', daily('', { exceptions: [exception('2026-12-24', '2026-12-24', '09:00-09:00 12:00-11:00')] }), ['exceptions.0.intervals.0 empty-interval']],
    ['an overlap in an exception', daily('', { exceptions: [exception('2026-12-24', '2026-12-24', '09:00-13:00 12:00-14:00')] }), ['exceptions.0.intervals.1 overlap']],
    ['a night that meets itself on the next date', daily('', { exceptions: [exception('2026-12-24', '2026-12-25', '08:00-10:00 22:00-09:00')] }), ['exceptions.0.intervals.0 overlap']],
    ['the same on one date', daily('', { exceptions: [exception('2026-12-24', '2026-12-24', '08:00-10:00 22:00-09:00')] }), []],
  ];
  for (const [what, subject, expected] of cases) it(what, () => expect(issues(subject)).to.deep.equal(expected));

  it('says with what an interval overlaps', () => {
    const [{ params }] = validateSupportHours(hours(schedule({ mo: '22:00-10:00', tu: '09:00-17:00' })));
    expect(params).to.deep.equal({ day: 'mo', open: '22:00', close: '10:00' });
  });

  it('wants ids that are unique', () => {
    const found = validateSupportHours(hours(daily(''), daily(''), daily('', { id: 'two' })));
    expect(found).to.deep.equal([{ path: ['schedules', 1, 'id'], code: 'hours.duplicate-schedule-id' }]);
  });
});
