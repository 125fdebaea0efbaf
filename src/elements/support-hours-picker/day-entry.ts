import { accepted, type Result } from '../../domain/issue.js';
import { fullDay, isFullDay } from '../../domain/full-day.js';
import type { Interval } from '../../domain/support-hours.js';
import { parseTimeEntry } from '../../domain/time-entry.js';
import { isEqualJson } from '../../domain/equal.js';
import type { Texts } from '../../internal/issue-text.js';
import { intervalText } from './format-hours.js';

/*
 * The text of a day's box, both ways. What is written into the box is always understood again, whatever the language:
 * where its own way of writing times is not, digits are used.
 */

/** Reads what somebody typed: the language's words first, times otherwise. An empty box is a closed day. */
export function parseDayEntry(texts: Texts, text: string): Result<Interval[]> {
  const entry = plain(texts, text);
  if (entry === '' || words(texts, 'day.closed', 'entry.closed').includes(entry)) return accepted([]);
  if (words(texts, 'day.24-hours', 'day.open-24-hours', 'entry.full-day').includes(entry)) return accepted([fullDay]);
  return parseTimeEntry(entry.replaceAll(plain(texts, texts.text('time.midnight')), '24:00'));
}

/** What the box says for a day's hours. */
export function dayEntryText(texts: Texts, intervals: readonly Interval[]): string {
  if (intervals.length === 0) return texts.text('day.closed');
  if (isFullDay(intervals)) return texts.text('day.24-hours');
  const native = intervals.map((interval) => intervalText(texts, interval)).join(', ');
  const understood = parseDayEntry(texts, native);
  if (understood.ok && isEqualJson(understood.value.map(times), intervals.map(times))) return native;
  return intervals.map(({ open, close }) => `${open}–${close}`).join(', ');
}

function times({ open, close }: Interval): Interval {
  return { open, close };
}

/** Texts that name a kind of day; one text may list several, with commas between them. */
function words(texts: Texts, ...keys: string[]): string[] {
  return keys.flatMap((key) => texts.text(key).split(',')).map((word) => plain(texts, word));
}

function plain({ lang }: Texts, text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase(lang);
}
