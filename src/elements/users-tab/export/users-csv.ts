import type { User, Vocabulary } from '../../../domain/user.js';

/*
 * Users as a file that spreadsheets open and programs read: RFC 4180 (commas, CRLF, quotes doubled), UTF-8 with a byte order
 * mark, since without it spreadsheets take accents for something else.
 *
 * A spreadsheet takes a cell that begins with = + - or @ for a formula, which can fetch, send and start things; one whose
 * separator is the semicolon or the tab begins cells in the middle of ours, whatever is quoted. Where such a piece begins, an
 * apostrophe is put before it, so that it is text. Signs of full width and the minus sign count, and what is invisible before
 * them does not hide them.
 *
 * A piece that is nothing but a telephone number with its country code, or a number, is left as it is, so that it can be
 * read in again: without letters, references and operators beyond the separators of a number it can call nothing.
 */

/** What begins a file, so that it is read as UTF-8. */
export const byteOrderMark = '\uFEFF';

/** `value` is what a cell shows before it is made safe. */
export interface CsvColumn {
  label: string;
  value(user: User): string;
}

/** Where a spreadsheet may begin a cell: after a semicolon, a tab or a line's end, in quotes or not. */
const separators = /([;\t\r\n]+)/;
/** What a spreadsheet ignores, or what nobody sees, before a sign: white space, quotes, controls and format characters. */
const ignored = /^["\s\p{Cc}\p{Cf}]*/u;
const formulaSign = /^[=+\-@\u2212]/;
const telephone = /^\+\d[\d ().\u00A0\u2011\-/]*$/;
const decimal = /^[+\-\u2212]?\d+(?:[.,\u00A0\u202F' ]\d+)*\s?%?$/;

/** The text, with an apostrophe before whatever a spreadsheet would take for a formula. */
export function neutralise(text: string): string {
  const beginsWithControl = /^[\t\r\n]/.test(text);
  const safe = text.split(separators).map((piece, index) => (index % 2 === 0 && isFormula(piece) ? `'${piece}` : piece)).join('');
  return beginsWithControl ? `'${safe}` : safe;
}

function isFormula(piece: string): boolean {
  const visible = piece.replace(ignored, '');
  const [sign = ''] = Array.from(visible);
  if (!formulaSign.test(sign.normalize('NFKC'))) return false;
  const whole = piece.trim();
  return !telephone.test(whole) && !decimal.test(whole);
}

/** One cell. */
export function csvCell(text: string): string {
  const safe = neutralise(text);
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines, each with its end. */
export function csvRows(users: readonly User[], columns: readonly CsvColumn[]): string {
  return users.map((user) => csvLine(columns.map(({ value }) => value(user)))).join('');
}

export function csvHeader(columns: readonly CsvColumn[]): string {
  return csvLine(columns.map(({ label }) => label));
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** An instant as ISO 8601 in UTC; what is no instant, as it is. */
export function csvInstant(instant: string | undefined): string {
  const date = new Date(instant ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? instant ?? '' : date.toISOString();
}

/** Something of a user's record that the host has put there: texts, numbers, yes or no, and lists of these. */
export function csvExtra({ key, label }: Vocabulary): CsvColumn {
  return { label, value: (user) => plainText(Object.hasOwn(user, key) ? (user as Record<string, unknown>)[key] : undefined) };
}

function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).filter(Boolean).join('; ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
