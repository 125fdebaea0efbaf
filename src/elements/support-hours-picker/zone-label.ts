import { timeZoneAliases } from '../../domain/time-zone-aliases.js';

/** `Buenos Aires` for `America/Argentina/Buenos_Aires`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

export function zoneLabel(timeZone: string): string {
  return timeZone.includes('/') ? `${cityOf(timeZone)} – ${timeZone}` : timeZone;
}

/** `UTC+05:30`, from minutes east of Greenwich. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const [hour, minute] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `UTC${minutes < 0 ? '−' : '+'}${hour}:${minute}`;
}

/** The name that IANA prefers: engines give Asia/Calcutta or Asia/Kolkata, as they like. */
export function canonicalTimeZone(timeZone: string): string {
  return timeZoneAliases[timeZone] ?? timeZone;
}

/** The zone of whoever is looking. */
export function viewerTimeZone(): string {
  return canonicalTimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone);
}
