import type { IntervalMinutes } from '../interval-minutes.js';
import { weekdayIndex } from '../local-date.js';
import { minutesPerDay } from '../local-time.js';

/** The hours of dates, as days since the epoch, both inclusive. */
export interface DatedRow {
  from: number;
  to: number;
  row: readonly IntervalMinutes[];
}

export interface Tail<T> extends IntervalMinutes {
  /** The morning on which it would be, as days since the epoch; minutes count from its midnight. */
  date: number;
  exception: T;
}

/**
 * The tails that exceptions own and that an OpenStreetMap text has to take away by a rule of its own: what would spill, of the
 * week's row of an exception's last date, into a morning that belongs to no exception, as far as the exception's own row does
 * not spill over it. Exceptions are sorted and disjoint; rows are Monday first.
 */
export function tailsAfter<T extends DatedRow>(exceptions: readonly T[], rows: readonly (readonly IntervalMinutes[])[]): Tail<T>[] {
  return exceptions.flatMap((exception, index): Tail<T>[] => {
    const date = exception.to + 1;
    if (exceptions[index + 1]?.from === date) return [];
    const open = tailOf(exception.row);
    const close = tailOf(rows[weekdayIndex(exception.to)]);
    return close > open ? [{ date, open, close, exception }] : [];
  });
}

/** How far a row spills into the next day, in minutes. */
function tailOf(row: readonly IntervalMinutes[]): number {
  return Math.max(0, ...row.map(({ close }) => close - minutesPerDay));
}
