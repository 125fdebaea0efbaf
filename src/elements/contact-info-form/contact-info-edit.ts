import { valueOf, type ContactInfo, type ContactInfoRecord } from '../../domain/contact-info.js';
import { isEqualJson } from '../../domain/equal.js';
import { changedKeys, mergeContactInfo } from '../../domain/merge-contact-info.js';

/*
 * An edit of a record, as a value: what the store holds, what the person made of it, and where somebody else got in between.
 *
 * - `current` is all that the person sees; nothing of it is replaced by the store's without being asked, but for keys
 *   that the person has not touched.
 * - What was sent and never acknowledged may have been stored all the same: finding it there is finding one's own.
 * - A key in `conflicts` was changed on both sides and waits for a choice; its current value is the person's.
 */
export interface ContactInfoEdit {
  readonly stored: ContactInfo;
  readonly revision: string | null;
  readonly current: ContactInfo;
  /** What the store has, by key, where the person has something else for the same key. */
  readonly conflicts: Readonly<Record<string, { theirs: unknown; by?: string }>>;
  /** What was sent since the last acknowledgement, and which keys of it the person had changed. */
  readonly sent: readonly { readonly info: ContactInfo; readonly keys: readonly string[] }[];
}

export const noEdit: ContactInfoEdit = { stored: {}, revision: null, current: {}, conflicts: {}, sent: [] };

export function startEdit(record: ContactInfoRecord | null): ContactInfoEdit {
  return { ...noEdit, stored: record?.contactInfo ?? {}, revision: record?.revision ?? null, current: record?.contactInfo ?? {} };
}

/** What is made the same as theirs is no conflict any more; to empty what was never filled in is no change. */
export function setValue(edit: ContactInfoEdit, key: string, value: unknown): ContactInfoEdit {
  const current = emptiedAs(edit.stored, { ...edit.current, [key]: value });
  const { [key]: conflict, ...others } = edit.conflicts;
  const isAgreed = conflict !== undefined && changedKeys({ [key]: value }, { [key]: conflict.theirs }).length === 0;
  return { ...edit, current, conflicts: isAgreed ? others : edit.conflicts };
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
  const { merged, conflicts } = mergeContactInfo(emptiedAs(theirs, knownBase(edit, theirs)), emptiedAs(theirs, edit.current), theirs);
  const still = Object.entries(edit.conflicts).filter(([key]) => !conflicts.includes(key) && changedKeys({ [key]: merged[key] }, { [key]: theirs[key] }).length > 0);
  const found = conflicts.map((key) => [key, { theirs: theirs[key], by: record?.updatedBy?.name }] as const);
  return { ...edit, stored: theirs, revision, current: merged, conflicts: Object.fromEntries([...still, ...found]) };
}

/** Nothing and an empty list look the same: where both have one of them, it is said as `other` says it. */
function emptiedAs(other: ContactInfo, info: ContactInfo): ContactInfo {
  const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  const keys = [...new Set([...Object.keys(info), ...Object.keys(other)])];
  return Object.fromEntries(keys.flatMap((key) => {
    const value = isEmpty(valueOf(info, key)) && isEmpty(valueOf(other, key)) ? valueOf(other, key) : valueOf(info, key);
    return value === undefined ? [] : [[key, value] as const];
  }));
}

/** What the person goes on from, key by key: where the store holds what they sent, that is no change of anybody else's. */
function knownBase(edit: ContactInfoEdit, theirs: ContactInfo): ContactInfo {
  const own = dirtyKeys(edit).filter((key) => edit.sent.some(({ info, keys }) => keys.includes(key) && isEqualJson(valueOf(info, key), valueOf(theirs, key))));
  return { ...edit.stored, ...Object.fromEntries(own.map((key) => [key, valueOf(theirs, key)])) };
}

/** Before it is sent: whether it arrives is known when the store answers, if it does. */
export function markSent(edit: ContactInfoEdit): ContactInfoEdit {
  return { ...edit, sent: [...edit.sent, { info: edit.current, keys: dirtyKeys(edit) }] };
}

/** Which of what was sent the store holds now, where it did not before. */
export function findSent(edit: ContactInfoEdit, record: ContactInfoRecord | null): ContactInfo | undefined {
  if (!record || changedKeys(edit.stored, record.contactInfo).length === 0) return undefined;
  return edit.sent.find(({ info }) => isEqualJson(info, record.contactInfo))?.info;
}

/** The store acknowledged `sent`: what was typed since then stays, and is unsaved. */
export function acknowledge(edit: ContactInfoEdit, sent: ContactInfo, record: ContactInfoRecord): ContactInfoEdit {
  const { merged } = mergeContactInfo(sent, edit.current, record.contactInfo);
  return { stored: record.contactInfo, revision: record.revision, current: merged, conflicts: {}, sent: [] };
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
