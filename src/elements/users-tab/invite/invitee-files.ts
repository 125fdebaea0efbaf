import { issueText, type Texts } from '../../../internal/issue-text.js';
import type { Invitee } from './invitee.js';
import { readTable } from './invitation-table.js';
import type { TableVocabulary } from './table-columns.js';
import { decodeText, maxBytes } from '../../../internal/text-decoding.js';

export { readPastedTable } from './invitation-table.js';

/** What was found in a file, in words too: nothing of it is left out silently. */
export interface FileReading {
  invitees: Invitee[];
  said: string;
  hasFailed: boolean;
}

/** Reads who is in a file. Never rejects. */
export async function readInviteeFile(file: File, vocabulary: TableVocabulary, texts: Texts): Promise<FileReading> {
  const refuse = (problem: string): FileReading => ({ invitees: [], said: texts.text('file.problem', { file: file.name, problem }), hasFailed: true });
  let bytes: Uint8Array;
  try {
    // Of what is too large no more is read than shows it.
    bytes = new Uint8Array(await file.slice(0, maxBytes + 1).arrayBuffer());
  } catch {
    return refuse(texts.text('file.unreadable'));
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(issueText(texts, decoded.issues[0]));
  const { invitees, leftOut } = readTable(decoded.value, vocabulary);
  if (invitees.length === 0) return refuse(texts.text('file.nobody'));
  const columns = leftOut.map((column) => (typeof column === 'number' ? texts.text('file.column', { number: column }) : shorten(column)));
  const said = [
    texts.text('file.read', { file: file.name, count: invitees.length }),
    ...decoded.warnings.map((issue) => issueText(texts, issue)),
    ...(columns.length > 0 ? [texts.text('file.left-out', { columns: new Intl.ListFormat(texts.lang).format(columns) })] : []),
  ];
  return { invitees, said: said.join(' '), hasFailed: false };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
