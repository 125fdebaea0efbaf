import type { Interval } from './support-hours.js';

/** Whether a row is a day from its beginning to its end. 24/7 is seven of them. */
export function isFullDay(row: readonly Interval[]): boolean {
  return row.length === 1 && row[0].open === '00:00' && row[0].close === '24:00';
}
