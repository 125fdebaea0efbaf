/*
 * The words that a summary of hours needs in one language. What `Intl` knows is not among them: days, times, dates, zones and
 * how a list is joined. `{name}` is filled in. There are no counts, and so no plurals.
 */
export interface HoursWords {
  /** The whole: `{text}`. */
  sentence: string;
  /** Between schedules. */
  'schedule-separator': string;
  /** `{label}` of a schedule, and its `{text}`. */
  schedule: string;
  /** `{text}` of a schedule, and its time `{zone}`. */
  zone: string;
  /** Between days that differ, and between exceptions. */
  'part-separator': string;
  /** `{days}` and their `{hours}`. */
  part: string;
  /** Days that follow each other: `{first}` to `{last}`. */
  'day-range': string;
  'every-day': string;
  /** `{open}` to `{close}`. */
  interval: string;
  /** The same, closing on the next day. */
  overnight: string;
  /** What closes at 24:00 does so at …, where the day's hours are counted twice to twelve. */
  midnight: string;
  closed: string;
  'full-day': string;
  'always-open': string;
  'never-open': string;
  /** There is no schedule. */
  none: string;
  /** `{text}` of the week, and `{exceptions}`. */
  exceptions: string;
  /** `{dates}` of an exception, and what they are called. */
  'named-dates': string;
}
