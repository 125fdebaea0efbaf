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
 * - A key in `chosen` had such a choice; until it is saved the choice can be taken back, and neither value is gone.
 * - Where both sides come to agree there is nothing to choose, and neither list holds the key.
 */
export interface ContactInfoEdit {
  readonly stored: ContactInfo;
  readonly revision: string | null;
  readonly current: ContactInfo;
  readonly conflicts: Readonly<Record<string, Conflict>>;
  readonly chosen: Readonly<Record<string, ChosenConflict>>;
  /** What was sent since the last acknowledgement, and which keys of it the person had changed. */
  readonly sent: readonly { readonly info: ContactInfo; readonly keys: readonly string[] }[];
}

/** One key that the person has one value for and the store another. */
export interface Conflict {
  /** What both began with. */
  readonly base: unknown;
  /** What the store has. */
  readonly theirs: unknown;
  /** Who saved last what the store has, and when (ISO 8601). */
  readonly by?: string;
  readonly at?: string;
}

export type ConflictChoice = 'mine' | 'theirs';

export interface ChosenConflict extends Conflict {
  readonly mine: unknown;
  readonly choice: ConflictChoice;
}

export const noEdit: ContactInfoEdit = { stored: {}, revision: null, current: {}, conflicts: {}, chosen: {}, sent: [] };

export function startEdit(record: ContactInfoRecord | null): ContactInfoEdit {
  return { ...noEdit, stored: record?.contactInfo ?? {}, revision: record?.revision ?? null, current: record?.contactInfo ?? {} };
}

/** `undefined` takes the key away; to empty what was never filled in is no change. */
export function setValue(edit: ContactInfoEdit, key: string, value: unknown): ContactInfoEdit {
  return setAll(edit, emptiedAs(edit.stored, withValue(edit.current, key, value)));
}

export function setAll(edit: ContactInfoEdit, current: ContactInfo): ContactInfoEdit {
  return forgetAgreed({ ...edit, current });
}

export function dirtyKeys(edit: ContactInfoEdit): string[] {
  return changedKeys(edit.stored, edit.current);
}

/** Whether there is something left to choose. */
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
  const source = sourceOf(record);
  const found = conflicts.flatMap((key) => {
    const base = Object.hasOwn(edit.conflicts, key) ? edit.conflicts[key].base : valueOf(edit.stored, key);
    // They took their change back: what is left is the person's alone.
    return isSameValue(base, valueOf(theirs, key)) ? [] : [[key, { base, theirs: valueOf(theirs, key), ...source }] as const];
  });
  const still = Object.entries(edit.conflicts).filter(([key]) => !conflicts.includes(key)).map(([key, one]) => [key, { ...one, theirs: valueOf(theirs, key) }] as const);
  const chosen = Object.entries(edit.chosen).flatMap(([key, one]) => {
    const now = valueOf(theirs, key);
    if (isSameValue(now, one.theirs)) return [[key, one] as const];
    // Whoever took theirs goes on with theirs; who kept their own has to look at what is new.
    return one.choice === 'theirs' ? [[key, { ...one, theirs: now, ...source }] as const] : [];
  });
  return forgetAgreed({ ...edit, stored: theirs, revision, current: merged, conflicts: Object.fromEntries([...still, ...found]), chosen: Object.fromEntries(chosen) });
}

/** Nothing and an empty list look the same. */
function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function isSameValue(a: unknown, b: unknown): boolean {
  return (isEmpty(a) && isEmpty(b)) || isEqualJson(a, b);
}

/** Where both have nothing, or an empty list, it is said as `other` says it. */
function emptiedAs(other: ContactInfo, info: ContactInfo): ContactInfo {
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

/**
 * The store acknowledged `sent`: what was typed since then stays, and is unsaved. Where the store made something else of a
 * value that was typed on, that is a conflict like any other.
 */
export function acknowledge(edit: ContactInfoEdit, sent: ContactInfo, record: ContactInfoRecord): ContactInfoEdit {
  const theirs = record.contactInfo;
  const { merged, conflicts } = mergeContactInfo(sent, edit.current, theirs);
  const still = Object.entries(edit.conflicts).map(([key, conflict]) => [key, { ...conflict, theirs: valueOf(theirs, key) }] as const);
  const found = conflicts.map((key) => [key, { base: valueOf(sent, key), theirs: valueOf(theirs, key), ...sourceOf(record) }] as const);
  return forgetAgreed({ stored: theirs, revision: record.revision, current: merged, conflicts: Object.fromEntries([...still, ...found]), chosen: {}, sent: [] });
}

export function resolveConflict(edit: ContactInfoEdit, key: string, choice: ConflictChoice): ContactInfoEdit {
  if (!Object.hasOwn(edit.conflicts, key)) return edit;
  const conflict = edit.conflicts[key];
  return {
    ...edit,
    current: choice === 'mine' ? edit.current : withValue(edit.current, key, conflict.theirs),
    conflicts: without(edit.conflicts, key),
    chosen: { ...edit.chosen, [key]: { ...conflict, mine: valueOf(edit.current, key), choice } },
  };
}

/** Takes a choice back: the person's value is there again, and the conflict is open. */
export function reopenConflict(edit: ContactInfoEdit, key: string): ContactInfoEdit {
  if (!Object.hasOwn(edit.chosen, key)) return edit;
  const { mine, choice, ...conflict } = edit.chosen[key];
  return {
    ...edit,
    // Their own value may have been typed on since it was kept.
    current: choice === 'mine' ? edit.current : withValue(edit.current, key, mine),
    conflicts: { ...edit.conflicts, [key]: conflict },
    chosen: without(edit.chosen, key),
  };
}

export function discardEdit(edit: ContactInfoEdit): ContactInfoEdit {
  return { ...edit, current: edit.stored, conflicts: {}, chosen: {} };
}

function sourceOf(record: ContactInfoRecord | null): Pick<Conflict, 'by' | 'at'> {
  return { ...(record?.updatedBy && { by: record.updatedBy.name }), ...(record && { at: record.updatedAt }) };
}

/** Both sides say the same, or the person went on from what they took: there is nothing to choose, and nothing to take back. */
function forgetAgreed(edit: ContactInfoEdit): ContactInfoEdit {
  const isTheirs = ([key, { theirs }]: [string, Conflict]) => isSameValue(valueOf(edit.current, key), theirs);
  const open = Object.entries(edit.conflicts);
  const chosen = Object.entries(edit.chosen);
  const disputed = open.filter((entry) => !isTheirs(entry));
  const revocable = chosen.filter((entry) => isTheirs(entry) === (entry[1].choice === 'theirs') && !isSameValue(entry[1].mine, entry[1].theirs));
  if (disputed.length === open.length && revocable.length === chosen.length) return edit;
  return { ...edit, conflicts: Object.fromEntries(disputed), chosen: Object.fromEntries(revocable) };
}

function withValue(values: ContactInfo, key: string, value: unknown): ContactInfo {
  return value === undefined ? without(values, key) : { ...values, [key]: value };
}

/** By entries: a key may be called like something that every object has. */
function without<T>(values: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([other]) => other !== key));
}
