import { accepted, refused, type Issue, type Result } from '../issue.js';
import { weekdays, type Interval, type Schedule, type Weekday } from '../support-hours.js';
import { validateSchedule } from '../validate-support-hours.js';
import { notCarried } from './not-carried.js';

/*
 * A schedule as schema.org `OpeningHoursSpecification` objects: those of the week name their days, those of an exception their
 * dates. The end of a day is written 23:59, as search engines want it and as `fromSchemaOrg` reads it; so hours that end one
 * minute earlier than a day, or last no longer than its last minute, cannot be written. What is closed is 00:00 to 00:00, and a closed day of a week is left out.
 */

export const schemaOrgDays: Readonly<Record<Weekday, string>> = {
  mo: 'Monday', tu: 'Tuesday', we: 'Wednesday', th: 'Thursday', fr: 'Friday', sa: 'Saturday', su: 'Sunday',
};

const closed = { opens: '00:00', closes: '00:00' };

/** Refused are hours that break a rule, or that the last minute of a day tells from none. Warnings name what the objects do not say. */
export function toSchemaOrg(schedule: Schedule): Result<object[]> {
  const issues = [
    // There is no time zone either.
    ...validateSchedule(schedule).filter(({ code }) => code !== 'hours.time-zone-missing'),
    ...weekdays.flatMap((day) => lateIssues(schedule.weekly[day], ['weekly', day])),
    ...schedule.exceptions.flatMap(({ intervals }, index) => lateIssues(intervals, ['exceptions', index, 'intervals'])),
  ];
  return issues.length > 0 ? refused(...issues) : accepted([...weekOf(schedule), ...schedule.exceptions.flatMap(exceptionOf)], notCarried(schedule));
}

function lateIssues(row: readonly Interval[], path: Issue['path']): Issue[] {
  return row.flatMap(({ open, close }, index) => (close === '23:59' || (open === '23:59' && close === '24:00') ? [{ path: [...path, index], code: 'hours.schema-org-end', params: { open, close } }] : []));
}

function weekOf({ weekly }: Schedule): object[] {
  const daysByTimes = new Map<string, { interval: Interval; days: Weekday[] }>();
  for (const day of weekdays) {
    for (const interval of weekly[day]) {
      const key = `${interval.open} ${interval.close}`;
      const same = daysByTimes.get(key);
      if (same) same.days.push(day);
      else daysByTimes.set(key, { interval, days: [day] });
    }
  }
  if (daysByTimes.size === 0) return [specification({ dayOfWeek: weekdays.map((day) => schemaOrgDays[day]), ...closed })];
  return [...daysByTimes.values()].map(({ interval, days }) => specification({ dayOfWeek: days.map((day) => schemaOrgDays[day]), ...times(interval) }));
}

function exceptionOf({ from, to, intervals, label }: Schedule['exceptions'][number]): object[] {
  const dates = { ...(label && { name: label }), validFrom: from, validThrough: to };
  return intervals.length === 0 ? [specification({ ...dates, ...closed })] : intervals.map((interval) => specification({ ...dates, ...times(interval) }));
}

function times({ open, close }: Interval): { opens: string; closes: string } {
  return { opens: open, closes: close === '24:00' ? '23:59' : close };
}

function specification(properties: object): object {
  return { '@type': 'OpeningHoursSpecification', ...properties };
}
