import { datesText as localDatesText, formatFor, timeOptions, timeText as localTimeText } from '../../domain/describe/locale-formats.js';
import { isFullDay } from '../../domain/full-day.js';
import { minutesOf } from '../../domain/interval-minutes.js';
import { minutesPerDay } from '../../domain/local-time.js';
import type { Exception, Interval } from '../../domain/support-hours.js';
import type { Texts } from '../../internal/issue-text.js';

export { dayName, formatFor, weekOrder } from '../../domain/describe/locale-formats.js';

/*
 * Stored hours in the reader's language, with this element's words for what `Intl` has none for. Whatever is stored can be
 * shown: what is not a time or a date is shown as it is.
 */

export function timeText(texts: Texts, time: string): string {
  return localTimeText(texts.lang, time, texts.text('time.midnight'));
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

/** The same, saying beside each interval that ends on the next day when that is: “18:00–02:00 (until 02:00 the next day)”. */
export function hoursText(texts: Texts, intervals: readonly Interval[]): string {
  const notes = intervals.map((interval) => overnightText(texts, [interval]));
  if (!notes.some(Boolean)) return intervalsText(texts, intervals);
  return intervals.map((interval, index) => intervalText(texts, interval) + (notes[index] && ` (${notes[index]})`)).join(texts.text('list-separator'));
}

/** Says of each interval that ends on the next day when that is. */
export function overnightText(texts: Texts, intervals: readonly Interval[]): string {
  return intervals
    .filter((interval) => (minutesOf(interval)?.close ?? 0) > minutesPerDay)
    .map(({ close }) => texts.text('day.overnight', { time: timeText(texts, close) }))
    .join(texts.text('list-separator'));
}

export function datesText(lang: string, { from, to }: Pick<Exception, 'from' | 'to'>): string {
  return localDatesText(lang, from, to, 'short');
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
