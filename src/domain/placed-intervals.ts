import { minutesOf, type IntervalMinutes } from './interval-minutes.js';
import { minutesPerDay } from './local-time.js';
import { weekdays, type Interval, type Schedule, type Weekday } from './support-hours.js';

/** An interval where it is in a week: in minutes since Monday began. `close` is past the week's end for a night from Sunday to Monday. */
export interface PlacedInterval extends IntervalMinutes {
  day: Weekday;
  /** In the day's row. */
  index: number;
  interval: Interval;
}

/** Every interval of a week that can be read. */
export function placedIntervals(weekly: Schedule['weekly']): PlacedInterval[] {
  return weekdays.flatMap((day, dayIndex) => weekly[day].flatMap((interval, index): PlacedInterval[] => {
    const minutes = minutesOf(interval);
    const offset = dayIndex * minutesPerDay;
    return minutes ? [{ day, index, interval, open: offset + minutes.open, close: offset + minutes.close }] : [];
  }));
}
