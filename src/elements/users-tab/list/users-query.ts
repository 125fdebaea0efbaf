import type { UserQuery, UserSort, UserSortKey } from '../../../ports/persistence-adapter.js';
import type { UserStatus } from '../../../domain/user.js';

/*
 * What the list shows, as a value. Pages are known by the cursor that leads to each; the first page has none. Everything that
 * changes what is listed goes back to the first page.
 */
export interface UsersQuery {
  readonly search: string;
  readonly role: string;
  readonly status: UserStatus | '';
  readonly sort: UserSort;
  /** Cursors of the pages up to the one that is shown. */
  readonly cursors: readonly (string | undefined)[];
}

export const pageSize = 50;

export const firstQuery: UsersQuery = { search: '', role: '', status: '', sort: { by: 'name', direction: 'ascending' }, cursors: [undefined] };

export function narrow(query: UsersQuery, change: Partial<Pick<UsersQuery, 'search' | 'role' | 'status'>>): UsersQuery {
  return { ...query, ...change, cursors: [undefined] };
}

/** The same column again turns the order round. */
export function sortBy(query: UsersQuery, by: UserSortKey): UsersQuery {
  const isAscending = query.sort.by === by && query.sort.direction === 'ascending';
  return { ...query, sort: { by, direction: isAscending ? 'descending' : 'ascending' }, cursors: [undefined] };
}

export function nextPage(query: UsersQuery, cursor: string): UsersQuery {
  return { ...query, cursors: [...query.cursors, cursor] };
}

export function previousPage(query: UsersQuery): UsersQuery {
  return query.cursors.length > 1 ? { ...query, cursors: query.cursors.slice(0, -1) } : query;
}

export function isNarrowed({ search, role, status }: UsersQuery): boolean {
  return search.trim() !== '' || role !== '' || status !== '';
}

/** As the port asks it. */
export function toUserQuery({ search, role, status, sort, cursors }: UsersQuery): UserQuery {
  return {
    search: search.trim() || undefined,
    roles: role ? [role] : undefined,
    statuses: status ? [status] : undefined,
    sort,
    cursor: cursors[cursors.length - 1],
    limit: pageSize,
  };
}

/** Which rows of all that match are shown. An adapter's total that cannot be true is not believed. */
export function rangeOf({ cursors }: UsersQuery, shown: number, total: number): { from: number; to: number; total: number } {
  const from = (cursors.length - 1) * pageSize + (shown > 0 ? 1 : 0);
  const to = (cursors.length - 1) * pageSize + shown;
  return { from, to, total: Math.max(total, to) };
}
