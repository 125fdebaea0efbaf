import type { IntervalMinutes } from '../interval-minutes.js';
import { refused, type Issue, type Result } from '../issue.js';
import { formatLocalDate } from '../local-date.js';
import { formatLocalTime, minutesPerDay } from '../local-time.js';
import { weekdays, type Exception, type Schedule } from '../support-hours.js';
import { importedSchedule, sortedRow } from './imported-schedule.js';
import { parseOsmRules, type OsmRule } from './osm-rules.js';
import { unsupported } from './osm-tokens.js';
import { tailsAfter, type DatedRow } from './osm-tails.js';

/*
 * Reads an OpenStreetMap `opening_hours` text: weekdays, times to 48:00, `off`, `24/7`, and dates with their year. Everything
 * else is refused with what it is and where it stands; nothing is left out. What the text means is what the `opening_hours`
 * package, its reference, makes of it:
 *
 * - A rule after `;` takes the place of those before it on the days that it names, from midnight to midnight: it also cuts
 *   what spills in from the evening before, and the night that it replaces still goes on after midnight. A rule after `,` adds.
 * - A date cuts what spills in, as an exception does. But the week's own night of that date still ends on the next morning,
 *   where an exception owns the tails of its dates too. So such a text says something that is refused, unless it takes the
 *   tail away itself, as `toOsm` writes it: `2026 Dec 26 00:00-06:00 off`.
 */

interface ReadException extends DatedRow {
  label: string | undefined;
  rule: OsmRule;
}

/** The schedule is called `imported` and has no label: both are the caller's to give. Warnings say what `;` cut. */
export function fromOsm(text: string, timeZone: string): Result<Schedule> {
  const rules = parseOsmRules(text);
  if (!rules.ok) return rules;
  const week = new OsmWeek();
  const exceptions: ReadException[] = [];
  const tails: OsmRule[] = [];
  for (const rule of rules.value) {
    if (rule.days) {
      if (exceptions.length + tails.length > 0) return refused(at(rule, 'hours.osm-order'));
      if (rule.isOff && (rule.times || rule.isAdditional)) return refused(unsupported(rule.text, rule.at));
      week.apply(rule.days, rule.times ?? [], rule.isAdditional);
    } else {
      if (rule.isAdditional) return refused(unsupported(rule.text, rule.at));
      if (rule.isOff && rule.times) tails.push(rule);
      else exceptions.push(...rule.dates.map((dates) => ({ ...dates, row: rule.times ?? [], label: rule.comment || undefined, rule })));
    }
  }

  const schedule = importedSchedule(week.rows, exceptions.map(exceptionOf), timeZone, week.warnings);
  if (!schedule.ok) return schedule;
  const strange = compareTails(tails, exceptions, week.rows);
  return strange ? refused(strange) : schedule;
}

function at(rule: OsmRule, code: string, params: Record<string, unknown> = {}): Issue {
  return { path: [], code, params: { text: rule.text, at: rule.at, ...params } };
}

function exceptionOf({ from, to, row, label }: ReadException): Exception {
  return { from: formatLocalDate(from), to: formatLocalDate(to), intervals: sortedRow(row), ...(label !== undefined && { label }) };
}

/** Whether the text takes away exactly the tails that an exception owns; else what is wrong. */
function compareTails(tails: readonly OsmRule[], exceptions: readonly ReadException[], rows: readonly (readonly IntervalMinutes[])[]): Issue | null {
  const written = new Map<string, OsmRule>();
  for (const rule of tails) {
    if (rule.comment !== undefined || rule.dates.length !== 1 || rule.dates[0].from !== rule.dates[0].to || rule.times!.length !== 1) return unsupported(rule.text, rule.at);
    written.set(`${rule.dates[0].from} ${rule.times![0].open} ${rule.times![0].close}`, rule);
  }
  for (const { date, open, close, exception } of tailsAfter([...exceptions].sort((a, b) => a.from - b.from), rows)) {
    if (!written.delete(`${date} ${open} ${close}`)) {
      return at(exception.rule, 'hours.osm-tail', { date: formatLocalDate(date - 1), open: formatLocalTime(open), close: formatLocalTime(close) });
    }
  }
  const [left] = written.values();
  return left ? unsupported(left.text, left.at) : null;
}

/** The week that the rules add up to. Owns the rows, Monday first, and what was cut on the way. */
class OsmWeek {
  readonly rows: IntervalMinutes[][] = weekdays.map(() => []);
  readonly warnings: Issue[] = [];

  apply(days: readonly number[], times: readonly IntervalMinutes[], isAdditional: boolean): void {
    if (!isAdditional) this.#clear(days);
    for (const day of days) this.rows[day].push(...times.map((time) => ({ ...time })));
  }

  /** From midnight to midnight. A night that began on a cleared day was over there, and goes on here from midnight on its own. */
  #clear(days: readonly number[]): void {
    const tails = days.map((day) => ({ next: (day + 1) % 7, row: this.rows[day].filter(({ close }) => close > minutesPerDay) }));
    for (const day of days) {
      const before = (day + 6) % 7;
      if (!days.includes(before)) this.#cut(before);
      this.rows[day] = [];
    }
    for (const { next, row } of tails) {
      if (!days.includes(next)) this.rows[next].push(...row.map(({ close }) => ({ open: 0, close: close - minutesPerDay })));
    }
  }

  #cut(day: number): void {
    this.rows[day] = this.rows[day].map(({ open, close }) => {
      if (close <= minutesPerDay) return { open, close };
      this.warnings.push({ path: ['weekly', weekdays[day]], code: 'hours.osm-cut', params: { day: weekdays[day], time: formatLocalTime(close - minutesPerDay) } });
      return { open, close: minutesPerDay };
    });
  }
}
