import type { Issue } from '../../domain/issue.js';
import type { FieldDefinition } from '../../domain/requirements.js';
import type { Texts } from '../../internal/issue-text.js';
import type { ContactInfoSession } from './contact-info-session.js';
import { findProblems, type Problem } from './error-summary.js';
import type { FormFields } from './form-fields.js';
import { entryName } from './issue-words.js';

/** What a form shows now, as far as its problems depend on it. */
export interface FormState {
  session: ContactInfoSession;
  fields: FormFields;
  definitions: readonly FieldDefinition[];
  texts: Texts;
}

/** An issue of a field in words: its path starts at the value. */
export function wordsOf({ session, fields, texts }: FormState, definition: FieldDefinition, issue: Issue): string {
  return fields.words(definition, session.edit.current[definition.key], issue, { texts, lookup: session.lookup });
}

/** What stands in the way of saving. `isPartial`: more is to come later. `serverIssues`: what the store refused, as far as that counts. */
export function problemsOf(form: FormState, isPartial: boolean, serverIssues: readonly Issue[] = form.session.serverIssues): Problem[] {
  const { session, fields, definitions, texts } = form;
  const { edit, evaluation, lookup } = session;
  return findProblems({
    definitions, evaluation, serverIssues, isPartial, texts,
    value: edit.current,
    conflicts: edit.conflicts,
    unresolved: (key) => fields.unresolvedText(key, texts),
    words: (definition, issue) => wordsOf(form, definition, issue),
    nameOfEntry: (definition, index) => entryName(definition, edit.current[definition.key], index, texts, lookup),
  });
}
