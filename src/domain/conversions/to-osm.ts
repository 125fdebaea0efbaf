import { dayRuns } from '../day-runs.js';
import { isFullDay } from '../full-day.js';
import { minutesOf, type IntervalMinutes } from '../interval-minutes.js';
import { accepted, refused, type Issue, type Result } from '../issue.js';
import { formatLocalDate, parseLocalDate } from '../local-date.js';
import { formatLocalTime, minutesPerDay } from '../local-time.js';
import { weekdays, type Exception, type Schedule, type Weekday } from '../support-hours.js';
import { validateSchedule } from '../validate-support-hours.js';
import { notCarried } from './not-carried.js';
import { months } from './osm-tokens.js';
import { tailsAfter, type DatedRow } from './osm-tails.js';

/*
 * A schedule as an OpenStreetMap `opening_hours` text. The rules of the week are joined by `, `, because `;` would cut the
 * tails of nights; exceptions follow after `; `, which cuts what spills into their dates as an exception does. What an
 * exception owns after its last midnight is taken away by a rule of its own. `fromOsm` reads the same schedule back.
 */

/** Refused are hours that break a rule, and labels that no comment can hold. Warnings name what the text does not say. */
export function toOsm(schedule: Schedule): Result<string> {
  const issues = [
    // The text has no time zone.
    ...validateSchedule(schedule).filter(({ code }) => code !== 'hours.time-zone-missing'),
    ...schedule.exceptions.flatMap(labelIssues),
  ];
  if (issues.length > 0) return refused(...issues);
  const dated = schedule.exceptions.map((exception): DatedRow & { exception: Exception } => ({
    from: parseLocalDate(exception.from)!, to: parseLocalDate(exception.to)!, row: exception.intervals.map((one) => minutesOf(one)!), exception,
  }));
  const tails = tailsAfter(dated, weekdays.map((day) => schedule.weekly[day].map((one) => minutesOf(one)!)));
  const rules = [
    ...dated.map(exceptionRule),
    ...tails.map(({ date, open, close }) => `${dateText(date, date)} ${timeText({ open, close })} off`),
  ];
  return accepted([weekText(schedule.weekly, rules.length > 0), ...rules].join('; '), notCarried(schedule));
}

function labelIssues({ label }: Exception, index: number): Issue[] {
  // A comment ends at the next quotation mark, and nothing can escape one.
  const fits = label === undefined || !/["\p{Cc}]/u.test(label);
  return fits ? [] : [{ path: ['exceptions', index, 'label'], code: 'hours.osm-label', params: { text: label } }];
}

function weekText(weekly: Schedule['weekly'], hasExceptions: boolean): string {
  const daysByRow = new Map<string, Weekday[]>();
  for (const day of weekdays) {
    if (weekly[day].length === 0) continue;
    const row = weekly[day].map((one) => timeText(minutesOf(one)!)).join(',');
    daysByRow.set(row, [...(daysByRow.get(row) ?? []), day]);
  }
  if (daysByRow.size === 0) return 'off';
  if (!hasExceptions && weekdays.every((day) => isFullDay(weekly[day]))) return '24/7';
  return [...daysByRow].map(([row, days]) => `${daysText(days)} ${row}`).join(', ');
}

/** `Mo-Th,Sa` */
function daysText(days: readonly Weekday[]): string {
  const name = (day: Weekday) => day.charAt(0).toUpperCase() + day.slice(1);
  return dayRuns(days, weekdays).map((run) => (run.length > 1 ? `${name(run[0])}-${name(run[run.length - 1])}` : name(run[0]))).join(',');
}

function timeText({ open, close }: IntervalMinutes): string {
  return `${formatLocalTime(open)}-${formatLocalTime(close > minutesPerDay ? close - minutesPerDay : close)}`;
}

function exceptionRule({ from, to, row, exception: { label } }: DatedRow & { exception: Exception }): string {
  const hours = row.length === 0 ? 'off' : row.map(timeText).join(',');
  const dates = dateText(from, to);
  if (!label) return `${dates} ${hours}`;
  // Times with a comment and no word for their state would be times of which nobody knows.
  return row.length === 0 ? `${dates} off "${label}"` : `${dates} ${hours} open "${label}"`;
}

/** `2026 Dec 24`, `2026 Dec 24-26`, `2026 Dec 24-2027 Jan 02` */
function dateText(from: number, to: number): string {
  const parts = (date: number) => {
    const [year, month, day] = formatLocalDate(date).split('-');
    return { month: `${year} ${months[Number(month) - 1]}`, day };
  };
  const [first, last] = [parts(from), parts(to)];
  const begin = `${first.month} ${first.day}`;
  if (from === to) return begin;
  return first.month === last.month ? `${begin}-${last.day}` : `${begin}-${last.month} ${last.day}`;
}
