import { foldText } from '../domain/fold-text.js';
import type { User } from '../domain/user.js';
import type { UserPage, UserQuery, UserSort } from '../ports/persistence-adapter.js';
import type { StoredUser } from './account-storage.js';
import { pageSize } from './page-size.js';

/*
 * Finding, sorting and paging users. Pages are cut by key, not by position: a cursor says after which row to go on, so that a
 * user who is added or removed meanwhile neither repeats nor hides another.
 */

const defaultLimit = 50;
const largestLimit = 1_000;
const defaultSort: UserSort = { by: 'name', direction: 'ascending' };

export function searchTextOf(user: User): string {
  return `${foldText(user.name)}\n${foldText(user.email)}`;
}

/** The rows of `users` that a query asks for. A cursor that none of our pages returned starts from the beginning. */
export function queryUsers(users: readonly StoredUser[], query: UserQuery): UserPage {
  const search = foldText(query.search ?? '').trim();
  const matching = users.filter(({ user, searchText }) =>
    (search === '' || searchText.includes(search))
    && (!query.roles?.length || query.roles.includes(user.role))
    && (!query.statuses?.length || query.statuses.includes(user.status)));
  const sort = query.sort ?? defaultSort;
  const rows = matching.map((stored) => ({ stored, key: sortKey(stored, sort) })).sort((a, b) => compareKeys(a.key, b.key, sort));
  const after = parseCursor(query.cursor);
  const start = after ? rows.findIndex(({ key }) => compareKeys(key, after, sort) > 0) : 0;
  const limit = Math.min(pageSize(query.limit, defaultLimit), largestLimit);
  const page = start < 0 ? [] : rows.slice(start, start + limit);
  const hasMore = start >= 0 && start + limit < rows.length;
  return { users: page.map(({ stored }) => stored.user), total: rows.length, nextCursor: hasMore ? JSON.stringify(page[page.length - 1].key) : null };
}

type SortKey = [value: string, id: string];

function sortKey({ user }: StoredUser, { by }: UserSort): SortKey {
  const value = user[by] ?? '';
  return [by === 'name' || by === 'email' ? foldText(value) : value, user.id];
}

function compareKeys([a, idA]: SortKey, [b, idB]: SortKey, { direction }: UserSort): number {
  const order = a < b ? -1 : a > b ? 1 : idA < idB ? -1 : idA > idB ? 1 : 0;
  return direction === 'descending' ? -order : order;
}

function parseCursor(cursor: string | undefined): SortKey | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(cursor);
    return Array.isArray(parsed) && parsed.length === 2 && parsed.every((part) => typeof part === 'string') ? (parsed as SortKey) : undefined;
  } catch {
    return undefined;
  }
}
