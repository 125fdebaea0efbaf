import type { UsersQuery } from '../list/users-query.js';

/*
 * Who is chosen, as a value: single users, wherever they were chosen, or all that match a query but for some. Single users
 * stay chosen while somebody pages, sorts and searches on; all that match are those of one search and its filters.
 */
export type UserSelection =
  | { readonly scope: 'single'; readonly ids: ReadonlySet<string> }
  | { readonly scope: 'matching'; readonly query: UsersQuery; readonly total: number; readonly except: ReadonlySet<string> };

export const nobodyChosen: UserSelection = { scope: 'single', ids: new Set() };

/** These, wherever they are. */
export function chosenUsers(ids: Iterable<string>): UserSelection {
  return { scope: 'single', ids: new Set(ids) };
}

/** All that match, however many pages they have. */
export function allMatching(query: UsersQuery, total: number): UserSelection {
  return { scope: 'matching', query, total, except: new Set() };
}

export function isChosen(selection: UserSelection, id: string): boolean {
  return selection.scope === 'single' ? selection.ids.has(id) : !selection.except.has(id);
}

/** The same with some users chosen, or not chosen any more. */
export function choose(selection: UserSelection, ids: readonly string[], chosen: boolean): UserSelection {
  if (selection.scope === 'single') return chosenUsers(altered(selection.ids, ids, chosen));
  const except = altered(selection.except, ids, !chosen);
  return except.size >= selection.total ? nobodyChosen : { ...selection, except };
}

function altered(set: ReadonlySet<string>, ids: readonly string[], present: boolean): ReadonlySet<string> {
  if (present) return new Set([...set, ...ids]);
  const absent = new Set(ids);
  return new Set([...set].filter((id) => !absent.has(id)));
}

/** From the one that was chosen last to this one, as they are listed; this one alone where the other is not on the page. */
export function rangeOf(page: readonly string[], from: string | undefined, to: string): string[] {
  const [start, end] = [page.indexOf(from ?? ''), page.indexOf(to)].sort((a, b) => a - b);
  return start < 0 ? [to] : page.slice(start, end + 1);
}

export function countChosen(selection: UserSelection): number {
  return selection.scope === 'single' ? selection.ids.size : selection.total - selection.except.size;
}

export function countElsewhere(selection: UserSelection, page: readonly string[]): number {
  return Math.max(countChosen(selection) - page.filter((id) => isChosen(selection, id)).length, 0);
}

/** How much of a page is chosen. */
export function chosenOf(selection: UserSelection, page: readonly string[]): 'none' | 'some' | 'all' {
  const count = page.filter((id) => isChosen(selection, id)).length;
  return count === 0 ? 'none' : count < page.length ? 'some' : 'all';
}

/** Whether what is listed now is still what the selection is about: pages and order make no difference. */
export function isAbout(selection: UserSelection, query: UsersQuery): boolean {
  return selection.scope === 'single' || filterOf(selection.query) === filterOf(query);
}

/** As many match as were counted last. A total that cannot be true, since more are shown, is not believed. */
export function countAgain(selection: UserSelection, total: number, shown: number): UserSelection {
  if (selection.scope === 'single') return selection;
  const counted = Math.max(total, shown);
  return counted <= selection.except.size ? nobodyChosen : counted === selection.total ? selection : { ...selection, total: counted };
}

/**
 * A change of chosen users ended: of those it was about, the ones that are kept stay chosen. Who was chosen meanwhile stays so.
 */
export function keepChosen(now: UserSelection, { began, about, kept }: { began: UserSelection; about: readonly string[]; kept: readonly string[] }): UserSelection {
  if (now.scope === 'matching') return began.scope === 'matching' ? chosenUsers(kept) : now;
  return chosenUsers([...altered(now.ids, about, false), ...kept]);
}

/** Somebody went away, chosen or not. */
export function withoutUser(selection: UserSelection, id: string): UserSelection {
  if (selection.scope === 'single') return choose(selection, [id], false);
  return { ...selection, except: altered(selection.except, [id], false) };
}

function filterOf({ search, roles, statuses }: UsersQuery): string {
  return JSON.stringify([search.trim(), [...roles].sort(), [...statuses].sort()]);
}
