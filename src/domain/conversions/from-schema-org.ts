import type { IntervalMinutes } from '../interval-minutes.js';
import { accepted, refused, type Issue, type Result } from '../issue.js';
import { parseLocalDate } from '../local-date.js';
import { minutesPerDay, parseOpeningTime } from '../local-time.js';
import { weekdays, type Exception, type Schedule } from '../support-hours.js';
import { importedSchedule, sortedRow } from './imported-schedule.js';
import { schemaOrgDays } from './to-schema-org.js';

/*
 * Reads schema.org `OpeningHoursSpecification` objects. 00:00 to 23:59 is a full day, and 23:59 the end of one; 00:00 to 00:00,
 * and an object without times, is closed. Objects with days are the week's; objects with `validFrom` and `validThrough` and no
 * days are exceptions, and those with the same dates and name are one. Seasons, which have both, are refused, and so is
 * whatever cannot be read: nothing is left out but keys that say nothing about when, which warnings name.
 */

const known = ['@type', '@context', '@id', 'dayOfWeek', 'opens', 'closes', 'validFrom', 'validThrough', 'name'];
const listKeys = ['openingHoursSpecification', 'specialOpeningHoursSpecification'];
const dayPrefix = /^(?:https?:\/\/schema\.org\/|schema:|https?:\/\/purl\.org\/goodrelations\/v1#)/;

interface ReadSpecification {
  /** Indices from Monday; `null` for an exception. */
  days: number[] | null;
  dates: { from: string; to: string } | null;
  name: string | undefined;
  /** `null` is closed. */
  time: IntervalMinutes | null;
}

/**
 * `specs` is one object, a list of them, or something that has them in `openingHoursSpecification` and
 * `specialOpeningHoursSpecification`, as JSON-LD does. The schedule is called `imported` and has no label: both are the
 * caller's to give. The path of an issue begins at the list, and where the hours together break a rule, at the schedule.
 */
export function fromSchemaOrg(specs: unknown, timeZone: string): Result<Schedule> {
  const list = listOf(specs);
  if (list.length === 0) return refused({ path: [], code: 'hours.schema-org-empty' });
  const read: ReadSpecification[] = [];
  const warnings: Issue[] = [];
  for (const [index, one] of list.entries()) {
    const result = readSpecification(one);
    if (!result.ok) return refused(...result.issues.map((issue) => ({ ...issue, path: [index, ...issue.path] })));
    read.push(result.value);
    warnings.push(...result.warnings.map((issue) => ({ ...issue, path: [index, ...issue.path] })));
  }

  const rows = weekdays.map((): IntervalMinutes[] => []);
  const closedDays = new Map<number, number>();
  const exceptions = new Map<string, { exception: Exception; row: IntervalMinutes[]; isClosed: boolean }>();
  for (const [index, { days, dates, name, time }] of read.entries()) {
    for (const day of days ?? []) {
      if (time) rows[day].push(time);
      else closedDays.set(day, index);
    }
    if (dates) {
      const key = JSON.stringify([dates, name]);
      const found = exceptions.get(key) ?? { exception: { ...dates, intervals: [], ...(name !== undefined && { label: name }) }, row: [], isClosed: false };
      exceptions.set(key, found);
      if (time) found.row.push(time);
      else found.isClosed = true;
      if (found.isClosed && found.row.length > 0) return refused({ path: [index], code: 'hours.schema-org-contradiction' });
    }
  }
  const contradiction = [...closedDays].find(([day]) => rows[day].length > 0);
  if (contradiction) return refused({ path: [contradiction[1]], code: 'hours.schema-org-contradiction' });
  return importedSchedule(rows, [...exceptions.values()].map(({ exception, row }) => ({ ...exception, intervals: sortedRow(row) })), timeZone, warnings);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function listOf(specs: unknown): unknown[] {
  if (isObject(specs) && listKeys.some((key) => Object.hasOwn(specs, key))) return listKeys.flatMap((key) => asList(specs[key]));
  // An object without a word about hours is something else.
  if (isObject(specs) && !['dayOfWeek', 'opens', 'closes', 'validFrom', 'validThrough'].some((key) => Object.hasOwn(specs, key))) return [];
  return asList(specs);
}

function malformed(key: string, value: unknown): Result<never> {
  return refused({ path: [key], code: 'hours.schema-org-malformed', params: { text: typeof value === 'string' ? value : (JSON.stringify(value) ?? '').slice(0, 60), name: key } });
}

function readSpecification(value: unknown): Result<ReadSpecification> {
  if (!isObject(value)) return refused({ path: [], code: 'hours.schema-org-malformed', params: { text: String(value).slice(0, 60), name: 'OpeningHoursSpecification' } });
  const { name } = value;
  if (name !== undefined && typeof name !== 'string') return malformed('name', name);
  const days = readDays(value.dayOfWeek);
  if (!days.ok) return days;
  const dates = readDates(value);
  if (!dates.ok) return dates;
  if (days.value && dates.value) return refused({ path: [], code: 'hours.schema-org-season' });
  if (!days.value && !dates.value) return refused({ path: [], code: 'hours.schema-org-days' });
  const time = readTimes(value);
  if (!time.ok) return time;
  const isNamed = name !== undefined && name !== '' && dates.value !== null;
  const left = Object.entries(value)
    .filter(([key, one]) => (!known.includes(key) || (key === 'name' && !isNamed)) && one !== '' && one !== null && one !== undefined)
    .map(([key]): Issue => ({ path: [key], code: 'hours.not-carried', params: { name: key } }));
  return accepted({ days: days.value, dates: dates.value, name: isNamed ? name : undefined, time: time.value }, left);
}

function readDays(value: unknown): Result<number[] | null> {
  if (value === undefined || value === null) return accepted(null);
  const days = new Set<number>();
  for (const one of asList(value)) {
    const text = isObject(one) ? one['@id'] : one;
    const name = typeof text === 'string' ? text.trim().replace(dayPrefix, '') : '';
    if (name === 'PublicHolidays') return refused({ path: ['dayOfWeek'], code: 'hours.schema-org-holidays' });
    const day = weekdays.findIndex((key) => schemaOrgDays[key] === name);
    if (day === -1) return malformed('dayOfWeek', one);
    days.add(day);
  }
  return days.size > 0 ? accepted([...days]) : malformed('dayOfWeek', value);
}

function readDates({ validFrom, validThrough }: Record<string, unknown>): Result<{ from: string; to: string } | null> {
  if (validFrom === undefined && validThrough === undefined) return accepted(null);
  if (validFrom === undefined || validThrough === undefined) return refused({ path: [], code: 'hours.schema-org-season' });
  if (typeof validFrom !== 'string' || parseLocalDate(validFrom) === null) return malformed('validFrom', validFrom);
  if (typeof validThrough !== 'string' || parseLocalDate(validThrough) === null) return malformed('validThrough', validThrough);
  return validFrom <= validThrough ? accepted({ from: validFrom, to: validThrough }) : refused({ path: ['validThrough'], code: 'hours.exception-order' });
}

function readTimes({ opens, closes }: Record<string, unknown>): Result<IntervalMinutes | null> {
  if (opens === undefined && closes === undefined) return accepted(null);
  const open = readTime(opens, false);
  if (open === null) return malformed('opens', opens);
  const close = readTime(closes, true);
  if (close === null) return malformed('closes', closes);
  if (open === 0 && close === 0) return accepted(null);
  if (open === close) return refused({ path: ['closes'], code: 'hours.schema-org-length', params: { text: `${String(opens)}–${String(closes)}` } });
  // The last minute of a day stands for its end, and midnight for the end of the day before.
  if (close === 23 * 60 + 59 || close === 0 || close === minutesPerDay) return accepted({ open, close: minutesPerDay });
  return accepted({ open, close: close > open ? close : close + minutesPerDay });
}

/** `HH:MM`, with seconds that say nothing more. Offsets are another zone's, and are not read. */
function readTime(value: unknown, isClosing: boolean): number | null {
  const [, time, seconds] = typeof value === 'string' ? (/^(\d\d:\d\d)(?::(\d\d)(?:\.0+)?)?$/.exec(value.trim()) ?? []) : [];
  if (time === undefined) return null;
  if (isClosing && time === '24:00' && (seconds ?? '00') === '00') return minutesPerDay;
  const saysNothing = seconds === undefined || seconds === '00' || (isClosing && time === '23:59' && seconds === '59');
  return saysNothing ? parseOpeningTime(time) : null;
}
