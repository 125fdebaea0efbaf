/*
 * Times of a day as minutes since its midnight. `HH:MM`, two digits each; 24:00 is the end of the day and only closes.
 */

export const minutesPerDay = 1_440;

/** Every minute of a day by how it is written: every question about hours reads dozens of these. Made when first asked for. */
let openingTimes: Map<string, number> | undefined;

/** 00:00 to 23:59 as 0 to 1439; `null` for anything else. */
export function parseOpeningTime(text: string): number | null {
  openingTimes ??= new Map(Array.from({ length: minutesPerDay }, (_, minute) => [formatLocalTime(minute), minute]));
  return openingTimes.get(text) ?? null;
}

/** 00:01 to 24:00 as 1 to 1440; `null` for anything else. */
export function parseClosingTime(text: string): number | null {
  return text === '24:00' ? minutesPerDay : parseOpeningTime(text) || null;
}

/** 0 to 1440 as `HH:MM`. */
export function formatLocalTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
