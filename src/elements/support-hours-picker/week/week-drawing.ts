import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ScheduleStretch, ClockChange, ExceptionStretch, HourMark, Stretch } from './week-model.js';
import { hourText } from './week-text.js';

/*
 * The drawing: an axis of hours and a column for each day, to scale. Lengths are attributes in `em`, so that they need no
 * style and grow with the text. A schedule is known by its pattern as well as by its colour.
 */

const emPerHour = 1.6;
const patternCount = 6;
/** The size of the drawing's texts, as in the styles: their own `em` is so much of the others'. */
const textSize = 0.75;

/** What a column shows; a day of a real week is one, and a day of the plain week. */
export interface Column {
  length: number;
  spans: readonly ScheduleStretch[];
  gaps: readonly Stretch[];
  exceptions: readonly ExceptionStretch[];
  hours: readonly HourMark[];
  changes: readonly ClockChange[];
}

export function seriesOf(schedule: number): number {
  return schedule % patternCount;
}

function em(minutes: number): string {
  return `${Math.round((minutes / 60) * emPerHour * 1_000) / 1_000}em`;
}

const patterns = [
  svg`<path d="M0 0h8v8H0z"/>`,
  svg`<path d="M-2 2 2-2M0 8 8 0M6 10l4-4"/>`,
  svg`<circle cx="2" cy="2" r="1.4"/><circle cx="6" cy="6" r="1.4"/>`,
  svg`<path d="M0 2h8M0 6h8"/>`,
  svg`<path d="M2 0v8M6 0v8"/>`,
  svg`<path d="M0 4h8M4 0v8"/>`,
];

/** What schedules and gaps are filled with. Shown once in each element that draws. */
export function renderPatterns(): TemplateResult {
  return html`<svg class="week-patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
    ${patterns.map((shape, index) => svg`<pattern id="week-series-${index}" class="series-${index}" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class="tint" width="8" height="8"/><g class=${index === 0 ? 'solid' : 'ink'}>${shape}</g></pattern>`)}
    <pattern id="week-gap" width="7" height="7" patternUnits="userSpaceOnUse"><path class="gap-ink" d="M-1 1 1-1M0 7 7 0M6 8l2-2"/></pattern>
  </defs></svg>`;
}

export function renderSwatch(schedule: number | 'gap'): TemplateResult {
  const series = schedule === 'gap' ? 'gap' : `series-${seriesOf(schedule)}`;
  return html`<svg class="week-swatch" width="1.4em" height="1em" aria-hidden="true" focusable="false">
    <rect class="span ${series}" width="100%" height="100%" fill="url(#week-${series})"/></svg>`;
}

export function renderAxis(lang: string, longest: number): TemplateResult {
  const hours = [0, 3, 6, 9, 12, 15, 18, 21];
  return html`<svg class="week-axis" width="100%" height=${em(longest)} aria-hidden="true" focusable="false">
    ${hours.map((hour) => svg`<text x="50%" y=${em((hour * 60) / textSize)} dy=${hour === 0 ? '0.9em' : '0.35em'} text-anchor="middle">${hourText(lang, hour)}</text>`)}
  </svg>`;
}

/** `lanes`: how many schedules there are side by side. `now`: where the line of now is. */
export function renderColumn(lang: string, column: Column, { longest, lanes, now }: { longest: number; lanes: number; now?: number }): TemplateResult {
  const { length, spans, gaps, exceptions, hours, changes } = column;
  const width = 100 / Math.max(1, lanes);
  const block = ({ from, to }: Stretch) => ({ y: em(from), height: em(to - from) });
  const lane = (schedule: number) => ({ x: `${schedule * width}%`, width: `${width}%` });
  return html`<svg class="week-column" width="100%" height=${em(longest)} aria-hidden="true" focusable="false">
    <rect class="day" width="100%" height=${em(length)} />
    ${hours.map(({ at }) => svg`<line class="hour" x1="0" x2="100%" y1=${em(at)} y2=${em(at)}/>`)}
    ${gaps.map((gap) => svg`<rect width="100%" y=${block(gap).y} height=${block(gap).height} fill="url(#week-gap)"/>`)}
    ${spans.map((span) => svg`<rect class="span series-${seriesOf(span.schedule)}" rx="3" x=${lane(span.schedule).x} width=${lane(span.schedule).width}
      y=${block(span).y} height=${block(span).height} fill="url(#week-series-${seriesOf(span.schedule)})"/>`)}
    ${exceptions.map((span) => svg`<rect class="exception-mark" x=${lane(span.schedule).x} width=${lane(span.schedule).width} y=${block(span).y} height=${block(span).height}/>`)}
    ${changes.map(({ at }) => svg`<line class="clock-change" x1="0" x2="100%" y1=${em(at)} y2=${em(at)}/>`)}
    ${changes.length === 0 ? nothing : hours.filter(({ at, hour, isRepeated }) => at >= changes[0].at && (hour % 3 === 0 || isRepeated)).map(({ at, hour }) => svg`<text
      x="50%" y=${em(at / textSize)} dy="0.35em" text-anchor="middle">${hourText(lang, hour)}</text>`)}
    ${now === undefined ? nothing : svg`<line class="now" x1="0" x2="100%" y1=${em(now)} y2=${em(now)}/>`}
  </svg>`;
}
