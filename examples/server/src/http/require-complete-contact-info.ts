import type { Context, MiddlewareHandler } from 'hono';
import { evaluateContactInfo, partnerPortalRequirements, referencedUserIds, type RequirementContext, type RequirementSet } from 'portero/domain';
import type { AccountEnvironment } from './account.js';

/** What the account is to a host: decides what has to be known about it. */
export interface AccountSituation extends RequirementContext {
  /** Absent: `partnerPortalRequirements`. */
  requirements?: RequirementSet;
}

export interface RequireCompleteContactInfoOptions {
  situationOf(accountId: string): AccountSituation | Promise<AccountSituation>;
  clock?: () => Date;
}

/**
 * Refuses work of an account that cannot be reached yet: 403, with what is missing. This is the access control; the gate in
 * the browser guides people to the same answer, by the same function.
 */
export function requireCompleteContactInfo({ situationOf, clock = () => new Date() }: RequireCompleteContactInfoOptions): MiddlewareHandler<AccountEnvironment> {
  return async (context, next) => {
    const { adapter, request } = context.get('account');
    const { requirements = partnerPortalRequirements, ...situation } = await situationOf(request.accountId);
    const contactInfo = (await adapter.loadContactInfo(request))?.contactInfo ?? null;
    const named = referencedUserIds(contactInfo, requirements);
    const users = named.length > 0 && adapter.users ? await adapter.users.getUsers({ ...request, ids: named }) : [];
    const activeUserIds = adapter.users ? users.filter(({ status }) => status === 'active').map(({ id }) => id) : null;
    const { complete, fields, issues } = evaluateContactInfo({ ...situation, requirements, contactInfo, activeUserIds, at: clock() });
    if (complete) return next();
    return incomplete(context, { fields, issues });
  };
}

function incomplete(context: Context, found: object): Response {
  const body = { title: 'The contact information of this account is not complete.', status: 403, code: 'incomplete', ...found };
  return context.body(JSON.stringify(body), 403, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
}
