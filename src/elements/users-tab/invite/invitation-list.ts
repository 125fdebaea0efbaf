import { parseAddressList, type RejectedText } from '../../../domain/address-list.js';
import type { Contact } from '../../../domain/contact.js';
import { addressKey } from '../../../domain/email-address.js';

/** Who is to be invited, as it was typed or pasted: nobody twice. */
export interface InvitationList {
  entries: Contact[];
  /** How many were left out since their address is there already. */
  folded: number;
  rejected: RejectedText[];
}

export function readInvitationList(text: string): InvitationList {
  const { entries, rejected } = parseAddressList(text);
  const byAddress = new Map<string, Contact>();
  for (const entry of entries) {
    const key = addressKey(entry.email);
    const first = byAddress.get(key);
    // Of two that are one, the first counts; a name is kept wherever it was.
    byAddress.set(key, first ? { ...first, name: first.name ?? entry.name } : entry);
  }
  return { entries: [...byAddress.values()], folded: entries.length - byAddress.size, rejected };
}

/** `Name <address>`, so that it is read as it was; a name with signs that mean something in a list is quoted. */
export function writeInvitation({ name, email }: Pick<Contact, 'name' | 'email'>): string {
  if (!name) return email;
  const isPlain = /^[\p{L}\p{M}\p{N}\s'’.-]+$/u.test(name);
  return `${isPlain ? name : `"${name.replace(/["\\]/g, '\\$&')}"`} <${email}>`;
}
