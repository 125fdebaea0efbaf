import type { Contact } from './contact.js';
import { localDateOf, parseLocalDate } from './local-date.js';

/*
 * How long ago somebody said that a contact is still right. An address that nobody has looked at for long may reach nobody.
 *
 * - `confirmedOn` is a day of the calendar on the wall of whoever confirmed, and is compared with today's, here.
 * - A contact that was never confirmed is as old as its record: whoever saved that had it before them. So is one whose
 *   `confirmedOn` is no date. Where the record's time is not known either, nobody is asked.
 * - A day to come was confirmed: clocks and zones differ.
 */

export interface ConfirmationAge {
  days: number;
  /** `YYYY-MM-DD`; absent where the contact was never confirmed. */
  confirmedOn?: string;
}

const millisecondsPerDay = 86_400_000;

/** `updatedAt` is the record's, ISO 8601. `null` where nothing is known. */
export function confirmationAge({ confirmedOn }: Contact, updatedAt: string | undefined, at: Date): ConfirmationAge | null {
  if (Number.isNaN(at.getTime())) return null;
  const confirmed = confirmedOn === undefined ? null : parseLocalDate(confirmedOn);
  if (confirmed !== null) return { days: (parseLocalDate(localDateOf(at)) ?? confirmed) - confirmed, confirmedOn };
  const updated = updatedAt === undefined ? Number.NaN : Date.parse(updatedAt);
  // The beginning of all clocks stands for "not known".
  if (!(updated > 0)) return null;
  return { days: Math.floor((at.getTime() - updated) / millisecondsPerDay) };
}

/** The age of a contact that is to be looked at again, or `null`. `reviewAfterDays` of 0, or none that makes sense, asks nobody. */
export function overdueAge(contact: Contact, { updatedAt, at, reviewAfterDays }: { updatedAt?: string; at: Date; reviewAfterDays: number }): ConfirmationAge | null {
  const age = reviewAfterDays > 0 ? confirmationAge(contact, updatedAt, at) : null;
  return age && age.days >= reviewAfterDays ? age : null;
}

/** The contact, found to be still right on that day (`YYYY-MM-DD`). */
export function confirmContact<C extends Contact>(contact: C, on: string): C {
  return { ...contact, confirmedOn: on };
}

/** The contact under another address: what was found out about the one before says nothing of this one. */
export function withAddress(contact: Contact, email: string): Contact {
  const moved: Contact = { ...contact, email };
  delete moved.confirmedOn;
  delete moved.verification;
  return moved;
}
