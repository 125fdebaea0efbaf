import { accepted, prefixIssues, refused, type Issue, type Result } from '../issue.js';
import { parseLocalDate } from '../local-date.js';
import type { Exception } from '../support-hours.js';
import { closedExceptions, type ClosedDates } from './closed-dates.js';
import { contentLines, unescapeText, type ContentLine } from './content-lines.js';
import { dateIn, yearlyDates } from './yearly-dates.js';

/*
 * Reads a file of holidays (iCalendar, RFC 5545): each all-day event is dates on which it is closed, called by its SUMMARY.
 *
 * - An event with times of day is refused: whether all of its date is meant nobody can tell. From midnight to midnight of local
 *   time it is taken by its dates, with a warning.
 * - Yearly repetitions are read where they end, or up to the end of the window; other repetitions, and occurrences that were
 *   changed, are refused. What was cancelled is left out, with a warning.
 * - Dates that several events share become one exception with all their names, with a warning.
 * - A file that was cut is refused. Everything takes linear time, but for the order of the dates; more than 10,000 are refused.
 */

export interface HolidayWindow {
  /** `YYYY-MM-DD`, inclusive: what ends before is left out. */
  from?: string;
  /** Inclusive: what begins later is left out, and yearly repetitions without an end go so far. */
  to?: string;
}

const limit = 10_000;
const read = ['DTSTART', 'DTEND', 'DURATION', 'SUMMARY', 'STATUS', 'RRULE', 'RDATE', 'EXDATE', 'EXRULE', 'RECURRENCE-ID'];

/** Lines of one event by name; `number` is where it begins. */
interface EventLines {
  number: number;
  lines: Map<string, ContentLine[]>;
}

/** Exceptions that are closed, sorted and disjoint. `params.line` of an issue is the line of the file, from 1. */
export function exceptionsFromICalendar(text: string, { from, to }: HolidayWindow = {}): Result<Exception[]> {
  const window = { first: parseLocalDate(from ?? ''), last: parseLocalDate(to ?? '') };
  const stretches: ClosedDates[] = [];
  const warnings: Issue[] = [];
  for (const event of eventsOf(text)) {
    const result = event.ok ? datesOf(event.value, window.last) : event;
    if (!result.ok) return result;
    warnings.push(...result.warnings);
    for (const dates of result.value) {
      if ((window.first === null || dates.to >= window.first) && (window.last === null || dates.from <= window.last)) stretches.push(dates);
    }
    if (stretches.length > limit) return refused({ path: [], code: 'hours.ical-too-many', params: { max: limit } });
  }
  const exceptions = closedExceptions(stretches, limit);
  return exceptions.ok ? accepted(exceptions.value, [...warnings, ...exceptions.warnings]) : exceptions;
}

function* eventsOf(text: string): Generator<Result<EventLines>> {
  const open: string[] = [];
  let event: EventLines | null = null;
  let hasCalendar = false;
  // The last line of a file that was cut is rarely a whole one: a line is only wrong by itself where others follow it.
  let wrong: Issue | null = null;
  for (const line of contentLines(text)) {
    if (wrong) return yield refused(wrong);
    if (!hasCalendar && !('name' in line && line.name === 'BEGIN' && line.value.trim().toUpperCase() === 'VCALENDAR')) {
      return yield refused({ path: [], code: 'hours.ical-none' });
    }
    hasCalendar = true;
    if (!('name' in line)) {
      wrong = { path: [], code: 'hours.ical-line', params: { line: line.number, text: line.text } };
      continue;
    }
    const component = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN') {
      open.push(component);
      if (component === 'VEVENT') event = { number: line.number, lines: new Map() };
    } else if (line.name === 'END') {
      if (open[open.length - 1] !== component) wrong = { path: [], code: 'hours.ical-line', params: { line: line.number, text: `END:${component}`.slice(0, 60) } };
      else if (open.pop() === 'VEVENT' && event) yield accepted(event);
    } else if (open[open.length - 1] === 'VEVENT' && event && read.includes(line.name)) {
      event.lines.set(line.name, [...(event.lines.get(line.name) ?? []), line]);
    }
  }
  if (!hasCalendar) yield refused({ path: [], code: 'hours.ical-none' });
  else if (open.length > 0) yield refused({ path: [], code: 'hours.ical-cut' });
  else if (wrong) yield refused(wrong);
}

function datesOf({ number, lines }: EventLines, last: number | null): Result<ClosedDates[]> {
  const one = (name: string) => lines.get(name)?.[0];
  // The words of a summary, on one line.
  const label = unescapeText(one('SUMMARY')?.value ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const issue = (code: string, params: Record<string, unknown> = {}): Issue => ({ path: [], code, params: { line: number, name: label, ...params } });
  const at = (issues: Issue[]) => prefixIssues(issues.map((found) => ({ ...found, params: { line: number, name: label, ...found.params } })));

  // First of all: what was cancelled may be one occurrence of another event.
  const [unread] = [...(lines.get('RECURRENCE-ID') ?? []), ...(lines.get('EXRULE') ?? []), ...(lines.get('RRULE') ?? []).slice(1)];
  if (unread) return refused(issue('hours.ical-rule', { text: `${unread.name}:${unread.value}`.slice(0, 120) }));
  if (one('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return accepted([], [issue('hours.ical-cancelled')]);

  const start = one('DTSTART');
  const span = start ? spanOf(start, one('DTEND'), one('DURATION')) : refused<Span>({ path: [], code: 'hours.ical-start' });
  if (!span.ok) return refused(...at(span.issues));
  const { from, length } = span.value;
  const rule = one('RRULE');
  const repeated = rule ? yearlyDates(rule.value, from, { last, limit }) : accepted([from]);
  if (!repeated.ok) return refused(...at(repeated.issues));
  const [added, removed] = [dateList(lines.get('RDATE')), dateList(lines.get('EXDATE'))];
  if (!added.ok) return refused(...at(added.issues));
  if (!removed.ok) return refused(...at(removed.issues));
  const gone = new Set(removed.value);
  const dates = [...new Set([...repeated.value, ...added.value])].filter((date) => !gone.has(date));
  return accepted(dates.map((date) => ({ from: date, to: date + length - 1, label })), at(span.warnings));
}

interface Span {
  from: number;
  /** In days, at least one. */
  length: number;
}

function spanOf(start: ContentLine, end: ContentLine | undefined, duration: ContentLine | undefined): Result<Span> {
  const from = dateIn(start.value.trim());
  if (from === null) return refused({ path: [], code: 'hours.ical-start' });
  const isTimed = /T/.test(start.value);
  if (isTimed && !isLocalMidnight(start.value)) return timed(start);
  let length: number;
  if (end) {
    const to = dateIn(end.value.trim());
    if (to === null || to < from) return refused({ path: [], code: 'hours.ical-end', params: { text: end.value.trim() } });
    if (/T/.test(end.value) !== isTimed || (isTimed && !isLocalMidnight(end.value))) return timed(end);
    length = to - from;
  } else {
    const days = duration ? daysOf(duration.value.trim()) : isTimed ? null : 1;
    if (days === null) return duration ? refused({ path: [], code: 'hours.ical-end', params: { text: duration.value.trim() } }) : timed(start);
    length = days;
  }
  if (isTimed && length === 0) return timed(start);
  // Some programs write the last day where the day after it belongs.
  const warnings: Issue[] = [
    ...(length === 0 ? [{ path: [], code: 'hours.ical-one-day' }] : []),
    ...(isTimed ? [{ path: [], code: 'hours.ical-midnight' }] : []),
  ];
  return accepted({ from, length: Math.max(1, length) }, warnings);
}

/** In UTC it is midnight somewhere else. */
function isLocalMidnight(value: string): boolean {
  return value.trim().endsWith('T000000');
}

function timed({ value }: ContentLine): Result<never> {
  return refused({ path: [], code: 'hours.ical-timed', params: { text: value.trim() } });
}

/** `P2D`, `P1W` */
function daysOf(duration: string): number | null {
  const [, weeks, days] = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/.exec(duration) ?? [];
  return weeks === undefined && days === undefined ? null : Number(weeks ?? 0) * 7 + Number(days ?? 0);
}

function dateList(lines: readonly ContentLine[] = []): Result<number[]> {
  const dates: number[] = [];
  for (const { name, value } of lines) {
    for (const one of value.split(',')) {
      const date = dateIn(one.trim());
      if (date === null || (/T/.test(one) && !isLocalMidnight(one))) return refused({ path: [], code: 'hours.ical-rule', params: { text: `${name}:${one}`.slice(0, 120) } });
      dates.push(date);
    }
  }
  return accepted(dates);
}
