import { accepted, refused, type Issue, type Result } from './issue.js';
import { formatLocalTime, minutesPerDay } from './local-time.js';
import type { Interval } from './support-hours.js';

/*
 * Reads the hours of a day as people type them: `9-17:30`, `9am–6pm`, `0930 1800`, `21h30 a 23h`, `9-13, 14-18`, `22-2`.
 * Nothing is guessed silently: what can be read in two ways is refused, and hours that go past midnight are said to do so
 * in a warning, so that `9-5` is seen for what it is. Words such as "closed" are the element's to know.
 */

interface TypedTime {
  hour: number;
  minute: number;
  meridiem: 'am' | 'pm' | undefined;
  text: string;
}

const time = /(\d{1,2})(?:\s?[:.h]\s?([0-5]\d)|\s?h|([0-5]\d)(?!\d))?(?!\d)(?:\s*(a\.?\s?m\b\.?|p\.?\s?m\b\.?))?/y;
const to = /\s*(?:[-–—―−~〜]|to|until|till|bis|hasta|às|a|à|até|s\/d)\s*/y;
const next = /\s*(?:[,;&+،、]|and|y|und|et|e)\s*|\s+/y;

/** Latin digits and letters, whatever was typed. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u200e\u200f\u061c]/g, '').replace(/\s+/g, ' ').trim();
}

/** The intervals that a text names, sorted as typed. Issue codes start with `hours.entry-`; `params.text` is what they are about. */
export function parseTimeEntry(text: string): Result<Interval[]> {
  const entry = plain(text);
  if (entry === '') return refused({ path: [], code: 'hours.entry-empty' });
  const intervals: Interval[] = [];
  const warnings: Issue[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(entry);
    if (match) at = pattern.lastIndex;
    return match;
  };

  while (at < entry.length) {
    const begin = at;
    const open = readTime(take(time));
    if (!open) return refused({ path: [], code: 'hours.entry-time', params: { text: entry.slice(begin) } });
    if (!take(to) && !take(/\s+/y)) return refused({ path: [], code: 'hours.entry-incomplete', params: { text: open.text } });
    const closeAt = at;
    const close = readTime(take(time));
    if (!close) {
      const rest = entry.slice(closeAt);
      return refused(rest === '' ? { path: [], code: 'hours.entry-incomplete', params: { text: open.text } } : { path: [], code: 'hours.entry-time', params: { text: rest } });
    }
    const interval = intervalFrom(open, close);
    if (!interval.ok) return interval;
    warnings.push(...interval.warnings.map((warning) => ({ ...warning, path: [intervals.length] })));
    intervals.push(interval.value);
    if (at < entry.length && !take(next)) return refused({ path: [], code: 'hours.entry-time', params: { text: entry.slice(at) } });
  }
  return accepted(intervals, warnings);
}

function readTime(match: RegExpExecArray | null): TypedTime | null {
  if (!match) return null;
  const [text, hour, minute, joinedMinute, meridiem] = match;
  return { hour: Number(hour), minute: Number(minute ?? joinedMinute ?? 0), meridiem: meridiem ? (meridiem.startsWith('a') ? 'am' : 'pm') : undefined, text: text.trim() };
}

function intervalFrom(open: TypedTime, close: TypedTime): Result<Interval> {
  if (open.meridiem && !close.meridiem && close.hour <= 12) return refused({ path: [], code: 'hours.entry-meridiem', params: { text: close.text } });
  const to = minutesOf(close, close.meridiem, true);
  if (to === null) return refused({ path: [], code: 'hours.entry-time', params: { text: close.text } });
  const from = openingMinutes(open, close, to);
  if (from === null) return refused({ path: [], code: 'hours.entry-time', params: { text: open.text } });
  // Midnight closes at the end of the day, which is written so.
  const end = to === 0 ? minutesPerDay : to;
  if (from === end) return refused({ path: [], code: 'hours.entry-empty-interval', params: { text: `${open.text}–${close.text}` } });
  const interval = { open: formatLocalTime(from), close: formatLocalTime(end) };
  return accepted(interval, end < from ? [{ path: [], code: 'hours.entry-overnight', params: interval }] : []);
}

/** "1–5 pm" is in the afternoon and "11–1 pm" begins before noon: the half of the day that makes the shorter stretch. */
function openingMinutes(open: TypedTime, close: TypedTime, to: number): number | null {
  if (open.meridiem || !close.meridiem || open.hour > 12 || open.hour === 0) return minutesOf(open, open.meridiem, false);
  const end = to === 0 ? minutesPerDay : to;
  const same = minutesOf(open, close.meridiem, false);
  return same !== null && same < end ? same : minutesOf(open, close.meridiem === 'pm' ? 'am' : 'pm', false);
}

function minutesOf({ hour, minute }: TypedTime, meridiem: 'am' | 'pm' | undefined, isClosing: boolean): number | null {
  if (meridiem) {
    if (hour < 1 || hour > 12) return null;
    return ((hour % 12) + (meridiem === 'pm' ? 12 : 0)) * 60 + minute;
  }
  if (hour === 24) return isClosing && minute === 0 ? minutesPerDay : null;
  return hour < 24 ? hour * 60 + minute : null;
}
