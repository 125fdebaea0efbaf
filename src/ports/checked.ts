import * as z from 'zod/mini';
import { contactInfoRecordSchema, contactInfoSchema } from '../domain/contact-info.js';
import { issuesFromZod } from '../domain/field-value.js';
import { userSchema } from '../domain/user.js';
import { checkAccountId } from './account-id.js';
import type { AccountRequest, PersistenceAdapter, StoreChange, UserDirectory } from './persistence-adapter.js';
import { guardNames, isAbortError, isPersistenceError, PersistenceError, persistenceErrorCodes } from './persistence-error.js';
import { pageSchema, readUserPage } from './user-page.js';

/*
 * What an adapter returns is not trusted. Wrapped in `checked`, an adapter
 * - is asked nothing about an account id that cannot be one;
 * - answers an abort at once, also where it ignores the signal;
 * - returns only what parses; anything else is `corrupt`, with the path, and never reaches an element. Of a page of users, rows
 *   that do not parse are kept apart instead (`user-page.ts`): one strange user hides no other;
 * - rejects only with a `PersistenceError` or an `AbortError`; what an error brings along is parsed too, and left out where
 *   it does not parse: what stands in the way is known all the same.
 */

const issueSchema = z.looseObject({ path: z.array(z.union([z.string(), z.number()])), code: z.string() });
const replySchemas = {
  record: contactInfoRecordSchema,
  optionalRecord: z.nullable(contactInfoRecordSchema),
  user: userSchema,
  users: z.array(userSchema),
  userPage: pageSchema,
  invitations: z.array(z.union([
    z.looseObject({ ok: z.literal(true), user: userSchema, link: z.optional(z.string()) }),
    z.looseObject({ ok: z.literal(false), issue: issueSchema }),
  ])),
  historyPage: z.looseObject({
    entries: z.array(z.looseObject({
      revision: z.string(),
      at: z.string(),
      by: z.optional(z.looseObject({ id: z.string(), name: z.string() })),
      changedKeys: z.array(z.string()),
      before: z.optional(contactInfoSchema),
      after: z.optional(contactInfoSchema),
    })),
    nextCursor: z.nullable(z.string()),
  }),
  nothing: z.unknown(),
};

const errorSchemas = {
  current: z.nullable(z.union([contactInfoRecordSchema, userSchema])),
  issues: z.array(issueSchema),
  retryAfter: z.number().check(z.nonnegative()),
  guard: z.enum(guardNames),
};

const wrappers = new WeakMap<PersistenceAdapter, PersistenceAdapter>();

/** The same adapter, with its replies parsed and its errors made ours. One wrapper for each adapter, however often it is asked for. */
export function checked(adapter: PersistenceAdapter): PersistenceAdapter {
  const existing = wrappers.get(adapter);
  if (existing) return existing;
  const wrapper = wrap(adapter);
  wrappers.set(adapter, wrapper);
  wrappers.set(wrapper, wrapper);
  return wrapper;
}

function wrap(adapter: PersistenceAdapter): PersistenceAdapter {
  const wrapper: PersistenceAdapter = {
    loadContactInfo: (request) => ask(request, replySchemas.optionalRecord, () => adapter.loadContactInfo(request)),
    saveContactInfo: (request) => ask(request, replySchemas.record, () => adapter.saveContactInfo(request)),
  };
  if (adapter.durable !== undefined) Object.defineProperty(wrapper, 'durable', { value: adapter.durable, enumerable: true });
  if (adapter.watch) wrapper.watch = (request, listener) => watchChecked(adapter, request, listener);
  if (adapter.loadHistory) {
    wrapper.loadHistory = (request) => ask(request, replySchemas.historyPage, () => adapter.loadHistory!(request));
  }
  if (adapter.users) wrapper.users = wrapDirectory(adapter.users);
  return wrapper;
}

function wrapDirectory(users: UserDirectory): UserDirectory {
  return {
    listUsers: (request) => ask(request, replySchemas.userPage, () => users.listUsers(request)).then(readUserPage),
    getUsers: (request) => ask(request, replySchemas.users, () => users.getUsers(request)),
    inviteUsers: async (request) => {
      const results = await ask(request, replySchemas.invitations, () => users.inviteUsers(request));
      if (results.length !== request.invitations.length) {
        const issue = { path: [], code: 'malformed', params: { expected: request.invitations.length, received: results.length } };
        throw new PersistenceError('corrupt', 'There is not one result for each invitation.', { issues: [issue] });
      }
      return results;
    },
    updateUser: (request) => ask(request, replySchemas.user, () => users.updateUser(request)),
    removeUser: (request) => ask(request, replySchemas.nothing, () => users.removeUser(request)).then(() => undefined),
    resendInvitation: (request) => ask(request, replySchemas.user, () => users.resendInvitation(request)),
  };
}

async function ask<T>({ accountId, signal }: AccountRequest, schema: z.ZodMiniType<T>, task: () => Promise<unknown>): Promise<T> {
  const problem = checkAccountId(accountId);
  if (problem) throw new PersistenceError('invalid', 'This account id cannot be used.', { issues: [problem] });
  let reply: unknown;
  try {
    reply = await abortable(signal, task);
  } catch (error) {
    throw normalise(error, signal);
  }
  const parsed = z.safeParse(schema, reply);
  if (!parsed.success) throw new PersistenceError('corrupt', 'The adapter’s reply does not parse.', { issues: issuesFromZod(parsed.error) });
  return parsed.data;
}

function abortable<T>(signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const handleAbort = () => reject(new DOMException('The request was aborted.', 'AbortError'));
    if (signal.aborted) {
      handleAbort();
      return;
    }
    signal.addEventListener('abort', handleAbort, { once: true });
    // In a promise, so that an adapter that throws rather than rejects is heard too.
    Promise.resolve().then(task).then(resolve, reject).finally(() => signal.removeEventListener('abort', handleAbort));
  });
}

function normalise(error: unknown, signal: AbortSignal): unknown {
  if (isAbortError(error) && signal.aborted) return error;
  if (isPersistenceError(error)) return parseError(error);
  const isQuota = typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'QuotaExceededError';
  return isQuota
    ? new PersistenceError('quota', 'There is no room left.', { cause: error })
    : new PersistenceError('unavailable', 'The store could not be reached.', { cause: error });
}

function parsedOrNothing<T>(schema: z.ZodMiniType<T>, value: unknown): T | undefined {
  const parsed = z.safeParse(schema, value);
  return parsed.success ? parsed.data : undefined;
}

/** A code that nobody knows says no more than that it did not work. */
function parseError(error: PersistenceError): PersistenceError {
  const { current, issues, retryAfter, guard } = errorSchemas;
  return new PersistenceError(persistenceErrorCodes.find((code) => code === error.code) ?? 'unavailable', String(error.message), {
    cause: error,
    current: parsedOrNothing(current, error.current),
    issues: parsedOrNothing(issues, error.issues),
    retryAfter: parsedOrNothing(retryAfter, error.retryAfter),
    guard: parsedOrNothing(guard, error.guard),
  });
}

function watchChecked(adapter: PersistenceAdapter, request: AccountRequest, listener: (change: StoreChange) => void): void {
  if (checkAccountId(request.accountId) || request.signal.aborted) return;
  adapter.watch!(request, (change: StoreChange | undefined) => {
    const isKnown = change?.kind === 'contact-info' || change?.kind === 'users';
    if (isKnown && !request.signal.aborted) listener({ kind: change.kind });
  });
}
