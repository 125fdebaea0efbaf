import { parseAddressList } from '../../domain/address-list.js';
import type { Contact } from '../../domain/contact.js';
import { addressKey } from '../../domain/email-address.js';
import type { Issue } from '../../domain/issue.js';

/** A piece of text that was not accepted as an address, and why. It stays in sight until the person mends or removes it. */
export interface RejectedPiece {
  text: string;
  issue: Issue;
}

/** What became of a text that a person typed or pasted: every piece of it is in one of the three. */
export interface AddressEntry {
  added: Contact[];
  /** Addresses that were in the list, or in the text, already. */
  repeated: Contact[];
  rejected: RejectedPiece[];
}

/** `max` is how many the list may hold: what is beyond it is refused in the end, and stays in sight. */
export function enterAddresses(contacts: readonly Contact[], text: string, max = Infinity): AddressEntry {
  const seen = new Set(contacts.map((contact) => addressKey(contact.email)));
  const entry: AddressEntry = { added: [], repeated: [], rejected: [] };
  const { entries, rejected } = parseAddressList(text);
  for (const contact of entries) {
    const key = addressKey(contact.email);
    entry[seen.has(key) ? 'repeated' : 'added'].push(contact);
    seen.add(key);
  }
  const surplus = entry.added.splice(Math.max(0, max - contacts.length));
  entry.rejected = [...rejected, ...surplus.map((contact) => ({ text: writeContact(contact), issue: { path: [], code: 'contacts-full', params: { count: max } } }))];
  return entry;
}

/** Why a text is no address. One that could be is refused all the same, where it was before. */
export function reasonAgainst(text: string): Issue {
  return parseAddressList(text).rejected[0]?.issue ?? { path: [], code: 'email' };
}

/** A contact as a person would write it, so that it is read again as the same. */
export function writeContact({ email, name }: Contact): string {
  return name ? `"${name.replace(/["\\]/g, '\\$&')}" <${email}>` : email;
}

/** Whether a comma now ends an entry: the text so far is an address, and not the first half of `"Last, First" <a@b>`. */
export function isWholeEntry(text: string): boolean {
  const { entries, rejected } = parseAddressList(text);
  return entries.length > 0 && rejected.length === 0;
}

/** Whether a pasted text is more than one entry, so that it is taken apart at once rather than put into the box. */
export function isAddressList(text: string): boolean {
  const { entries, rejected } = parseAddressList(text);
  return entries.length + rejected.length > 1;
}
