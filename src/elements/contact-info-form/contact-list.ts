import { parseAddressList } from '../../domain/address-list.js';
import type { Contact } from '../../domain/contact.js';
import { addressKey, isSameAddress } from '../../domain/email-address.js';
import { accepted, refused, type Result } from '../../domain/issue.js';
import type { FieldDefinition } from '../../domain/requirements.js';

/*
 * What can be done to a list of contacts, without saying how it looks. Every function leaves its arguments as they are;
 * whatever a contact has beside its address, known or not, stays with it.
 */

/** How many a field asks for, as the key and the parameters of a text; `undefined` where any number will do. */
export function countRule({ min = 0, max }: Pick<FieldDefinition, 'min' | 'max'>, required: boolean): { key: string; params: Record<string, number> } | undefined {
  const least = Math.max(min, required ? 1 : 0);
  if (max === undefined) return least === 0 ? undefined : { key: 'contacts.asked.at-least', params: { count: least } };
  if (least === max) return { key: 'contacts.asked.exactly', params: { count: max } };
  // One is what anybody expects: only more than that is worth a word.
  return least > 1 ? { key: 'contacts.asked.between', params: { min: least, max, count: max } } : { key: 'contacts.asked.at-most', params: { count: max } };
}

export function moveContact(contacts: readonly Contact[], from: number, to: number): Contact[] {
  const rest = contacts.filter((_, at) => at !== from);
  return [...rest.slice(0, to), contacts[from], ...rest.slice(to)];
}

/** Where an entry comes to stand that is dropped before or after another one, seen from the list without it. */
export function placeOf(from: number, over: number, side: 'before' | 'after'): number {
  const gap = side === 'after' ? over + 1 : over;
  return gap > from ? gap - 1 : gap;
}

/** What each contact is told apart by: its address, and where that is there twice, the how-manieth it is. */
export function keysOf(contacts: readonly Contact[]): string[] {
  const seen = new Map<string, number>();
  return contacts.map(({ email }) => {
    const times = seen.get(email) ?? 0;
    seen.set(email, times + 1);
    return times === 0 ? email : `${times} ${email}`;
  });
}

/** Where the contact is that was at `index`: the list may have changed meanwhile. -1: nowhere. */
export function locateContact(contacts: readonly Contact[], index: number, email: string): number {
  return contacts[index]?.email === email ? index : contacts.findIndex((contact) => contact.email === email);
}

/** The list with another address for one contact, as it was written; refused where that is no single, new address. */
export function replaceAddress(contacts: readonly Contact[], index: number, text: string): Result<Contact[]> {
  const { entries, rejected } = parseAddressList(text);
  if (entries.length + rejected.length > 1) return refused({ path: [], code: 'contacts-several' });
  const [written] = entries;
  if (!written) return refused(rejected[0]?.issue ?? { path: [], code: 'email.empty' });
  const key = addressKey(written.email);
  if (contacts.some((other, at) => at !== index && addressKey(other.email) === key)) return refused({ path: [], code: 'contacts-repeated' });
  return accepted(contacts.map((contact, at) => (at === index ? withAddress(contact, written) : contact)));
}

/** What was found out about the old address is not known of the new one. */
function withAddress(contact: Contact, { email, name }: Contact): Contact {
  const changed: Contact = { ...contact, email, ...(name !== undefined && { name }) };
  if (isSameAddress(contact.email, email)) return changed;
  delete changed.confirmedOn;
  delete changed.verification;
  return changed;
}

const detailKeys = ['name', 'phone', 'language', 'notes'] as const;

/** The contact with another's details; what else is known of it stays. */
export function withDetails(contact: Contact, details: Contact): Contact {
  const changed: Contact = { ...contact };
  for (const key of detailKeys) {
    if (details[key]) changed[key] = details[key];
    else delete changed[key];
  }
  return changed;
}

/** Puts a removed contact back where it was; `undefined` where its address came back by another way. */
export function restoreContact(contacts: readonly Contact[], contact: Contact, index: number): Contact[] | undefined {
  if (contacts.some(({ email }) => isSameAddress(email, contact.email))) return undefined;
  return [...contacts.slice(0, index), contact, ...contacts.slice(index)];
}

/** Those of another list that are not in this one. */
export function missingFrom(contacts: readonly Contact[], others: readonly Contact[]): Contact[] {
  const seen = new Set(contacts.map(({ email }) => addressKey(email)));
  return others.filter(({ email }) => {
    const key = addressKey(email);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
