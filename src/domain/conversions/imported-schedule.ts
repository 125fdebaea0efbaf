import { intervalOf, type IntervalMinutes } from '../interval-minutes.js';
import { accepted, refused, type Issue, type Result } from '../issue.js';
import { weekdays, type Exception, type Schedule } from '../support-hours.js';
import { validateSchedule } from '../validate-support-hours.js';

/** A week and exceptions that were read, as a schedule that obeys the rules, or refused with what breaks them. Rows are Monday first. */
export function importedSchedule(rows: readonly (readonly IntervalMinutes[])[], exceptions: readonly Exception[], timeZone: string, warnings: Issue[]): Result<Schedule> {
  const weekly = Object.fromEntries(weekdays.map((day, index) => [day, sortedRow(rows[index])])) as Schedule['weekly'];
  const schedule: Schedule = {
    id: 'imported', label: '', timeZone, weekly,
    exceptions: [...exceptions].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  };
  const issues = validateSchedule(schedule);
  return issues.length > 0 ? refused(...issues) : accepted(schedule, warnings);
}

export function sortedRow(row: readonly IntervalMinutes[]): Schedule['weekly']['mo'] {
  return [...row].sort((a, b) => a.open - b.open).map(intervalOf);
}
