import * as z from 'zod/mini';
import { issuesFromZod } from '../domain/field-value.js';
import { prefixIssues } from '../domain/issue.js';
import { userSchema, type User } from '../domain/user.js';
import type { UnreadableUser, UserPage } from './persistence-adapter.js';
import { PersistenceError } from './persistence-error.js';

/*
 * A page of users, row by row: one that does not parse, since its status is none that we know for example, hides no other. It
 * is no user, so that nothing is done to it, and is kept apart with what of it can be shown. A page of which nobody can be made
 * out does not parse. A total that is no count becomes the least that there can be, and says so.
 */

const shownKeys = ['id', 'name', 'email', 'role', 'status'] as const;

function unreadableUser(row: unknown, index: number, error: z.core.$ZodError): UnreadableUser {
  const shown = shownKeys.map((key) => [key, (row as Record<string, unknown> | null | undefined)?.[key]]).filter(([, value]) => typeof value === 'string');
  return { ...(Object.fromEntries(shown) as Partial<UnreadableUser>), index, issue: prefixIssues(issuesFromZod(error), 'users', index)[0] };
}

/** What a page has to be before its rows are looked at. */
export const pageSchema = z.looseObject({ users: z.array(z.unknown()), total: z.unknown(), nextCursor: z.nullable(z.string()) });

export function readUserPage(page: z.infer<typeof pageSchema>): UserPage {
  const users: User[] = [];
  const unreadable: UnreadableUser[] = [];
  page.users.forEach((row, index) => {
    const parsed = z.safeParse(userSchema, row);
    if (parsed.success) users.push(parsed.data);
    else unreadable.push(unreadableUser(row, index, parsed.error));
  });
  if (users.length === 0 && unreadable.length > 0 && !unreadable.some(({ id }) => id)) {
    throw new PersistenceError('corrupt', 'Nobody on the page can be read.', { issues: [unreadable[0].issue] });
  }
  const { total } = page;
  const isCount = typeof total === 'number' && total >= 0 && Number.isFinite(total);
  const read: UserPage = { ...page, users, total: isCount ? total : page.users.length };
  // Found out here, whatever a reply says of itself.
  delete read.unreadable;
  delete read.isTotalUnknown;
  return { ...read, ...(unreadable.length > 0 && { unreadable }), ...(!isCount && { isTotalUnknown: true }) };
}
