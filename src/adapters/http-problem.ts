import { PersistenceError, persistenceErrorCodes, type PersistenceErrorCode, type PersistenceErrorOptions } from '../ports/persistence-error.js';

/** What came back, read to its end. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** Whether another address answered than the one that was asked. */
  redirected: boolean;
}

/** For back ends that do not say a code. */
const codes: Record<number, PersistenceErrorCode> = {
  400: 'invalid', 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found', 405: 'unsupported', 410: 'not-found', 412: 'conflict', 413: 'quota', 415: 'unsupported', 422: 'invalid',
  429: 'rate-limited', 501: 'unsupported', 507: 'quota',
};

export const isJson = ({ headers }: Reply) => /^application\/(?:[\w.+-]+\+)?json\b/i.test(headers.get('content-type') ?? '');

/** The body of a reply that went well. */
export function jsonOf(reply: Reply): unknown {
  // A session that ended is often answered by the page to sign in.
  if (!isJson(reply) && reply.redirected) throw new PersistenceError('unauthenticated', 'Another address answered, and not in JSON: probably the page to sign in.');
  try {
    if (isJson(reply)) return JSON.parse(reply.text);
  } catch (cause) {
    throw new PersistenceError('unavailable', 'The answer is cut, or is no JSON.', { cause });
  }
  throw new PersistenceError('unavailable', 'The answer is no JSON: something else answers at this address.');
}

/** What a back end refused, as the port says it: from problem details (RFC 9457), or from the status alone. */
export function failureOf(reply: Reply): PersistenceError {
  const { status } = reply;
  const problem = problemOf(reply);
  const code = persistenceErrorCodes.find((one) => one === problem.code) ?? codes[status] ?? 'unavailable';
  const message = [problem.detail, problem.title].find((text) => typeof text === 'string') ?? `The back end answered ${status}.`;
  // What these hold is parsed by whoever uses it, as every answer of an adapter is (`checked`).
  const { current, issues, guard } = problem as PersistenceErrorOptions;
  return new PersistenceError(code, message as string, { current, issues, guard, retryAfter: retryAfterOf(reply) });
}

function problemOf(reply: Reply): Record<string, unknown> {
  try {
    const body: unknown = isJson(reply) ? JSON.parse(reply.text) : null;
    return typeof body === 'object' && body !== null ? body as Record<string, unknown> : {};
  } catch {
    return {};
  }
}

/** In seconds, from the header in either of its forms. */
export function retryAfterOf({ headers }: Pick<Reply, 'headers'>): number | undefined {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const seconds = /^\d+$/.test(text.trim()) ? Number(text) : (Date.parse(text) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
