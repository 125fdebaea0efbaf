import { isEqualJson } from '../domain/equal.js';
import { isAbortError, isPersistenceError, type GuardName, type PersistenceError, type PersistenceErrorCode } from '../ports/persistence-error.js';

/*
 * The kit runs under any test runner, or none, and so brings its own expectations.
 */

/** Says what was expected, and what there was. Whatever else a case ends with is the adapter's own failure. */
export class UnmetExpectation extends Error {}

export function expectTrue(condition: unknown, expectation: string): asserts condition {
  if (!condition) throw new UnmetExpectation(`Expected ${expectation}.`);
}

export function expectEqual(actual: unknown, expected: unknown, subject: string): void {
  if (!isEqualJson(actual, expected)) throw new UnmetExpectation(`Expected ${subject} to be ${show(expected)}, not ${show(actual)}.`);
}

/** The rejection with that code, or one of those. Anything else is a failure: another code, an error that is not ours, or success. */
export async function expectRefusal(promise: Promise<unknown>, code: PersistenceErrorCode | readonly PersistenceErrorCode[], subject: string): Promise<PersistenceError> {
  const codes = [code].flat();
  const error = await rejectionOf(promise);
  if (error === undefined) throw new UnmetExpectation(`Expected ${subject} to be refused with ${show(code)}, and it was not refused.`);
  if (!isPersistenceError(error)) throw new UnmetExpectation(`Expected ${subject} to be refused with a PersistenceError, not with ${String(error)}.`);
  if (!codes.includes(error.code)) throw new UnmetExpectation(`Expected ${subject} to be refused with ${show(code)}, not with "${error.code}" (${error.message}).`);
  return error;
}

/** A refusal by that rule across the model. */
export async function expectGuard(promise: Promise<unknown>, guard: GuardName, subject: string): Promise<void> {
  const error = await expectRefusal(promise, 'guard', subject);
  expectEqual(error.guard, guard, `the guard that refuses ${subject}`);
}

export async function expectAbort(promise: Promise<unknown>, subject: string): Promise<void> {
  const error = await rejectionOf(promise);
  if (!isAbortError(error)) throw new UnmetExpectation(`Expected ${subject} to reject with an AbortError, not ${error === undefined ? 'to resolve' : `with ${String(error)}`}.`);
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
