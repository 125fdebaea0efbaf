import { accepted, refused, type Result } from '../issue.js';
import { formatLocalDate, parseLocalDate, weekdayIndex } from '../local-date.js';
import { weekdays } from '../support-hours.js';

/*
 * Dates that come again each year (RFC 5545, 3.3.10, as far as holidays need it): the same day of the same month, or the nth
 * weekday of a month, as often as COUNT or until UNTIL says. Whatever else a rule says is refused. A 29 February is in leap
 * years only. All dates are days since the epoch.
 */

export interface YearlyOptions {
  /** The last date that is of interest; what has no end ends here. `null`: then it is refused. */
  last: number | null;
  /** More dates than this are refused. */
  limit: number;
}

const understood = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST'];

/** The dates of a rule that begins on a date, which is the first of them. `params.text` of an issue is what is not understood. */
export function yearlyDates(rule: string, first: number, { last, limit }: YearlyOptions): Result<number[]> {
  const parts = new Map(rule.toUpperCase().split(';').filter(Boolean).map((part): [string, string] => {
    const [name, ...value] = part.split('=');
    return [name.trim(), value.join('=').trim()];
  }));
  const strange = [...parts.keys()].find((name) => !understood.includes(name));
  if (strange !== undefined || parts.get('FREQ') !== 'YEARLY') return notUnderstood(rule);
  const interval = naturalNumber(parts.get('INTERVAL') ?? '1');
  const count = parts.has('COUNT') ? naturalNumber(parts.get('COUNT')!) : Number.POSITIVE_INFINITY;
  const until = parts.has('UNTIL') ? dateIn(parts.get('UNTIL')!) : Number.POSITIVE_INFINITY;
  if (interval === null || count === null || until === null) return notUnderstood(rule);
  const isEndless = count === Number.POSITIVE_INFINITY && until === Number.POSITIVE_INFINITY;
  if (isEndless && last === null) return refused({ path: [], code: 'hours.ical-endless' });
  const dayIn = dayOfYear(parts, first);
  if (!dayIn) return notUnderstood(rule);

  const end = Math.min(until, isEndless ? last! : Number.POSITIVE_INFINITY);
  const dates: number[] = [];
  for (let year = Number(formatLocalDate(first).slice(0, 4)); year <= 9_999 && dates.length < count; year += interval) {
    const date = dayIn(year);
    if (date === null) continue;
    if (date > end) break;
    // A start that its own rule does not lead to is first all the same.
    if (dates.length === 0 && date !== first) return notUnderstood(rule);
    if (dates.push(date) > limit) return refused({ path: [], code: 'hours.ical-too-many', params: { max: limit } });
  }
  return accepted(dates);
}

function notUnderstood(rule: string): Result<never> {
  return refused({ path: [], code: 'hours.ical-rule', params: { text: rule.slice(0, 120) } });
}

function naturalNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** `20261225`, with or without a time behind it. */
export function dateIn(text: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/.exec(text);
  return match && parseLocalDate(`${match[1]}-${match[2]}-${match[3]}`);
}

/** The rule's date in a year, `null` in a year that has none; or `null` for a rule that says it in another way. */
function dayOfYear(parts: ReadonlyMap<string, string>, first: number): ((year: number) => number | null) | null {
  const [, startMonth, startDay] = formatLocalDate(first).split('-').map(Number);
  const month = parts.has('BYMONTH') ? naturalNumber(parts.get('BYMONTH')!) : startMonth;
  if (month === null || month > 12) return null;
  const byDay = parts.get('BYDAY');
  if (byDay === undefined) {
    const day = parts.has('BYMONTHDAY') ? naturalNumber(parts.get('BYMONTHDAY')!) : startDay;
    // The day alone would be that day of each month.
    const isEachMonth = parts.has('BYMONTHDAY') && !parts.has('BYMONTH');
    return day === null || day > 31 || isEachMonth ? null : (year) => dateOf(year, month, day);
  }
  const [, nth, name] = /^([+-]?[1-5])([A-Z]{2})$/.exec(byDay) ?? [];
  const weekday = weekdays.findIndex((one) => one.toUpperCase() === name);
  // Without a month it would be the nth such day of the year.
  if (weekday === -1 || parts.has('BYMONTHDAY') || !parts.has('BYMONTH')) return null;
  return (year) => nthWeekday(year, month, weekday, Number(nth));
}

function dateOf(year: number, month: number, day: number): number | null {
  const two = (value: number) => String(value).padStart(2, '0');
  return parseLocalDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
}

/** Counted from the month's end where `nth` is negative. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): number | null {
  const begin = dateOf(year, month, 1)!;
  const length = [31, 30, 29, 28].find((day) => dateOf(year, month, day) !== null)!;
  const offset = (weekday - weekdayIndex(begin) + 7) % 7;
  const days = [0, 7, 14, 21, 28].map((week) => offset + week).filter((day) => day < length);
  const day = nth > 0 ? days[nth - 1] : days[days.length + nth];
  return day === undefined ? null : begin + day;
}
