import { parseLocalDate } from '../local-date.js';
import { minutesPerDay, parseClosingTime, parseOpeningTime } from '../local-time.js';
import { weekdays, type Weekday } from '../support-hours.js';
import { firstDayOfCountry } from './first-days.js';

/*
 * Days, times, dates and zones as a language writes them, by `Intl`. Whatever is stored can be shown: what is no time or no
 * date is shown as it is.
 */

const day = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** A format that is made once. Days and times that are in no zone are those of UTC. */
export function formatFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })));
  return format;
}

/** ICU writes spaces of several kinds, and not the same ones in every engine. */
export function withPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ');
}

/** The locale itself, or English where it is none. */
export function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** `getWeekInfo()` is the newer form; engines have the one, the other, or neither. */
interface WeekLocale extends Intl.Locale {
  getWeekInfo?(): { firstDay: number };
  weekInfo?: { firstDay: number };
}

/** The days in the order in which the language's people see a week. */
export function weekOrder(locale: string): Weekday[] {
  const tag: WeekLocale = new Intl.Locale(locale);
  const firstDay = (tag.getWeekInfo?.() ?? tag.weekInfo)?.firstDay ?? firstDayOfCountry(tag.maximize().region ?? '');
  return weekdays.map((_, index) => weekdays[(index + firstDay - 1) % 7]);
}

/** The week that began on Monday, 1 January 2024, lends its days for their names. */
export function dayName(locale: string, weekday: Weekday, style: 'long' | 'short' = 'long'): string {
  return formatFor(locale, { weekday: style }).format(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday)));
}

export const timeOptions = { timeStyle: 'short' } as const;

/** A time of day. The end of a day is `midnight` where hours are counted twice to twelve, and 24:00 elsewhere. */
export function timeText(locale: string, time: string, midnight: string): string {
  const format = formatFor(locale, timeOptions);
  if (parseClosingTime(time) === minutesPerDay) return format.resolvedOptions().hour12 === true ? midnight : time;
  const minutes = parseOpeningTime(time);
  return minutes === null ? time : withPlainSpaces(format.format(Date.UTC(2024, 0, 1, 0, minutes)));
}

const dateOptions = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
} as const;

/** One date, or two with what is between them; the shorter way has the day of the week. */
export function datesText(locale: string, from: string, to: string, style: keyof typeof dateOptions = 'long'): string {
  const [first, last] = [parseLocalDate(from), parseLocalDate(to)];
  if (first === null || last === null || first > last) return from === to ? from : `${from} – ${to}`;
  const format = formatFor(locale, dateOptions[style]);
  return withPlainSpaces(first === last ? format.format(first * day) : format.formatRange(first * day, last * day));
}

/** What a zone's time is called all year round; its id where the engine does not know it, or knows no more than an offset. */
export function zoneName(locale: string, timeZone: string): string {
  const named = (timeZoneName: 'longGeneric' | 'long') => formatFor(locale, { timeZone, timeZoneName })
    .formatToParts(Date.UTC(2024, 0, 1)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  try {
    // There is no generic name of UTC.
    return [named('longGeneric'), named('long')].find((name) => /^\p{L}/u.test(name) && !/\d/.test(name)) ?? timeZone;
  } catch {
    return timeZone;
  }
}

/** “a, b and c”. */
export function listText(locale: string, items: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}
