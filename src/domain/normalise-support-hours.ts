import { intervalOf, minutesOf, type IntervalMinutes } from './interval-minutes.js';
import { minutesPerDay } from './local-time.js';
import { weekdays, type Interval, type Schedule, type SupportHours } from './support-hours.js';

/*
 * One way of writing what means the same. Rows are sorted, and intervals of a row that touch or overlap become one, where
 * one interval can say it. Intervals of two days are never joined: an exception on one of the days owns only that day's.
 * Valid hours are open at the same instants before and after, but for touching intervals inside an hour that a clock change
 * skips, of which each moves forward by itself. What is not a time is left where it is. Keys that are not ours are kept.
 */
export function normalise(hours: SupportHours): SupportHours {
  return { ...hours, schedules: hours.schedules.map(normaliseSchedule) };
}

function normaliseSchedule(schedule: Schedule): Schedule {
  const weekly = { ...schedule.weekly };
  for (const day of weekdays) weekly[day] = normaliseRow(weekly[day]);
  const exceptions = schedule.exceptions
    .map((exception) => ({ ...exception, intervals: normaliseRow(exception.intervals) }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return { ...schedule, weekly, exceptions };
}

/** One row of a week, or of an exception. */
export function normaliseRow(row: readonly Interval[]): Interval[] {
  const unreadable = row.filter((interval) => !minutesOf(interval));
  const readable = row.flatMap((interval) => {
    const minutes = minutesOf(interval);
    return minutes ? [{ interval, minutes }] : [];
  }).sort((a, b) => a.minutes.open - b.minutes.open);

  const merged: { interval: Interval; minutes: IntervalMinutes }[] = [];
  for (const { interval, minutes } of readable) {
    const last = merged[merged.length - 1];
    const joined = last && { open: last.minutes.open, close: Math.max(last.minutes.close, minutes.close) };
    if (joined && minutes.open <= last.minutes.close && isExpressible(joined)) {
      merged[merged.length - 1] = { minutes: joined, interval: { ...last.interval, ...intervalOf(joined) } };
    } else {
      merged.push({ interval, minutes });
    }
  }
  return [...merged.map(({ interval }) => interval), ...unreadable];
}

/** 09:00 to 09:00 would be empty: a whole turn of the clock can only be said from midnight. */
function isExpressible({ open, close }: IntervalMinutes): boolean {
  return close - open < minutesPerDay || (open === 0 && close === minutesPerDay);
}
