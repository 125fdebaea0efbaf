import type { Issue } from '../issue.js';
import { weekdays, type Interval, type Schedule } from '../support-hours.js';

/**
 * What a schedule says and a format has no words for, as warnings: one for each key that is not empty. Ids and time zones are
 * for whoever converts to keep.
 */
export function notCarried(schedule: Schedule): Issue[] {
  const { weekly, exceptions } = schedule;
  return [
    ...strangers(schedule, ['id', 'timeZone', 'weekly', 'exceptions'], []),
    ...strangers(weekly, weekdays, ['weekly']),
    ...weekdays.flatMap((day) => ofIntervals(weekly[day], ['weekly', day])),
    ...exceptions.flatMap((exception, index) => [
      ...strangers(exception, ['from', 'to', 'intervals', 'label'], ['exceptions', index]),
      ...ofIntervals(exception.intervals, ['exceptions', index, 'intervals']),
    ]),
  ];
}

function ofIntervals(row: readonly Interval[], path: Issue['path']): Issue[] {
  return row.flatMap((interval, index) => strangers(interval, ['open', 'close'], [...path, index]));
}

function strangers(value: object, known: readonly string[], path: Issue['path']): Issue[] {
  return Object.entries(value)
    .filter(([key, one]) => !known.includes(key) && !isEmpty(one))
    .map(([key]) => ({ path: [...path, key], code: 'hours.not-carried', params: { name: key } }));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
