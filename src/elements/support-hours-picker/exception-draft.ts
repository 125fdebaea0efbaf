import { accepted, refused, type Issue, type Result } from '../../domain/issue.js';
import type { Exception, Interval, Schedule } from '../../domain/support-hours.js';
import { validateSupportHours } from '../../domain/validate-support-hours.js';
import { addException } from './schedule-edit.js';

/** An exception as it is being written. */
export interface ExceptionDraft {
  from: string;
  /** Empty: one day. */
  to: string;
  hours: string;
  label: string;
}

export const emptyExceptionDraft: ExceptionDraft = { from: '', to: '', hours: '', label: '' };

/**
 * The exception that a draft says, or why it cannot be one: paths start with the part of the draft. It has to go with the
 * schedule's other exceptions.
 */
export function readExceptionDraft(
  draft: ExceptionDraft, schedule: Schedule, parseHours: (text: string) => Result<Interval[]>,
): Result<Exception> {
  if (draft.from === '') return refused({ path: ['from'], code: 'hours.exception-date-missing' });
  const hours = parseHours(draft.hours);
  if (!hours.ok) return refused(...hours.issues.map((issue) => ({ ...issue, path: ['hours'] })));
  const label = draft.label.trim();
  const exception: Exception = { from: draft.from, to: draft.to || draft.from, intervals: hours.value, ...(label && { label }) };

  const before = exceptionIssues(schedule);
  const after = exceptionIssues(addException(schedule, exception));
  // Of two that collide either may be named; what matters is that this one brought it about.
  if (after.length === before.length) return accepted(exception, hours.warnings);
  const issue = after[after.length - 1];
  return refused({ ...issue, path: [issue.path.includes('to') && draft.to ? 'to' : issue.path.includes('intervals') ? 'hours' : 'from'] });
}

function exceptionIssues(schedule: Schedule): Issue[] {
  return validateSupportHours({ version: 1, schedules: [schedule] }).filter(({ path }) => path[2] === 'exceptions');
}
