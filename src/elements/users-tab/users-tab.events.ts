import type { WaitUntil } from '../../internal/emit.js';

/** Asks whether to invite, before anything is sent. */
export interface UserInviteDetail extends WaitUntil {
  count: number;
}

/** The store acknowledged invitations. */
export interface UsersInvitedDetail {
  userIds: string[];
  /** How many were refused. */
  failed: number;
}

export const userChangeKeys = ['name', 'role', 'status', 'mailingLists', 'invitation'] as const;
/** What of a user changes; `invitation` is one that is sent again. */
export type UserChangeKey = (typeof userChangeKeys)[number];

/** Part of a request that is one of several, all asked in one turn before the first of them happens. */
export interface OneOfSeveral {
  /** Everybody whom the same press of a button is about: the same array in each of the requests. Absent where it is about one. */
  userIds?: readonly string[];
}

/** Asks whether to change a user. */
export interface UserChangeDetail extends WaitUntil, OneOfSeveral {
  userId: string;
  changed: UserChangeKey[];
}

/** The store acknowledged a change of a user. */
export interface UserChangedDetail {
  userId: string;
  changed: UserChangeKey[];
}

/** Asks whether to remove a user, or to withdraw an invitation. */
export interface UserRemoveDetail extends WaitUntil, OneOfSeveral {
  userId: string;
}

/** The store acknowledged the removal of a user. */
export interface UserRemovedDetail {
  userId: string;
}

/** An operation failed. `code` is a `PersistenceErrorCode`. */
export interface UsersErrorDetail {
  code: string;
  operation: 'list' | 'invite' | 'change' | 'remove';
}

export interface UsersTabEventMap extends HTMLElementEventMap {
  'user-invite': CustomEvent<UserInviteDetail>;
  'users-invited': CustomEvent<UsersInvitedDetail>;
  'user-change': CustomEvent<UserChangeDetail>;
  'user-changed': CustomEvent<UserChangedDetail>;
  'user-remove': CustomEvent<UserRemoveDetail>;
  'user-removed': CustomEvent<UserRemovedDetail>;
  'users-error': CustomEvent<UsersErrorDetail>;
}
