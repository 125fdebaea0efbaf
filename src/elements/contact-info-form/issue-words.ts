import { parseFieldValue } from '../../domain/field-value.js';
import type { Issue } from '../../domain/issue.js';
import type { FieldDefinition } from '../../domain/requirements.js';
import { issueText, type Texts } from '../../internal/issue-text.js';
import { chosenName, userIssueText } from './fields/user-entry.js';
import type { UserLookup } from './user-lookup.js';

export interface WordsContext {
  texts: Texts;
  lookup: UserLookup;
  /** The editor of a field of hours, which has the words for them; `undefined` while its code is not there. */
  picker: { describe(issue: Issue): string } | undefined;
}

/** An issue of a field in words: the same ones at the field, at its entry and in the summary. Its path starts at the value. */
export function issueWords(definition: FieldDefinition, value: unknown, issue: Issue, { texts, lookup, picker }: WordsContext): string {
  const { kind, min = 1 } = definition;
  const [first] = issue.path;
  if (kind === 'hours' && picker && (first !== undefined || issue.code.startsWith('hours.'))) return picker.describe(issue);
  if (first === undefined) {
    return issue.code === 'required' && min > 1
      ? issueText(texts, { ...issue, params: { ...issue.params, min } }, `${kind}.min`)
      : issueText(texts, issue, kind);
  }
  if (kind === 'users') return userIssueText(texts, lookup, issue, Array.isArray(value) ? String(value[Number(first)]) : undefined);
  return issueText(texts, issue);
}

/** What an entry of a field's list is called, where the summary names it. */
export function entryName({ kind }: FieldDefinition, value: unknown, index: number, texts: Texts, lookup: UserLookup): string | undefined {
  const parsed = parseFieldValue(kind, value);
  if (!parsed.ok) return undefined;
  const typed = parsed.value;
  if (typed.kind === 'users') return chosenName(texts, lookup, typed.value[index]);
  return typed.kind === 'contacts' ? typed.value[index]?.email : undefined;
}
