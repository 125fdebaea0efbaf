import { css, html, nothing, type TemplateResult } from 'lit';
import type { Issue } from '../../../domain/issue.js';
import { weekdays, type Schedule, type Weekday } from '../../../domain/support-hours.js';
import type { Texts } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import { dayName, hoursText, intervalText, timeText } from '../format-hours.js';
import { changedDays, offeredRepairs, type Repair } from './repairs.js';
import { repairMessages } from './repairs.strings.js';

export const styles = css`
  .repairs {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    margin-block: calc(var(--_space) * 1) calc(var(--_space) * 2);
  }
  .repairs .button {
    padding-block: calc(var(--_space) * 1);
    text-align: start;
    white-space: normal;
  }
`;

/** Buttons for what can be done about a problem of a week. `handleRepair` gets the mended week, and what it says now. */
export function renderRepairs(
  given: Texts, weekly: Schedule['weekly'], issue: Issue, handleRepair: (weekly: Schedule['weekly'], announcement: string) => void,
): TemplateResult | typeof nothing {
  const texts = textsWith(given, repairMessages);
  const repairs = offeredRepairs(weekly, issue);
  if (repairs.length === 0) return nothing;
  const day = weekdays.find((one) => one === issue.path[1]);
  return html`<div class="repairs" role="group" aria-label=${texts.text('repairs')}>
    ${repairs.map((repair) => html`<button type="button" class="button small"
      @click=${() => handleRepair(repair.weekly, changesText(texts, weekly, repair.weekly))}>${repairText(texts, repair, day)}</button>`)}
  </div>`;
}

function repairText(texts: Texts, { kind, day, interval }: Repair, offeredFor: Weekday | undefined): string {
  return texts.text(kind === 'merge' && day !== offeredFor ? 'repair.merge.day' : `repair.${kind}`, {
    day: dayName(texts.lang, day), time: timeText(texts, '24:00'), hours: interval ? intervalText(texts, interval) : '',
  });
}

function changesText(texts: Texts, before: Schedule['weekly'], after: Schedule['weekly']): string {
  return changedDays(before, after)
    .map((day) => texts.text('day.understood', { day: dayName(texts.lang, day), hours: hoursText(texts, after[day]) })).join('; ');
}
