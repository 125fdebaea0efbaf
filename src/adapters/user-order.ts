import type { UserSort, UserSortKey } from '../ports/persistence-adapter.js';
import type { UserRow } from './stored-user.js';

/*
 * In which order users are listed, the same in every storage: by code units of folded text. Letters of one script are together
 * and in the order of its code chart, which is the alphabet of most languages; no order is right in all of them, and only one
 * that needs no language can be an index (docs/decisions/0011).
 */

/** What decides, one after another. The id comes last, so that no two users have the same place. */
export const sortFields = {
  name: ['searchText', 'id'],
  email: ['emailText', 'id'],
  role: ['role', 'searchText', 'id'],
  status: ['status', 'searchText', 'id'],
  lastActiveAt: ['lastActiveAt', 'searchText', 'id'],
} as const satisfies Record<UserSortKey, readonly (keyof UserRow)[]>;

/** Where a user is in an order: the values of its `sortFields`. */
export type UserPlace = readonly string[];

export function placeOf(row: UserRow, by: UserSortKey): UserPlace {
  return sortFields[by].map((field) => row[field]);
}

/** What can be compared with rows of that order: nothing but what decides. */
export function rowAtPlace(place: UserPlace, by: UserSortKey): UserRow {
  return Object.fromEntries(sortFields[by].map((field, index) => [field, place[index]])) as unknown as UserRow;
}

/** Compares rows by an ascending order. */
export function comparatorOf(by: UserSortKey): (a: UserRow, b: UserRow) => number {
  const fields: readonly (keyof UserRow)[] = sortFields[by];
  return (a, b) => {
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index];
      if (a[field] !== b[field]) return a[field] < b[field] ? -1 : 1;
    }
    return 0;
  };
}

/** Where in ascending rows a row is, or belongs. */
export function positionOf(row: UserRow, rows: readonly UserRow[], by: UserSortKey): number {
  const compare = comparatorOf(by);
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(rows[middle], row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** At most `count` of the rows, given in ascending order, that follow a place in the direction of the sort. */
export function sliceAfter<T extends UserRow>(rows: readonly T[], { by, direction }: UserSort, after: UserPlace | null, count: number): T[] {
  const start = after && rowAtPlace(after, by);
  const position = start && positionOf(start, rows, by);
  if (direction === 'descending') {
    const end = position ?? rows.length;
    return rows.slice(Math.max(0, end - count), end).reverse();
  }
  const isThere = start && position! < rows.length && comparatorOf(by)(rows[position!], start) === 0;
  const first = (position ?? 0) + (isThere ? 1 : 0);
  return rows.slice(first, first + count);
}

/** The same of rows in any order, without sorting those of other pages. */
export function selectAfter<T extends UserRow>(rows: readonly T[], { by, direction }: UserSort, after: UserPlace | null, count: number): T[] {
  const ascending = comparatorOf(by);
  const compare = direction === 'descending' ? (a: UserRow, b: UserRow) => ascending(b, a) : ascending;
  const start = after && rowAtPlace(after, by);
  const page: T[] = [];
  for (const row of rows) {
    if (page.length === count && compare(row, page[count - 1]) > 0) continue;
    if (start && compare(row, start) <= 0) continue;
    let position = page.length;
    while (position > 0 && compare(page[position - 1], row) > 0) position -= 1;
    page.splice(position, 0, row);
    if (page.length > count) page.pop();
  }
  return page;
}
