import type { Schedule, SupportHours } from '../../../src/domain/support-hours.js';

export const office = { open: '09:00', close: '17:00' };

/** A Wednesday in winter, 10:30 in Madrid. */
export const clock = () => new Date('2026-01-14T09:30:00Z');

export function schedule(changes: Partial<Schedule> = {}): Schedule {
  return {
    id: 'a', label: '', timeZone: 'Europe/Madrid', exceptions: [],
    weekly: { mo: [office], tu: [office], we: [office], th: [office], fr: [office], sa: [], su: [] },
    ...changes,
  };
}

export function hours(...schedules: Schedule[]): SupportHours {
  return { version: 1, schedules };
}
