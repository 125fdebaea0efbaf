import { parseFieldValue } from '../../domain/field-value.js';
import type { Issue } from '../../domain/issue.js';
import type { SupportHours } from '../../domain/support-hours.js';

/** A value as it was given to the element: the hours that it says, or, where it does not parse, what it was and why. */
export interface StoredHours {
  /** Empty where the value could not be read. */
  hours: SupportHours;
  unreadable?: { raw: unknown; issue: Issue };
}

export const noHours: SupportHours = { version: 1, schedules: [] };

/** Reads a value, or JSON text of one. Nothing, as `null` or as an empty text, is hours without a schedule. */
export function readStoredHours(raw: unknown): StoredHours {
  let value = raw;
  if (typeof raw === 'string') {
    try {
      value = raw.trim() === '' ? null : (JSON.parse(raw) as unknown);
    } catch {
      return { hours: noHours, unreadable: { raw, issue: { path: [], code: 'malformed' } } };
    }
  }
  const parsed = parseFieldValue('hours', value);
  if (parsed.ok && parsed.value.kind === 'hours') return { hours: parsed.value.value };
  const issue = parsed.ok ? undefined : parsed.issues[0];
  return { hours: noHours, unreadable: { raw, issue: issue ?? { path: [], code: 'malformed' } } };
}

/** What the form sends: `null` for nothing; what could not be read goes back as it came. */
export function formText({ hours, unreadable }: StoredHours): string | null {
  if (unreadable) return typeof unreadable.raw === 'string' ? unreadable.raw : jsonText(unreadable.raw);
  return hours.schedules.length === 0 ? null : jsonText(hours);
}

/** `null` for what JSON cannot hold, such as a value that contains itself. */
function jsonText(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}
