import { isEqualJson } from '../domain/equal.js';
import { isAbortError, isPersistenceError, type PersistenceError, type PersistenceErrorCode } from '../ports/persistence-error.js';

/*
 * The kit runs under any test runner, or none, and so brings its own expectations: they throw an `Error` that says what
 * was expected and what there was.
 */

export function expectTrue(condition: unknown, expectation: string): asserts condition {
  if (!condition) throw new Error(`Expected ${expectation}.`);
}

export function expectEqual(actual: unknown, expected: unknown, subject: string): void {
  if (!isEqualJson(actual, expected)) throw new Error(`Expected ${subject} to be ${show(expected)}, not ${show(actual)}.`);
}

/** The rejection with that code. Anything else is a failure: another code, an error that is not ours, or success. */
export async function expectRefusal(promise: Promise<unknown>, code: PersistenceErrorCode, subject: string): Promise<PersistenceError> {
  const error = await rejectionOf(promise);
  if (error === undefined) throw new Error(`Expected ${subject} to be refused with "${code}", and it was not refused.`);
  if (!isPersistenceError(error)) throw new Error(`Expected ${subject} to be refused with a PersistenceError, not with ${String(error)}.`);
  if (error.code !== code) throw new Error(`Expected ${subject} to be refused with "${code}", not with "${error.code}" (${error.message}).`);
  return error;
}

export async function expectAbort(promise: Promise<unknown>, subject: string): Promise<void> {
  const error = await rejectionOf(promise);
  if (!isAbortError(error)) throw new Error(`Expected ${subject} to reject with an AbortError, not ${error === undefined ? 'to resolve' : `with ${String(error)}`}.`);
}

/** Whatever it rejects with, or `undefined` where it resolves. A synchronous throw is no rejection, and is passed on. */
async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return error ?? new Error('a rejection without a reason');
  }
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
