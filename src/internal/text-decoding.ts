import { accepted, refused, type Result } from '../domain/issue.js';

/*
 * The text of a file. A byte order mark says what it is in; without one it is UTF-8 where it is valid as such, and else
 * Windows-1252, in which old spreadsheet programs save, with the warning `file.windows-1252`: what was meant is only guessed.
 * Workbooks are not text: `file.workbook`. Nothing is read of what is larger than `maxBytes`: `file.too-large`.
 */

export const maxBytes = 5_000_000;

const marks: readonly [encoding: string, bytes: readonly number[]][] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]];
/** Zip archives (.xlsx, .ods, .numbers), and what came before them (.xls). */
const workbooks: readonly (readonly number[])[] = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]];

export function decodeText(bytes: Uint8Array): Result<string> {
  if (bytes.length > maxBytes) return refused({ path: [], code: 'file.too-large', params: { megabytes: maxBytes / 1_000_000 } });
  const startsWith = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  if (workbooks.some(startsWith)) return refused({ path: [], code: 'file.workbook' });
  const marked = marks.find(([, mark]) => startsWith(mark));
  if (marked) return accepted(new TextDecoder(marked[0]).decode(bytes));
  try {
    return accepted(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return accepted(new TextDecoder('windows-1252').decode(bytes), [{ path: [], code: 'file.windows-1252' }]);
  }
}
