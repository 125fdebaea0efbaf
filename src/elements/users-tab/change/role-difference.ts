import type { Role } from '../../../domain/user.js';

/*
 * What somebody may do with one role and not with another, from the roles' data. Besides the two abilities that every role
 * states, whatever else a host's roles state by yes or no, under a key that the host has words for.
 */

const ownAbilities: readonly string[] = ['canEditContactInfo', 'canManageUsers'];

/** Keys of abilities, in one order. */
export interface RoleDifference {
  gains: string[];
  loses: string[];
}

/** A role that nobody defined allows nothing. `hasWordsFor` says which abilities of a host's own can be told. */
export function roleDifference(from: Role | undefined, to: Role | undefined, hasWordsFor: (ability: string) => boolean): RoleDifference {
  const stated = [...Object.keys(from ?? {}), ...Object.keys(to ?? {})];
  const abilities = [...new Set([...ownAbilities, ...stated.filter(hasWordsFor)])];
  const changed = (before: Role | undefined, after: Role | undefined) => abilities.filter((ability) => allows(after, ability) && !allows(before, ability));
  return { gains: changed(from, to), loses: changed(to, from) };
}

function allows(role: Role | undefined, ability: string): boolean {
  return role !== undefined && Object.hasOwn(role, ability) && role[ability] === true;
}
