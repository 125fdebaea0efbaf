import { isPersistenceError, PersistenceError } from 'portero/ports';
import { LostTransaction } from './database.js';

/** SQLSTATE, of errors that the database itself reports. */
function stateOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** Broken, refused, or ended by the server: classes 08 (connection), 53 (resources), 57P (shutdown). */
export function isConnectionError(error: unknown): boolean {
  const state = stateOf(error);
  if (/^(08|53|57P|25P03)/.test(state) || /^E[A-Z]{4,}$/.test(state)) return true;
  // The driver gives these no code.
  return error instanceof Error && /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(error.message);
}

/**
 * Whether nothing was written, and running the transaction again can end otherwise: given up for the sake of another one (serialization,
 * deadlock), or overtaken by one that did not wait for its turn (unique).
 */
export function canRunAgain(error: unknown): boolean {
  return error instanceof LostTransaction || ['40001', '40P01', '23505'].includes(stateOf(error));
}

/** In the words of the port. What nobody foresaw is left as it is. */
export function persistenceErrorFrom(error: unknown): unknown {
  if (isPersistenceError(error)) return error;
  if (error instanceof LostTransaction || isConnectionError(error) || canRunAgain(error) || stateOf(error) === '57014') {
    return new PersistenceError('unavailable', 'The database could not be reached, or took too long.', { cause: error, retryAfter: 1 });
  }
  const { constraint } = error as { constraint?: string };
  if (constraint === 'last-administrator' || constraint === 'alert-contact') {
    return new PersistenceError('guard', `Refused by the guard ${constraint}.`, {
      cause: error, guard: constraint, issues: [{ path: ['userId'], code: `guard.${constraint}`, params: {} }],
    });
  }
  return error;
}
