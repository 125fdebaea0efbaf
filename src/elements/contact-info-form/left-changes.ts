import type { ContactInfo } from '../../domain/contact-info.js';
import { valueOf } from '../../domain/contact-info.js';
import { isEqualJson } from '../../domain/equal.js';
import { mergeContactInfo } from '../../domain/merge-contact-info.js';
import { dirtyKeys, type ContactInfoEdit } from './contact-info-edit.js';

/*
 * What an edit changed, apart from the record that it was made on: to be put away when the edit is left, and taken up again
 * over whatever the store holds by then.
 *
 * - Each change brings along what it was made from, so that taking it up is the same three-way merge as if it had never
 *   been left: what somebody else changed meanwhile is a conflict, and not overwritten.
 * - A choice that was still to be made has still to be made.
 */
export interface LeftChange {
  readonly key: string;
  /** Absent where the record held nothing. */
  readonly base?: unknown;
  /** Absent where it was taken away. */
  readonly value?: unknown;
  /** It was in conflict: `base` is the other side's value. */
  readonly contested?: boolean;
}

export function leftChanges(edit: ContactInfoEdit): LeftChange[] {
  return dirtyKeys(edit).map((key) => ({
    key,
    base: valueOf(edit.stored, key),
    value: valueOf(edit.current, key),
    ...(Object.hasOwn(edit.conflicts, key) && { contested: true }),
  }));
}

/** Puts changes over an edit; other keys stay as they are. `by`: who saved what is stored now. */
export function takeUpChanges(edit: ContactInfoEdit, changes: readonly LeftChange[], by?: string): ContactInfoEdit {
  const base = overlay(edit.stored, changes.map(({ key, base: value }) => [key, value]));
  const mine = overlay(edit.current, changes.map(({ key, value }) => [key, value]));
  const { merged, conflicts } = mergeContactInfo(base, mine, edit.stored);
  const contested = changes.filter(({ key, contested: was, value }) => was && !isEqualJson(value, valueOf(edit.stored, key))).map(({ key }) => key);
  const found = [...conflicts, ...contested].map((key) => [key, { base: changes.find((change) => change.key === key)?.base, theirs: valueOf(edit.stored, key), by }] as const);
  return { ...edit, current: merged, conflicts: { ...edit.conflicts, ...Object.fromEntries(found) } };
}

function overlay(info: ContactInfo, entries: readonly (readonly [string, unknown])[]): ContactInfo {
  const all = new Map([...Object.entries(info), ...entries]);
  return Object.fromEntries([...all].filter(([, value]) => value !== undefined));
}
