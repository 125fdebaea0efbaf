import { intervalOf, minutesOf, type IntervalMinutes } from '../../../domain/interval-minutes.js';
import { minutesPerDay } from '../../../domain/local-time.js';
import { normaliseRow } from '../../../domain/normalise-support-hours.js';
import { weekdays, type Interval, type Schedule, type Weekday } from '../../../domain/support-hours.js';

/*
 * The plain week of a schedule, changed as on a sheet of paper: a stretch of some days is made open or closed. Nothing else
 * is, whatever day its hours are written on; the week is a circle, so that Sunday night ends on Monday.
 *
 * - Rows that are painted are as if they had been typed: sorted, and one interval where hours touch.
 * - Hours of two days stay apart, as in `normalise`: an exception may own one of the two.
 * - A night that is cut stays with its day as far as it begins there; the rest belongs to the day it is on.
 * - A day that is open from its beginning to its end is a full day, whatever came in from the night before.
 */

export type WeekHours = Schedule['weekly'];

/** Minutes of a day, half open: `to` is 1440 at most. */
export interface PaintedTime {
  from: number;
  to: number;
}

/** A stretch of minutes of one or several days, all made open or closed. */
export function paintWeek(weekly: WeekHours, days: readonly Weekday[], time: PaintedTime, open: boolean): WeekHours {
  return days.reduce((week, day) => paintDay(week, day, time, open), weekly);
}

function paintDay(weekly: WeekHours, day: Weekday, time: PaintedTime, open: boolean): WeekHours {
  if (!(time.from < time.to)) return weekly;
  const isWhole = time.from <= 0 && time.to >= minutesPerDay;
  const week = !open || isWhole ? closeDay(weekly, day, time) : weekly;
  if (!open) return { ...week, [day]: normaliseRow(week[day]) };
  const added = isWhole ? [{ from: 0, to: minutesPerDay }] : closedWithin(week, day, time);
  return { ...week, [day]: normaliseRow([...week[day], ...added.map(({ from, to }) => intervalOf({ open: from, close: to }))]) };
}

export function dayBefore(day: Weekday): Weekday {
  return weekdays[(weekdays.indexOf(day) + 6) % 7];
}

export function dayAfter(day: Weekday): Weekday {
  return weekdays[(weekdays.indexOf(day) + 1) % 7];
}

/** Hours of a day's own and what comes in from the night before, in that day's minutes; each with the interval it is of. */
export function openOn(weekly: WeekHours, day: Weekday): (PaintedTime & { row: Weekday; index: number })[] {
  const read = (row: Weekday, shift: number) => weekly[row].flatMap((interval, index) => {
    const minutes = minutesOf(interval);
    const [from, to] = minutes ? [Math.max(minutes.open - shift, 0), Math.min(minutes.close - shift, minutesPerDay)] : [0, 0];
    return from < to ? [{ from, to, row, index }] : [];
  });
  return [...read(dayBefore(day), minutesPerDay), ...read(day, 0)].sort((a, b) => a.from - b.from);
}

/** Whether every minute of a time is open. */
export function isOpenThroughout(weekly: WeekHours, days: readonly Weekday[], time: PaintedTime): boolean {
  return days.every((day) => closedWithin(weekly, day, time).length === 0);
}

export function closedWithin(weekly: WeekHours, day: Weekday, { from, to }: PaintedTime): PaintedTime[] {
  const closed: PaintedTime[] = [];
  let last = from;
  for (const open of openOn(weekly, day)) {
    if (open.from >= to) break;
    if (open.from > last) closed.push({ from: last, to: open.from });
    last = Math.max(last, open.to);
  }
  if (last < to) closed.push({ from: last, to });
  return closed;
}

function closeDay(weekly: WeekHours, day: Weekday, time: PaintedTime): WeekHours {
  const [before, after] = [dayBefore(day), dayAfter(day)];
  const own: Interval[] = [];
  const next: Interval[] = [];
  const place = (interval: Interval, { open, close }: IntervalMinutes) => {
    if (open < minutesPerDay) own.push({ ...interval, ...intervalOf({ open, close }) });
    else next.push({ ...interval, ...intervalOf({ open: open - minutesPerDay, close: close - minutesPerDay }) });
  };
  for (const interval of weekly[day]) {
    const minutes = minutesOf(interval);
    if (minutes) cut(minutes, time, (piece) => place(interval, piece));
    else own.push(interval);
  }
  const earlier = weekly[before].flatMap((interval) => {
    const minutes = minutesOf(interval);
    if (!minutes || minutes.close <= minutesPerDay) return [interval];
    const kept: Interval[] = [];
    cut(minutes, { from: time.from + minutesPerDay, to: time.to + minutesPerDay }, (piece) => {
      if (piece.open < minutesPerDay) kept.push(piece.close === minutes.close ? interval : { ...interval, ...intervalOf(piece) });
      else own.push({ ...interval, ...intervalOf({ open: piece.open - minutesPerDay, close: piece.close - minutesPerDay }) });
    });
    return kept;
  });
  const isCut = earlier.some((interval, at) => interval !== weekly[before][at]) || earlier.length !== weekly[before].length;
  const week = { ...weekly, [before]: isCut ? normaliseRow(earlier) : weekly[before], [day]: own };
  return next.length === 0 ? week : { ...week, [after]: normaliseRow([...week[after], ...next]) };
}

/** What is left of an interval without a time. */
function cut({ open, close }: IntervalMinutes, { from, to }: PaintedTime, keep: (piece: IntervalMinutes) => void): void {
  if (open < Math.min(close, from)) keep({ open, close: Math.min(close, from) });
  if (close > Math.max(open, to)) keep({ open: Math.max(open, to), close });
}

/** An end of an interval, as it is seen on a day: the end of a night is seen on the day after the one it is written on. */
export interface Edge {
  row: Weekday;
  index: number;
  side: 'open' | 'close';
}

/** One end of an interval moved to a minute of the day it is seen on; as far as the other end, and never around the clock. */
export function moveEdge(weekly: WeekHours, { row, index, side }: Edge, seenOn: Weekday, minute: number): WeekHours {
  const interval = weekly[row][index];
  const minutes = interval && minutesOf(interval);
  if (!minutes) return weekly;
  const { open, close } = minutes;
  const at = seenOn === row ? minute : minute + minutesPerDay;
  const moved = side === 'open'
    ? { open: clamp(at, Math.max(0, close - minutesPerDay + step), close - step), close }
    : { open, close: clamp(at, open + step, at <= minutesPerDay ? minutesPerDay : open + minutesPerDay - step) };
  if (moved.open === open && moved.close === close || moved.open >= minutesPerDay) return weekly;
  // What it grows over is taken away first, so that hours never overlap.
  const without = { ...weekly, [row]: weekly[row].filter((_, at) => at !== index) };
  const today = closeDay(without, row, { from: moved.open, to: Math.min(moved.close, minutesPerDay) });
  const cleared = moved.close > minutesPerDay ? closeDay(today, dayAfter(row), { from: 0, to: moved.close - minutesPerDay }) : today;
  return { ...cleared, [row]: normaliseRow([...cleared[row], { ...interval, ...intervalOf(moved) }]) };
}

/** Minutes that a pointer snaps to, and the shortest interval it makes. */
export const step = 15;

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
