import { minutesOf } from './interval-minutes.js';
import { formatLocalDate, parseLocalDate, weekdayIndex } from './local-date.js';
import { minutesPerDay } from './local-time.js';
import { weekdays, type Exception, type Interval, type Schedule, type SupportHours } from './support-hours.js';
import { isSteadyBetween, wallClockOf, wallTimeAt } from './zoned-time.js';

/*
 * What a schedule has open, on the real time line. Whoever tells when hours are open, covered or exported asks here, so that
 * no two can disagree.
 *
 * - An interval belongs to the date it opens on. An exception owns its dates: the weekly intervals that open on them do not
 *   happen, and what spills into them from the evening before ends at midnight, unless it comes from the same exception.
 * - An interval that a clock change leaves empty does not happen.
 * - Nothing is known of a zone that the engine does not know, nor of the last years that a `Date` can hold.
 */

const minute = 60_000;
const day = 86_400_000;
/** Beyond this, the days around an instant are beyond what a `Date` can hold: nothing is known of them. */
const lastInstant = 8.64e15 - 1_000 * day;
const firstDate = parseLocalDate('0000-01-01')!;
const lastDate = parseLocalDate('9999-12-31')!;

/** Milliseconds since the epoch, half open. */
export interface RealInterval {
  from: number;
  to: number;
}

export function schedulesOf(hours: SupportHours | Schedule): readonly Schedule[] {
  return 'schedules' in hours ? (hours.schedules as readonly Schedule[]) : [hours as Schedule];
}

/** Dates, as days since the epoch, both inclusive, whose hours are an exception's. */
export interface OwnedDates {
  from: number;
  to: number;
  exception: Exception;
}

/** The exceptions that own dates between two, sorted. Those without real dates own none. */
export function ownedDates({ exceptions }: Schedule, first: number, last: number): readonly OwnedDates[] {
  if (exceptions.length === 0) return [];
  // Most of them are far from what is asked for, and dates as text are in the order of dates.
  const low = first < firstDate ? '' : formatLocalDate(first);
  const high = last > lastDate ? '~' : formatLocalDate(last);
  const owned: OwnedDates[] = [];
  for (const exception of exceptions) {
    if (exception.to < low || exception.from > high) continue;
    const from = parseLocalDate(exception.from);
    const to = parseLocalDate(exception.to);
    if (from !== null && to !== null && from <= to) owned.push({ from, to, exception });
  }
  return owned.sort((a, b) => a.from - b.from);
}

export function ownerOf(owned: readonly OwnedDates[], date: number): OwnedDates | undefined {
  let low = 0;
  let high = owned.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (owned[middle].to < date) low = middle + 1;
    else high = middle;
  }
  const found = owned[low];
  return found && found.from <= date ? found : undefined;
}

/** One interval on one date, as it really happens. */
export interface Occurrence extends RealInterval {
  interval: Interval;
  /** Days since the epoch: the date it opens on. */
  date: number;
  /** The exception it is of; `undefined` for the week's. */
  owner: OwnedDates | undefined;
}

/** What opens on the dates from `first` to `last`, in the order of dates. Nothing in a zone that is not known. */
export function occurrencesOf(schedule: Schedule, first: number, last: number): Occurrence[] {
  const found: Occurrence[] = [];
  someOccurrence(schedule, first, last, (from, to, interval, date, owner) => {
    found.push({ from, to, interval, date, owner });
    return false;
  });
  return found;
}

/** Whether something of what opens on those dates is so. Makes nothing, for it is asked at every tick of a clock. */
function someOccurrence(
  schedule: Schedule, first: number, last: number,
  isSo: (from: number, to: number, interval: Interval, date: number, owner: OwnedDates | undefined) => boolean,
): boolean {
  const instantOf = wallClockOf(schedule.timeZone);
  if (!instantOf) return false;
  const owned = ownedDates(schedule, first, last + 1);
  let owner = ownerOf(owned, first);
  for (let date = first; date <= last; date += 1) {
    const nextOwner = owned.length > 0 ? ownerOf(owned, date + 1) : undefined;
    const isCutAtMidnight = nextOwner !== undefined && nextOwner !== owner;
    for (const interval of owner?.exception.intervals ?? schedule.weekly[weekdays[weekdayIndex(date)]]) {
      const minutes = minutesOf(interval);
      if (!minutes) continue;
      const close = isCutAtMidnight ? Math.min(minutes.close, minutesPerDay) : minutes.close;
      const from = instantOf(date * day + minutes.open * minute);
      const to = instantOf(date * day + close * minute);
      if (to > from && isSo(from, to, interval, date, owner)) return true;
    }
    owner = nextOwner;
  }
  return false;
}

/** The dates on which something may open that is open between two instants. `null` where nothing is known. */
function datesNear({ timeZone }: Schedule, from: number, to: number): [first: number, last: number] | null {
  if (from < -lastInstant || to > lastInstant) return null;
  const firstWall = wallTimeAt(timeZone, from);
  const lastWall = from === to ? firstWall : wallTimeAt(timeZone, to);
  if (firstWall === null || lastWall === null) return null;
  // An interval spills into the next day, and a clock change nearby may put that off, or bring it forward, by a day at most.
  const margin = isSteadyBetween(timeZone, from - 3 * day, to + 3 * day) ? 0 : 1;
  return [Math.floor(firstWall / day) - 1 - margin, Math.floor(lastWall / day) + margin];
}

/** Whether a schedule is open at an instant. `null` where nothing is known. */
export function isWithinInterval(schedule: Schedule, instant: number): boolean | null {
  const { timeZone, weekly, exceptions } = schedule;
  if (exceptions.length === 0 && Math.abs(instant) <= lastInstant && isSteadyBetween(timeZone, instant - 3 * day, instant + 3 * day)) {
    // Most of the time clocks are far from a change, and wall times can be compared as they are.
    const wall = wallTimeAt(timeZone, instant)!;
    const date = Math.floor(wall / day);
    return isWithinRow(weekly[weekdays[weekdayIndex(date)]], wall - date * day)
      || isWithinRow(weekly[weekdays[weekdayIndex(date - 1)]], wall - date * day + day);
  }
  const dates = datesNear(schedule, instant, instant);
  // To be within the merged list is to be within an interval of it before it is merged.
  return dates && someOccurrence(schedule, ...dates, (from, to) => from <= instant && instant < to);
}

/** Whether a time, in milliseconds since the midnight that a row's day begins with, is within one of the row's intervals. */
function isWithinRow(row: readonly Interval[], time: number): boolean {
  return row.some((interval) => {
    const minutes = minutesOf(interval);
    return minutes !== null && minutes.open * minute <= time && time < minutes.close * minute;
  });
}

/** What a schedule has open between two instants, and a little beyond: sorted and merged. `null` where nothing is known. */
export function realIntervals(schedule: Schedule, from: number, to: number): RealInterval[] | null {
  const dates = datesNear(schedule, from, to);
  return dates && mergeIntervals(occurrencesOf(schedule, ...dates));
}

/** Sorts, and joins what overlaps or touches. What it returns is new. */
export function mergeIntervals(intervals: readonly RealInterval[]): RealInterval[] {
  const merged: RealInterval[] = [];
  let last: RealInterval | undefined;
  for (const { from, to } of sortedByStart(intervals)) {
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push((last = { from, to }));
  }
  return merged;
}

/** Most lists are in order already, for they come from rows that are. */
export function sortedByStart<T extends RealInterval>(intervals: readonly T[]): readonly T[] {
  for (let index = 1; index < intervals.length; index += 1) {
    if (intervals[index].from < intervals[index - 1].from) return [...intervals].sort((a, b) => a.from - b.from);
  }
  return intervals;
}
