import type { Issue } from '../domain/issue.js';

/**
 * Why an account id cannot be used, or `null`. Empty ids and path segments that a URL swallows would read another
 * resource, and a lone surrogate has no encoding; every other string is an id like any other.
 */
export function checkAccountId(id: unknown): Issue | null {
  if (typeof id !== 'string' || id === '') return { path: ['accountId'], code: 'account-id.empty' };
  if (id === '.' || id === '..') return { path: ['accountId'], code: 'account-id.dots' };
  if (/\p{Surrogate}/u.test(id)) return { path: ['accountId'], code: 'account-id.lone-surrogate' };
  return null;
}
