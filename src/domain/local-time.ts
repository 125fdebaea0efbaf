/*
 * Times of a day as minutes since its midnight. `HH:MM`, two digits each; 24:00 is the end of the day and only closes.
 */

export const minutesPerDay = 1_440;

const pattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** 00:00 to 23:59 as 0 to 1439; `null` for anything else. Without a match object: every question about hours reads dozens of these. */
export function parseOpeningTime(text: string): number | null {
  return pattern.test(text) ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) : null;
}

/** 00:01 to 24:00 as 1 to 1440; `null` for anything else. */
export function parseClosingTime(text: string): number | null {
  return text === '24:00' ? minutesPerDay : parseOpeningTime(text) || null;
}

/** 0 to 1440 as `HH:MM`. */
export function formatLocalTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
