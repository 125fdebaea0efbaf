import type { User } from '../../domain/user.js';
import { nextTask } from '../../internal/next-task.js';
import { throwIfAborted } from '../../ports/abort.js';
import type { AccountRequest, UserDirectory } from '../../ports/persistence-adapter.js';
import { PersistenceError } from '../../ports/persistence-error.js';
import { isChosen, type UserSelection } from './bulk/user-selection.js';
import { toUserQuery, type UsersQuery } from './list/users-query.js';

/*
 * All users of a query or of a selection, read page by page. Complete or not at all: pages that lead nowhere are a failure,
 * never a shorter list. Nobody is there twice; how many there are is counted, not believed.
 */

/** As many as the adapters give at most. */
const pageSize = 1_000;
/** So that an address with all of them in it is not too long for a server. */
const idsAtOnce = 50;
/** Pages without anybody new after which an adapter is taken to go round in circles. */
const patience = 5;

export interface Collection {
  users: UserDirectory;
  request: AccountRequest;
  /** Called before each page: `total` is what the adapter says, and never less than what is there. */
  handleProgress(count: number, total: number): void;
}

export interface Collected {
  users: User[];
  /** Ids that were chosen, and that nobody has any more. */
  gone: string[];
}

export async function collectMatching(query: UsersQuery, collection: Collection): Promise<User[]> {
  // Somebody may come to stand before what is read already; who comes twice in a row is somebody who is never given.
  const all = (await readMatching(query, collection)) ?? (await readMatching(query, collection));
  if (!all) throw isShort();
  return all;
}

/** Nothing where the pages end before there are as many as the adapter says. */
async function readMatching(query: UsersQuery, { users, request, handleProgress }: Collection): Promise<User[] | undefined> {
  const found = new Map<string, User>();
  const cursors = new Set<string>();
  let cursor: string | undefined;
  for (let fruitless = 0; ; ) {
    const before = found.size;
    const page = await users.listUsers({ ...request, ...toUserQuery(query), cursor, limit: pageSize });
    throwIfAborted(request.signal);
    // Somebody who cannot be read cannot be left out unseen.
    if (page.unreadable?.length) throw notReadable(page.unreadable.length);
    for (const user of page.users) found.set(user.id, user);
    handleProgress(found.size, page.total > found.size ? page.total : found.size);
    if (page.nextCursor === null) return found.size < page.total && !page.isTotalUnknown ? undefined : [...found.values()];
    fruitless = found.size > before ? 0 : fruitless + 1;
    if (cursors.has(page.nextCursor) || fruitless >= patience) throw goesRoundInCircles();
    cursors.add((cursor = page.nextCursor));
    await nextTask();
  }
}

export async function collectSelected(selection: UserSelection, collection: Collection): Promise<Collected> {
  if (selection.scope === 'matching') {
    const matching = await collectMatching(selection.query, collection);
    return { users: matching.filter(({ id }) => isChosen(selection, id)), gone: [] };
  }
  const ids = [...selection.ids];
  const found = new Map<string, User>();
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const part = ids.slice(start, start + idsAtOnce);
    for (const user of await collection.users.getUsers({ ...collection.request, ids: part })) found.set(user.id, user);
    throwIfAborted(collection.request.signal);
    collection.handleProgress(Math.min(start + idsAtOnce, ids.length), ids.length);
    await nextTask();
  }
  // An adapter may answer with others than it was asked for.
  return { users: ids.flatMap((id) => found.get(id) ?? []), gone: ids.filter((id) => !found.has(id)) };
}

function isShort(): PersistenceError {
  return new PersistenceError('corrupt', 'The pages of users end before all of them were there.', { issues: [{ path: ['total'], code: 'malformed' }] });
}

function notReadable(count: number): PersistenceError {
  return new PersistenceError('corrupt', `Some users could not be read: ${count} on one page.`, { issues: [{ path: ['users'], code: 'malformed' }] });
}

function goesRoundInCircles(): PersistenceError {
  return new PersistenceError('corrupt', 'The pages of users do not come to an end.', { issues: [{ path: ['nextCursor'], code: 'malformed' }] });
}
