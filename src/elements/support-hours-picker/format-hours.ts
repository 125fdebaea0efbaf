import { weekdays, type Exception, type Interval, type Weekday } from '../../domain/support-hours.js';
import type { Texts } from '../../internal/issue-text.js';
import { isFullDay } from './schedule-edit.js';

/*
 * Stored days, times and dates as the reader's language writes them. Whatever is stored can be shown: what is not a time
 * or a date is shown as it is.
 */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(lang, { timeZone: 'UTC', ...options })));
  return format;
}

/** `getWeekInfo()` is the newer form; engines have the one, the other, or neither. */
interface WeekLocale extends Intl.Locale {
  getWeekInfo?(): { firstDay: number };
  weekInfo?: { firstDay: number };
}

/** The days in the order in which the language's people see a week; from Monday where the engine does not know. */
export function weekOrder(lang: string): Weekday[] {
  const locale: WeekLocale = new Intl.Locale(lang);
  const firstDay = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
  return weekdays.map((_, index) => weekdays[(index + firstDay - 1) % 7]);
}

/** The week that began on Monday, 1 January 2024, lends its days for their names. */
export function dayName(lang: string, day: Weekday, style: 'long' | 'short' = 'long'): string {
  return formatFor(lang, { weekday: style }).format(Date.UTC(2024, 0, 1 + weekdays.indexOf(day)));
}

const wallTime = /^([01]\d|2[0-3]):([0-5]\d)$/;
const timeOptions = { timeStyle: 'short' } as const;

export function timeText(texts: Texts, time: string): string {
  const { lang } = texts;
  if (time === '24:00') return usesHalfDays(lang) ? texts.text('time.midnight') : time;
  const [, hour, minute] = wallTime.exec(time) ?? [];
  // ICU writes no-break spaces of two kinds; the text goes into a box where people edit it.
  return hour === undefined ? time : formatFor(lang, timeOptions).format(Date.UTC(2024, 0, 1, Number(hour), Number(minute))).replace(/[\u00a0\u202f]/g, ' ');
}

function usesHalfDays(lang: string): boolean {
  return formatFor(lang, timeOptions).resolvedOptions().hour12 === true;
}

export function intervalText(texts: Texts, { open, close }: Interval): string {
  const [from, to] = [timeText(texts, open), timeText(texts, close)];
  return /\s/.test(from + to) ? `${from} – ${to}` : `${from}–${to}`;
}

/** A day's hours in words: closed, open 24 hours, or when. */
export function intervalsText(texts: Texts, intervals: readonly Interval[]): string {
  if (intervals.length === 0) return texts.text('day.closed');
  if (isFullDay(intervals)) return texts.text('day.open-24-hours');
  return intervals.map((interval) => intervalText(texts, interval)).join(texts.text('list-separator'));
}

/** Says of each interval that ends on the next day when that is. */
export function overnightText(texts: Texts, intervals: readonly Interval[]): string {
  return intervals
    .filter(({ open, close }) => wallTime.test(open) && wallTime.test(close) && close < open)
    .map(({ close }) => texts.text('day.overnight', { time: timeText(texts, close) }))
    .join(texts.text('list-separator'));
}

/** Some engines read 30 February as a day in March; here it is no date. */
function dateOf(date: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? time : Number.NaN;
}

export function datesText(lang: string, { from, to }: Pick<Exception, 'from' | 'to'>): string {
  const [start, end] = [dateOf(from), dateOf(to)];
  if (!(start <= end)) return from === to ? from : `${from} – ${to}`;
  const format = formatFor(lang, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  return start === end ? format.format(start) : format.formatRange(start, end);
}

/** A point in time, as it is called in a zone: the time, with the day where that is another one, with the date where it is far. */
export function momentText(lang: string, at: Date, now: Date, timeZone: string): string {
  const date = formatFor('en-CA', { dateStyle: 'short', timeZone });
  const sameDay = date.format(at) === date.format(now);
  const isNear = at.getTime() - now.getTime() < 6 * 86_400_000;
  if (sameDay) return formatFor(lang, { ...timeOptions, timeZone }).format(at);
  const day = isNear ? { weekday: 'long' as const } : { day: 'numeric' as const, month: 'long' as const, year: 'numeric' as const };
  return formatFor(lang, { ...day, hour: 'numeric', minute: '2-digit', timeZone }).format(at);
}
