import { expect } from 'chai';
import fc from 'fast-check';
import { formatLocalTime, minutesPerDay } from '../../../src/domain/local-time.js';
import { placedIntervals } from '../../../src/domain/placed-intervals.js';
import { weekdays, type Interval, type Schedule } from '../../../src/domain/support-hours.js';
import { validateSchedule } from '../../../src/domain/validate-support-hours.js';
import { offeredRepairs, type Repair } from '../../../src/elements/support-hours-picker/repairs/repairs.js';
import { tries } from '../../support/tries.js';

type Week = Schedule['weekly'];

const minutesPerWeek = 7 * minutesPerDay;

/** `mo 09:00-17:00 18:00-20:00, su 22:00-02:00` */
function week(text: string): Week {
  const weekly = Object.fromEntries(weekdays.map((day) => [day, [] as Interval[]])) as Week;
  for (const part of text.split(', ').filter(Boolean)) {
    const [day, ...list] = part.split(' ');
    weekly[day as 'mo'] = list.map((one) => ({ open: one.slice(0, 5), close: one.slice(6) }));
  }
  return weekly;
}

function written(weekly: Week): string {
  return weekdays.filter((day) => weekly[day].length > 0)
    .map((day) => [day, ...weekly[day].map(({ open, close }) => `${open}-${close}`)].join(' ')).join(', ');
}

function issuesOf(weekly: Week) {
  return validateSchedule({ id: 'a', label: '', timeZone: 'UTC', weekly, exceptions: [] });
}

function repairsOf(weekly: Week): Repair[] {
  return issuesOf(weekly).flatMap((issue) => offeredRepairs(weekly, issue));
}

describe('repairs', () => {
  for (const [before, ...offered] of [
    ['mo 09:00-13:00 12:00-17:00', 'merge mo: mo 09:00-17:00'],
    ['mo 09:00-17:00 10:00-11:00', 'merge mo: mo 09:00-17:00'],
    ['mo 09:00-13:00 12:00-15:00 14:00-18:00', 'merge mo: mo 09:00-18:00', 'merge mo: mo 09:00-18:00'],
    ['mo 18:00-02:00 22:00-03:00', 'merge mo: mo 18:00-03:00'],
    ['mo 22:00-02:00, tu 00:00-08:00', 'merge mo: mo 22:00-08:00', 'split tu: mo 22:00-24:00, tu 00:00-08:00'],
    ['mo 22:00-02:00, tu 01:00-08:00 12:00-13:00', 'merge mo: mo 22:00-08:00, tu 12:00-13:00', 'split tu: mo 22:00-24:00, tu 00:00-08:00 12:00-13:00'],
    ['mo 01:00-08:00, su 22:00-02:00', 'merge su: su 22:00-08:00', 'split mo: mo 00:00-08:00, su 22:00-24:00'],
    ['mo 12:00-10:00, tu 08:00-14:00', 'split tu: mo 12:00-24:00, tu 00:00-14:00'],
    ['mo 00:00-24:00, su 20:00-02:00', 'split mo: mo 00:00-24:00, su 20:00-24:00'],
    ['mo 09:00-09:00', 'full-day mo: mo 00:00-24:00', 'remove mo: '],
    ['mo 08:00-12:00 13:00-13:00', 'full-day mo: mo 00:00-24:00', 'remove mo: mo 08:00-12:00'],
    ['mo 09:00-09:00, su 22:00-02:00', 'full-day mo: mo 00:00-24:00, su 22:00-24:00', 'remove mo: su 22:00-02:00'],
    ['mo 09:00-09:00 22:00-02:00', 'full-day mo: mo 00:00-24:00, tu 00:00-02:00', 'remove mo: mo 22:00-02:00'],
    ['mo 18:00-00:00', 'end-of-day mo: mo 18:00-24:00'],
    ['mo 14:00-18:00 09:00-13:00', 'sort mo: mo 09:00-13:00 14:00-18:00'],
    ['mo 9-17'],
    ['mo 09:00-17:00'],
  ]) {
    it(`of ${before}: ${offered.join(' or ') || 'none'}`, () => {
      expect(repairsOf(week(before)).map(({ kind, day, weekly }) => `${kind} ${day}: ${written(weekly)}`)).to.deep.equal(offered);
    });
  }

  it('opens a day for which hours without length were typed', () => {
    const issue = { path: ['weekly', 'we'], code: 'hours.entry-empty-interval', params: { text: '9–9' } };
    expect(offeredRepairs(week('we 10:00-12:00'), issue).map(({ weekly }) => written(weekly))).to.deep.equal(['we 00:00-24:00']);
  });

  it('offers nothing for what is not of the week', () => {
    expect(offeredRepairs(week(''), { path: ['exceptions', 0, 'intervals', 1], code: 'hours.overlap' })).to.deep.equal([]);
    expect(offeredRepairs(week(''), { path: ['weekly', 'mo', 3], code: 'hours.overlap', params: { day: 'mo' } })).to.deep.equal([]);
  });

  it('tells apart days that share their hours’ objects', () => {
    const [first, second] = week('mo 09:00-13:00 12:00-17:00').mo;
    const weekly = { ...week(''), mo: [first, second], tu: [first] };
    expect(repairsOf(weekly).map((repair) => written(repair.weekly))).to.deep.equal(['mo 09:00-17:00, tu 09:00-13:00']);
  });

  it('keeps what it does not know, and changes nothing in place', () => {
    const before = week('mo 09:00-13:00 12:00-17:00');
    before.mo[0].team = 'A';
    const text = JSON.stringify(before);
    expect(repairsOf(before)[0].weekly.mo).to.deep.equal([{ open: '09:00', close: '17:00', team: 'A' }]);
    expect(JSON.stringify(before)).to.equal(text);
  });

  const time = fc.oneof(fc.integer({ min: 0, max: 47 }).map((half) => half * 30), fc.integer({ min: 0, max: minutesPerDay - 1 }));
  const interval = fc.tuple(time, fc.oneof({ weight: 5, arbitrary: time }, { weight: 1, arbitrary: fc.constant(minutesPerDay) }))
    .map(([open, close]): Interval => ({ open: formatLocalTime(open), close: formatLocalTime(close) }));
  const weeks = fc.array(fc.array(interval, { maxLength: 3 }), { minLength: 7, maxLength: 7 })
    .map((rows) => Object.fromEntries(weekdays.map((day, index) => [day, rows[index]])) as Week);

  function openMinutes(weekly: Week): Uint8Array {
    const minutes = new Uint8Array(minutesPerWeek);
    for (const { open, close } of placedIntervals(weekly)) for (let at = open; at < close; at++) minutes[at % minutesPerWeek] = 1;
    return minutes;
  }

  it('takes the issue away, and no minute that is open', () => {
    fc.assert(fc.property(weeks, (before) => {
      const open = openMinutes(before);
      for (const issue of issuesOf(before)) {
        for (const { kind, weekly } of offeredRepairs(before, issue)) {
          const isThere = (text: string) => issuesOf(weekly).some((one) => JSON.stringify([one.path, one.code, one.params]) === text);
          expect(isThere(JSON.stringify([issue.path, issue.code, issue.params])), `${kind} of ${written(before)}`).to.equal(false);
          const after = openMinutes(weekly);
          const lost = open.findIndex((one, at) => one > after[at]);
          expect(lost, `${kind} of ${written(before)}`).to.equal(-1);
          if (kind === 'merge' || kind === 'split') expect(after, written(before)).to.deep.equal(open);
        }
      }
    }), { numRuns: tries(500, { needsPage: true }), seed: 20261126 });
  });

  it('mends every overlap in the end, whatever is chosen', () => {
    fc.assert(fc.property(weeks, fc.infiniteStream(fc.nat(5)), (before, choices) => {
      let weekly = before;
      for (let steps = 0; steps < 100; steps++) {
        const repairs = repairsOf(weekly);
        if (repairs.length === 0) break;
        weekly = repairs[choices.next().value! % repairs.length].weekly;
      }
      expect(issuesOf(weekly), written(before)).to.deep.equal([]);
    }), { numRuns: 200, seed: 20261126 });
  });
});
