import type { Texts } from '../../../internal/issue-text.js';
import { usersParts } from '../users-parts.js';
import type { Invitee } from './invitee.js';
import type { ReviewNotice } from './review-view.js';
import type { TableVocabulary } from './table-columns.js';

/** What was pasted may be a table: the code that reads tables says so, where there is a tab, or a delimiter and another line. */
export async function takePasted(text: string, invitees: readonly Invitee[], vocabulary: TableVocabulary): Promise<readonly Invitee[]> {
  if (!/\t|[,;][^\n]*\n/.test(text)) return invitees;
  try {
    const { readPastedTable } = await usersParts.files();
    return readPastedTable(text, vocabulary)?.invitees ?? invitees;
  } catch {
    // Read as a list, it loses nothing either.
    return invitees;
  }
}

/** Everybody in these files, and what is to be said about each file. */
export async function takeFiles(files: readonly File[], vocabulary: TableVocabulary, texts: Texts): Promise<{ invitees: Invitee[]; notices: ReviewNotice[] }> {
  const invitees: Invitee[] = [];
  const notices: ReviewNotice[] = [];
  try {
    const { readInviteeFile } = await usersParts.files();
    for (const file of files) {
      const reading = await readInviteeFile(file, vocabulary, texts);
      invitees.push(...reading.invitees);
      notices.push({ text: reading.said, isProblem: reading.hasFailed });
    }
  } catch {
    notices.push({ text: texts.text('part.failed'), isProblem: true });
  }
  return { invitees, notices };
}
