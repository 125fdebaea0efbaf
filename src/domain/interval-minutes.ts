import { formatLocalTime, minutesPerDay, parseClosingTime, parseOpeningTime } from './local-time.js';
import type { Interval } from './support-hours.js';

/** An interval as minutes since the midnight of the day it opens on; `close` is past 1440 where it ends the next day. */
export interface IntervalMinutes {
  open: number;
  close: number;
}

/** `null` where a time is none, or where the interval would be empty. */
export function minutesOf({ open, close }: Interval): IntervalMinutes | null {
  const from = parseOpeningTime(open);
  const to = parseClosingTime(close);
  if (from === null || to === null || from === to) return null;
  return { open: from, close: to > from ? to : to + minutesPerDay };
}

export function intervalOf({ open, close }: IntervalMinutes): Interval {
  return { open: formatLocalTime(open), close: formatLocalTime(close > minutesPerDay ? close - minutesPerDay : close) };
}
