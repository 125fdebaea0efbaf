import { minutesOf, type IntervalMinutes } from './interval-minutes.js';
import { prefixIssues, type Issue } from './issue.js';
import { parseLocalDate } from './local-date.js';
import { minutesPerDay, parseClosingTime, parseOpeningTime } from './local-time.js';
import { placedIntervals } from './placed-intervals.js';
import { weekdays, type Exception, type Interval, type Schedule, type SupportHours } from './support-hours.js';

/*
 * The rules that hours obey. Touching intervals are allowed and overlapping ones are not, around the week's end too. A time
 * zone that this engine does not know is no issue: another one may, and the value is kept.
 */

/** Everything that breaks a rule. Paths start at the hours: `['schedules', 0, 'weekly', 'mo', 1]`. */
export function validateSupportHours(hours: SupportHours): Issue[] {
  const seen = new Set<string>();
  return hours.schedules.flatMap((schedule, index) => {
    const issues = validateSchedule(schedule);
    if (seen.has(schedule.id)) issues.unshift({ path: ['id'], code: 'hours.duplicate-schedule-id' });
    seen.add(schedule.id);
    return prefixIssues(issues, 'schedules', index);
  });
}

/** The same of one schedule by itself. Paths start at the schedule. */
export function validateSchedule(schedule: Schedule): Issue[] {
  return [
    ...(schedule.timeZone.trim() === '' ? [{ path: ['timeZone'], code: 'hours.time-zone-missing' }] : []),
    ...weekdays.flatMap((day) => prefixIssues(validateRow(schedule.weekly[day]), 'weekly', day)),
    ...prefixIssues(validateWeek(schedule.weekly), 'weekly'),
    ...prefixIssues(validateExceptions(schedule.exceptions), 'exceptions'),
  ];
}

/** One interval by itself, and the order of a row. Paths start at the row. */
function validateRow(row: readonly Interval[]): Issue[] {
  return row.flatMap((interval, index): Issue[] => {
    const issue = validateInterval(interval);
    if (issue) return [{ ...issue, path: [index, ...issue.path] }];
    const before = row[index - 1];
    const isUnsorted = before !== undefined && (parseOpeningTime(before.open) ?? 0) > (parseOpeningTime(interval.open) ?? 0);
    return isUnsorted ? [{ path: [index], code: 'hours.unsorted' }] : [];
  });
}

function validateInterval({ open, close }: Interval): Issue | null {
  if (parseOpeningTime(open) === null) return { path: ['open'], code: 'hours.time-format', params: { text: open } };
  // 00:00 is a time, and as a closing time it would be the end of the day, which is written 24:00.
  if (parseClosingTime(close) === null && close !== '00:00') return { path: ['close'], code: 'hours.time-format', params: { text: close } };
  if (open === close) return { path: [], code: 'hours.empty-interval', params: { open, close } };
  if (close === '00:00') return { path: ['close'], code: 'hours.end-of-day' };
  return null;
}

/** Overlaps anywhere in the circular week. The later of two overlapping intervals is the one that is pointed at. */
function validateWeek(weekly: Schedule['weekly']): Issue[] {
  return overlaps(placedIntervals(weekly), weekdays.length * minutesPerDay)
    .map(([later, earlier]) => ({
      path: [later.day, later.index], code: 'hours.overlap',
      params: { day: earlier.day, open: earlier.interval.open, close: earlier.interval.close },
    }));
}

/** Pairs of intervals that share time, on a line that begins again after `length`. */
function overlaps<T extends IntervalMinutes>(intervals: readonly T[], length: number): [later: T, earlier: T][] {
  const sorted = [...intervals].sort((a, b) => a.open - b.open);
  const pairs: [T, T][] = [];
  let last: T | undefined;
  for (const interval of sorted) {
    if (last && interval.open < last.close) pairs.push([interval, last]);
    if (!last || interval.close > last.close) last = interval;
  }
  // What runs past the end goes on at the beginning; a single interval longer than the line would meet itself.
  for (const interval of sorted) {
    if (last && last !== interval && interval.open < last.close - length) pairs.push([interval, last]);
  }
  return pairs;
}

function validateExceptions(exceptions: readonly Exception[]): Issue[] {
  let lastDay = Number.NEGATIVE_INFINITY;
  let lastFrom = Number.NEGATIVE_INFINITY;
  return exceptions.flatMap((exception, index): Issue[] => {
    const from = parseLocalDate(exception.from);
    const to = parseLocalDate(exception.to);
    const issues: Issue[] = [];
    if (from === null) issues.push({ path: ['from'], code: 'hours.exception-date', params: { text: exception.from } });
    if (to === null) issues.push({ path: ['to'], code: 'hours.exception-date', params: { text: exception.to } });
    if (from !== null && to !== null) {
      if (from > to) issues.push({ path: ['to'], code: 'hours.exception-order' });
      else if (from < lastFrom) issues.push({ path: [], code: 'hours.exception-unsorted' });
      else if (from <= lastDay) issues.push({ path: [], code: 'hours.exception-overlap' });
      lastFrom = Math.max(lastFrom, from);
      lastDay = Math.max(lastDay, to);
    }
    issues.push(...prefixIssues(validateExceptionRow(exception.intervals, from !== null && to !== null && to > from), 'intervals'));
    return prefixIssues(issues, index);
  });
}

/** On several dates the same row follows itself, so that its last interval must not run into its first. */
function validateExceptionRow(row: readonly Interval[], isRepeated: boolean): Issue[] {
  const placed = row.flatMap((interval, index) => {
    const minutes = minutesOf(interval);
    return minutes ? [{ ...minutes, index, interval }] : [];
  });
  return [
    ...validateRow(row),
    ...overlaps(placed, isRepeated ? minutesPerDay : Number.POSITIVE_INFINITY).map(([later, earlier]) => ({
      path: [later.index], code: 'hours.overlap', params: { open: earlier.interval.open, close: earlier.interval.close },
    })),
  ];
}
