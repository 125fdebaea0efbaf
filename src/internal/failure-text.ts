import { isPersistenceError } from '../ports/persistence-error.js';
import type { Texts } from './issue-text.js';

/** What went wrong with an operation, in words: what happened, what was kept, what to do next. Never a library's message. */
export function failureText(texts: Texts, error: unknown): string {
  if (!isPersistenceError(error)) return texts.text('failure.unavailable');
  if (error.code === 'unavailable' && !navigator.onLine) return texts.text('failure.offline');
  if (error.code === 'guard' && error.guard) return texts.text(`guard.${error.guard}`);
  return texts.text(`failure.${error.code}`, { path: error.issues?.[0]?.path.join(' › ') || '?' });
}
