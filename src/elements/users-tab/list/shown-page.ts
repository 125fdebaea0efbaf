import type { User } from '../../../domain/user.js';
import type { UnreadableUser, UserPage } from '../../../ports/persistence-adapter.js';
import type { PassedPage, UsersQuery } from './users-query.js';

/*
 * What is shown of a page, whatever an adapter returned:
 * - each user once, where somebody is repeated;
 * - a range that counts what was shown, and a total no smaller than that;
 * - no next page that leads back to one that was shown, or to nobody;
 * - and in `doubts`, what people have to be told where rows may be missing.
 */

export type Doubt = 'repeated' | 'loop' | 'short' | 'excess';

export interface ShownRow {
  readonly key: string;
  readonly user?: User;
  /** Stands in the place of a user who could not be read. */
  readonly unreadable?: UnreadableUser;
}

export interface ShownPage {
  readonly rows: readonly ShownRow[];
  /** Which rows of all that match. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** The total is the least that there can be: the adapter's own cannot be true. */
  readonly isAtLeast: boolean;
  readonly nextCursor: string | null;
  readonly doubts: readonly Doubt[];
}

/** More than that on one page would keep the browser busy for seconds. */
const mostRows = 1_000;

export function shownPage(page: UserPage, query: UsersQuery): ShownPage {
  const received = inOrder(page);
  const distinct = [...new Map(received.map((row) => [row.key, row])).values()];
  const rows = distinct.slice(0, mostRows);
  const known = rows.flatMap(({ user }) => user ?? []);
  const repeats = known.filter((user) => query.passed.some(({ states }) => states.get(user.id) === stateOf(user))).length;
  const isLoop = (repeats > 0 && repeats === known.length) || (page.nextCursor !== null && query.cursors.includes(page.nextCursor));
  const nextCursor = isLoop || page.nextCursor === '' || page.nextCursor === query.deadEnd ? null : page.nextCursor;
  const before = query.passed.reduce((sum, passed) => sum + passed.rows, 0);
  const to = before + rows.length;
  const isCount = !page.isTotalUnknown && Number.isSafeInteger(page.total);
  const isAtLeast = !isCount || page.total < to || (nextCursor !== null && page.total === to);
  const isShort = !isAtLeast && nextCursor === null && to < page.total;
  const doubts: Record<Doubt, boolean> = {
    loop: isLoop,
    repeated: !isLoop && (repeats > 0 || distinct.length < received.length),
    excess: distinct.length > mostRows,
    short: isShort && !isLoop && distinct.length <= mostRows,
  };
  return {
    rows, from: rows.length > 0 ? before + 1 : before, to, isAtLeast, nextCursor,
    total: isAtLeast ? to : page.total,
    doubts: (Object.keys(doubts) as Doubt[]).filter((doubt) => doubts[doubt]),
  };
}

/** Users, and those who could not be read in the places where they came. */
function inOrder({ users, unreadable = [] }: UserPage): ShownRow[] {
  const rows: ShownRow[] = users.map((user) => ({ key: `user ${user.id}`, user }));
  for (const one of unreadable) rows.splice(one.index, 0, { key: `row ${one.index}`, unreadable: one });
  return rows;
}

/** Whoever changed, or was active, may come on a later page again. */
function stateOf({ revision, lastActiveAt }: User): string {
  return `${revision} ${lastActiveAt}`;
}

/** The page as it is remembered when the next one is shown. */
export function passedPage({ rows }: ShownPage): PassedPage {
  return { rows: rows.length, states: new Map(rows.flatMap(({ user }) => (user ? [[user.id, stateOf(user)]] : []))) };
}
