import { accepted, refused, type Issue, type Result } from '../issue.js';
import { formatLocalDate } from '../local-date.js';
import type { Exception } from '../support-hours.js';

/** A stretch of dates, as days since the epoch, both inclusive, on which it is closed. */
export interface ClosedDates {
  from: number;
  to: number;
  /** Empty where it has no name. */
  label: string;
}

/**
 * Stretches of dates as exceptions that are sorted and share no date. Where several share some, those dates are one exception
 * with all of their names, and a warning says so; the same stretch with the same name counts once. More than `limit` names
 * and dates are refused.
 */
export function closedExceptions(stretches: readonly ClosedDates[], limit: number): Result<Exception[]> {
  const edges = stretches.flatMap(({ from, to, label }) => [{ date: from, label, change: 1 }, { date: to + 1, label, change: -1 }])
    // What ends before a date ends before what begins on it.
    .sort((a, b) => a.date - b.date || a.change - b.change);
  const found: ClosedDates[] = [];
  const warnings: Issue[] = [];
  const active = new Map<string, number>();
  let names = 0;
  for (let index = 0; index < edges.length;) {
    const { date } = edges[index];
    for (; edges[index]?.date === date && edges[index].change < 0; index += 1) leave(active, edges[index].label);
    // Whether something goes on over this date's midnight: a stretch that only ends where the next begins stays apart.
    const goesOn = active.size > 0;
    for (; edges[index]?.date === date; index += 1) active.set(edges[index].label, (active.get(edges[index].label) ?? 0) + 1);
    if (active.size === 0) continue;
    const labels = [...active.keys()].filter(Boolean);
    names += active.size;
    if (names > limit) return refused({ path: [], code: 'hours.ical-too-many', params: { max: limit } });
    const to = edges[index].date - 1;
    const label = labels.join(', ');
    const last = found[found.length - 1];
    if (goesOn && last && last.label === label && last.to === date - 1) last.to = to;
    else found.push({ from: date, to, label });
    if (labels.length > 1) warnings.push({ path: [found.length - 1], code: 'hours.ical-overlap', params: { text: label, date: formatLocalDate(date) } });
  }
  return accepted(found.map(({ from, to, label }) => ({ from: formatLocalDate(from), to: formatLocalDate(to), intervals: [], ...(label && { label }) })), warnings);
}

function leave(active: Map<string, number>, label: string): void {
  const left = active.get(label)! - 1;
  if (left > 0) active.set(label, left);
  else active.delete(label);
}
