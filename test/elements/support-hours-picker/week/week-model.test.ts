import { expect } from 'chai';
import fc from 'fast-check';
import { coverage } from '../../../../src/domain/coverage.js';
import { formatLocalDate, parseLocalDate } from '../../../../src/domain/local-date.js';
import type { SupportHours } from '../../../../src/domain/support-hours.js';
import { clockTimeAt, placeOf, weekOf, weekStart, type Week } from '../../../../src/elements/support-hours-picker/week/week-model.js';
import { validSchedule } from '../../../domain/hours.arbitraries.js';
import { hours, office, schedule } from '../fixtures.js';

function weekFrom(value: SupportHours, monday: string, timeZone = 'Europe/Madrid'): Week {
  return weekOf(value, timeZone, parseLocalDate(monday)!)!;
}

const closed = { mo: [], tu: [], we: [], th: [], fr: [], sa: [], su: [] };

describe('week view: the model', () => {
  it('begins with the language’s first day, in the zone that is looked at', () => {
    const at = new Date('2026-01-18T23:30:00Z');
    const start = (zone: string, first: 'mo' | 'su', later = 0) => formatLocalDate(weekStart(at, zone, first, later)!);
    expect(start('UTC', 'mo')).to.equal('2026-01-12');
    expect(start('Europe/Madrid', 'mo')).to.equal('2026-01-19');
    expect(start('UTC', 'su')).to.equal('2026-01-18');
    expect(start('UTC', 'mo', -1)).to.equal('2026-01-05');
    expect(weekStart(at, 'Mars/Olympus_Mons', 'mo')).to.equal(null);
    expect(weekStart(new Date(Number.NaN), 'UTC', 'mo')).to.equal(null);
    expect(weekOf(hours(), 'Mars/Olympus_Mons', 20_000)).to.equal(null);
    expect(weekOf(hours(), 'UTC', 1e9)).to.equal(null);
  });

  it('gives each schedule’s hours in the days of the zone, and what is nobody’s and what is shared', () => {
    const week = weekFrom(hours(schedule(), schedule({ id: 'b', timeZone: 'America/New_York' })), '2026-01-12');
    expect(week.days.map(({ weekday }) => weekday)).to.deep.equal(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']);
    expect(week.days[0].spans).to.deep.equal([{ schedule: 0, from: 540, to: 1_020 }, { schedule: 1, from: 900, to: 1_380 }]);
    expect(week.days[0].overlaps).to.deep.equal([{ from: 900, to: 1_020 }]);
    expect(week.days[0].gaps).to.deep.equal([{ from: 0, to: 540 }, { from: 1_380, to: 1_440 }]);
    expect(week.minutes).to.deep.equal({ open: 4_200, gap: 5_880, overlap: 600 });
  });

  const clocks: [what: string, zone: string, monday: string, index: number, length: number, skipped: number[], repeated: number[], changes: { at: number; shift: number }[]][] = [
    ['23 hours', 'Europe/Madrid', '2026-03-23', 6, 1_380, [2], [], [{ at: 120, shift: 60 }]],
    ['25 hours', 'Europe/Madrid', '2026-10-19', 6, 1_500, [], [2], [{ at: 180, shift: -60 }]],
    ['24.5 hours', 'Australia/Lord_Howe', '2026-03-30', 6, 1_470, [], [], [{ at: 120, shift: -30 }]],
    ['23.5 hours', 'Australia/Lord_Howe', '2026-09-28', 6, 1_410, [2], [], [{ at: 120, shift: 30 }]],
    ['no midnight', 'America/Santiago', '2026-08-31', 6, 1_380, [0], [], [{ at: 0, shift: 60 }]],
    ['no day at all', 'Pacific/Apia', '2011-12-26', 4, 0, Array.from({ length: 24 }, (_, hour) => hour), [], []],
  ];
  for (const [what, zone, monday, index, length, skipped, repeated, changes] of clocks) {
    it(`draws a day true that has ${what}`, () => {
      const week = weekFrom(hours(schedule({ timeZone: zone })), monday, zone);
      const day = week.days[index];
      expect(day.length).to.equal(length);
      expect(day.skipped).to.deep.equal(skipped);
      expect(day.hours.filter(({ isRepeated }) => isRepeated).map(({ hour }) => hour)).to.deep.equal(repeated);
      expect(day.changes).to.deep.equal(changes);
      expect(week.days.filter((_, at) => at !== index).every((other) => other.length === 1_440 && other.hours.length === 24)).to.equal(true);
    });
  }

  it('gives hours of a day with a change as long as they really are', () => {
    const always = schedule({ weekly: { ...closed, su: [{ open: '01:00', close: '05:00' }] } });
    expect(weekFrom(hours(always), '2026-03-23').days[6].spans).to.deep.equal([{ schedule: 0, from: 60, to: 240 }]);
    expect(weekFrom(hours(always), '2026-10-19').days[6].spans).to.deep.equal([{ schedule: 0, from: 60, to: 360 }]);
    const week = weekFrom(hours(always), '2026-10-19');
    expect([60, 150, 210, 360, 1_500].map((at) => clockTimeAt(week, week.days[6], at))).to.deep.equal(['01:00', '02:30', '02:30', '05:00', '24:00']);
  });

  it('marks an exception where its dates are, seen from another zone', () => {
    const exception = { from: '2026-01-14', to: '2026-01-14', intervals: [], label: 'Inventory' };
    const week = weekFrom(hours(schedule({ timeZone: 'America/New_York', exceptions: [exception] })), '2026-01-12');
    expect(week.days[2].exceptions).to.deep.equal([{ schedule: 0, from: 360, to: 1_440, exception }]);
    expect(week.days[3].exceptions).to.deep.equal([{ schedule: 0, from: 0, to: 360, exception }]);
    expect(week.days[2].spans).to.deep.equal([]);
  });

  it('names a schedule in an unknown zone as not drawn, and then calls nothing a gap', () => {
    const week = weekFrom(hours(schedule(), schedule({ id: 'b', timeZone: 'Mars/Olympus_Mons' })), '2026-01-12');
    expect(week.notDrawn).to.deep.equal([1]);
    expect(week.gaps).to.deep.equal([]);
    expect(week.days[0].spans).to.deep.equal([{ schedule: 0, from: 540, to: 1_020 }]);
  });

  it('finds now in it', () => {
    const week = weekFrom(hours(schedule({ weekly: { ...closed, mo: [office] } })), '2026-01-12');
    expect(placeOf(week, new Date('2026-01-14T09:30:00Z'))).to.deep.equal({ day: 2, at: 630 });
    expect(placeOf(week, week.to)).to.equal(undefined);
  });

  it('has every minute of the week once: of somebody or of nobody', () => {
    const zones = ['Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];
    fc.assert(fc.property(fc.array(validSchedule(zones), { maxLength: 4 }), fc.constantFrom(...zones), fc.integer({ min: 20_600, max: 21_000 }), (list, zone, start) => {
      const value = hours(...list.map((one, index) => ({ ...one, id: String(index) })));
      const week = weekOf(value, zone, start)!;
      const sum = (stretches: readonly { from: number; to: number }[]) => stretches.reduce((total, { from, to }) => total + to - from, 0);
      const all = week.days.reduce((total, { length }) => total + length, 0);
      expect(all).to.equal((week.to.getTime() - week.from.getTime()) / 60_000);
      expect(week.days.reduce((total, { gaps }) => total + sum(gaps), 0)).to.equal(week.minutes.gap);
      expect(week.minutes.open + week.minutes.gap).to.equal(all);
      expect(week.days.reduce((total, { overlaps }) => total + sum(overlaps), 0)).to.equal(week.minutes.overlap);
      list.forEach((one, index) => {
        const { minutes } = coverage(one, week.from, week.to);
        expect(week.days.reduce((total, { spans }) => total + sum(spans.filter((span) => span.schedule === index)), 0)).to.equal(minutes.open);
      });
      for (const { hours: marks, length } of week.days) expect(marks.every(({ at }) => at >= 0 && at < length)).to.equal(true);
    }), { numRuns: 200 });
  });
});
