import { minutesOf } from './interval-minutes.js';
import { parseLocalDate, weekdayIndex } from './local-date.js';
import { minutesPerDay } from './local-time.js';
import { weekdays, type Interval, type Schedule, type Span, type SupportHours } from './support-hours.js';
import { instantOfWallTime, isKnownTimeZone, wallTimeAt } from './zoned-time.js';

/*
 * When hours are open, on the real time line. Every answer comes from the same merged list of real intervals, so that no two
 * can disagree.
 *
 * - Half open: open at `open`, closed at `close`.
 * - An interval belongs to the date it opens on. An exception owns its dates: the weekly intervals that open on them do not
 *   happen, and what spills into them from the evening before ends at midnight, unless it comes from the same exception.
 * - An interval that a clock change leaves empty does not happen.
 * - A schedule whose zone the engine does not know says nothing: it can make the answer unknown, never "closed".
 */

const minute = 60_000;
const day = 86_400_000;
/** Beyond this, the days around an instant are beyond what a `Date` can hold: nothing is known of them. */
const lastInstant = 8.64e15 - 1_000 * day;
const usualHorizon = 400;
const longestHorizon = 3_660;

interface RealInterval {
  from: number;
  to: number;
}

function schedulesOf(hours: SupportHours | Schedule): readonly Schedule[] {
  return 'schedules' in hours ? (hours.schedules as readonly Schedule[]) : [hours as Schedule];
}

interface OwnedDates {
  from: number;
  to: number;
  intervals: readonly Interval[];
}

/** The exceptions with real dates, sorted. */
function ownedDates({ exceptions }: Schedule): readonly OwnedDates[] {
  return exceptions.flatMap(({ from, to, intervals }): OwnedDates[] => {
    const first = parseLocalDate(from);
    const last = parseLocalDate(to);
    return first !== null && last !== null && first <= last ? [{ from: first, to: last, intervals }] : [];
  }).sort((a, b) => a.from - b.from);
}

function ownerOf(owned: readonly OwnedDates[], date: number): OwnedDates | undefined {
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

/** What a schedule has open between two instants, and a little beyond: sorted and merged. `null` for a zone that is not known. */
function realIntervals(schedule: Schedule, from: number, to: number): RealInterval[] | null {
  const { timeZone } = schedule;
  if (from < -lastInstant || to > lastInstant) return null;
  const firstWall = wallTimeAt(timeZone, from);
  const lastWall = wallTimeAt(timeZone, to);
  if (firstWall === null || lastWall === null) return null;
  const owned = ownedDates(schedule);
  const found: RealInterval[] = [];
  // Two days earlier: an interval spills into the next day, and a clock change may put that off a little.
  for (let date = Math.floor(firstWall / day) - 2; date <= Math.floor(lastWall / day) + 1; date += 1) {
    const owner = ownerOf(owned, date);
    const isCutAtMidnight = ownerOf(owned, date + 1) !== undefined && ownerOf(owned, date + 1) !== owner;
    for (const interval of owner?.intervals ?? schedule.weekly[weekdays[weekdayIndex(date)]]) {
      const minutes = minutesOf(interval);
      if (!minutes) continue;
      const close = isCutAtMidnight ? Math.min(minutes.close, minutesPerDay) : minutes.close;
      const start = instantOfWallTime(timeZone, date * day + minutes.open * minute)!;
      const end = instantOfWallTime(timeZone, date * day + close * minute)!;
      if (end > start) found.push({ from: start, to: end });
    }
  }
  return merge(found);
}

function merge(intervals: RealInterval[]): RealInterval[] {
  const merged: RealInterval[] = [];
  for (const { from, to } of intervals.sort((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** The merged list of all schedules whose zone is known, and whether there are others. */
function mergedIntervals(hours: SupportHours | Schedule, from: number, to: number): { intervals: RealInterval[]; hasUnknown: boolean } {
  const lists = schedulesOf(hours).map((schedule) => realIntervals(schedule, from, to));
  return { intervals: merge(lists.flatMap((list) => list ?? []).map((interval) => ({ ...interval }))), hasUnknown: lists.includes(null) };
}

/** Whether support is open at an instant. `null`: it cannot be told, for want of a time zone that the engine does not know. */
export function isOpen(hours: SupportHours | Schedule, at: Date): boolean | null {
  const instant = at.getTime();
  if (Number.isNaN(instant)) return null;
  const { intervals, hasUnknown } = mergedIntervals(hours, instant, instant);
  if (intervals.some(({ from, to }) => from <= instant && instant < to)) return true;
  return hasUnknown ? null : false;
}

function isAlwaysOpen(schedule: Schedule): boolean {
  return schedule.exceptions.length === 0 && isKnownTimeZone(schedule.timeZone)
    && weekdays.every((name) => schedule.weekly[name].some(({ open, close }) => open === '00:00' && close === '24:00'));
}

/** What is no number leads to no end: neither of the loop nor of the time line. */
function clampHorizon(days: number): number {
  const clamped = Math.min(Math.max(days, 0), longestHorizon);
  return Number.isNaN(clamped) ? usualHorizon : clamped;
}

/**
 * The next instant at which `isOpen` changes, within the horizon (ten years at most), and what it changes to. `null` where
 * there is none, and for an instant at the end of what a `Date` can hold.
 * While some schedule's zone is not known, only an opening can be told: after a closing the answer would be unknown.
 */
export function nextChange(hours: SupportHours | Schedule, at: Date, horizonDays = usualHorizon): { at: Date; open: boolean } | null {
  const instant = at.getTime();
  if (Number.isNaN(instant) || schedulesOf(hours).some(isAlwaysOpen)) return null;
  const days = clampHorizon(horizonDays);
  // Most changes are near: the stretch that is looked at grows until it holds one.
  for (let stretch = Math.min(8, days); ; stretch = Math.min(stretch * 4, days)) {
    const end = instant + stretch * day;
    const { intervals, hasUnknown } = mergedIntervals(hours, instant, end);
    for (const { from, to } of intervals) {
      if (from > instant && from <= end) return { at: new Date(from), open: true };
      // Past the end of the stretch it may only look as if it closed.
      if (from <= instant && to > instant && to <= end) return hasUnknown ? null : { at: new Date(to), open: false };
    }
    if (stretch >= days) return null;
  }
}

/** When support is open between two instants, over all schedules, and which schedules make each stretch so. */
export function openIntervals(hours: SupportHours | Schedule, from: Date, to: Date): (Span & { scheduleIds: string[] })[] {
  const begin = from.getTime();
  const end = to.getTime();
  if (!(begin < end)) return [];
  const all = schedulesOf(hours).flatMap((schedule) =>
    (realIntervals(schedule, begin, end) ?? []).map((interval) => ({ ...interval, id: schedule.id })))
    .map((interval) => ({ ...interval, from: Math.max(interval.from, begin), to: Math.min(interval.to, end) }))
    .filter((interval) => interval.from < interval.to)
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number; ids: Set<string> }[] = [];
  for (const interval of all) {
    const last = merged[merged.length - 1];
    if (last && interval.from <= last.to) {
      last.to = Math.max(last.to, interval.to);
      last.ids.add(interval.id);
    } else {
      merged.push({ from: interval.from, to: interval.to, ids: new Set([interval.id]) });
    }
  }
  return merged.map((span) => ({ from: new Date(span.from), to: new Date(span.to), scheduleIds: [...span.ids] }));
}
