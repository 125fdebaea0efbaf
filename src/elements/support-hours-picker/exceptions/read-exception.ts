import { accepted, refused, type Issue, type Result } from '../../../domain/issue.js';
import type { Exception, Interval, Schedule } from '../../../domain/support-hours.js';
import { validateSchedule } from '../../../domain/validate-support-hours.js';
import { addException } from '../schedule-edit.js';
import type { ExceptionDraft } from './exception-draft.js';

/**
 * The exception that a draft says, or why it cannot be one: paths start with the part of the draft. It has to go with the
 * schedule's exceptions, but for the one that it takes the place of, whose other keys it keeps.
 */
export function readExceptionDraft(
  draft: ExceptionDraft, schedule: Schedule, parseHours: (text: string) => Result<Interval[]>, replaced?: Exception,
): Result<Exception> {
  if (draft.from === '') return refused({ path: ['from'], code: 'hours.exception-date-missing' });
  const hours = parseHours(draft.hours);
  if (!hours.ok) return refused(...hours.issues.map((issue) => ({ ...issue, path: ['hours'] })));
  const label = draft.label.trim();
  const exception: Exception = { ...replaced, from: draft.from, to: draft.to || draft.from, intervals: hours.value, label };
  if (!label) delete exception.label;

  const [issue] = validateSchedule({ ...schedule, exceptions: addException({ ...schedule, exceptions: [] }, exception).exceptions })
    .filter(({ path }) => path[0] === 'exceptions');
  if (issue) return refused({ ...issue, path: [issue.path.includes('to') && draft.to ? 'to' : issue.path.includes('intervals') ? 'hours' : 'from'] });
  const crossed = crossing(exception, schedule.exceptions.filter((other) => other !== replaced));
  return crossed ? refused(crossed) : accepted(exception, hours.warnings);
}

function crossing(exception: Exception, others: readonly Exception[]): Issue | undefined {
  const crossed = others.find(({ from, to }) => from <= to && exception.from <= to && from <= exception.to);
  return crossed && { path: ['from'], code: 'hours.exception-crosses', params: { from: crossed.from, to: crossed.to, label: crossed.label } };
}
