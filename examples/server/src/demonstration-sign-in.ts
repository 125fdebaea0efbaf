import { Hono } from 'hono';
import { deleteCookie, setSignedCookie } from 'hono/cookie';
import { parseSigned } from 'hono/utils/cookie';
import type { User } from 'portero/domain';
import { isPersistenceError, PersistenceError } from 'portero/ports';
import type { SqlAdapter } from './database/sql-adapter.js';
import type { Identity } from './http/account.js';
import { problem } from './http/problem.js';
import { bodyOf, RequestError } from './http/request.js';

export interface DemonstrationSignInOptions {
  /** Signs the cookies: the same for all servers. */
  secret: string;
  /** On nobody's behalf: everything is allowed. */
  adapter: SqlAdapter;
}

const cookie = 'portero_session';

/** How long somebody stays signed in, in seconds. */
const sessionLasts = 8 * 60 * 60;

interface Session {
  accountId: string;
  userId: string;
  /** Milliseconds since 1970. */
  until: number;
}

/**
 * Signing in as a demonstration does it: **whoever says who they are is believed**. Put your own in its place: a function from a request
 * to an identity is all there is to it.
 *
 * What is real: the session is a signed cookie that scripts cannot read, and who somebody is, and which role they have, is
 * looked up for every request: who is deactivated is out with the next one.
 */
export function createDemonstrationSignIn({ secret, adapter }: DemonstrationSignInOptions) {
  const { signal } = new AbortController();
  const { users } = adapter;

  async function sessionOf(request: Request): Promise<Session | null> {
    const value = (await parseSigned(request.headers.get('cookie') ?? '', secret, cookie))[cookie];
    if (!value) return null;
    // Nobody else could sign it.
    const session = JSON.parse(value) as Session;
    return session.until < Date.now() ? null : session;
  }

  async function authenticate(request: Request): Promise<Identity | null> {
    const session = await sessionOf(request);
    if (!session) return null;
    const { accountId, userId } = session;
    const [user] = await users.getUsers({ accountId, signal, ids: [userId] });
    if (user?.status !== 'active') return null;
    return { viewer: { id: user.id, role: user.role }, isOf: (id) => id === accountId };
  }

  async function findByAddress(accountId: string, email: string): Promise<User | undefined> {
    const { users: found } = await users.listUsers({ accountId, signal, search: email, limit: 100 });
    return found.find((user) => user.email.toLowerCase() === email.toLowerCase());
  }

  /** Who comes first to an account that nobody has access to manages it. */
  async function firstUser(accountId: string, email: string, name: string): Promise<User | undefined> {
    const { total } = await users.listUsers({ accountId, signal, limit: 1 });
    if (total > 0) return undefined;
    const [result] = await users.inviteUsers({ accountId, signal, invitations: [{ email, name, role: 'administrator', mailingLists: [] }] });
    if (result.ok) return result.user;
    // Somebody else was first, this very moment.
    if (result.issue.code === 'user.duplicate-address') return findByAddress(accountId, email);
    throw new PersistenceError('invalid', 'Nobody has such an address.', { issues: [result.issue] });
  }

  /** Signing in twice at once accepts once. */
  async function accept(accountId: string, user: User): Promise<User | undefined> {
    try {
      return await users.updateUser({ accountId, signal, userId: user.id, baseRevision: user.revision, changes: { status: 'active' } });
    } catch (error) {
      if (isPersistenceError(error) && error.code === 'conflict') return error.current as User;
      throw error;
    }
  }

  const routes = new Hono()
    .post('/', async (context) => {
      const { accountId, email, name } = await bodyOf(context);
      if (typeof accountId !== 'string' || typeof email !== 'string') throw new RequestError(400, 'invalid', 'Say accountId and email.');
      let user = await findByAddress(accountId, email) ?? await firstUser(accountId, email, typeof name === 'string' ? name : '');
      if (user?.status === 'invited') user = await accept(accountId, user);
      if (user?.status !== 'active') throw new PersistenceError('forbidden', 'Nobody with this address has access to this account.');
      const session: Session = { accountId, userId: user.id, until: Date.now() + sessionLasts * 1_000 };
      await setSignedCookie(context, cookie, JSON.stringify(session), secret, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: sessionLasts });
      return context.json({ user });
    })
    .delete('/', (context) => {
      deleteCookie(context, cookie, { path: '/' });
      return context.body(null, 204);
    })
    // So that a demonstration can begin again. Where accounts are somebody's, their data leaves in another way.
    .delete('/account', async (context) => {
      const session = await sessionOf(context.req.raw);
      if (!session) throw new PersistenceError('unauthenticated', 'Sign in first.');
      await adapter.eraseAccount(session.accountId);
      deleteCookie(context, cookie, { path: '/' });
      return context.body(null, 204);
    })
    .onError((error, context) => {
      if (!isPersistenceError(error)) throw error;
      return problem(context, error, error instanceof RequestError ? error.status : undefined);
    });

  return { authenticate, routes };
}
