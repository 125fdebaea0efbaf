import type { Exception, Interval, Schedule, SupportHours, Weekday } from '../../src/domain/support-hours.js';

/** `'09:00-17:00 18:00-20:00'` as intervals. */
export function intervals(text: string): Interval[] {
  return text.split(' ').filter(Boolean).map((one) => {
    const [open, close] = one.split('-');
    return { open, close };
  });
}

export function schedule(weekly: Partial<Record<Weekday, string>>, more: Partial<Schedule> = {}): Schedule {
  const days = { mo: '', tu: '', we: '', th: '', fr: '', sa: '', su: '', ...weekly };
  return {
    id: 'one', label: 'One', timeZone: 'UTC', exceptions: [], ...more,
    weekly: Object.fromEntries(Object.entries(days).map(([name, row]) => [name, intervals(row)])) as Schedule['weekly'],
  };
}

export function exception(from: string, to: string, row = '', label?: string): Exception {
  return { from, to, intervals: intervals(row), ...(label !== undefined && { label }) };
}

export function hours(...schedules: Schedule[]): SupportHours {
  return { version: 1, schedules };
}

const everyDay = { mo: '', tu: '', we: '', th: '', fr: '', sa: '', su: '' };

export function daily(row: string, more: Partial<Schedule> = {}): Schedule {
  return schedule(Object.fromEntries(Object.keys(everyDay).map((name) => [name, row])), more);
}
