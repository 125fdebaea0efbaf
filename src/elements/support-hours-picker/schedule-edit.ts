import { fullDay, isFullDay } from '../../domain/full-day.js';
import { weekdays, type Exception, type Interval, type Schedule, type SupportHours, type Weekday } from '../../domain/support-hours.js';

/*
 * Every change that the editor makes, as functions from one value to the next. Nothing is changed in place, so that an
 * earlier value can be returned to; keys that are not known here are carried along.
 */

const officeHours: Interval = { open: '09:00', close: '17:00' };
export const workdays: readonly Weekday[] = ['mo', 'tu', 'we', 'th', 'fr'];

export const presets = ['weekdays', 'always'] as const;
export type Preset = (typeof presets)[number];

type Week = Schedule['weekly'];

function weekOf(hoursOf: (day: Weekday) => Interval[]): Week {
  return Object.fromEntries(weekdays.map((day) => [day, hoursOf(day)])) as Week;
}

function weekOfPreset(preset: Preset): Week {
  return weekOf((day) => (preset === 'always' ? [fullDay] : workdays.includes(day) ? [officeHours] : []));
}

export function isClosedAllWeek(schedule: Schedule): boolean {
  return weekdays.every((day) => schedule.weekly[day].length === 0);
}

export function createSchedule(id: string, timeZone: string, preset?: Preset): Schedule {
  return { id, label: '', timeZone, weekly: preset ? weekOfPreset(preset) : weekOf(() => []), exceptions: [] };
}

export function addSchedule(hours: SupportHours, schedule: Schedule): SupportHours {
  return { ...hours, schedules: [...hours.schedules, schedule] };
}

export function removeSchedule(hours: SupportHours, index: number): SupportHours {
  return { ...hours, schedules: hours.schedules.filter((_, at) => at !== index) };
}

export function changeSchedule(hours: SupportHours, index: number, change: (schedule: Schedule) => Schedule): SupportHours {
  return { ...hours, schedules: hours.schedules.map((schedule, at) => (at === index ? change(schedule) : schedule)) };
}

export function setDay(schedule: Schedule, day: Weekday, intervals: readonly Interval[]): Schedule {
  return { ...schedule, weekly: { ...schedule.weekly, [day]: sorted(intervals) } };
}

/** The target days then hold the same hours as `from`; those hours are copies of their own. */
export function copyDay(schedule: Schedule, from: Weekday, to: readonly Weekday[]): Schedule {
  const copies = to.map((day) => [day, schedule.weekly[from].map((interval) => ({ ...interval }))]);
  return { ...schedule, weekly: { ...schedule.weekly, ...Object.fromEntries(copies) } };
}

/** Replaces the week; zone, label and exceptions stay. */
export function applyPreset(schedule: Schedule, preset: Preset): Schedule {
  return { ...schedule, weekly: { ...schedule.weekly, ...weekOfPreset(preset) } };
}

/** What a day opens with when somebody says no more than that it is open: as the nearest earlier day in the week that has hours. */
export function usualHours(schedule: Schedule, day: Weekday): Interval[] {
  const at = weekdays.indexOf(day);
  const nearest = weekdays.map((_, back) => schedule.weekly[weekdays[(at - 1 - back + 14) % 7]]);
  const usual = nearest.find((intervals) => intervals.length > 0 && !isFullDay(intervals));
  return usual ? usual.map((interval) => ({ ...interval })) : [{ ...officeHours }];
}

/** Keeps them in the order of their dates. */
export function addExceptions(schedule: Schedule, added: readonly Exception[]): Schedule {
  const exceptions = [...schedule.exceptions, ...added.map((exception) => ({ ...exception, intervals: sorted(exception.intervals) }))];
  return { ...schedule, exceptions: exceptions.sort((a, b) => compare(a.from, b.from)) };
}

export function addException(schedule: Schedule, exception: Exception): Schedule {
  return addExceptions(schedule, [exception]);
}

/** The same in the place of another one, where there is one. */
export function replaceException(schedule: Schedule, replaced: Exception | undefined, exception: Exception): Schedule {
  return addException({ ...schedule, exceptions: schedule.exceptions.filter((other) => other !== replaced) }, exception);
}

export function removeException(schedule: Schedule, index: number): Schedule {
  return { ...schedule, exceptions: schedule.exceptions.filter((_, at) => at !== index) };
}

/** A name for each schedule that stays its own through changes, also where stored ids are the same. */
export function scheduleKeys({ schedules }: SupportHours): string[] {
  const seen = new Set<string>();
  return schedules.map(({ id }, index) => {
    const key = seen.has(id) ? `${id}#${index}` : id;
    seen.add(id);
    return key;
  });
}

function sorted(intervals: readonly Interval[]): Interval[] {
  return [...intervals].sort((a, b) => compare(a.open, b.open));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
