import { expect } from 'chai';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { fromOsm } from '../../src/domain/conversions/from-osm.js';
import { coverage } from '../../src/domain/coverage.js';
import { isOpen, nextChange, openIntervals } from '../../src/domain/open-hours.js';
import { weekdays, type Schedule } from '../../src/domain/support-hours.js';
import { instantOfWallTime, isKnownTimeZone, offsetAt } from '../../src/domain/zoned-time.js';
import boundaryCases from '../data/hours/dst-boundary-cases.json' with { type: 'json' };
import transitions from '../data/timezones/tz_transitions_2020_2037.json' with { type: 'json' };
import { runs, validSchedule } from './hours.arbitraries.js';

/*
 * Hours around every transition of the tz database from 2020 to 2037, against Temporal: the same rules said again with its
 * types, and zones as it knows them. Where an engine has another release of the database, both take its offsets.
 */

const day = 86_400_000;
const all = Object.entries(transitions as unknown as Record<string, { t: [at: number, before: number, after: number][] }>)
  .filter(([zone]) => isKnownTimeZone(zone))
  .flatMap(([zone, { t }]) => t.map(([at, before, after]) => ({ zone, at: at * 1_000, before: before * 60_000, after: after * 60_000 })));
const { numRuns, seed } = runs(all.length, 1_000);
/** All of them, or every so-many-th. */
const chosen = all.filter((_, index) => index % Math.ceil(all.length / numRuns) === 0);
const schedules = fc.sample(validSchedule(), { numRuns: Math.min(chosen.length, 500), seed });

/** The rules with Temporal's types. */
function temporalIntervals({ timeZone, weekly, exceptions }: Schedule, from: number, to: number): [number, number][] {
  const dateAt = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  const ownerOf = (date: Temporal.PlainDate) => exceptions.find((one) => one.from <= date.toString() && date.toString() <= one.to);
  const instantOf = (date: Temporal.PlainDate, time: string) => (time === '24:00' ? date.add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: '00:00' })
    : date.toZonedDateTime({ timeZone, plainTime: time })).epochMilliseconds;
  const found: [number, number][] = [];
  const last = dateAt(to).add({ days: 1 });
  for (let date = dateAt(from).subtract({ days: 2 }); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const [owner, next] = [ownerOf(date), ownerOf(date.add({ days: 1 }))];
    for (const { open, close } of owner?.intervals ?? weekly[weekdays[date.dayOfWeek - 1]]) {
      const isCut = close < open && next !== undefined && next !== owner;
      const end = isCut ? instantOf(date, '24:00') : instantOf(close < open ? date.add({ days: 1 }) : date, close);
      const begin = instantOf(date, open);
      if (begin < end && begin < to && end > from) found.push([Math.max(begin, from), Math.min(end, to)]);
    }
  }
  const merged: [number, number][] = [];
  for (const [begin, end] of found.sort((a, b) => a[0] - b[0])) {
    const before = merged[merged.length - 1];
    if (before && begin <= before[1]) before[1] = Math.max(before[1], end);
    else merged.push([begin, end]);
  }
  return merged;
}

/** The same hours, in that zone, with exceptions around that date. */
function moved(schedule: Schedule, timeZone: string, at: number): Schedule {
  const first = schedule.exceptions[0];
  if (!first) return { ...schedule, timeZone };
  const shift = Math.floor(at / day) * day - Date.parse(first.from);
  const move = (date: string) => new Date(Date.parse(date) + shift).toISOString().slice(0, 10);
  return { ...schedule, timeZone, exceptions: schedule.exceptions.map((one) => ({ ...one, from: move(one.from), to: move(one.to) })) };
}

describe('hours around transitions', function () {
  this.timeout(0);

  it(`are Temporal’s, around ${chosen.length} of ${all.length}`, () => {
    expect(all.length).to.be.greaterThan(6_000);
    for (const [index, { zone, at }] of chosen.entries()) {
      const schedule = moved(schedules[index % schedules.length], zone, at);
      const [from, to] = [at - 3 * day, at + 4 * day];
      const ours = openIntervals(schedule, new Date(from), new Date(to)).map((span) => [span.from.getTime(), span.to.getTime()]);
      expect(ours, `${zone} ${new Date(at).toISOString()} ${JSON.stringify(schedule)}`).to.deep.equal(temporalIntervals(schedule, from, to));
      // The other functions say the same at the very transition, and wherever it opens or closes.
      for (const instant of [at - 1, at, ...ours.flat().filter((edge) => edge > from && edge < to).flatMap((edge) => [edge - 1, edge])]) {
        const isWithin = ours.some(([begin, end]) => begin <= instant && instant < end);
        expect(isOpen(schedule, new Date(instant))).to.equal(isWithin);
        const change = nextChange(schedule, new Date(instant), 3);
        const next = ours.flat().find((edge) => edge > instant && edge < Math.min(instant + 3 * day, to));
        if (next !== undefined) expect(change?.at.getTime()).to.equal(next);
      }
      const { minutes } = coverage(schedule, new Date(from), new Date(to));
      expect(minutes.open).to.equal(ours.reduce((sum, [begin, end]) => sum + end - begin, 0) / 60_000);
    }
  });

  it('have the offsets and wall times of Temporal, in the middle of each and on its edges', () => {
    const differing: string[] = [];
    for (const { zone, at, before, after } of chosen) {
      const zoned = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
      for (const instant of [at - 1, at, at + 1]) if (offsetAt(zone, instant) !== zoned(instant)) differing.push(`${zone} ${instant}`);
      const [low, high] = [at + Math.min(before, after), at + Math.max(before, after)];
      for (const wall of [low - 1, low, (low + high) / 2, high - 1, high, high + 1]) {
        const theirs = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
        if (instantOfWallTime(zone, wall) !== theirs) differing.push(`${zone} at ${new Date(wall).toISOString()}`);
      }
    }
    expect(differing).to.deep.equal([]);
  });
});

describe('hours at the boundaries that others have met', () => {
  interface NightCase { zone: string; osm?: string; at?: string; nextChangeLocal?: string; why: string }

  for (const { zone, osm, at, nextChangeLocal, why } of boundaryCases as NightCase[]) {
    if (!osm || !at || !nextChangeLocal) continue;
    it(`${osm} in ${zone}, asked at ${at}: ${why}`, () => {
      const schedule = fromOsm(osm, zone);
      if (!schedule.ok) throw new Error(JSON.stringify(schedule.issues));
      const change = nextChange(schedule.value, new Date(Temporal.PlainDateTime.from(at).toZonedDateTime(zone).epochMilliseconds))!;
      const local = Temporal.Instant.fromEpochMilliseconds(change.at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
      // Where that library ends an interval at the transition, ours moves its end forward, as Temporal does.
      expect([local, change.open]).to.deep.equal([why.startsWith('DIVERGES') ? '2024-03-31T03:30' : nextChangeLocal, false]);
    });
  }
});
