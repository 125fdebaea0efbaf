import { parseAddressList } from '../../../domain/address-list.js';
import { foldText } from '../../../domain/fold-text.js';
import type { Issue } from '../../../domain/issue.js';

/** Somebody to be invited, as found in what was typed, pasted or read from a file. */
export interface Invitee {
  /** As written. May be no address: then `issue` says why. */
  address: string;
  name: string;
  /** As written, by key or by label; absent where nothing is said of it. */
  role?: string;
  issue?: Issue;
  /** Which row of a table it is, counted from 1 as spreadsheets do. */
  row?: number;
}

/** Everybody in a list of addresses; what is no address comes last, with the reason. */
export function readInvitees(text: string): Invitee[] {
  const { entries, rejected } = parseAddressList(text);
  return [
    ...entries.map(({ email, name = '' }) => ({ address: email, name: cleanName(name) })),
    ...rejected.map(({ text: address, issue }) => ({ address, name: '', issue })),
  ];
}

/** On one line, and without what no store or screen can take: control characters, and halves of characters. */
export function cleanName(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Names of columns and roles are compared by their letters and digits alone, case and accents folded. */
export function foldLabel(text: string): string {
  return foldText(text.slice(0, 200)).replace(/[^\p{L}\p{N}]/gu, '');
}
