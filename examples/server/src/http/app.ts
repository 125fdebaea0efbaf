import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isAbortError, isPersistenceError, PersistenceError, type PersistenceAdapter } from 'portero/ports';
import type { AccountEnvironment, AccountVersions, Identity, InvitationAllowance } from './account.js';
import { changesRoutes } from './changes.js';
import { contactInfoRoutes } from './contact-info.js';
import { problem } from './problem.js';
import { RequestError } from './request.js';
import { usersRoutes } from './users.js';

export interface AppOptions {
  /** Who asks; `null`: nobody that is known. */
  authenticate(request: Request): Promise<Identity | null> | Identity | null;
  /** An adapter that acts for them and enforces their role. */
  adapterFor(identity: Identity): PersistenceAdapter;
  versions: AccountVersions;
  /** Absent: as many as somebody likes. */
  invitationAllowance?: InvitationAllowance;
  /** Aborts when the server stops. */
  stopping?: AbortSignal;
  /** What else the host has of an account, under its address. */
  more?: Hono<AccountEnvironment>;
  /** Of errors that are nobody's fault but the back end's. */
  handleError?(error: unknown): void;
}

const largestBody = 1_000_000;

/** The back end that `openapi.yaml` describes, at its root. */
export function createApp({ authenticate, adapterFor, versions, invitationAllowance, stopping, more, handleError }: AppOptions): Hono {
  const account = new Hono<AccountEnvironment>()
    .use(bodyLimit({ maxSize: largestBody, onError: (context) => problem(context, new RequestError(413, 'quota', 'The body is too large.'), 413) }))
    .use(async (context, next) => {
      const identity = await authenticate(context.req.raw);
      if (!identity) throw new PersistenceError('unauthenticated', 'Sign in first.');
      const accountId = context.req.param('accountId')!;
      // Said as of an account that does not exist: who has accounts here is nobody else's business.
      if (!identity.isOf(accountId)) throw new PersistenceError('not-found', 'There is no such account.');
      context.set('account', {
        adapter: adapterFor(identity), viewer: identity.viewer, versions, invitationAllowance, stopping, request: { accountId, signal: context.req.raw.signal },
      });
      context.header('cache-control', 'private, no-cache');
      await next();
    })
    .route('/contact-info', contactInfoRoutes())
    .route('/users', usersRoutes())
    .route('/changes', changesRoutes());
  if (more) account.route('/', more);

  return new Hono()
    .route('/accounts/:accountId', account)
    // As a route, which goes along where the app is mounted in another.
    .all('*', (context) => problem(context, new PersistenceError('not-found', 'There is nothing here.')))
    .onError((error, context) => {
      // Whoever asked has gone: nobody reads the answer.
      if (isAbortError(error) && context.req.raw.signal.aborted) return context.body(null, 499 as 500);
      if (error instanceof RequestError) return problem(context, error, error.status);
      if (!isPersistenceError(error) || error.code === 'unavailable' || error.code === 'corrupt') handleError?.(error);
      return problem(context, error);
    });
}
