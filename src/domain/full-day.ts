import type { Interval } from './support-hours.js';

/** A day from its beginning to its end. 24/7 is seven of them. */
export const fullDay: Interval = { open: '00:00', close: '24:00' };

export function isFullDay(row: readonly Interval[]): boolean {
  return row.length === 1 && row[0].open === fullDay.open && row[0].close === fullDay.close;
}
