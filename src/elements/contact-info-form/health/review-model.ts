import type { Contact } from '../../../domain/contact.js';
import { valueOf, type ContactInfo, type ContactInfoRecord } from '../../../domain/contact-info.js';
import { confirmContact, overdueAge } from '../../../domain/contact-review.js';
import { addressKey } from '../../../domain/email-address.js';
import { isEqualJson } from '../../../domain/equal.js';
import { parseFieldValue } from '../../../domain/field-value.js';
import { availabilityOf, type FieldDefinition, type RequirementContext } from '../../../domain/requirements.js';

/*
 * Which contacts a person is asked about, as values.
 *
 * - Asked about is what was due when the record was first read. Confirming one saves the record, and would otherwise make
 *   those that were never confirmed as new as that save: they would go away unasked.
 * - A contact is the same one as long as it is in the same field under the same address.
 * - Confirmed is what the store holds as confirmed. What only the person has marked so far is not.
 */

/** A contact that was due, as it was then. */
export interface DueContact {
  key: string;
  address: string;
  confirmedOn: string | undefined;
}

export interface ReviewItem {
  key: string;
  /** In the value as it is now. */
  index: number;
  contact: Contact;
  /** `marked`: confirmed by the person, and not saved yet. */
  state: 'due' | 'marked';
  /** When it was last confirmed, or `undefined`. */
  confirmedOn: string | undefined;
}

export interface ReviewRequest {
  definitions: readonly FieldDefinition[];
  context: RequirementContext;
  at: Date;
  reviewAfterDays: number;
}

/** The contacts of a field; none where they cannot be read. */
export function contactsIn(contactInfo: ContactInfo, key: string): Contact[] {
  const parsed = parseFieldValue('contacts', valueOf(contactInfo, key));
  return parsed.ok ? (parsed.value.value as Contact[]) : [];
}

/** Where a contact is now, or -1. */
export function indexOfAddress(contacts: readonly Contact[], address: string): number {
  return contacts.findIndex(({ email }) => addressKey(email) === address);
}

/** The contacts of a record that are to be looked at again, in the order of the fields. */
export function contactsDue(record: ContactInfoRecord | null, { definitions, context, at, reviewAfterDays }: ReviewRequest): DueContact[] {
  if (!record) return [];
  const { contactInfo, updatedAt } = record;
  return definitions.flatMap((definition) => {
    const { key, kind } = definition;
    if (kind !== 'contacts' || availabilityOf(definition, context).requirement === 'unavailable') return [];
    return contactsIn(contactInfo, key)
      .filter((contact) => overdueAge(contact, { updatedAt, at, reviewAfterDays }))
      .map(({ email, confirmedOn }) => ({ key, address: addressKey(email), confirmedOn }));
  });
}

function isConfirmedSince({ confirmedOn }: DueContact, contact: Contact | undefined): boolean {
  return contact?.confirmedOn !== undefined && contact.confirmedOn !== confirmedOn;
}

/** Of those that were due, the ones still to be asked about. One that was removed, or has another address now, is not. */
export function reviewItems(due: readonly DueContact[], stored: ContactInfo, current: ContactInfo): ReviewItem[] {
  const [inStore, inForm] = [new Map<string, Contact[]>(), new Map<string, Contact[]>()];
  return due.flatMap((one): ReviewItem[] => {
    const { key, address, confirmedOn } = one;
    if (!inStore.has(key)) inStore.set(key, contactsIn(stored, key));
    if (!inForm.has(key)) inForm.set(key, contactsIn(current, key));
    const [before, now] = [inStore.get(key)!, inForm.get(key)!];
    const index = indexOfAddress(now, address);
    const held = before[indexOfAddress(before, address)];
    if (index < 0 || !held || isConfirmedSince(one, held)) return [];
    return [{ key, index, contact: now[index], state: isConfirmedSince(one, now[index]) ? 'marked' : 'due', confirmedOn }];
  });
}

/** How many of those that were due the store holds as confirmed. */
export function confirmedCount(due: readonly DueContact[], stored: ContactInfo): number {
  return due.filter((one) => {
    const contacts = contactsIn(stored, one.key);
    return isConfirmedSince(one, contacts[indexOfAddress(contacts, one.address)]);
  }).length;
}

/** The values of the fields that these are in, with each confirmed on that day (`YYYY-MM-DD`). */
export function confirmItems(current: ContactInfo, items: readonly Pick<ReviewItem, 'key' | 'index'>[], on: string): Map<string, Contact[]> {
  const values = new Map<string, Contact[]>();
  for (const { key, index } of items) {
    const contacts = values.get(key) ?? contactsIn(current, key);
    values.set(key, contacts.map((contact, at) => (at === index ? confirmContact(contact, on) : contact)));
  }
  return values;
}

/** Whether nothing was changed but days of confirmation. */
export function isOnlyConfirmed(stored: ContactInfo, current: ContactInfo): boolean {
  return isEqualJson(withoutDays(stored), withoutDays(current));
}

function withoutDays(contactInfo: ContactInfo): ContactInfo {
  return Object.fromEntries(Object.entries(contactInfo).map(([key, value]) => [key, Array.isArray(value) ? value.map(withoutDay) : value]));
}

function withoutDay(item: unknown): unknown {
  return typeof item === 'object' && item !== null ? { ...item, confirmedOn: null } : item;
}
