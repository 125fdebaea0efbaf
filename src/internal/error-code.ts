import { isPersistenceError } from '../ports/persistence-error.js';

/** The code of an error for an `…-error` event's details. */
export function errorCode(error: unknown): string {
  return isPersistenceError(error) ? error.code : 'unavailable';
}
