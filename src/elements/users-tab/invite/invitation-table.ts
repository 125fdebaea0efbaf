import { dsvFormat } from 'd3-dsv';
import { parseAddressList } from '../../../domain/address-list.js';
import { checkEmailAddress } from '../../../domain/email-address.js';
import { cleanName, type Invitee } from './invitee.js';
import { findColumns, type TableColumns, type TableVocabulary } from './table-columns.js';

/*
 * Reads a table of people from a CSV file, or as a spreadsheet puts it into the clipboard.
 *
 * - No loss: every row in which something is written becomes an invitee, or one with an issue. Columns that are not used are named.
 * - The delimiter is what stands most often outside quotes in the first line that has something; `sep=;` says it too.
 * - Where quotes are not closed, or go on after they were, the text is read line by line, and such a line without quotes: a
 *   stray one swallows nothing.
 * - Time is linear in the length of the text.
 */

export interface InviteeTable {
  invitees: Invitee[];
  /** Columns that are not used, by header or by number. */
  leftOut: (string | number)[];
}

const delimiters = ['\t', ';', ','] as const;
type Delimiter = (typeof delimiters)[number];
const lineBreak = /\r\n|\n|\r/;

export function readTable(written: string, vocabulary: TableVocabulary): InviteeTable {
  const { rows } = readRows(written);
  return toInvitees(rows, vocabulary);
}

/** The same of what was pasted; `null` where it is rather a list of addresses: a table has one in each row, and it stands alone. */
export function readPastedTable(written: string, vocabulary: TableVocabulary): InviteeTable | null {
  const { rows, delimiter } = readRows(written);
  const filled = rows.filter(isFilled);
  const columns = new Set<number>();
  let addresses = 0;
  for (const row of filled) {
    const at = row.flatMap((cell, index) => (cell.includes('@') ? [index] : []));
    if (at.length > 1 || (at.length === 1 && !checkEmailAddress(row[at[0]]).ok)) return null;
    if (at.length === 1) columns.add(at[0]);
    addresses += at.length;
  }
  const isEven = filled.length > 1 && filled.every(({ length }) => length > 1 && length === filled[0].length);
  const isTable = columns.size === 1 && addresses * 2 >= filled.length && (delimiter === '\t' ? filled.some(({ length }) => length > 1) : isEven);
  return isTable ? toInvitees(rows, vocabulary) : null;
}

function toInvitees(rows: string[][], vocabulary: TableVocabulary): InviteeTable {
  const first = rows.findIndex(isFilled);
  if (first === -1) return { invitees: [], leftOut: [] };
  const filled = rows.filter(isFilled);
  const columns = findColumns(filled, vocabulary);
  const invitees: Invitee[] = [];
  rows.forEach((cells, index) => {
    if (isFilled(cells) && !(columns.hasHeader && index === first)) invitees.push(...readRow(cells, index + 1, columns));
  });
  return { invitees, leftOut: findLeftOut(filled, columns) };
}

/** A cell may hold `Name <address>`, or several addresses. */
function readRow(cells: string[], row: number, { at }: TableColumns): Invitee[] {
  const cell = (position: number | undefined) => (position === undefined ? '' : (cells[position] ?? '').trim());
  const name = cleanName(cell(at.name) || `${cell(at['given-name'])} ${cell(at['family-name'])}`);
  const role = cleanName(cell(at.role));
  const common = { row, ...(role && { role }) };
  const written = cell(at.email);
  const checked = checkEmailAddress(written);
  if (checked.ok) return [{ address: checked.value.address, name, ...common }];
  const { entries, rejected } = parseAddressList(written);
  if (entries.length === 0 || rejected.length > 0) return [{ address: written, name, issue: checked.issues[0], ...common }];
  return entries.map((entry) => ({ address: entry.email, name: (entries.length === 1 && name) || cleanName(entry.name ?? ''), ...common }));
}

function findLeftOut(filled: string[][], { at, hasHeader }: TableColumns): (string | number)[] {
  const used = new Set(Object.values(at));
  const unused = new Set<number>();
  for (const row of filled.slice(hasHeader ? 1 : 0)) row.forEach((cell, index) => cell.trim() !== '' && !used.has(index) && unused.add(index));
  return [...unused].sort((a, b) => a - b).map((index) => (hasHeader && cleanName(filled[0][index] ?? '')) || index + 1);
}

function readRows(written: string): { rows: string[][]; delimiter: Delimiter } {
  const marked = written.startsWith('\ufeff') ? written.slice(1) : written;
  const [declaration, declared] = /^sep=([,;\t])(?:\r\n|\n|\r|$)/i.exec(marked) ?? [''];
  const text = marked.slice(declaration.length);
  const delimiter = (declared as Delimiter | undefined) ?? guessDelimiter(text);
  const { parseRows } = dsvFormat(delimiter);
  if (isWellQuoted(text, delimiter)) return { rows: parseRows(text), delimiter };
  const rows = text.split(lineBreak).flatMap((line) => {
    if (line === '') return [['']];
    return isWellQuoted(line, delimiter) ? parseRows(line) : [line.split(delimiter)];
  });
  return { rows, delimiter };
}

function guessDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>();
  let isQuoted = false;
  let hasContent = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r') && hasContent) break;
    else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1);
    hasContent ||= character.trim() !== '';
  }
  const countOf = (delimiter: Delimiter) => counts.get(delimiter) ?? 0;
  return delimiters.reduce((best, one) => (countOf(one) > countOf(best) ? one : best));
}

/** Whether every quote that opens a cell is closed, and the cell ends there. */
function isWellQuoted(text: string, delimiter: string): boolean {
  let at = text.indexOf('"');
  let end = 0;
  while (at !== -1) {
    const before = text.charAt(at - 1);
    if (at < end || !(at === 0 || before === delimiter || before === '\n' || before === '\r')) {
      at = text.indexOf('"', at + 1);
      continue;
    }
    end = at + 1;
    for (;;) {
      end = text.indexOf('"', end);
      if (end === -1) return false;
      if (text.charAt(end + 1) !== '"') break;
      end += 2;
    }
    end += 1;
    const after = text.charAt(end);
    if (after !== '' && after !== delimiter && after !== '\n' && after !== '\r') return false;
    at = text.indexOf('"', end);
  }
  return true;
}

function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}
