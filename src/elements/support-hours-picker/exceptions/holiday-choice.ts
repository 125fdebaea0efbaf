import type { Exception } from '../../../domain/support-hours.js';

/** A holiday that was found, and the exception that has some of its dates already. */
export interface Holiday {
  exception: Exception;
  takenBy: Exception | undefined;
}

/** Which holidays would cross exceptions that are there already. Linear in both once they are sorted: files may be long. */
export function compareHolidays(found: readonly Exception[], existing: readonly Exception[]): Holiday[] {
  const held = existing.filter(({ from, to }) => from <= to).sort((a, b) => compare(a.from, b.from));
  let next = 0;
  // Of those that begin early enough, the one that lasts longest.
  let longest: Exception | undefined;
  return [...found].sort((a, b) => compare(a.to, b.to)).map((exception) => {
    for (; next < held.length && held[next].from <= exception.to; next += 1) {
      if (!longest || held[next].to > longest.to) longest = held[next];
    }
    return { exception, takenBy: longest && longest.to >= exception.from ? longest : undefined };
  });
}

/** By which a holiday is known again when the file is read for other dates. */
export function holidayKey({ from, to, label }: Exception): string {
  return JSON.stringify([from, to, label]);
}

/** The date as many years later; 29 February becomes 28. */
export function yearsAfter(date: string, years: number): string {
  const [year, month, day] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
