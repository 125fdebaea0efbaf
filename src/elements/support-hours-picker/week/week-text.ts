import { parseLocalDate } from '../../../domain/local-date.js';
import type { Texts } from '../../../internal/issue-text.js';
import type { Span, Weekday } from '../../../domain/support-hours.js';
import { dayName, formatFor, intervalText } from '../format-hours.js';
import { clockTimeAt, type Stretch, type Week, type WeekDay } from './week-model.js';
import { formatLocalTime } from '../../../domain/local-time.js';

/* The facts of a week, as the reader's language writes them. */

function utcDate(date: string): number {
  return (parseLocalDate(date) ?? 0) * 86_400_000;
}

export function weekDatesText(lang: string, { days }: Week): string {
  return formatFor(lang, { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(utcDate(days[0].date), utcDate(days[6].date));
}

export function dayText(lang: string, { date }: WeekDay): string {
  return formatFor(lang, { weekday: 'long', day: 'numeric', month: 'long' }).format(utcDate(date));
}

/** Name and number, for the head of a column. */
export function dayHead(lang: string, { date, weekday }: WeekDay): [name: string, number: string] {
  return [dayName(lang, weekday, 'short'), formatFor(lang, { day: 'numeric' }).format(utcDate(date))];
}

export function hourText(lang: string, hour: number): string {
  return formatFor(lang, { hour: 'numeric' }).format(Date.UTC(2024, 0, 1, hour));
}

/** `Mon 18:00 – Tue 08:00` in the week's zone. */
export function spanText(lang: string, { timeZone }: Week, { from, to }: Span): string {
  return formatFor(lang, { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone }).formatRange(from, to);
}

export function momentInWeek(lang: string, { timeZone }: Week, at: Date): string {
  return formatFor(lang, { weekday: 'long', hour: 'numeric', minute: '2-digit', timeZone }).format(at);
}

export function stretchText(texts: Texts, week: Week, day: WeekDay, { from, to }: Stretch): string {
  return intervalText(texts, { open: clockTimeAt(week, day, from), close: clockTimeAt(week, day, to) });
}

export function minutesText(texts: Texts, { from, to }: Stretch): string {
  return intervalText(texts, { open: formatLocalTime(from), close: formatLocalTime(to) });
}

export function durationText(lang: string, minutes: number): string {
  const unit = (value: number, name: 'hour' | 'minute') => new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  return [hours > 0 || rest === 0 ? unit(hours, 'hour') : '', rest > 0 ? unit(rest, 'minute') : ''].filter(Boolean).join(' ');
}

/** One day, or from one to another. */
export function daysText(texts: Texts, days: readonly Weekday[]): string {
  const [from, to] = [days[0], days[days.length - 1]].map((day) => dayName(texts.lang, day));
  return days.length === 1 ? from : texts.text('week.days', { from, to });
}
