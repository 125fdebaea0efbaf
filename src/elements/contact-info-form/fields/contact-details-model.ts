import type { Contact } from '../../../domain/contact.js';
import { validateContact } from '../../../domain/field-value.js';
import { accepted, refused, type Issue, type Result } from '../../../domain/issue.js';
import { withDetails } from '../contact-list.js';

/** The optional part of a contact, as it is written in text boxes. */
export interface DetailsDraft {
  name: string;
  phone: string;
  language: string;
  notes: string;
}

/** Between digits a person writes what they like: spaces, dashes, dots, slashes, brackets; text that was copied brings marks along. */
const betweenDigits = /[\s\p{Pd}\p{Cf}().\/\u2212]+/gu;

/** Reads a telephone number as people write it, with its country code; it is kept in E.164. Issues have the path `phone`. */
export function readPhone(text: string): Result<string> {
  const written = text.normalize('NFKC').trim().replace(/^tel:/i, '');
  // In `+44 (0)20 …` the zero is for those who call from inside the country.
  const withoutTrunk = /^(?:\+|00)/.test(written) ? written.replace(/\(\s*0\s*\)/, '') : written;
  const number = asciiDigits(withoutTrunk.replace(betweenDigits, '')).replace(/^00/, '+');
  const [foreign] = number.slice(number.startsWith('+') ? 1 : 0).match(/\D/u) ?? [];
  if (foreign) return refused({ path: ['phone'], code: 'contact.phone-character', params: { character: foreign } });
  if (number.length > 16) return refused({ path: ['phone'], code: 'contact.phone-length' });
  return accepted(number);
}

/** Digits of other scripts mean the same. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let zero = code;
    // Every script has its ten digits in a row.
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}

/** The tag in its usual spelling; what is none stays as it is, to be refused. */
export function readLanguage(text: string): string {
  const tag = text.trim().replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? '';
  } catch {
    return tag;
  }
}

export function draftOf({ name = '', phone = '', language = '', notes = '' }: Contact): DetailsDraft {
  return { name, phone, language, notes };
}

/** The contact with the details that were written; whatever else it has stays. Paths of issues start at the contact. */
export function applyDetails(contact: Contact, draft: DetailsDraft): Result<Contact> {
  const phone = readPhone(draft.phone);
  const issues: Issue[] = phone.ok ? [] : phone.issues;
  const details: DetailsDraft = {
    name: draft.name.replace(/\s+/g, ' ').trim(), phone: phone.ok ? phone.value : '', language: readLanguage(draft.language), notes: draft.notes.trim(),
  };
  const changed = withDetails(contact, { email: contact.email, ...details });
  // Whether the address is one is not this dialog's to say.
  issues.push(...validateContact(changed).filter(({ path }) => path[0] !== 'email'));
  return issues.length > 0 ? refused(...issues) : accepted(changed);
}

/** Languages to choose from, by tag: the ones that most support is given in. Any other can be written as a tag. */
export const commonLanguages = (
  'ar bg bn bs ca cs da de el en en-GB en-US es es-419 es-MX et eu fa fi fil fr fr-CA gl gu he hi hr hu hy id is it ja ka kk kn ko lt lv mk ml mr ms nb nl pa pl pt-BR pt-PT ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh-Hans zh-Hant'
).split(' ');
