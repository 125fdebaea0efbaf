import { scanItems, type Item } from './address-list-scanner.js';
import type { Contact } from './contact.js';
import { checkEmailAddress, type EmailAddress, type EmailAddressOptions } from './email-address.js';
import { refused, type Issue, type Result } from './issue.js';

/*
 * Reads a pasted list of addresses.
 *
 * No loss: of the text, split at separators, whitespace, quotes, angle brackets and backslashes, every run of characters
 * is in the result exactly as often as in the text: in an entry's address, in an entry's name or in a rejected text. Only
 * decoration is exempt, which is, at the start of a piece: bullets, list numbers (`1.`, `(2)`), header names (`To:`) and
 * `mailto:` (with it go percent escapes, and the query unless there is an address in it); after a piece: full stops; at
 * either end of an address: invisible characters; and a name that only repeats its address.
 *
 * - Nothing between quotes is ever taken for an address.
 * - Of a piece that is neither one address nor a name with one in angle brackets, nothing is accepted: from
 *   `joe bloggs@example.com` no rule can tell which address was meant.
 * - Entries and rejected pieces are in the order of the text. Duplicates are kept: `isSameAddress` tells them.
 * - Time is linear in the length of the text.
 */

export interface RejectedText {
  text: string;
  issue: Issue;
}

export interface AddressList {
  entries: Contact[];
  rejected: RejectedText[];
}

/** What stands between two separators. Both are `''` at the ends of the text and `' '` where a piece was cut at a space. */
interface Piece {
  items: Item[];
  before: string;
  after: string;
}

/** A piece that was read, with the part of the text that it keeps. */
interface Reading {
  before: string;
  after: string;
  text: string;
  outcome: { entry: Contact; hasBareName: boolean } | { rejected: Issue };
}

const bullets = '\\u00b7\\u2022\\u2023\\u2043\\u2219\\u2013\\u2014\\u25a0-\\u25ff\\u2713\\u2714\\u27a2\\u30fb\\uf0a7\\uf0b7';
const headerNames = 'to|cc|bcc|from|reply-to|e-?mail|mail|para|de|cco';
/** Bullets that are also characters of local parts count only where a space sets them apart. */
const decoration = new RegExp(`^(?:[${bullets}*+>-]+|\\(?\\d{1,6}[.)]|[.。．]+|(?:${headerNames}|mailto):)$`, 'i');
const attachedDecoration = new RegExp(`^(?:[${bullets}]+|(?:${headerNames}):)`, 'i');
const mailtoUri = /^\s*mailto:([^?\s]*)(?:\?([\w.~:/?#@!$&'()*+=%-]*))?\s*$/i;
const comma = /^[,，]$/;
const nameCharactersOnly = /^[\p{L}\p{M}\s'’.-]+$/u;
const capitalOrUncased = /[\p{Lu}\p{Lt}\p{Lo}]/u;

/** Reads every address of a pasted text, with its name where there is one; what is not one is rejected, with the reason. */
export function parseAddressList(text: string, options: EmailAddressOptions = {}): AddressList {
  const readings: Reading[] = [];
  for (const piece of splitPieces(text, options)) {
    const reading = readPiece(text, piece, options);
    if (reading) readings.push(takeNameBefore(readings, reading));
  }
  const list: AddressList = { entries: [], rejected: [] };
  for (const { text: kept, outcome } of readings) {
    if ('entry' in outcome) list.entries.push(outcome.entry);
    else list.rejected.push({ text: kept, issue: outcome.rejected });
  }
  return list;
}

function splitPieces(text: string, options: EmailAddressOptions): Piece[] {
  const pieces: Piece[] = [];
  let items: Item[] = [];
  let before = '';
  const cut = (separator: string) => {
    if (items.length > 0) pieces.push({ items, before, after: separator });
    items = [];
    before = separator;
  };
  for (const item of scanItems(text)) {
    if (item.kind === 'separator') {
      cut(textOf(text, item));
      continue;
    }
    const previous = items.at(-1);
    if (previous && startsAnother(text, previous, item, options)) cut(' ');
    items.push(item);
  }
  cut('');
  return pieces;
}

/** Whether a new piece starts between two items that only a space, or nothing, sets apart. */
function startsAnother(text: string, previous: Item, item: Item, options: EmailAddressOptions): boolean {
  if (previous.kind === 'angle') return true;
  const word = textOf(text, previous);
  if (previous.kind !== 'word' || !hasAddressShape(word)) return false;
  if (item.kind === 'quoted') return false;
  if (item.kind === 'word') return hasAddressShape(textOf(text, item)) || decoration.test(textOf(text, item));
  const address = readAddress(word.replace(attachedDecoration, ''), options);
  const inAngle = readAddress(contentOf(text, item), options);
  return address.ok && !(inAngle.ok && inAngle.value.address === address.value.address);
}

function hasAddressShape(word: string): boolean {
  const at = word.indexOf('@');
  return at > 0 && at < word.length - 1;
}

/** `null` where there is nothing but decoration. */
function readPiece(text: string, { items, before, after }: Piece, options: EmailAddressOptions): Reading | null {
  const first = items.findIndex((item) => item.kind !== 'word' || !decoration.test(textOf(text, item)));
  if (first === -1) return null;
  const last = items[items.length - 1];
  const attached = items[first].kind === 'word' ? attachedDecoration.exec(textOf(text, items[first])) : null;
  const start = items[first].start + (attached?.[0].length ?? 0);
  const kept = text.slice(start, last.end);

  if (last.kind !== 'angle') {
    const address = items.some((item) => item.kind === 'quoted' && textOf(text, item).includes('@'))
      ? refused<EmailAddress>({ path: [], code: 'email.quoted-text' })
      : readAddress(withoutFullStops(kept), options);
    return { before, after, text: kept, outcome: outcomeOf(address, '', false) };
  }
  const isQuotedName = first === items.length - 2 && items[first].kind === 'quoted';
  const name = isQuotedName ? contentOf(text, items[first]).replace(/\\(["\\])/g, '$1') : text.slice(start, last.start);
  return { before, after, text: kept, outcome: outcomeOf(readAddress(contentOf(text, last), options), name, !isQuotedName) };
}

function outcomeOf(address: Result<EmailAddress>, writtenName: string, isBare: boolean): Reading['outcome'] {
  if (!address.ok) return { rejected: address.issues[0] };
  const email = address.value.address;
  const name = writtenName.replace(/\s+/g, ' ').trim();
  return { entry: name === '' || name === email ? { email } : { email, name }, hasBareName: name !== '' && isBare };
}

function readAddress(text: string, options: EmailAddressOptions): Result<EmailAddress> {
  const [, written, query] = mailtoUri.exec(text) ?? [];
  if (written === undefined) return checkEmailAddress(text, options);
  if (query !== undefined && /@|%40/i.test(query)) return refused({ path: [], code: 'email.mailto-query' });
  return checkEmailAddress(decodePercent(written), options);
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Gives an entry the name that stands before it in a piece of its own: in the table cell to its left, or the last name of
 * an unquoted `Last, First <address>`. The latter only where commas do not separate entries too: in `Ann, Bob <b@c.de>,
 * Eve <e@c.de>` Ann is somebody without an address.
 */
function takeNameBefore(readings: Reading[], reading: Reading): Reading {
  if (!('entry' in reading.outcome)) return reading;
  let { before, outcome: { entry, hasBareName } } = reading;
  const cell = readings.at(-1);
  if (entry.name === undefined && before === '\t' && cell?.after === '\t' && isName(cell)) {
    readings.pop();
    entry = { ...entry, name: cell.text.replace(/\s+/g, ' ') };
    hasBareName = true;
    before = cell.before;
  }
  const last = readings.at(-1);
  const { name } = entry;
  if (
    hasBareName && name !== undefined && nameCharactersOnly.test(name) && comma.test(before) && !comma.test(reading.after)
    && last && comma.test(last.after) && !comma.test(last.before) && isName(last)
  ) {
    readings.pop();
    entry = { ...entry, name: `${last.text.replace(/\s+/g, ' ')}${before === ',' ? ', ' : before}${name}` };
    before = last.before;
  }
  return { ...reading, before, outcome: { entry, hasBareName } };
}

/** Whether a rejected piece looks like a person's name: letters, one of them a capital or of a script without capitals. */
function isName({ text, outcome }: Reading): boolean {
  return 'rejected' in outcome && nameCharactersOnly.test(text) && capitalOrUncased.test(text);
}

function withoutFullStops(text: string): string {
  let end = text.length;
  while (end > 0 && '.。．'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function textOf(text: string, { start, end }: Item): string {
  return text.slice(start, end);
}

/** What is between the quotes or the brackets. */
function contentOf(text: string, { start, end }: Item): string {
  return text.slice(start + 1, end - 1);
}
