import type { ContactInfoRecord } from '../domain/contact-info.js';
import type { Issue } from '../domain/issue.js';
import type { User } from '../domain/user.js';

export const persistenceErrorCodes = [
  'conflict', 'invalid', 'forbidden', 'unauthenticated', 'not-found', 'rate-limited', 'unavailable', 'quota', 'corrupt', 'unsupported', 'guard',
] as const;
export type PersistenceErrorCode = (typeof persistenceErrorCodes)[number];

export const guardNames = ['last-administrator', 'alert-contact', 'role-rank', 'self'] as const;
export type GuardName = (typeof guardNames)[number];

export interface PersistenceErrorOptions {
  cause?: unknown;
  /** With `conflict`: what is stored now; `null` where nothing is. */
  current?: ContactInfoRecord | User | null;
  /** With `invalid` and `corrupt`: what is wrong, and where. */
  issues?: Issue[];
  /** With `rate-limited` and `unavailable`: seconds to wait before the next try. */
  retryAfter?: number;
  /** With `guard`: which rule across the model refused the change. */
  guard?: GuardName;
}

// In the global registry, so that errors of two copies of the library on one page know each other: never `instanceof`.
const brand = Symbol.for('portero.persistence-error');

/** Why an adapter could not do what it was asked. `message` is for developers; elements word the code for people. */
export class PersistenceError extends Error {
  readonly code: PersistenceErrorCode;
  readonly current?: ContactInfoRecord | User | null;
  readonly issues?: Issue[];
  readonly retryAfter?: number;
  readonly guard?: GuardName;

  constructor(code: PersistenceErrorCode, message: string, { cause, current, issues, retryAfter, guard }: PersistenceErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'PersistenceError';
    this.code = code;
    Object.defineProperty(this, brand, { value: true });
    if (current !== undefined) this.current = current;
    if (issues !== undefined) this.issues = issues;
    if (retryAfter !== undefined) this.retryAfter = retryAfter;
    if (guard !== undefined) this.guard = guard;
  }
}

export function isPersistenceError(error: unknown): error is PersistenceError {
  return typeof error === 'object' && error !== null && brand in error;
}

export function isAbortError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'AbortError';
}
