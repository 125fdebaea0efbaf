import type { Weekday } from './support-hours.js';

/** Days as runs of those that follow each other in an order of the week. The days are in that order. */
export function dayRuns(days: readonly Weekday[], order: readonly Weekday[]): Weekday[][] {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    if (run && order.indexOf(run[run.length - 1]) + 1 === order.indexOf(day)) run.push(day);
    else runs.push([day]);
  }
  return runs;
}
