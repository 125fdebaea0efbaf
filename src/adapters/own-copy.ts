import { PersistenceError } from '../ports/persistence-error.js';

/** What a caller hands in, as it was at that moment: while a write waits for its turn the caller may go on changing it. */
export function ownCopy<T>(value: T): T {
  try {
    return structuredClone(value);
  } catch (cause) {
    throw new PersistenceError('invalid', 'This holds something that is not data, and cannot be kept.', { cause, issues: [{ path: [], code: 'malformed' }] });
  }
}
