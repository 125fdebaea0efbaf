import { isOpen, nextChange } from '../../domain/open-hours.js';
import type { Schedule } from '../../domain/support-hours.js';
import type { Texts } from '../../internal/issue-text.js';
import { momentText } from './format-hours.js';

export interface OpenStatus {
  open: boolean;
  text: string;
}

/** Whether a schedule is open now, and until when, in words and in its own zone. `undefined` where that cannot be known. */
export function openStatus(texts: Texts, schedule: Schedule, now: Date): OpenStatus | undefined {
  const open = isOpen(schedule, now);
  if (open === null) return undefined;
  const change = nextChange(schedule, now);
  if (!change) return { open, text: texts.text(open ? 'status.always' : 'status.never') };
  const when = momentText(texts.lang, change.at, now, schedule.timeZone);
  return { open, text: texts.text(open ? 'status.open-until' : 'status.closed-until', { when }) };
}
