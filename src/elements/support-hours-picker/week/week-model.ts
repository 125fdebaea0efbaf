import { coverage } from '../../../domain/coverage.js';
import { formatLocalDate, weekdayIndex } from '../../../domain/local-date.js';
import { formatLocalTime } from '../../../domain/local-time.js';
import { openIntervals } from '../../../domain/open-hours.js';
import { ownedDates } from '../../../domain/real-intervals.js';
import { weekdays, type Exception, type Schedule, type Span, type SupportHours, type Weekday } from '../../../domain/support-hours.js';
import { instantOfWallTime, isKnownTimeZone, transitionsBetween, wallTimeAt, type Transition } from '../../../domain/zoned-time.js';

/*
 * A week as it is drawn: seven days of one time zone, each as long as it really is.
 *
 * - Days begin and end at midnight of the zone; where clocks change, one has 23 or 25 hours, or what the zone says. A date
 *   that a zone leaves out has no length.
 * - Everything within a day is in real minutes since the day began, so that what lasts as long is drawn as long.
 * - A schedule whose zone the engine does not know is not drawn; while there is one, nothing is known to be a gap.
 */

const minute = 60_000;
const day = 86_400_000;
const hour = 60;
/** Days before and after 1970 up to which calendars are drawn: some thousand years. */
const farthest = 2_500_000;

/** Real minutes since the beginning of a day, half open. */
export interface Stretch {
  from: number;
  to: number;
}

/** `schedule` is its place among the schedules of the hours. */
export interface ScheduleStretch extends Stretch {
  schedule: number;
}

export interface ExceptionStretch extends ScheduleStretch {
  exception: Exception;
}

export interface HourMark {
  at: number;
  /** 0 to 23, on the clock. */
  hour: number;
  /** The clock has shown this hour already on this day. */
  isRepeated: boolean;
}

export interface ClockChange {
  at: number;
  /** By how many minutes the clocks are put forward; below zero they are put back. */
  shift: number;
}

export interface WeekDay {
  weekday: Weekday;
  /** `YYYY-MM-DD` */
  date: string;
  begin: Date;
  length: number;
  spans: ScheduleStretch[];
  gaps: Stretch[];
  overlaps: Stretch[];
  exceptions: ExceptionStretch[];
  hours: HourMark[];
  /** Hours that the clock does not show on this day. */
  skipped: number[];
  changes: ClockChange[];
}

export interface Week {
  timeZone: string;
  from: Date;
  to: Date;
  days: WeekDay[];
  gaps: Span[];
  minutes: { open: number; gap: number; overlap: number };
  /** Places of the schedules whose zone the engine does not know. */
  notDrawn: number[];
}

/** The date, as days since the epoch, that a zone's week begins with: the one around an instant, or so many weeks later. `null` where that is not known. */
export function weekStart(at: Date, timeZone: string, firstDay: Weekday, weeksLater = 0): number | null {
  const wall = wallTimeAt(timeZone, at.getTime());
  if (wall === null) return null;
  const date = Math.floor(wall / day);
  return date - ((weekdayIndex(date) - weekdays.indexOf(firstDay) + 7) % 7) + 7 * weeksLater;
}

/** The week of seven days from a date, given as days since the epoch. `null` in a zone that the engine does not know. */
export function weekOf(hours: SupportHours, timeZone: string, start: number): Week | null {
  if (Math.abs(start) > farthest) return null;
  const midnights = Array.from({ length: 8 }, (_, index) => instantOfWallTime(timeZone, (start + index) * day));
  if (midnights.includes(null)) return null;
  const instants = midnights as number[];
  const [from, to] = [new Date(instants[0]), new Date(instants[7])];
  const { schedules } = hours;
  const covered = coverage(hours, from, to);
  const open = schedules.map((schedule) => openIntervals(schedule, from, to));
  const owned = schedules.map((schedule) => exceptionSpans(schedule, from.getTime(), to.getTime()));
  const transitions = transitionsBetween(timeZone, from.getTime() - 1, to.getTime() - 1);
  const days = weekdays.map((_, index): WeekDay => {
    const [begin, end] = [instants[index], instants[index + 1]];
    const within = <T extends Span>(spans: readonly T[]) => stretchesWithin(spans, begin, end);
    return {
      weekday: weekdays[weekdayIndex(start + index)], date: formatLocalDate(start + index), begin: new Date(begin), length: (end - begin) / minute,
      spans: open.flatMap((spans, schedule) => within(spans).map(({ stretch }) => ({ ...stretch, schedule }))),
      gaps: within(covered.gaps).map(({ stretch }) => stretch),
      overlaps: within(covered.overlaps).map(({ stretch }) => stretch),
      exceptions: owned.flatMap((spans, schedule) => within(spans).map(({ stretch, span }) => ({ ...stretch, schedule, exception: span.exception }))),
      ...clockOf(timeZone, begin, end, transitions),
    };
  });
  return {
    timeZone, from, to, days, gaps: covered.gaps, minutes: covered.minutes,
    notDrawn: schedules.flatMap(({ timeZone: zone }, index) => (isKnownTimeZone(zone) ? [] : [index])),
  };
}

function stretchesWithin<T extends Span>(spans: readonly T[], begin: number, end: number): { stretch: Stretch; span: T }[] {
  return spans.filter(({ from, to }) => from.getTime() < end && to.getTime() > begin).map((span) => ({
    span,
    stretch: { from: Math.max(0, span.from.getTime() - begin) / minute, to: (Math.min(end, span.to.getTime()) - begin) / minute },
  }));
}

/** From when to when exceptions have the hours of a schedule: their dates begin and end in the schedule's zone. */
function exceptionSpans(schedule: Schedule, from: number, to: number): (Span & { exception: Exception })[] {
  // A day more on both sides is beyond any difference of two zones.
  const owned = ownedDates(schedule, Math.floor(from / day) - 2, Math.floor(to / day) + 2);
  return owned.flatMap(({ from: first, to: last, exception }) => {
    const begin = instantOfWallTime(schedule.timeZone, first * day);
    const end = instantOfWallTime(schedule.timeZone, (last + 1) * day);
    return begin === null || end === null || begin >= end ? [] : [{ from: new Date(begin), to: new Date(end), exception }];
  });
}

/** What a day's clock shows: full hours of each stretch between two changes. */
function clockOf(timeZone: string, begin: number, end: number, transitions: readonly Transition[]): Pick<WeekDay, 'hours' | 'skipped' | 'changes'> {
  const within = transitions.filter(({ at }) => at >= begin && at < end);
  const hours: HourMark[] = [];
  [begin, ...within.map(({ at }) => at)].forEach((from, index) => {
    const to = within[index]?.at ?? end;
    const wall = wallTimeAt(timeZone, from)!;
    for (let at = from + ((-wall % (hour * minute)) + hour * minute) % (hour * minute); at < to; at += hour * minute) {
      const shown = Math.floor((wall + at - from) / (hour * minute)) % 24;
      const mark = { at: (at - begin) / minute, hour: (shown + 24) % 24 };
      hours.push({ ...mark, isRepeated: hours.some((earlier) => earlier.hour === mark.hour) });
    }
  });
  return {
    hours,
    skipped: Array.from({ length: 24 }, (_, index) => index).filter((index) => !hours.some((mark) => mark.hour === index)),
    changes: within.map(({ at, before, after }) => ({ at: (at - begin) / minute, shift: (after - before) / minute })),
  };
}

/** What the clock shows at a minute of a day, `HH:MM`; the end of the day is `24:00`. */
export function clockTimeAt({ timeZone }: Pick<Week, 'timeZone'>, { begin, length }: WeekDay, at: number): string {
  if (at >= length) return '24:00';
  const wall = wallTimeAt(timeZone, begin.getTime() + at * minute) ?? 0;
  return formatLocalTime(Math.floor((((wall % day) + day) % day) / minute));
}

/** Where an instant is in a week. `undefined` where it is in another. */
export function placeOf({ days }: Week, at: Date): { day: number; at: number } | undefined {
  const index = days.findIndex(({ begin, length }) => at >= begin && at.getTime() < begin.getTime() + length * minute);
  return index < 0 ? undefined : { day: index, at: (at.getTime() - days[index].begin.getTime()) / minute };
}
