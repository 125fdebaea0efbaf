import { Hono, type Context } from 'hono';
import type { UserStatus } from 'portero/domain';
import { PersistenceError, userSortKeys, type Invitation, type UserChanges, type UserQuery, type UserSort } from 'portero/ports';
import { entityTag } from 'portero/adapters/entity-tag';
import type { AccountEnvironment } from './account.js';
import { baseRevisionOf, bodyOf, limitOf, RequestError } from './request.js';

const mostIds = 100;
const mostInvitations = 1_000;

/** Who has access to the portal. */
export function usersRoutes(): Hono<AccountEnvironment> {
  return new Hono<AccountEnvironment>()
    .get('/', async (context) => {
      const { adapter, request, versions } = context.get('account');
      // Before the page: one that is older than the page makes somebody read again, one that is newer would hide a change.
      const version = await versions.users(request.accountId);
      const ids = context.req.queries('id');
      if (!ids) return context.json({ ...await adapter.users!.listUsers({ ...request, ...queryOf(context) }), version });
      if (ids.length > mostIds) throw new RequestError(400, 'invalid', `At most ${mostIds} ids at a time.`);
      const users = await adapter.users!.getUsers({ ...request, ids });
      return context.json({ users, total: users.length, nextCursor: null, version });
    })
    .post('/', async (context) => {
      const { adapter, request } = context.get('account');
      const { invitations } = await bodyOf(context);
      if (!Array.isArray(invitations)) throw new RequestError(400, 'invalid', 'The body has no invitations.');
      if (invitations.length > mostInvitations) throw new RequestError(413, 'quota', `At most ${mostInvitations} invitations at a time.`);
      await takeAllowance(context, invitations.length);
      return context.json({ results: await adapter.users!.inviteUsers({ ...request, invitations: invitations as Invitation[] }) });
    })
    .patch('/:userId', async (context) => {
      const { adapter, request } = context.get('account');
      const user = await adapter.users!.updateUser({ ...request, ...changeOf(context), changes: await bodyOf(context) as UserChanges });
      context.header('etag', entityTag(user.revision));
      return context.json(user);
    })
    .delete('/:userId', async (context) => {
      const { adapter, request } = context.get('account');
      await adapter.users!.removeUser({ ...request, ...changeOf(context) });
      return context.body(null, 204);
    })
    .post('/:userId/resend-invitation', async (context) => {
      const { adapter, request } = context.get('account');
      await takeAllowance(context, 1);
      const user = await adapter.users!.resendInvitation({ ...request, userId: context.req.param('userId') });
      context.header('etag', entityTag(user.revision));
      return context.json(user);
    });
}

/** Every invitation is a mail to somebody, who may not have asked for it. */
async function takeAllowance(context: Context<AccountEnvironment>, count: number): Promise<void> {
  const { invitationAllowance, request } = context.get('account');
  const retryAfter = await invitationAllowance?.take(request.accountId, count) ?? 0;
  if (retryAfter > 0) throw new PersistenceError('rate-limited', 'This account has sent as many invitations as it may for now.', { retryAfter });
}

function changeOf(context: Context<AccountEnvironment, '/:userId'>) {
  return { userId: context.req.param('userId'), baseRevision: baseRevisionOf(context)!, replacementUserId: context.req.query('replacement') };
}

function queryOf(context: Context): UserQuery {
  return {
    search: context.req.query('search'), roles: context.req.queries('role'), statuses: context.req.queries('status') as UserStatus[] | undefined,
    sort: sortOf(context.req.query('sort')), cursor: context.req.query('cursor'), limit: limitOf(context),
  };
}

function sortOf(text: string | undefined): UserSort | undefined {
  if (text === undefined) return undefined;
  const by = userSortKeys.find((key) => key === text.replace(/^-/, ''));
  if (!by) throw new RequestError(400, 'invalid', 'Users cannot be sorted by that.');
  return { by, direction: text.startsWith('-') ? 'descending' : 'ascending' };
}
