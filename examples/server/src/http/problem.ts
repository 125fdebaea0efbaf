import type { Context } from 'hono';
import { isPersistenceError, PersistenceError, type PersistenceErrorCode } from 'portero/ports';

/** Statuses of the codes; `invalid` is 400 where the request itself cannot be read. */
const statuses: Record<PersistenceErrorCode, number> = {
  conflict: 412, invalid: 422, forbidden: 403, unauthenticated: 401, 'not-found': 404, 'rate-limited': 429, unavailable: 503, quota: 413, corrupt: 500, unsupported: 501, guard: 409,
};

/** Problem details (RFC 9457). An error that nobody foresaw says nothing of itself: it is for the log. */
export function problem(context: Context, error: unknown, status?: number): Response {
  const known = isPersistenceError(error) ? error : new PersistenceError('unavailable', 'The back end failed.');
  const { code, message, issues, guard, current, retryAfter } = known;
  const body = { title: message, status: status ?? statuses[code], code, issues, guard, current };
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...(retryAfter !== undefined && { 'retry-after': String(Math.ceil(retryAfter)) }) };
  return context.body(JSON.stringify(body), body.status as 400, headers);
}
