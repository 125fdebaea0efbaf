import { wallTimeAt } from '../../../domain/zoned-time.js';
import type { Exception, Schedule } from '../../../domain/support-hours.js';

export interface PlacedException {
  exception: Exception;
  /** Where it is in the schedule. */
  index: number;
}

/** Exceptions in the order in which they are looked for: `coming` the next first, `past` the latest first. */
export interface ExceptionOrder {
  coming: PlacedException[];
  past: PlacedException[];
}

/** Today's date where the schedule is; in UTC where its zone is not known. */
export function todayOf({ timeZone }: Pick<Schedule, 'timeZone'>, now: Date): string {
  return new Date(wallTimeAt(timeZone, now.getTime()) ?? now.getTime()).toISOString().slice(0, 10);
}

/** What is over and in order is `past`. What has a problem comes before all else: it is to be mended, whenever it was. */
export function orderExceptions(exceptions: readonly Exception[], today: string, hasProblem: (index: number) => boolean = () => false): ExceptionOrder {
  const placed = exceptions.map((exception, index) => ({ exception, index }));
  const byDate = (a: PlacedException, b: PlacedException) => (a.exception.from < b.exception.from ? -1 : a.exception.from > b.exception.from ? 1 : a.index - b.index);
  const problems = placed.filter(({ index }) => hasProblem(index));
  const others = placed.filter(({ index }) => !hasProblem(index));
  return {
    coming: [...problems, ...others.filter(({ exception }) => !(exception.to < today)).sort(byDate)],
    past: others.filter(({ exception }) => exception.to < today).sort((a, b) => byDate(b, a)),
  };
}
