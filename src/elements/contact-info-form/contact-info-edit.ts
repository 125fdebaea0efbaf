import type { ContactInfo, ContactInfoRecord } from '../../domain/contact-info.js';
import { isEqualJson } from '../../domain/equal.js';
import { changedKeys, mergeContactInfo } from '../../domain/merge-contact-info.js';

/*
 * An edit of a record, as a value: what the store holds, what the person made of it, and where somebody else got in between.
 *
 * - `current` is all that the person sees; nothing of it is replaced by the store's without being asked, but for keys
 *   that the person has not touched.
 * - A key in `conflicts` was changed on both sides and waits for a choice; its current value is the person's.
 */
export interface ContactInfoEdit {
  readonly stored: ContactInfo;
  readonly revision: string | null;
  readonly current: ContactInfo;
  /** What the store has, by key, where the person has something else for the same key. */
  readonly conflicts: Readonly<Record<string, { theirs: unknown; by?: string }>>;
}

export const noEdit: ContactInfoEdit = { stored: {}, revision: null, current: {}, conflicts: {} };

export function startEdit(record: ContactInfoRecord | null): ContactInfoEdit {
  return { ...noEdit, stored: record?.contactInfo ?? {}, revision: record?.revision ?? null, current: record?.contactInfo ?? {} };
}

export function setValue(edit: ContactInfoEdit, key: string, value: unknown): ContactInfoEdit {
  return { ...edit, current: { ...edit.current, [key]: value } };
}

export function dirtyKeys(edit: ContactInfoEdit): string[] {
  return changedKeys(edit.stored, edit.current);
}

export function hasConflicts(edit: ContactInfoEdit): boolean {
  return Object.keys(edit.conflicts).length > 0;
}

/** The store now holds another record: untouched keys follow it, touched ones stay, and those touched on both sides conflict. */
export function receiveRecord(edit: ContactInfoEdit, record: ContactInfoRecord | null): ContactInfoEdit {
  const theirs = record?.contactInfo ?? {};
  const revision = record?.revision ?? null;
  // By what it says, not by its revision: another store may use the same one.
  if (isEqualJson(theirs, edit.stored)) return revision === edit.revision ? edit : { ...edit, revision };
  const { merged, conflicts } = mergeContactInfo(edit.stored, edit.current, theirs);
  const still = Object.entries(edit.conflicts).filter(([key]) => !conflicts.includes(key) && changedKeys({ [key]: merged[key] }, { [key]: theirs[key] }).length > 0);
  const found = conflicts.map((key) => [key, { theirs: theirs[key], by: record?.updatedBy?.name }] as const);
  return { stored: theirs, revision, current: merged, conflicts: Object.fromEntries([...still, ...found]) };
}

/** The store acknowledged `sent`: what was typed since then stays, and is unsaved. */
export function acknowledge(edit: ContactInfoEdit, sent: ContactInfo, record: ContactInfoRecord): ContactInfoEdit {
  const { merged } = mergeContactInfo(sent, edit.current, record.contactInfo);
  return { stored: record.contactInfo, revision: record.revision, current: merged, conflicts: {} };
}

export function resolveConflict(edit: ContactInfoEdit, key: string, choice: 'mine' | 'theirs'): ContactInfoEdit {
  const { [key]: conflict, ...others } = edit.conflicts;
  if (!conflict) return edit;
  const current = choice === 'mine' ? edit.current : { ...edit.current, [key]: conflict.theirs };
  return { ...edit, current, conflicts: others };
}

export function discardEdit(edit: ContactInfoEdit): ContactInfoEdit {
  return { ...edit, current: edit.stored, conflicts: {} };
}
