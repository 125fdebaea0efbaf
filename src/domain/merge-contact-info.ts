import { valueOf, type ContactInfo } from './contact-info.js';
import { isEqualJson } from './equal.js';

/*
 * Three-way merge, key by key, of what two people made of the same record.
 *
 * - A key that only one side changed takes that side's value; one that both changed the same way is no conflict.
 * - A key that both changed differently is a conflict: `merged` holds mine, and theirs is never dropped unseen.
 * - Keys are whole: half of one person's list and half of another's would be a list that nobody wrote.
 */

export interface Merge {
  merged: ContactInfo;
  /** Keys that both sides changed, differently. */
  conflicts: string[];
}

export function mergeContactInfo(base: ContactInfo, mine: ContactInfo, theirs: ContactInfo): Merge {
  const conflicts: string[] = [];
  const entries = [...new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)])].flatMap((key) => {
    const [was, made, found] = [valueOf(base, key), valueOf(mine, key), valueOf(theirs, key)];
    const mineChanged = !isEqualJson(was, made);
    const theirsChanged = !isEqualJson(was, found);
    if (mineChanged && theirsChanged && !isEqualJson(made, found)) conflicts.push(key);
    const value = mineChanged ? made : found;
    return value === undefined ? [] : [[key, value] as const];
  });
  return { merged: Object.fromEntries(entries), conflicts };
}

/** The keys whose values differ. */
export function changedKeys(before: ContactInfo, after: ContactInfo): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !isEqualJson(valueOf(before, key), valueOf(after, key)));
}
