import type { ContactInfo, ContactInfoRecord } from '../domain/contact-info.js';
import type { Issue } from '../domain/issue.js';
import type { User, UserStatus } from '../domain/user.js';

/*
 * The port between the elements and a host's storage. Two methods make a working adapter; `users`, `watch` and
 * `loadHistory` are capabilities. What every adapter guarantees is proved by the conformance kit (`portero/testing`);
 * what it returns is parsed before use (`checked.ts`), so an adapter need not validate its own replies.
 */

export interface AccountRequest {
  accountId: string;
  /** Aborts the request; the promise then rejects with an `AbortError`. */
  signal: AbortSignal;
}

export interface SaveContactInfoRequest extends AccountRequest {
  contactInfo: ContactInfo;
  /** The revision this was edited from; `null` says that nothing was stored yet. Any other stored revision is a `conflict`. */
  baseRevision: string | null;
}

export interface StoreChange {
  kind: 'contact-info' | 'users';
}

export interface HistoryRequest extends AccountRequest {
  cursor?: string;
  limit?: number;
}

/** One save. */
export interface HistoryEntry {
  /** Of the record that was saved. */
  revision: string;
  /** ISO 8601. */
  at: string;
  by?: { id: string; name: string };
  /** The keys whose values changed, and no others. */
  changedKeys: string[];
  /** What was stored before; absent where nothing was, or where an adapter does not keep it. */
  before?: ContactInfo;
  /** What was saved; absent where an adapter does not keep it. */
  after?: ContactInfo;
}

/** Newest first. */
export interface HistoryPage {
  entries: HistoryEntry[];
  nextCursor: string | null;
}

/** Where an account's contact information is kept. Methods reject with a `PersistenceError`, or an `AbortError` when aborted. */
export interface PersistenceAdapter {
  /** `false`: what is saved is gone with the page. */
  readonly durable?: boolean;
  /** `null`: nothing was stored for this account yet. */
  loadContactInfo(request: AccountRequest): Promise<ContactInfoRecord | null>;
  /** Resolves once the record is durable: a reload, another tab or another machine reads it. */
  saveContactInfo(request: SaveContactInfoRequest): Promise<ContactInfoRecord>;
  /**
   * Calls the listener after every change, made here or elsewhere, until `request.signal` aborts. Where listening takes a
   * connection, also once when it begins: what was not read through this adapter may have changed before.
   */
  watch?(request: AccountRequest, listener: (change: StoreChange) => void): void;
  /**
   * What was saved, newest first, at most `limit` entries at a time. Paging on neither repeats nor drops an entry, also where
   * something is saved meanwhile. An adapter may forget what is old. Having it makes `<contact-info-form>` offer a history.
   */
  loadHistory?(request: HistoryRequest): Promise<HistoryPage>;
  users?: UserDirectory;
}

export const userSortKeys = ['name', 'email', 'role', 'status', 'lastActiveAt'] as const;
export type UserSortKey = (typeof userSortKeys)[number];

export interface UserSort {
  by: UserSortKey;
  direction: 'ascending' | 'descending';
}

export interface UserQuery {
  /** Matched anywhere in name or address, case and accents folded. */
  search?: string;
  roles?: string[];
  statuses?: UserStatus[];
  sort?: UserSort;
  /** What the page before returned as `nextCursor`. */
  cursor?: string;
  /** At most that many on a page; an adapter may give fewer. */
  limit?: number;
}

export interface UserPage {
  users: User[];
  /** How many match the query, on all pages. */
  total: number;
  /** `null`: nobody follows. */
  nextCursor: string | null;
  /** Rows that do not parse. An adapter need not say so: that is found out when its reply is parsed. */
  unreadable?: UnreadableUser[];
  /** What came as the total was no count, and `total` is the least that there can be. Found out in the same way. */
  isTotalUnknown?: true;
}

/** Somebody whose row does not parse, with what of it can be shown: nothing can be done to them. */
export interface UnreadableUser {
  /** Where among the rows of the page. */
  index: number;
  id?: string;
  name?: string;
  email?: string;
  role?: string;
  status?: string;
  /** Why; its path starts at the page. */
  issue: Issue;
}

export interface Invitation {
  email: string;
  name?: string;
  role: string;
  mailingLists: string[];
}

/** `link`: where the invited person accepts, from an adapter that lets people pass it on themselves. */
export type InvitationResult = { ok: true; user: User; link?: string } | { ok: false; issue: Issue };

export interface UserChanges {
  name?: string;
  role?: string;
  status?: 'active' | 'deactivated';
  mailingLists?: string[];
}

export interface UpdateUserRequest extends AccountRequest {
  userId: string;
  changes: UserChanges;
  baseRevision: string;
  /** Takes the user's place in every field of kind `users`, in the same transaction. */
  replacementUserId?: string;
}

export interface RemoveUserRequest extends AccountRequest {
  userId: string;
  baseRevision: string;
  /** Takes the user's place in every field of kind `users`, in the same transaction. */
  replacementUserId?: string;
}

/** Who has access to the portal. */
export interface UserDirectory {
  listUsers(request: AccountRequest & UserQuery): Promise<UserPage>;
  /** Those of `ids` that exist, in any order. */
  getUsers(request: AccountRequest & { ids: string[] }): Promise<User[]>;
  /** One result for each invitation, in order. */
  inviteUsers(request: AccountRequest & { invitations: Invitation[] }): Promise<InvitationResult[]>;
  updateUser(request: UpdateUserRequest): Promise<User>;
  removeUser(request: RemoveUserRequest): Promise<void>;
  resendInvitation(request: AccountRequest & { userId: string }): Promise<User>;
}
