import type { Context } from 'hono';
import { PersistenceError } from 'portero/ports';
import { revisionOf } from 'portero/adapters/entity-tag';

/** An error whose status is not the one that its code has otherwise. */
export class RequestError extends PersistenceError {
  constructor(readonly status: number, code: 'invalid' | 'quota' | 'unsupported', message: string) {
    super(code, message);
  }
}

/** The body, which must be a JSON object. */
export async function bodyOf(context: Context): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) throw new RequestError(415, 'unsupported', 'The body must be application/json.');
  let body: unknown;
  try {
    body = JSON.parse(await context.req.text(), withoutPrototype);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new RequestError(400, 'invalid', 'The body is no JSON.');
    throw cause;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new RequestError(400, 'invalid', 'The body must be a JSON object.');
  return body as Record<string, unknown>;
}

function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}

/** The revision in `If-Match`; `null` for `If-None-Match: *`, where that is allowed. */
export function baseRevisionOf(context: Context, { mayBeFirst = false } = {}): string | null {
  const match = context.req.header('if-match');
  if (match !== undefined) return revisionIn(match);
  if (mayBeFirst && context.req.header('if-none-match')?.trim() === '*') return null;
  throw new RequestError(428, 'invalid', `Say what this was edited from: If-Match with its revision${mayBeFirst ? ', or If-None-Match: * where there is none' : ''}.`);
}

function revisionIn(tag: string): string {
  const revision = revisionOf(tag.trim());
  if (revision === null) throw new RequestError(400, 'invalid', 'If-Match must be one entity tag.');
  return revision;
}

export function limitOf(context: Context): number | undefined {
  const text = context.req.query('limit');
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new RequestError(400, 'invalid', 'The limit must be a number from 1 on.');
  return Number(text);
}
