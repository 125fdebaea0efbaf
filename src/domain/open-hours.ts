import { isWithinInterval, mergeIntervals, realIntervals, schedulesOf, sortedByStart, type RealInterval } from './real-intervals.js';
import { weekdays, type Schedule, type Span, type SupportHours } from './support-hours.js';
import { isKnownTimeZone } from './zoned-time.js';

/*
 * When hours are open. Every answer comes from the same merged list of real intervals, so that no two can disagree.
 *
 * - Half open: open at `open`, closed at `close`.
 * - A schedule whose zone the engine does not know says nothing: it can make the answer unknown, never "closed".
 */

const day = 86_400_000;
const usualHorizon = 400;
const longestHorizon = 3_660;

/** The merged list of all schedules whose zone is known, and whether there are others. */
function mergedIntervals(hours: SupportHours | Schedule, from: number, to: number): { intervals: RealInterval[]; hasUnknown: boolean } {
  const lists = schedulesOf(hours).map((schedule) => realIntervals(schedule, from, to));
  return { intervals: mergeIntervals(lists.flatMap((list) => list ?? [])), hasUnknown: lists.includes(null) };
}

/** Whether support is open at an instant. `null`: it cannot be told, for want of a time zone that the engine does not know. */
export function isOpen(hours: SupportHours | Schedule, at: Date): boolean | null {
  const instant = at.getTime();
  if (Number.isNaN(instant)) return null;
  let hasUnknown = false;
  for (const schedule of schedulesOf(hours)) {
    const isWithin = isWithinInterval(schedule, instant);
    if (isWithin) return true;
    if (isWithin === null) hasUnknown = true;
  }
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
  for (let stretch = Math.min(2, days); ; stretch = Math.min(stretch * 4, days)) {
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
  const all: (RealInterval & { id: string })[] = [];
  for (const schedule of schedulesOf(hours)) {
    for (const interval of realIntervals(schedule, begin, end) ?? []) {
      if (interval.from < end && interval.to > begin) all.push({ from: Math.max(interval.from, begin), to: Math.min(interval.to, end), id: schedule.id });
    }
  }
  const merged: { from: number; to: number; ids: string[] }[] = [];
  for (const { from: start, to: stop, id } of sortedByStart(all)) {
    const last = merged[merged.length - 1];
    if (last && start <= last.to) {
      last.to = Math.max(last.to, stop);
      if (!last.ids.includes(id)) last.ids.push(id);
    } else {
      merged.push({ from: start, to: stop, ids: [id] });
    }
  }
  return merged.map((span) => ({ from: new Date(span.from), to: new Date(span.to), scheduleIds: span.ids }));
}
