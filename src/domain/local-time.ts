/*
 * Times of a day as minutes since its midnight. `HH:MM`, two digits each; 24:00 is the end of the day and only closes.
 */

export const minutesPerDay = 1_440;

/** 00:00 to 23:59 as 0 to 1439; `null` for anything else. By hand: every question about hours reads dozens of these. */
export function parseOpeningTime(text: string): number | null {
  if (text.length !== 5 || text.charCodeAt(2) !== 58) return null;
  const hours = twoDigits(text, 0);
  const minutes = twoDigits(text, 3);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** `NaN` where one of the two is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** 00:01 to 24:00 as 1 to 1440; `null` for anything else. */
export function parseClosingTime(text: string): number | null {
  return text === '24:00' ? minutesPerDay : parseOpeningTime(text) || null;
}

/** 0 to 1440 as `HH:MM`. */
export function formatLocalTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
