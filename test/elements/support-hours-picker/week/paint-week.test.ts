import { expect } from 'chai';
import fc from 'fast-check';
import { minutesOf } from '../../../../src/domain/interval-minutes.js';
import { formatLocalTime } from '../../../../src/domain/local-time.js';
import { weekdays, type Interval, type Weekday } from '../../../../src/domain/support-hours.js';
import { validateSchedule } from '../../../../src/domain/validate-support-hours.js';
import { isOpenThroughout, moveEdge, paintWeek, type WeekHours } from '../../../../src/elements/support-hours-picker/week/paint-week.js';
import { validSchedule } from '../../../domain/hours.arbitraries.js';
import { tries } from '../../../support/tries.js';

const closedWeek: WeekHours = { mo: [], tu: [], we: [], th: [], fr: [], sa: [], su: [] };

/** `09:00-12:00, 13:00-17:00` */
function row(text: string): Interval[] {
  return text === '' ? [] : text.split(', ').map((one) => ({ open: one.slice(0, 5), close: one.slice(6) }));
}

function week(rows: Partial<Record<Weekday, string>>): WeekHours {
  return { ...closedWeek, ...Object.fromEntries(Object.entries(rows).map(([day, text]) => [day, row(text)])) };
}

function textOf(weekly: WeekHours): Partial<Record<Weekday, string>> {
  return Object.fromEntries(weekdays.filter((day) => weekly[day].length > 0).map((day) => [day, weekly[day].map(({ open, close }) => `${open}-${close}`).join(', ')]));
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Every minute of the circle of a week: open or not. */
function minutesOfWeek(weekly: WeekHours): boolean[] {
  const minutes = Array<boolean>(7 * 1_440).fill(false);
  weekdays.forEach((day, index) => weekly[day].forEach((interval) => {
    const { open, close } = minutesOf(interval)!;
    for (let at = open; at < close; at += 1) minutes[(index * 1_440 + at) % minutes.length] = true;
  }));
  return minutes;
}

type Rows = Partial<Record<Weekday, string>>;

describe('week view: painting', () => {
  const cases: [what: string, before: Rows, paint: [days: Weekday[], from: string, to: string, open: boolean], after: Rows][] = [
    ['hours on several days at once', {}, [['mo', 'tu'], '09:00', '12:30', true], { mo: '09:00-12:30', tu: '09:00-12:30' }],
    ['joins hours that touch', { mo: '09:00-12:00, 13:00-17:00' }, [['mo'], '12:00', '13:00', true], { mo: '09:00-17:00' }],
    ['cuts hours in two', { mo: '09:00-17:00' }, [['mo'], '12:00', '13:00', false], { mo: '09:00-12:00, 13:00-17:00' }],
    ['keeps minutes that are odd', { mo: '09:07-17:00' }, [['mo'], '16:00', '17:00', false], { mo: '09:07-16:00' }],
    ['makes a full day', { mo: '09:00-17:00' }, [['mo'], '00:00', '24:00', true], { mo: '00:00-24:00' }],
    ['makes a full day of one with nights around', { su: '22:00-02:00', mo: '23:00-01:00' }, [['mo'], '00:00', '24:00', true], { su: '22:00-24:00', mo: '00:00-24:00', tu: '00:00-01:00' }],
    ['keeps full days apart', { mo: '00:00-24:00' }, [['tu'], '00:00', '24:00', true], { mo: '00:00-24:00', tu: '00:00-24:00' }],
    ['keeps a night, and adds only what it leaves', { su: '22:00-02:00' }, [['mo'], '01:00', '04:00', true], { su: '22:00-02:00', mo: '02:00-04:00' }],
    ['joins hours to a night on its own day', { su: '22:00-02:00' }, [['su'], '20:00', '22:00', true], { su: '20:00-02:00' }],
    ['cuts the end of Sunday night on Monday', { su: '22:00-02:00' }, [['mo'], '00:00', '24:00', false], { su: '22:00-24:00' }],
    ['cuts a piece out of it', { su: '22:00-03:00' }, [['mo'], '01:00', '02:00', false], { su: '22:00-01:00', mo: '02:00-03:00' }],
    ['leaves Monday its part where Sunday’s is closed', { su: '22:00-02:00' }, [['su'], '12:00', '24:00', false], { mo: '00:00-02:00' }],
    ['does not join around the clock', { mo: '10:00-09:00' }, [['mo'], '09:00', '10:00', true], { mo: '09:00-10:00, 10:00-09:00' }],
    ['is nothing without a length', { mo: '09:00-10:00' }, [['mo'], '09:30', '09:30', false], { mo: '09:00-10:00' }],
  ];
  for (const [what, before, [days, from, to, open], after] of cases) {
    it(what, () => {
      expect(textOf(paintWeek(week(before), days, { from: minuteOf(from), to: minuteOf(to) }, open))).to.deep.equal(after);
    });
  }

  it('keeps what cannot be read, and keys that are not ours', () => {
    const odd = { ...closedWeek, mo: [{ open: 'x', close: 'y' }, { open: '09:00', close: '17:00', note: 'kept' }] };
    const painted = paintWeek(odd, ['mo'], { from: 600, to: 660 }, false);
    expect(painted.mo).to.deep.equal([{ open: '09:00', close: '10:00', note: 'kept' }, { open: '11:00', close: '17:00', note: 'kept' }, { open: 'x', close: 'y' }]);
  });

  const area = fc.record({
    days: fc.subarray([...weekdays], { minLength: 1 }),
    time: fc.tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 0, max: 96 })).map(([a, b]) => ({ from: Math.min(a, b) * 15, to: Math.max(a, b) * 15 })),
    open: fc.boolean(),
  });

  it('changes the painted minutes and no other, in weeks that stay valid', () => {
    fc.assert(fc.property(validSchedule(), area, (schedule, { days, time, open }) => {
      const painted = paintWeek(schedule.weekly, days, time, open);
      const expected = minutesOfWeek(schedule.weekly);
      days.forEach((day) => expected.fill(open, weekdays.indexOf(day) * 1_440 + time.from, weekdays.indexOf(day) * 1_440 + time.to));
      expect(minutesOfWeek(painted)).to.deep.equal(expected);
      expect(validateSchedule({ ...schedule, weekly: painted, exceptions: [] })).to.deep.equal([]);
      if (open) expect(isOpenThroughout(painted, days, time)).to.equal(true);
    }), { numRuns: tries(500, { needsPage: true }) });
  });

  it('is the same when painted twice, and closed where it is opened and then closed', () => {
    fc.assert(fc.property(validSchedule(), area, (schedule, { days, time, open }) => {
      const once = paintWeek(schedule.weekly, days, time, open);
      expect(paintWeek(once, days, time, open)).to.deep.equal(once);
      const opened = paintWeek(schedule.weekly, days, time, true);
      expect(minutesOfWeek(paintWeek(opened, days, time, false))).to.deep.equal(minutesOfWeek(paintWeek(schedule.weekly, days, time, false)));
    }), { numRuns: tries(500, { needsPage: true }) });
  });
});

describe('week view: moving an end', () => {
  const cases: [what: string, before: Rows, edge: [row: Weekday, index: number, side: 'open' | 'close', seenOn: Weekday], to: string, after: Rows][] = [
    ['later', { mo: '09:00-12:00' }, ['mo', 0, 'close', 'mo'], '17:00', { mo: '09:00-17:00' }],
    ['to the end of the day', { mo: '09:00-12:00' }, ['mo', 0, 'close', 'mo'], '24:00', { mo: '09:00-24:00' }],
    ['earlier, as far as the other end', { mo: '09:00-12:00' }, ['mo', 0, 'close', 'mo'], '06:00', { mo: '09:00-09:15' }],
    ['the beginning', { mo: '09:00-12:00' }, ['mo', 0, 'open', 'mo'], '00:00', { mo: '00:00-12:00' }],
    ['over the next hours', { mo: '09:00-12:00, 13:00-17:00' }, ['mo', 0, 'close', 'mo'], '14:00', { mo: '09:00-17:00' }],
    ['the end of a night, on the next day', { su: '22:00-02:00' }, ['su', 0, 'close', 'mo'], '04:00', { su: '22:00-04:00' }],
    ['the end of a night, back to midnight', { su: '22:00-02:00' }, ['su', 0, 'close', 'mo'], '00:00', { su: '22:00-24:00' }],
    ['the end of a night, over Monday’s hours', { su: '22:00-02:00', mo: '03:00-05:00' }, ['su', 0, 'close', 'mo'], '04:00', { su: '22:00-04:00', mo: '04:00-05:00' }],
    ['never around the clock', { su: '22:00-02:00' }, ['su', 0, 'close', 'mo'], '23:00', { su: '22:00-21:45' }],
    ['the beginning of a night, within its day', { su: '22:00-02:00' }, ['su', 0, 'open', 'su'], '01:00', { su: '02:15-02:00' }],
  ];
  for (const [what, before, [rowOf, index, side, seenOn], to, after] of cases) {
    it(what, () => {
      expect(textOf(moveEdge(week(before), { row: rowOf, index, side }, seenOn, minuteOf(to)))).to.deep.equal(after);
    });
  }

  it('leaves weeks valid', () => {
    fc.assert(fc.property(validSchedule(), fc.nat(6), fc.nat(2), fc.constantFrom('open' as const, 'close' as const), fc.boolean(), fc.integer({ min: 0, max: 96 }), (schedule, at, index, side, isNext, quarter) => {
      const day = weekdays[at];
      const moved = moveEdge(schedule.weekly, { row: day, index, side }, isNext && side === 'close' ? weekdays[(at + 1) % 7] : day, quarter * 15);
      expect(validateSchedule({ ...schedule, weekly: moved, exceptions: [] }), formatLocalTime(quarter * 15)).to.deep.equal([]);
    }), { numRuns: tries(500, { needsPage: true }) });
  });
});
