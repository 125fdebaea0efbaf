import { foldText } from '../domain/fold-text.js';
import type { UserStatus } from '../domain/user.js';
import type { UserPage, UserQuery, UserSort } from '../ports/persistence-adapter.js';
import type { FoundUsers, UserSelection } from './account-storage.js';
import { pageSize } from './page-size.js';
import { placeOf, sortFields, type UserPlace } from './user-order.js';

/*
 * What a host asks, in the words that storages answer. Pages are cut by place in the order, not by number: a cursor says after
 * which place to go on, so that a user who is added or removed meanwhile neither repeats nor hides another.
 */

const defaultLimit = 50;
const largestLimit = 1_000;
const defaultSort: UserSort = { by: 'name', direction: 'ascending' };

/** A cursor that no page of this order returned starts from the beginning. */
export function selectionFrom({ search, roles, statuses, sort: asked, cursor, limit }: UserQuery): UserSelection {
  const sort = asked && Object.hasOwn(sortFields, asked.by) ? asked : defaultSort;
  return {
    search: foldText(search ?? '').trim(),
    roles: orAny(roles),
    statuses: orAny<UserStatus>(statuses),
    sort,
    after: placeFrom(cursor, sort),
    limit: Math.min(pageSize(limit, defaultLimit), largestLimit),
  };
}

export function pageFrom({ rows, total }: FoundUsers, { sort, limit }: UserSelection): UserPage {
  const page = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? JSON.stringify([sort.by, ...placeOf(page[limit - 1], sort.by)]) : null;
  return { users: page.map(({ user }) => user), total, nextCursor };
}

function orAny<T extends string>(values: readonly T[] | undefined): readonly T[] | null {
  return values?.length ? [...new Set(values)] : null;
}

function placeFrom(cursor: string | undefined, { by }: UserSort): UserPlace | null {
  if (cursor === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(cursor);
    if (!Array.isArray(parsed) || !parsed.every((part) => typeof part === 'string')) return null;
    const [of, ...place] = parsed;
    return of === by && place.length === sortFields[by].length ? place : null;
  } catch {
    return null;
  }
}
