import { addressKey } from '../domain/email-address.js';
import { foldText } from '../domain/fold-text.js';
import type { User } from '../domain/user.js';
import type { UserFilter } from './account-storage.js';

/** What a user is found and sorted by. Flat, so that a database can index it. */
export interface UserRow {
  id: string;
  /** Name and address, folded: what a search looks in, and names are sorted by, so that those of one name are by address. */
  searchText: string;
  /** The address, folded. */
  emailText: string;
  role: string;
  status: string;
  /** `''`: never. */
  lastActiveAt: string;
}

/** A user as it is kept: with what it is found and compared by, prepared once when it is written. */
export interface StoredUser extends UserRow {
  user: User;
  /** The folded address, unique in an account. */
  addressKey: string;
}

/** Total: what a database holds may be broken, and is indexed all the same, so that whoever lists it hears of it. */
export function storedUser(user: User): StoredUser {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const { id, name, email, role, status, lastActiveAt }: Partial<User> = user ?? {};
  const emailText = foldText(text(email));
  return {
    user, id: text(id), addressKey: addressKey(text(email)),
    // Joined, which makes one flat text: engines compare one that was concatenated several times as slowly.
    searchText: [foldText(text(name)), emailText].join('\n'), emailText,
    role: text(role), status: text(status), lastActiveAt: text(lastActiveAt),
  };
}

/** Whether the filter lets the user through, whatever the text. */
export function passes({ roles, statuses }: UserFilter, { role, status }: Pick<UserRow, 'role' | 'status'>): boolean {
  return (!roles || roles.includes(role)) && (!statuses || statuses.includes(status));
}
