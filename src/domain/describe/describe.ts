import { dayRuns } from '../day-runs.js';
import { isFullDay } from '../full-day.js';
import { minutesOf } from '../interval-minutes.js';
import { minutesPerDay } from '../local-time.js';
import { schedulesOf } from '../real-intervals.js';
import type { Exception, Interval, Schedule, SupportHours, Weekday } from '../support-hours.js';
import { en } from './en.js';
import { es } from './es.js';
import { datesText, dayName, listText, timeText, usableLocale, weekOrder, zoneName } from './locale-formats.js';
import type { HoursWords } from './words.js';

/*
 * Hours in one sentence, for people. Days with the same hours are said together, in the order of the language's week; what is
 * stored and cannot be read is said as it is. Nothing is left out but what an option leaves out.
 */

/** By language; a language that is not here is described in English. */
const wordsByLanguage: Readonly<Record<string, HoursWords>> = { en, es };

export interface DescribeOptions {
  /** Says the exceptions too, all or those that end on this date or later: `YYYY-MM-DD`. */
  exceptions?: boolean | string;
  /** `false` leaves out whose time it is. */
  timeZone?: boolean;
}

interface Language {
  locale: string;
  words: HoursWords;
}

/**
 * One sentence that says when support is open. `locale` is BCP 47, with its extensions: `en-u-hc-h23` counts hours to 24, and
 * `en-u-fw-sun` begins the week on Sunday where the engine knows that. Schedules are named by their labels; one that is
 * described by itself is not.
 */
export function describe(hours: SupportHours | Schedule, locale: string, options: DescribeOptions = {}): string {
  const spoken = languageFor(locale);
  const hasLabels = 'schedules' in hours;
  const parts = schedulesOf(hours).map((schedule, index) => {
    const text = scheduleText(spoken, schedule, options);
    if (hasLabels && schedule.label.trim() !== '') return fill(spoken.words.schedule, { label: isolated(schedule.label.trim()), text });
    return index === 0 ? capitalised(spoken, text) : text;
  });
  const text = parts.length > 0 ? parts.join(spoken.words['schedule-separator']) : capitalised(spoken, spoken.words.none);
  return fill(spoken.words.sentence, { text });
}

function languageFor(locale: string): Language {
  const tag = new Intl.Locale(usableLocale(locale));
  const words = wordsByLanguage[tag.language];
  // English sentences with the days and times of another language would be neither; where they are read they are still told.
  return words ? { locale: tag.toString(), words } : { locale: new Intl.Locale('en', { region: tag.region }).toString(), words: en };
}

function scheduleText(language: Language, schedule: Schedule, { exceptions = false, timeZone = true }: DescribeOptions): string {
  const { locale, words } = language;
  const week = weekText(language, schedule.weekly);
  const zone = timeZone && schedule.timeZone.trim() !== '' ? fill(words.zone, { text: week, zone: zoneName(locale, schedule.timeZone) }) : week;
  const said = schedule.exceptions.filter(({ to }) => exceptions === true || (typeof exceptions === 'string' && to >= exceptions));
  return said.length === 0 ? zone
    : fill(words.exceptions, { text: zone, exceptions: said.map((one) => exceptionText(language, one)).join(words['part-separator']) });
}

function weekText(language: Language, weekly: Schedule['weekly']): string {
  const { locale, words } = language;
  const groups = new Map<string, { days: Weekday[]; row: readonly Interval[] }>();
  for (const day of weekOrder(locale)) {
    const row = weekly[day];
    const key = JSON.stringify(row.map(({ open, close }) => [open, close]));
    const group = groups.get(key);
    if (group) group.days.push(day);
    else groups.set(key, { days: [day], row });
  }
  if (groups.size === 1) {
    const [{ row }] = groups.values();
    if (row.length === 0) return words['never-open'];
    if (isFullDay(row)) return words['always-open'];
  }
  return [...groups.values()]
    // Closed days come last: what people look for is when it is open.
    .sort((a, b) => Number(a.row.length === 0) - Number(b.row.length === 0))
    .map(({ days, row }) => fill(words.part, { days: daysText(language, days), hours: rowText(language, row) }))
    .join(words['part-separator']);
}

/** Days in the order of the week, as runs of three and more and as single ones. */
function daysText({ locale, words }: Language, days: readonly Weekday[]): string {
  const order = weekOrder(locale);
  if (days.length === order.length) return words['every-day'];
  return listText(locale, dayRuns(days, order).flatMap((run) => (run.length > 2
    ? [fill(words['day-range'], { first: dayName(locale, run[0]), last: dayName(locale, run[run.length - 1]) })]
    : run.map((day) => dayName(locale, day)))));
}

function rowText(language: Language, row: readonly Interval[]): string {
  if (row.length === 0) return language.words.closed;
  if (isFullDay(row)) return language.words['full-day'];
  return listText(language.locale, row.map((interval) => intervalText(language, interval)));
}

function intervalText({ locale, words }: Language, interval: Interval): string {
  const isOvernight = (minutesOf(interval)?.close ?? 0) > minutesPerDay;
  return fill(isOvernight ? words.overnight : words.interval, {
    open: timeText(locale, interval.open, words.midnight), close: timeText(locale, interval.close, words.midnight),
  });
}

function exceptionText(language: Language, { from, to, intervals, label }: Exception): string {
  const { locale, words } = language;
  const dates = datesText(locale, from, to);
  const named = label?.trim() ? fill(words['named-dates'], { dates, label: isolated(label.trim()) }) : dates;
  return fill(words.part, { days: named, hours: rowText(language, intervals) });
}

/** Once through the text, so that what is filled in is not filled in itself. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

function capitalised({ locale }: Language, text: string): string {
  return text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(locale));
}

/** A name in another direction, or with characters that turn it, turns nothing around it. */
function isolated(text: string): string {
  return /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/.test(text) ? `\u2068${text}\u2069` : text;
}
