import type { SupportHours } from '../../../domain/support-hours.js';

/* Schedules as a list, from one value to the next. */

/** The schedule at `index` at another place; the same hours where it cannot go there. */
export function moveSchedule(hours: SupportHours, index: number, to: number): SupportHours {
  const schedules = [...hours.schedules];
  const [moved] = schedules.splice(index, 1);
  if (!moved || to < 0 || to > schedules.length) return hours;
  schedules.splice(to, 0, moved);
  return { ...hours, schedules };
}

/** A copy right after the schedule that it is of. It shares nothing with it. */
export function duplicateSchedule(hours: SupportHours, index: number, { id, label }: { id: string; label: string }): SupportHours {
  const copy = { ...structuredClone(hours.schedules[index]), id, label };
  return { ...hours, schedules: [...hours.schedules.slice(0, index + 1), copy, ...hours.schedules.slice(index + 1)] };
}
