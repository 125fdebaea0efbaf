import { timeZoneAliases } from '../../../domain/time-zone-aliases.js';

/** `Buenos Aires` for `America/Argentina/Buenos_Aires`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

export function zoneLabel(timeZone: string): string {
  return timeZone.includes('/') ? `${cityOf(timeZone)} – ${timeZone}` : timeZone;
}

/** `UTC+5:30`, from minutes east of Greenwich. */
export function offsetText(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** The name that IANA prefers: engines give Asia/Calcutta or Asia/Kolkata, as they like. */
export function canonicalTimeZone(timeZone: string): string {
  return timeZoneAliases[timeZone] ?? timeZone;
}

/** The zone of whoever is looking. */
export function viewerTimeZone(): string {
  return canonicalTimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone);
}
