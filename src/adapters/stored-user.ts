import { addressKey } from '../domain/email-address.js';
import type { User } from '../domain/user.js';
import type { StoredUser } from './account-storage.js';
import { searchTextOf } from './user-query.js';

/** A user with what it is found and compared by. */
export function storedUser(user: User): StoredUser {
  return { user, addressKey: addressKey(user.email), searchText: searchTextOf(user) };
}
