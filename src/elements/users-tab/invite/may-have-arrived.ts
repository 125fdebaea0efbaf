import { isPersistenceError } from '../../../ports/persistence-error.js';

/** Whether the store may have done what it was asked, though nobody heard of it. */
export function mayHaveArrived(error: unknown): boolean {
  return !isPersistenceError(error) || error.code === 'unavailable' || error.code === 'corrupt';
}
