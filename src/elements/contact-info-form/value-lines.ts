import type { Contact } from '../../domain/contact.js';
import { isEqualJson } from '../../domain/equal.js';
import { parseFieldValue } from '../../domain/field-value.js';
import type { FieldKind } from '../../domain/requirements.js';
import { weekdays, type Exception, type Interval, type Schedule } from '../../domain/support-hours.js';
import type { Texts } from '../../internal/issue-text.js';

/*
 * A field's value in words, line by line, so that two values can be compared by eye. A line is one contact, one user or one
 * day: what differs between two values is whole lines.
 */

export interface ValueLine {
  text: string;
  /** Tells lines of the same words apart: two users may have one name. */
  id?: string;
  /** What the line tells of, a day for example: a line that tells something else of the same takes its place. */
  about?: string;
}

export interface MarkedLine extends ValueLine {
  mark: 'same' | 'added' | 'removed';
}

export interface LineWords {
  texts: Texts;
  nameOf(userId: string): string;
}

/** `null` for a value that its kind cannot read. A value without a kind is shown as data. */
export function valueLines(kind: FieldKind | undefined, value: unknown, { texts, nameOf }: LineWords): ValueLine[] | null {
  if (!kind) return dataLines(value);
  const parsed = parseFieldValue(kind, value);
  if (!parsed.ok) return null;
  const typed = parsed.value;
  if (typed.kind === 'users') return typed.value.map((id) => ({ id, text: nameOf(id) }));
  if (typed.kind === 'contacts') return typed.value.map((contact) => ({ text: contactText(contact) }));
  return typed.value.schedules.flatMap((schedule) => scheduleLines(schedule, texts));
}

function dataLines(value: unknown): ValueLine[] {
  const items: unknown[] = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
  return items.map((item) => ({ text: typeof item === 'string' ? item : JSON.stringify(item) }));
}

/** All that is known of a contact: two that differ in a telephone number have to look different. */
function contactText({ name, email, phone, language, notes }: Contact): string {
  return [name, email, phone, language, notes].filter(Boolean).join(' · ');
}

function scheduleLines(schedule: Schedule, texts: Texts): ValueLine[] {
  const { id, label, timeZone, weekly, exceptions } = schedule;
  const dayName = new Intl.DateTimeFormat(texts.lang, { weekday: 'short', timeZone: 'UTC' });
  const line = (about: string, text: string): ValueLine => ({ id, about: `${id}/${about}`, text });
  return [
    line('zone', `${label || texts.text('value.schedule')} (${timeZone})`),
    ...weekdays.filter((day) => weekly[day].length > 0)
      // 5 January 1970 was a Monday.
      .map((day) => line(day, `${dayName.format(Date.UTC(1970, 0, 5 + weekdays.indexOf(day)))} ${timesText(weekly[day])}`)),
    ...exceptions.map((exception) => line('dates', exceptionText(exception, texts))),
    ...[schedule.channels, schedule.regions, schedule.languages].filter((list) => list && list.length > 0).map((list) => line('for', list!.join(', '))),
  ];
}

function exceptionText({ from, to, intervals, label }: Exception, texts: Texts): string {
  return [datesText(from, to, texts.lang), timesText(intervals) || texts.text('value.closed'), label].filter(Boolean).join(' · ');
}

/** Stored dates may be none. */
function datesText(from: string, to: string, lang: string): string {
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (!(start <= end)) return `${from} – ${to}`;
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(start, end);
}

function timesText(intervals: readonly Interval[]): string {
  return intervals.map(({ open, close }) => `${open}–${close}`).join(', ');
}

/** The lines of `after`, with those that are new marked, and those that are gone about where they were. */
export function compareLines(before: readonly ValueLine[], after: readonly ValueLine[]): MarkedLine[] {
  const wanted = countsOf(after);
  const isGone = before.map((line) => !take(wanted, keyOf(line)));
  const kept = countsOf(before.filter((_, index) => !isGone[index]));
  const lines: MarkedLine[] = [];
  let next = 0;
  const passGone = (end: number) => {
    for (; next < end; next += 1) lines.push({ ...before[next], mark: 'removed' });
  };
  for (const line of after) {
    const isKept = take(kept, keyOf(line));
    const stop = isGone.indexOf(false, next);
    const end = stop < 0 ? before.length : stop;
    const replaced = isKept || line.about === undefined ? -1 : before.findIndex((one, index) => index >= next && index < end && one.about === line.about);
    if (replaced >= 0) passGone(replaced + 1);
    else if (isKept || line.about === undefined) passGone(end);
    // One that stands elsewhere now is passed where it stood.
    if (isKept && next < before.length && keyOf(before[next]) === keyOf(line)) next += 1;
    lines.push({ ...line, mark: isKept ? 'same' : 'added' });
  }
  for (; next < before.length; next += 1) if (isGone[next]) lines.push({ ...before[next], mark: 'removed' });
  return lines;
}

function countsOf(lines: readonly ValueLine[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}

function keyOf({ id = '', about = '', text }: ValueLine): string {
  return JSON.stringify([id, about, text]);
}

/** Why two values that read the same are not: their lines are in another order, or something differs that no line tells. */
export function hiddenDifference(before: unknown, after: unknown, lines: readonly MarkedLine[], beforeLines: readonly ValueLine[]): 'order' | 'details' | undefined {
  if (isEqualJson(before, after) || lines.some(({ mark }) => mark !== 'same')) return undefined;
  if (lines.length === 0) return undefined;
  return lines.some((line, index) => keyOf(line) !== keyOf(beforeLines[index])) ? 'order' : 'details';
}

export interface ShownLines {
  lines: readonly MarkedLine[];
  /** How many more there are that are not listed, and that changed, or not. */
  moreChanged: number;
  moreSame: number;
}

const room = 10;
const mostChanged = 50;

/** Of a long list what changed is what counts: the rest is a number. */
export function shorten(lines: readonly MarkedLine[]): ShownLines {
  if (lines.length <= room) return { lines, moreChanged: 0, moreSame: 0 };
  const changed = lines.filter(({ mark }) => mark !== 'same').length;
  const roomForSame = Math.max(room - changed, 2);
  const seen = { same: 0, changed: 0 };
  const shown = lines.filter(({ mark }) => (mark === 'same' ? (seen.same += 1) <= roomForSame : (seen.changed += 1) <= mostChanged));
  return { lines: shown, moreChanged: Math.max(seen.changed - mostChanged, 0), moreSame: Math.max(seen.same - roomForSame, 0) };
}
