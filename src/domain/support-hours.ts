import * as z from 'zod/mini';

/*
 * The shape of support hours. What the values mean, and which combinations are allowed, is in
 * `validate-support-hours.ts`: a shape that does not parse is corrupt, a value that breaks a rule is invalid and shown.
 * Unknown keys survive a round trip.
 */

/** Days of a week as stored, Monday first (ISO 8601). */
export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Weekday = (typeof weekdays)[number];

export const intervalSchema = z.looseObject({
  open: z.string(),
  close: z.string(),
});
/** Local wall time, `HH:MM`. `close` of `24:00` is the end of the day; `close < open` is on the next day. */
export type Interval = z.infer<typeof intervalSchema>;

export const scheduleExceptionSchema = z.looseObject({
  from: z.string(),
  to: z.string(),
  intervals: z.array(intervalSchema),
  label: z.optional(z.string()),
});
/** Local dates `YYYY-MM-DD`, both inclusive, on which `intervals` replace the weekly ones; `[]` is closed. */
export type Exception = z.infer<typeof scheduleExceptionSchema>;

const daySchema = z.array(intervalSchema);

export const scheduleSchema = z.looseObject({
  id: z.string(),
  label: z.string(),
  timeZone: z.string(),
  regions: z.optional(z.array(z.string())),
  channels: z.optional(z.array(z.string())),
  languages: z.optional(z.array(z.string())),
  weekly: z.looseObject({
    mo: daySchema, tu: daySchema, we: daySchema, th: daySchema, fr: daySchema, sa: daySchema, su: daySchema,
  }),
  exceptions: z.array(scheduleExceptionSchema),
});
/** One set of hours in one IANA time zone. */
export type Schedule = z.infer<typeof scheduleSchema>;

export const supportHoursSchema = z.looseObject({
  version: z.literal(1),
  schedules: z.array(scheduleSchema),
});
/** When support is open: several schedules may apply. No schedule at all means "not answered". */
export type SupportHours = z.infer<typeof supportHoursSchema>;

/** A stretch of time, half open: it includes `from` and not `to`. */
export interface Span {
  from: Date;
  to: Date;
}
