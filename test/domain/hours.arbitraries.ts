import fc from 'fast-check';
import { formatLocalDate, parseLocalDate } from '../../src/domain/local-date.js';
import { formatLocalTime } from '../../src/domain/local-time.js';
import { weekdays, type Exception, type Interval, type Schedule } from '../../src/domain/support-hours.js';
import { validateSchedule } from '../../src/domain/validate-support-hours.js';

/* Schedules at random that obey every rule: nights, full days, minutes that are odd, exceptions that follow each other. */

const time = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1_439 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 1_438, 1_439) },
);
const close = fc.oneof({ weight: 4, arbitrary: time }, { weight: 1, arbitrary: fc.constant(1_440) });
const interval: fc.Arbitrary<Interval> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(time, close).map(([from, to]) => ({ open: formatLocalTime(from), close: formatLocalTime(to) })) },
  { weight: 1, arbitrary: fc.constant({ open: '00:00', close: '24:00' }) },
);
const row = fc.array(interval, { maxLength: 3 }).map((list) => list.sort((a, b) => (a.open < b.open ? -1 : 1)));
/** Most weeks have the same hours on several days. */
const rows = fc.tuple(fc.array(row, { minLength: 3, maxLength: 3 }), fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 7, maxLength: 7 }))
  .map(([some, choices]) => choices.map((choice) => some[choice].map((one) => ({ ...one }))));

export const exceptionLabel = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom('Christmas', 'Año Nuevo', 'a; b, c', 'back\\slash', 'Frohe Weihnachten und ein gutes neues Jahr, mit besten Wünschen vom ganzen Team: wir sind bald zurück', '祝日', 'يوم العيد', 'off "x"', '🎄'.repeat(30)),
);

const gaps = fc.array(fc.tuple(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 9 })), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 })), row, exceptionLabel), { maxLength: 3 });

/** Exceptions that begin some days after a date, in order and apart. */
function exceptionsFrom(date: string, list: readonly [gap: number, length: number, row: Interval[], label: string | undefined][]): Exception[] {
  let last = parseLocalDate(date)!;
  return list.map(([gap, length, intervals, label]) => {
    const from = last + gap;
    last = from + length;
    return { from: formatLocalDate(from), to: formatLocalDate(last), intervals: intervals.map((one) => ({ ...one })), ...(label !== undefined && { label }) };
  });
}

/** The intervals of a row one by one, each if the schedule still obeys the rules. */
function keepValid(schedule: Schedule, list: readonly Interval[], put: (intervals: Interval[]) => void): void {
  const kept: Interval[] = [];
  for (const one of list) {
    put([...kept, one]);
    if (validateSchedule(schedule).length === 0) kept.push(one);
    else put([...kept]);
  }
}

/** A valid schedule whose exceptions begin after a date. */
export function validSchedule(zones: readonly string[] = ['UTC'], exceptionsAfter = '2026-05-31'): fc.Arbitrary<Schedule> {
  return fc.record({ rows, gaps, timeZone: fc.constantFrom(...zones) }).map((drawn) => {
    const { timeZone } = drawn;
    const schedule: Schedule = { id: 'imported', label: '', timeZone, weekly: { mo: [], tu: [], we: [], th: [], fr: [], sa: [], su: [] }, exceptions: [] };
    weekdays.forEach((day, index) => keepValid(schedule, drawn.rows[index], (intervals) => (schedule.weekly[day] = intervals)));
    const exceptions = exceptionsFrom(exceptionsAfter, drawn.gaps);
    for (const exception of exceptions) {
      const list = exception.intervals;
      exception.intervals = [];
      schedule.exceptions.push(exception);
      keepValid(schedule, list, (intervals) => (exception.intervals = intervals));
    }
    return schedule;
  });
}

/** How much a property is tried: a sample in `npm test`, and all of it by `npm run test:oracles`. */
export function runs(full: number, sample = Math.ceil(full / 40)): { numRuns: number; seed: number } {
  const isFull = typeof process !== 'undefined' && Boolean(process.env.ORACLE_RUNS);
  const seed = isFull ? Number(process.env.ORACLE_SEED ?? 20261125) : 20261125;
  return { numRuns: isFull ? full : sample, seed };
}
