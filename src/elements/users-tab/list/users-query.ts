import type { UserQuery, UserSort, UserSortKey } from '../../../ports/persistence-adapter.js';
import type { UserStatus } from '../../../domain/user.js';

/** Who was on a page: how many rows it had, and by user what would differ if something had changed. */
export interface PassedPage {
  readonly rows: number;
  readonly states: ReadonlyMap<string, string>;
}

/*
 * What the list shows, as a value. Pages are known by the cursor that leads to each; the first page has none. Everything that
 * changes what is listed goes back to the first page.
 */
export interface UsersQuery {
  readonly search: string;
  /** None: any. */
  readonly roles: readonly string[];
  /** None: any. */
  readonly statuses: readonly UserStatus[];
  readonly sort: UserSort;
  /** Cursors of the pages up to the one that is shown. */
  readonly cursors: readonly (string | undefined)[];
  /** The pages before it, as they were seen. */
  readonly passed: readonly PassedPage[];
  /** A cursor that led to nobody: it is not followed again. */
  readonly deadEnd?: string;
}

/** The person asks for something else to be listed than was asked for last: by then that may be more than is shown. */
export type ChangeQuery = (to: (last: UsersQuery) => UsersQuery, options?: { isTyped?: boolean }) => void;

export const pageSize = 50;

const firstPageOnly = { cursors: [undefined], passed: [], deadEnd: undefined };

export const firstQuery: UsersQuery = { search: '', roles: [], statuses: [], sort: { by: 'name', direction: 'ascending' }, ...firstPageOnly };

export function narrow(query: UsersQuery, change: Partial<Pick<UsersQuery, 'search' | 'roles' | 'statuses'>>): UsersQuery {
  return { ...query, ...change, ...firstPageOnly };
}

/** All again, in the order they were in. */
export function widen({ sort }: UsersQuery): UsersQuery {
  return { ...firstQuery, sort };
}

/** The same column again turns the order round. */
export function sortBy(query: UsersQuery, by: UserSortKey): UsersQuery {
  const isAscending = query.sort.by === by && query.sort.direction === 'ascending';
  return { ...query, sort: { by, direction: isAscending ? 'descending' : 'ascending' }, ...firstPageOnly };
}

export function firstPage(query: UsersQuery): UsersQuery {
  return { ...query, ...firstPageOnly };
}

export function nextPage(query: UsersQuery, cursor: string, page: PassedPage): UsersQuery {
  return { ...query, cursors: [...query.cursors, cursor], passed: [...query.passed, page] };
}

export function previousPage(query: UsersQuery): UsersQuery {
  return query.cursors.length > 1 ? { ...query, cursors: query.cursors.slice(0, -1), passed: query.passed.slice(0, -1) } : query;
}

/** Back from a page that has nobody on it, not to be led there again. */
export function backFromNobody(query: UsersQuery): UsersQuery {
  return { ...previousPage(query), deadEnd: query.cursors[query.cursors.length - 1] };
}

export function isNarrowed({ search, roles, statuses }: UsersQuery): boolean {
  return search.trim() !== '' || roles.length > 0 || statuses.length > 0;
}

/** In what a list differs from the one before; `undefined` where it is the same one, looked at again. */
export function changeBetween(before: UsersQuery, after: UsersQuery): 'narrowing' | 'sort' | 'page' | undefined {
  if (before.search.trim() !== after.search.trim() || !isSameSet(before.roles, after.roles) || !isSameSet(before.statuses, after.statuses)) return 'narrowing';
  if (before.sort.by !== after.sort.by || before.sort.direction !== after.sort.direction) return 'sort';
  return before.deadEnd === after.deadEnd && before.cursors.length === after.cursors.length ? undefined : 'page';
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** As the port asks it. */
export function toUserQuery({ search, roles, statuses, sort, cursors }: UsersQuery): UserQuery {
  return {
    search: search.trim() || undefined,
    roles: roles.length > 0 ? [...roles] : undefined,
    statuses: statuses.length > 0 ? [...statuses] : undefined,
    sort,
    cursor: cursors[cursors.length - 1],
    limit: pageSize,
  };
}
