import { css, html, type TemplateResult } from 'lit';
import { describe, type DescribeOptions } from '../../domain/describe/describe.js';
import type { Schedule } from '../../domain/support-hours.js';
import type { Texts } from '../../internal/issue-text.js';

export const styles = css`
  .summary {
    text-wrap: pretty;
  }
  .schedule-week > .summary {
    margin-block-start: calc(var(--_space) * 1);
  }
`;

/** A schedule's week in one sentence. */
export function renderSummary(texts: Texts, schedule: Schedule, options?: DescribeOptions): TemplateResult {
  return html`<p class="summary help">${describe(schedule, texts.lang, options)}</p>`;
}
