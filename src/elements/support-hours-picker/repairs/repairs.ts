import { intervalOf, type IntervalMinutes } from '../../../domain/interval-minutes.js';
import type { Issue } from '../../../domain/issue.js';
import { minutesPerDay } from '../../../domain/local-time.js';
import { placedIntervals, type PlacedInterval } from '../../../domain/placed-intervals.js';
import { weekdays, type Interval, type Schedule, type Weekday } from '../../../domain/support-hours.js';

/*
 * What can be offered to mend a week: for an issue of its hours, other weeks that do not have it. What is open stays open; only
 * what has no length may go. Paths of issues start at the schedule: `['weekly', 'mo', 1]`.
 */

type Week = Schedule['weekly'];

const minutesPerWeek = weekdays.length * minutesPerDay;

export interface Repair {
  /** `split` ends a night at midnight and leaves the rest to the next day. */
  kind: 'merge' | 'split' | 'full-day' | 'remove' | 'end-of-day' | 'sort';
  /** The day that it is offered for, or, of hours that are moved, where they come to stand. */
  day: Weekday;
  /** What several intervals become. */
  interval?: Interval;
  weekly: Week;
}

/** The repairs for an issue, the likeliest first. None where only the person can know what is meant. */
export function offeredRepairs(weekly: Week, { code, path, params }: Issue): Repair[] {
  const day = weekdays.find((one) => one === path[1]);
  if (path[0] !== 'weekly' || !day) return [];
  const index = typeof path[2] === 'number' ? path[2] : undefined;
  const without = index === undefined ? [] : weekly[day].filter((_, at) => at !== index);
  const setRow = (row: Interval[]): Week => ({ ...weekly, [day]: row });
  switch (code) {
    case 'hours.overlap': return overlapRepairs(weekly, day, index, params?.day);
    case 'hours.empty-interval': return [
      { kind: 'full-day', day, weekly: withFullDay(setRow(without), day) },
      { kind: 'remove', day, weekly: setRow(without) },
    ];
    // It was typed in place of the whole row.
    case 'hours.entry-empty-interval': return [{ kind: 'full-day', day, weekly: withFullDay(setRow([]), day) }];
    case 'hours.end-of-day': return [{ kind: 'end-of-day', day, weekly: setRow(weekly[day].map((one, at) => (at === index ? { ...one, close: '24:00' } : one))) }];
    case 'hours.unsorted': return [{ kind: 'sort', day, weekly: setRow([...weekly[day]].sort(byOpening)) }];
    default: return [];
  }
}

/** The days whose hours a repair changes. */
export function changedDays(before: Week, after: Week): Weekday[] {
  return weekdays.filter((day) => before[day] !== after[day]);
}

function overlapRepairs(weekly: Week, day: Weekday, index: number | undefined, earlierDay: unknown): Repair[] {
  const placed = placedIntervals(weekly);
  const later = placed.find((one) => one.day === day && one.index === index);
  if (!later) return [];
  const { span, members } = stretchAround(later, placed);
  const first = members.find(({ open }) => mod(open, minutesPerWeek) === mod(span.open, minutesPerWeek)) ?? later;
  const repairs: Repair[] = [];
  if (fitsOneInterval(span)) {
    const interval = { ...first.interval, ...intervalOf(withinDay(span)) };
    repairs.push({ kind: 'merge', day: first.day, interval, weekly: rewrite(weekly, members, [span], first) });
  }
  if (earlierDay !== day || repairs.length === 0) {
    repairs.push({ kind: 'split', day, weekly: rewrite(weekly, members, dayPieces(span), first) });
  }
  return repairs;
}

/** The day from its beginning to its end, together with what goes on into it or out of it. */
function withFullDay(weekly: Week, day: Weekday): Week {
  const open = weekdays.indexOf(day) * minutesPerDay;
  const { span, members } = stretchAround({ open, close: open + minutesPerDay }, placedIntervals(weekly));
  return rewrite(weekly, members, dayPieces(span));
}

/** Everything that shares time with `start`, or with what does, around the week's end too. `span` is at most a week long. */
function stretchAround(start: IntervalMinutes, placed: readonly PlacedInterval[]): { span: IntervalMinutes; members: PlacedInterval[] } {
  const members = new Set<PlacedInterval>();
  let { open, close } = start;
  let size = -1;
  while (size < members.size) {
    size = members.size;
    for (const one of placed) {
      for (const shift of [-minutesPerWeek, 0, minutesPerWeek]) {
        if (one.open + shift >= close || one.close + shift <= open) continue;
        members.add(one);
        open = Math.min(open, one.open + shift);
        close = Math.max(close, one.close + shift);
      }
    }
  }
  const isWholeWeek = close - open >= minutesPerWeek;
  return { span: isWholeWeek ? { open: 0, close: minutesPerWeek } : { open, close }, members: [...members] };
}

/** 09:00 to 09:00 would be empty: a whole turn of the clock can only be said from midnight. */
function fitsOneInterval({ open, close }: IntervalMinutes): boolean {
  return close - open < minutesPerDay || (close - open === minutesPerDay && mod(open, minutesPerDay) === 0);
}

function dayPieces({ open, close }: IntervalMinutes): IntervalMinutes[] {
  const pieces: IntervalMinutes[] = [];
  for (let from = open; from < close; ) {
    const midnight = (Math.floor(from / minutesPerDay) + 1) * minutesPerDay;
    pieces.push({ open: from, close: Math.min(close, midnight) });
    from = midnight;
  }
  return pieces;
}

/** The week with other intervals in place of some. The first of them keeps the keys of `like` that are not known here. */
function rewrite(weekly: Week, removed: readonly PlacedInterval[], pieces: readonly IntervalMinutes[], like?: PlacedInterval): Week {
  // By their place: a host may have put one and the same object into several rows.
  const gone = new Set(removed.map(({ day, index }) => `${day} ${index}`));
  const added = pieces.map((piece, at) => ({
    day: weekdays[mod(Math.floor(piece.open / minutesPerDay), weekdays.length)],
    interval: { ...(at === 0 && like?.interval), ...intervalOf(withinDay(piece)) },
  }));
  const next = { ...weekly };
  for (const day of weekdays) {
    const kept = weekly[day].filter((_, index) => !gone.has(`${day} ${index}`));
    const own = added.filter((one) => one.day === day).map(({ interval }) => interval);
    if (kept.length < weekly[day].length || own.length > 0) next[day] = [...kept, ...own].sort(byOpening);
  }
  return next;
}

function withinDay({ open, close }: IntervalMinutes): IntervalMinutes {
  const start = mod(open, minutesPerDay);
  return { open: start, close: start + close - open };
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function byOpening(a: Interval, b: Interval): number {
  return a.open < b.open ? -1 : a.open > b.open ? 1 : 0;
}
