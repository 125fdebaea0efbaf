/*
 * Calendar dates without a time or a zone, as pure arithmetic on the proleptic Gregorian calendar.
 * A date is `YYYY-MM-DD` with four digits, and real: 2025-02-29 is none. Days count from 1970-01-01, which is day 0.
 */

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const daysPerEra = 146_097;
const daysBeforeEpoch = 719_468;

/** Days since 1970-01-01, or `null` where the text is no real date. */
export function parseLocalDate(text: string): number | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

/** The date as text. Days before year 0 and after 9999 have none and are clamped. */
export function formatLocalDate(days: number): string {
  const { year, month, day } = dateOf(days);
  const clamped = Math.min(Math.max(year, 0), 9_999);
  return `${String(clamped).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day of the calendar, `YYYY-MM-DD`, that it is here at that moment: in the zone of whoever runs this. */
export function localDateOf(at: Date): string {
  return formatLocalDate(dayNumber(at.getFullYear(), at.getMonth() + 1, at.getDate()));
}

/** Monday is 0, Sunday 6, as in `weekdays`. */
export function weekdayIndex(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

// Years are counted from March, so that the leap day is the last of a year; an era is 400 of them.
function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * daysPerEra + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - daysBeforeEpoch;
}

function dateOf(days: number): { year: number; month: number; day: number } {
  const shifted = Math.floor(days) + daysBeforeEpoch;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}
