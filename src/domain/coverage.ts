import { mergeIntervals, realIntervals, schedulesOf, sortedByStart, type RealInterval } from './real-intervals.js';
import type { Schedule, Span, SupportHours } from './support-hours.js';

/*
 * How a stretch of time is covered by all schedules together.
 *
 * - `open` is where `isOpen` is true, `gaps` are where it is false, and `overlaps` are where two schedules or more are open.
 *   All are half open, sorted and merged, and end at the ends of the stretch.
 * - A schedule whose zone the engine does not know adds nothing, and nothing is then known to be a gap: where no other
 *   schedule is open, `isOpen` is `null`, and the time is in neither list. So `minutes.open + minutes.gap` is the length of
 *   the stretch exactly where everything is known; the rest is unknown.
 */

export interface Coverage {
  open: Span[];
  gaps: Span[];
  overlaps: Span[];
  /** Real minutes, so that an hour which a clock change repeats counts twice. Not rounded. */
  minutes: { open: number; gap: number; overlap: number };
}

/** How the time between two instants is covered. Everything is empty where `from` is not before `to`. */
export function coverage(hours: SupportHours | Schedule, from: Date, to: Date): Coverage {
  const begin = from.getTime();
  const end = to.getTime();
  if (!(begin < end)) return { open: [], gaps: [], overlaps: [], minutes: { open: 0, gap: 0, overlap: 0 } };
  const lists = schedulesOf(hours).map((schedule) => realIntervals(schedule, begin, end));
  const all = sortedByStart(lists.flatMap((list) => clipped(list ?? [], begin, end)));
  const open = mergeIntervals(all);
  const gaps = lists.includes(null) ? [] : complement(open, begin, end);
  const overlaps = sharedBy(all);
  return {
    open: open.map(spanOf), gaps: gaps.map(spanOf), overlaps: overlaps.map(spanOf),
    minutes: { open: minutesIn(open), gap: minutesIn(gaps), overlap: minutesIn(overlaps) },
  };
}

function clipped(intervals: readonly RealInterval[], begin: number, end: number): RealInterval[] {
  return intervals
    .filter(({ from, to }) => from < end && to > begin)
    .map(({ from, to }) => ({ from: Math.max(from, begin), to: Math.min(to, end) }));
}

function complement(open: readonly RealInterval[], begin: number, end: number): RealInterval[] {
  const gaps: RealInterval[] = [];
  let last = begin;
  for (const { from, to } of open) {
    if (from > last) gaps.push({ from: last, to: from });
    last = to;
  }
  if (last < end) gaps.push({ from: last, to: end });
  return gaps;
}

/** What two or more of them share. The intervals of one schedule are merged, so that what shares time is of several. */
function sharedBy(sorted: readonly RealInterval[]): RealInterval[] {
  const shared: RealInterval[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const { from, to } of sorted) {
    if (from < reach) shared.push({ from, to: Math.min(to, reach) });
    reach = Math.max(reach, to);
  }
  return mergeIntervals(shared);
}

function spanOf({ from, to }: RealInterval): Span {
  return { from: new Date(from), to: new Date(to) };
}

function minutesIn(intervals: readonly RealInterval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0) / 60_000;
}
