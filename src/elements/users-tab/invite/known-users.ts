import { addressKey } from '../../../domain/email-address.js';
import type { User, UserStatus } from '../../../domain/user.js';
import type { UserPage, UserQuery } from '../../../ports/persistence-adapter.js';

/** How many addresses are looked up one by one at most, and how many at a time. */
const maxSearches = 100;
const atOnce = 4;
/** What one page of a small directory holds. */
const pageLimit = 200;

export interface KnownUsers {
  /** By `addressKey`. */
  members: Map<string, UserStatus>;
  /** The addresses that were looked up. */
  lookedUp: Set<string>;
}

/**
 * Which of these addresses have a user already. One question where the directory fits on a page, else one for each address up
 * to a bound: the store says the rest when it is asked to invite them. Rejects as the directory does.
 */
export async function findKnownUsers(list: (query: UserQuery, signal: AbortSignal) => Promise<UserPage>, addresses: readonly string[], signal: AbortSignal): Promise<KnownUsers> {
  const members = new Map<string, UserStatus>();
  const note = (users: readonly User[]) => users.forEach(({ email, status }) => members.set(addressKey(email), status));
  const first = await list({ limit: pageLimit }, signal);
  note(first.users);
  if (first.nextCursor === null) return { members, lookedUp: new Set(addresses) };
  const wanted = addresses.slice(0, maxSearches);
  const left = [...wanted];
  const search = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      note((await list({ search: address, limit: 10 }, signal)).users);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, search));
  return { members, lookedUp: new Set(wanted) };
}
