import { minutesOf } from '../interval-minutes.js';
import { parseLocalDate, weekdayIndex } from '../local-date.js';
import { occurrencesOf, type Occurrence } from '../real-intervals.js';
import { weekdays, type Exception, type Interval, type Schedule, type SupportHours, type Weekday } from '../support-hours.js';
import { instantOfWallTime, isKnownTimeZone, wallTimeAt } from '../zoned-time.js';
import { escapeText, foldLine } from './content-lines.js';
import { localDateTime, timeZoneLines, utcDateTime } from './time-zone-component.js';

/*
 * Hours as an iCalendar file (RFC 5545) that other calendars can show: an event for each interval of the week, repeated weekly,
 * and one for each interval of an exception.
 *
 * - Bounded: it says what is open in some years from some date, and not what follows.
 * - Exact: the times of all events together are those of `openIntervals`. An occurrence that is not what the repetition makes
 *   of it, because an exception owns its date or a clock changes during it, is taken out of the repetition (EXDATE), and comes
 *   as an event of its own where it happens at all, in UTC.
 * - Times are local, with a VTIMEZONE for each zone. A UID stays the same for the same interval of the same schedule.
 * - A date that is closed by an exception is an all-day event that takes up no time, which `exceptionsFromICalendar` reads.
 * - A schedule whose zone this engine does not know is not in the file; `X-PORTERO-OMITTED` names it.
 */

const day = 86_400_000;
const minute = 60_000;

export interface ICalendarOptions {
  /** The first date that the file covers, `YYYY-MM-DD`; 2024-01-01 unless given. What is no date is taken for that. */
  from?: string;
  /** How many years it covers, from 1 to 20; 5 unless given. */
  years?: number;
  /** When the file is made; calendars that know an event take the newer one. The beginning of `from` unless given. */
  stamp?: Date;
  /** What events of a schedule without a label are called. None unless given. */
  summary?: string;
  /** What a closed date without a label is called. None unless given. */
  closedSummary?: string;
}

/** The file as text, with CRLF at the end of lines. */
export function toICalendar(hours: SupportHours, options: ICalendarOptions = {}): string {
  const first = parseLocalDate(options.from ?? '') ?? parseLocalDate('2024-01-01')!;
  const years = Math.min(Math.max(Math.round(options.years ?? 5) || 5, 1), 20);
  const last = first + Math.floor(years * 365.25) - 1;
  const stamp = options.stamp && !Number.isNaN(options.stamp.getTime()) ? options.stamp.getTime() : first * day;
  const known = hours.schedules.filter(({ timeZone }) => isKnownTimeZone(timeZone));
  const omitted = hours.schedules.filter((schedule) => !known.includes(schedule));
  const zones = new Set(known.map(({ timeZone }) => timeZone));
  // A calendar is to have some component; one without schedules has the zone that needs none.
  if (zones.size === 0) zones.add('UTC');
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Portero//Support hours//EN', 'CALSCALE:GREGORIAN',
    ...omitted.map(({ label, id }) => `X-PORTERO-OMITTED:${escapeText(label || id)}`),
    ...[...zones].flatMap((zone) => timeZoneLines(zone, (first - 2) * day, (last + 3) * day)),
    ...known.flatMap((schedule) => new ScheduleEvents(schedule, keyOf(hours, schedule), first, last, utcDateTime(stamp), options).lines()),
    'END:VCALENDAR',
  ];
  return lines.map(foldLine).join('');
}

/** Its id, with its place where another schedule before it has the same. */
function keyOf({ schedules }: SupportHours, schedule: Schedule): string {
  const index = schedules.indexOf(schedule);
  return schedules.findIndex(({ id }) => id === schedule.id) === index ? schedule.id : `${schedule.id}-${index}`;
}

interface Series {
  uid: string;
  summary: string;
  /** The dates that it repeats on, as days since the epoch. */
  dates: number[];
  interval: Interval;
  /** `null` for the week's. */
  exception: Exception | null;
  rule: string | null;
}

/** The events of one schedule. Owns their order and their UIDs; what is open when is told by `occurrencesOf`. */
class ScheduleEvents {
  readonly #schedule: Schedule;
  readonly #key: string;
  readonly #first: number;
  readonly #last: number;
  readonly #stamp: string;
  readonly #options: ICalendarOptions;

  constructor(schedule: Schedule, key: string, first: number, last: number, stamp: string, options: ICalendarOptions) {
    this.#schedule = schedule;
    this.#key = key;
    this.#first = first;
    this.#last = last;
    this.#stamp = stamp;
    this.#options = options;
  }

  lines(): string[] {
    const happening = new Map<Interval, Map<number, Occurrence>>();
    for (const occurrence of occurrencesOf(this.#schedule, this.#first, this.#last)) {
      let dates = happening.get(occurrence.interval);
      if (!dates) happening.set(occurrence.interval, (dates = new Map()));
      dates.set(occurrence.date, occurrence);
    }
    return [...this.#week(), ...this.#exceptions()]
      .flatMap((series) => this.#seriesLines(series, happening.get(series.interval) ?? new Map<number, Occurrence>()))
      .concat(this.#closedLines());
  }

  #week(): Series[] {
    const { weekly, timeZone, label } = this.#schedule;
    const until = utcDateTime(instantOfWallTime(timeZone, (this.#last + 1) * day)! - 1_000);
    return weekdays.flatMap((weekday) => weekly[weekday].filter((one) => minutesOf(one)).map((interval): Series => ({
      uid: `week-${weekday}-${idOf(interval)}`, summary: label || (this.#options.summary ?? ''), interval, exception: null,
      dates: datesOn(weekday, this.#first, this.#last), rule: `FREQ=WEEKLY;BYDAY=${weekday.toUpperCase()};UNTIL=${until}`,
    })));
  }

  #exceptions(): Series[] {
    return this.#schedule.exceptions.flatMap((exception) => {
      const { from, to, intervals, label } = exception;
      const dates = this.#datesBetween(from, to);
      const summary = [this.#schedule.label || (this.#options.summary ?? ''), label ?? ''].filter(Boolean).join(': ');
      return dates.length === 0 ? [] : intervals.filter((one) => minutesOf(one)).map((interval): Series => ({
        uid: `dates-${from}-${idOf(interval)}`, summary, interval, exception, dates,
        rule: dates.length > 1 ? `FREQ=DAILY;COUNT=${dates.length}` : null,
      }));
    });
  }

  /** Those that the file covers. */
  #datesBetween(from: string, to: string): number[] {
    const begin = Math.max(parseLocalDate(from) ?? Number.POSITIVE_INFINITY, this.#first);
    const end = Math.min(parseLocalDate(to) ?? Number.NEGATIVE_INFINITY, this.#last);
    return begin > end ? [] : Array.from({ length: end - begin + 1 }, (_, index) => begin + index);
  }

  #seriesLines({ uid, summary, dates, interval, exception, rule }: Series, happening: ReadonlyMap<number, Occurrence>): string[] {
    const { timeZone } = this.#schedule;
    const occurrenceOn = (date: number) => {
      const occurrence = happening.get(date);
      return (occurrence?.owner?.exception ?? null) === exception ? occurrence : undefined;
    };
    const { open, close } = minutesOf(interval)!;
    const startOf = (date: number) => date * day + open * minute;
    const zoned = (wall: number) => `;TZID=${timeZone}:${localDateTime(wall)}`;
    // The length of the first is that of all, in real time; a first one that is not what it says would make none right.
    const isPlain = (date: number) => this.#isPlain(startOf(date), (close - open) * minute, occurrenceOn(date));
    const firstPlain = dates.findIndex(isPlain);
    const changed = dates.filter((date, index) => index < firstPlain || firstPlain === -1 || !isPlain(date));
    const repeated = firstPlain === -1 ? [] : dates.slice(firstPlain);
    const excluded = repeated.filter((date) => changed.includes(date));
    const repetition = rule?.replace(/COUNT=\d+/, `COUNT=${repeated.length}`);
    return [
      ...(repeated.length === 0 ? [] : this.#eventLines(uid, summary, [
        `DTSTART${zoned(startOf(repeated[0]))}`, `DTEND${zoned(startOf(repeated[0]) + (close - open) * minute)}`,
        ...(repetition ? [`RRULE:${repetition}`] : []),
        ...(excluded.length > 0 ? [`EXDATE;TZID=${timeZone}:${excluded.map((date) => localDateTime(startOf(date))).join(',')}`] : []),
      ])),
      ...changed.flatMap((date) => {
        const occurrence = occurrenceOn(date);
        return occurrence ? this.#eventLines(`${uid}-${localDateTime(date * day).slice(0, 8)}`, summary, [`DTSTART:${utcDateTime(occurrence.from)}`, `DTEND:${utcDateTime(occurrence.to)}`]) : [];
      }),
    ];
  }

  /** Whether what happens is what any reader makes of the local times: they exist, and are as long after each other as they say. */
  #isPlain(start: number, length: number, occurrence: Occurrence | undefined): boolean {
    const { timeZone } = this.#schedule;
    return occurrence !== undefined && occurrence.to - occurrence.from === length && wallTimeAt(timeZone, occurrence.to) === start + length;
  }

  #closedLines(): string[] {
    return this.#schedule.exceptions.filter(({ intervals }) => intervals.length === 0).flatMap(({ from, to, label }) => {
      const dates = this.#datesBetween(from, to);
      if (dates.length === 0) return [];
      const text = (date: number) => localDateTime(date * day).slice(0, 8);
      return this.#eventLines(`closed-${from}`, label || (this.#options.closedSummary ?? ''), [
        `DTSTART;VALUE=DATE:${text(dates[0])}`, `DTEND;VALUE=DATE:${text(dates[dates.length - 1] + 1)}`, 'TRANSP:TRANSPARENT',
      ]);
    });
  }

  #eventLines(uid: string, summary: string, properties: string[]): string[] {
    return [
      'BEGIN:VEVENT', `UID:${escapeText(`${uid}-${this.#key}@portero`)}`, `DTSTAMP:${this.#stamp}`,
      ...properties, ...(summary ? [`SUMMARY:${escapeText(summary)}`] : []), 'END:VEVENT',
    ];
  }
}

function idOf({ open, close }: Interval): string {
  return `${open}-${close}`.replaceAll(':', '');
}

function datesOn(weekday: Weekday, first: number, last: number): number[] {
  const begin = first + ((weekdays.indexOf(weekday) - weekdayIndex(first) + 7) % 7);
  return Array.from({ length: Math.max(0, Math.floor((last - begin) / 7) + 1) }, (_, index) => begin + index * 7);
}
