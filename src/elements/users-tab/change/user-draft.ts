import type { User } from '../../../domain/user.js';
import type { UserChanges } from '../../../ports/persistence-adapter.js';

/*
 * What a person makes of a user, as values: held against the user as stored, so that only what the person changed is sent,
 * and what somebody else changed meanwhile stays.
 */
export interface UserDraft {
  readonly name: string;
  readonly role: string;
  readonly mailingLists: readonly string[];
}

export function draftOf({ name, role, mailingLists }: User): UserDraft {
  return { name, role, mailingLists };
}

export function changesOf(stored: User, draft: UserDraft): UserChanges {
  const name = draft.name.trim();
  return {
    ...(name !== stored.name.trim() && { name }),
    ...(draft.role !== stored.role && { role: draft.role }),
    ...(!isSameSet(draft.mailingLists, stored.mailingLists) && { mailingLists: [...draft.mailingLists] }),
  };
}

/** The same wishes about a user who was stored anew: what the person left alone is as stored now; lists go in and out one by one. */
export function rebase(draft: UserDraft, before: User, now: User): UserDraft {
  const wished = changesOf(before, draft);
  const left = before.mailingLists.filter((key) => !draft.mailingLists.includes(key));
  const joined = draft.mailingLists.filter((key) => !before.mailingLists.includes(key));
  return {
    name: wished.name === undefined ? now.name : draft.name,
    role: wished.role === undefined ? now.role : draft.role,
    mailingLists: [...new Set([...now.mailingLists.filter((key) => !left.includes(key)), ...joined])],
  };
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}
