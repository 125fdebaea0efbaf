import { accepted, refused, type Result } from './issue.js';

/*
 * The one rule for e-mail addresses: chips, invitations, the public contact and every adapter ask it here.
 *
 * - The rule is the HTML standard's, with stricter dots (none first, last or twice), a local part of at most 64 octets and
 *   a whole of at most 254 (counted in `ascii`, the form that travels), and a domain of at least two labels.
 * - Quoted local parts, address literals and domains that end in a number are refused. A local part outside ASCII is
 *   refused unless the host allows SMTPUTF8.
 * - Whitespace and invisible characters around the text are dropped; inside it they are refused, never removed, so that
 *   two addresses that look alike are not two addresses.
 * - An ASCII domain is judged by its spelling alone, A-labels included. Any other holds letters, marks, digits and hyphens,
 *   after compatibility mapping, and the few signs that IDNA2008 allows beside certain letters: a quotation mark or an arrow
 *   that was pasted along belongs to the text around the address. It is converted by the platform's URL parser, whose answer
 *   is judged by the same rule. Ideographic full stops are dots.
 *   An engine with older Unicode tables may refuse a letter that is new; none reads it as another one.
 * - Nothing throws, and time is linear in the length of the text.
 */

export interface EmailAddress {
  /** What was written, without what surrounded it. */
  address: string;
  /** The same with the domain in A-labels, lower case. */
  ascii: string;
}

export interface EmailAddressOptions {
  /** Accept local parts outside ASCII: the host's mail system, and its correspondents', speak SMTPUTF8. */
  allowSmtpUtf8?: boolean;
}

const maxOctets = 254;
const maxLocalPartOctets = 64;
const maxLabelLength = 63;
/** No mapping of a longer text is short enough, so that nothing longer is looked at. */
const maxWrittenLength = 1024;

const blank = /[\s\p{Default_Ignorable_Code_Point}]/u;
const invisible = /\p{Default_Ignorable_Code_Point}/u;
/*
 * Joiners belong to the spelling of some scripts: after a virama and, the one that separates, between Arabic letters of
 * which the first joins to its left (RFC 5892, appendix A). Asked here, since not every engine's URL parser does.
 */
const virama = '[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca\\u0e3a\\u0eba\\u0f84\\u1039\\u103a\\u17d2\\ua8c4\\ua953\\ua9c0\\uabed]';
const notJoiningLeft = '[\\u0621-\\u0625\\u0627\\u0629\\u062f-\\u0632\\u0648\\u0671-\\u0677\\u0688-\\u0699\\u06c0\\u06c3-\\u06cb\\u06cd\\u06cf\\u06d2-\\u06d5\\u06ee\\u06ef]';
const arabicLetter = '(?=\\p{Script=Arabic})\\p{L}';
const separatedArabic = `(?<=(?!${notJoiningLeft})${arabicLetter}\\p{M}*)\\u200c(?=\\p{M}*${arabicLetter})`;
const invisibleInDomain = new RegExp(`(?!(?<=${virama})[\\u200c\\u200d]|${separatedArabic})\\p{Default_Ignorable_Code_Point}`, 'u');
const nonAscii = /[\u0080-\u{10ffff}]/u;
const notInLocalPart = /[^a-zA-Z0-9.!#$%&'*+/=?^_`{|}~\-\u0080-\u{10ffff}]|\p{Cs}/u;
/*
 * Letters, marks, digits, and what IDNA allows beside them: the middle dot of Catalan and of Japanese, the Greek keraia, the
 * Hebrew geresh. Closing quotes, arrows and emoji after a pasted address are no part of it, though a URL would take them.
 */
const contextual = /(?<=l)\u00b7(?=l)|(?<=[\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Han}ー])\u30fb|\u30fb(?=[\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Han}])|\u0375(?=\p{Script=Greek})|(?<=\p{Script=Hebrew})[\u05f3\u05f4]/iu.source;
const notInDomain = new RegExp(`(?!${contextual})[^\\p{L}\\p{M}\\p{N}.\\-\u3002\u200c\u200d]`, 'iu');
/** No label begins with one (RFC 5893, rule 1); not every engine knows. */
const arabicDigit = /^[\u0660-\u0669\u06f0-\u06f9]/;
const dots = /[.\u3002]/;
const numericLabel = /^(?:\d+|0x[\da-f]*)$/;

/** Says whether the text is one address, and if not, why: every refusal has a code of its own, `email.…`. */
export function checkEmailAddress(text: string, { allowSmtpUtf8 = false }: EmailAddressOptions = {}): Result<EmailAddress> {
  const address = trimBlanks(text);
  if (address === '') return refuse('email.empty');
  if (address.length > maxWrittenLength) return refuse('email.too-long', { max: maxOctets });

  const at = address.lastIndexOf('@');
  if (at === -1) return refuse(address.includes('＠') ? 'email.full-width-at' : 'email.missing-at');
  const localPart = address.slice(0, at);
  const writtenDomain = address.slice(at + 1);
  if (localPart === '') return refuse('email.missing-local-part');
  if (writtenDomain === '') return refuse('email.missing-domain');
  if (/^".*"$/s.test(localPart)) return refuse('email.quoted-local-part');
  if (localPart.includes('@')) return refuse('email.several-ats');
  if (writtenDomain.startsWith('[')) return refuse('email.address-literal');
  if (/\s/.test(address)) return refuse('email.space');
  if (invisible.test(localPart) || invisibleInDomain.test(writtenDomain)) return refuse('email.invisible-character');

  const checkedLocalPart = checkLocalPart(localPart, allowSmtpUtf8);
  if (!checkedLocalPart.ok) return checkedLocalPart;
  const domain = toAsciiDomain(writtenDomain);
  if (!domain.ok) return domain;
  const ascii = `${localPart}@${domain.value}`;
  if (octets(ascii) > maxOctets) return refuse('email.too-long', { max: maxOctets });
  return accepted({ address, ascii });
}

/** Whether mail to both goes to the same mailbox, as far as anybody but its server can tell. */
export function isSameAddress(a: string, b: string): boolean {
  return addressKey(a) === addressKey(b);
}

/**
 * What addresses are compared by, for uniqueness: local part case-folded, domain in A-labels. Total: a text that is not an
 * address has a key too, itself case-folded.
 */
export function addressKey(address: string): string {
  const checked = checkEmailAddress(address, { allowSmtpUtf8: true });
  return foldCase(checked.ok ? checked.value.ascii : trimBlanks(address));
}

/** Letters that lower case keeps apart by their place in a word are one letter here. */
function foldCase(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}

/** Steps from both ends: a pattern anchored at the end is quadratic in runs of blanks before it. */
function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function checkLocalPart(localPart: string, allowSmtpUtf8: boolean): Result<string> {
  if (localPart.startsWith('.')) return refuse('email.leading-dot');
  if (localPart.endsWith('.')) return refuse('email.trailing-dot');
  if (localPart.includes('..')) return refuse('email.consecutive-dots');
  const unusable = notInLocalPart.exec(localPart);
  if (unusable) return refuse('email.local-character', { character: unusable[0] });
  const foreign = nonAscii.exec(localPart);
  if (foreign && !allowSmtpUtf8) return refuse('email.non-ascii-local', { character: foreign[0] });
  const length = octets(localPart);
  if (length > maxLocalPartOctets) return refuse('email.local-too-long', { max: maxLocalPartOctets, length });
  return accepted(localPart);
}

function toAsciiDomain(written: string): Result<string> {
  const plain = written.normalize('NFKC');
  const unusable = notInDomain.exec(plain);
  if (unusable) return refuse('email.domain-character', { character: unusable[0] });
  const writtenLabels = plain.split(dots);
  if (writtenLabels.at(0) === '') return refuse('email.domain-leading-dot');
  if (writtenLabels.at(-1) === '') return refuse('email.domain-trailing-dot');
  if (writtenLabels.includes('')) return refuse('email.consecutive-dots');

  if (writtenLabels.some((label) => arabicDigit.test(label))) return refuse('email.domain-not-convertible');
  const domain = nonAscii.test(written) ? convertToALabels(written) : written.toLowerCase();
  if (domain === null) return refuse('email.domain-not-convertible');
  const labels = domain.split('.');
  if (labels.length < 2) return refuse('email.domain-without-dot');
  if (labels.some((label) => label.length > maxLabelLength)) return refuse('email.domain-label-too-long', { max: maxLabelLength });
  if (labels.some((label) => label.startsWith('-') || label.endsWith('-'))) return refuse('email.domain-hyphen');
  if (numericLabel.test(labels[labels.length - 1])) return refuse('email.numeric-domain');
  return accepted(domain);
}

function convertToALabels(domain: string): string | null {
  try {
    // Older Unicode tables read the capital as `ss`, which is another domain.
    return new URL(`http://${domain.replaceAll('ẞ', 'ß')}`).hostname;
  } catch {
    return null;
  }
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}

function refuse(code: string, params?: Record<string, unknown>): Result<never> {
  return refused(params ? { path: [], code, params } : { path: [], code });
}
