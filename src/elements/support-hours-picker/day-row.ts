import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fullDay, isFullDay } from '../../domain/full-day.js';
import type { Issue } from '../../domain/issue.js';
import type { Interval, Weekday } from '../../domain/support-hours.js';
import { icon } from '../../internal/icon.js';
import type { Texts } from '../../internal/issue-text.js';
import { dayEntryText, parseDayEntry } from './day-entry.js';
import { dayName, hoursText, intervalText, overnightText } from './format-hours.js';
import { hoursIssueText } from './hours-issue-text.js';

/** What somebody is typing into a day's box, or has typed and was refused. */
export interface DayDraft {
  text: string;
  issue?: Issue;
}

export interface DayRowView {
  /** Starts the ids of the row's parts. */
  id: string;
  day: Weekday;
  intervals: readonly Interval[];
  draft: DayDraft | undefined;
  issues: readonly Issue[];
  /** The id of what explains the box. */
  helpId: string;
  /** Whether the choice of days to copy to is open. */
  copying: boolean;
  texts: Texts;
}

export interface DayRowActions {
  handleDraft(text: string): void;
  handleCommit(): void;
  handleRevert(): void;
  /** A button says what the day is; `open` leaves it to the editor when. */
  handleDay(hours: readonly Interval[] | 'open'): void;
  handleCopying(open: boolean): void;
  /** The days that it can be copied to. */
  renderCopyPanel(titleId: string): TemplateResult | undefined;
  /** What can be done about an issue of the row, where there is something. */
  renderRepairs(issue: Issue): TemplateResult | typeof nothing | undefined;
}

/** One day of a week: a text box for its hours, buttons for the two answers that need no typing, and copying. */
export function renderDayRow(view: DayRowView, actions: DayRowActions): TemplateResult {
  const { id, day, intervals, draft, texts } = view;
  const name = dayName(texts.lang, day);
  const isClosed = intervals.length === 0;
  const isFull = isFullDay(intervals);
  const errors = errorsOf(view);
  const note = overnightText(texts, intervals);
  return html`<div class="day" part="day" role="group" aria-labelledby="${id}-name">
    <span id="${id}-name" class="day-name">${name}</span>
    <div class="day-entry">
      <input id="${id}-hours" class="input" part="input" type="text" data-entry ?data-typing=${draft !== undefined} ?data-closed=${isClosed && !draft}
        autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="done"
        aria-label=${texts.text('day.hours', { day: name })} aria-describedby="${id}-${draft ? 'preview' : 'note'} ${errors.map((_, index) => `${id}-error-${index}`).join(' ')} ${view.helpId}"
        aria-invalid=${errors.length > 0} .value=${live(draft?.text ?? dayEntryText(texts, intervals))}
        @input=${(event: Event) => actions.handleDraft((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => handleBoxKey(event, draft, actions)}
        @click=${selectWords} @blur=${() => actions.handleCommit()} />
      <p id="${id}-preview" class="day-preview">${previewText(view)}</p>
    </div>
    <div class="day-actions">
      <button type="button" class="toggle" aria-pressed=${isClosed} @click=${() => actions.handleDay(isClosed ? 'open' : [])}>
        ${texts.text('day.closed')}</button>
      <button type="button" class="toggle" aria-pressed=${isFull} @click=${() => actions.handleDay(isFull ? 'open' : [fullDay])}>
        ${texts.text('day.24-hours')}</button>
      ${renderCopy(view, name, actions)}
    </div>
    <p id="${id}-note" class="day-note help" ?data-stale=${draft !== undefined} ?hidden=${!note}>${note}</p>
    <ul class="day-errors" ?hidden=${errors.length === 0}>
      ${errors.map(([text, issue], index) => html`<li><p id="${id}-error-${index}" class="error">${icon('alert')}<span>${text}</span></p>${actions.renderRepairs(issue)}</li>`)}
    </ul>
  </div>`;
}

/** The problems in words, each once. */
function errorsOf({ draft, issues, intervals, texts }: DayRowView): [text: string, issue: Issue][] {
  // What was refused is being looked at; the day's earlier hours are not blamed at the same time.
  if (draft) return draft.issue ? [[hoursIssueText(texts, draft.issue), draft.issue]] : [];
  return [...new Map(issues.map((issue) => [problemText(texts, intervals, issue), issue]))];
}

/** Where a row has several intervals, which of them it is about. */
function problemText(texts: Texts, intervals: readonly Interval[], issue: Issue): string {
  const text = hoursIssueText(texts, issue);
  const interval = intervals.length > 1 && issue.code !== 'hours.empty-interval' && typeof issue.path[2] === 'number' ? intervals[issue.path[2]] : undefined;
  return interval ? texts.text('interval.problem', { interval: intervalText(texts, interval), problem: text }) : text;
}

/** What the text means so far. */
function previewText({ draft, texts }: DayRowView): string {
  if (!draft || draft.issue || draft.text.trim() === '') return '';
  const read = parseDayEntry(texts, draft.text);
  return read.ok ? hoursText(texts, read.value) : '';
}

function handleBoxKey(event: KeyboardEvent, draft: DayDraft | undefined, actions: DayRowActions): void {
  if (event.isComposing) return;
  if (event.key === 'Enter') actions.handleCommit();
  else if (event.key === 'Escape' && draft) actions.handleRevert();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** A word such as "Closed" is typed over, not edited. */
function selectWords(event: Event): void {
  const box = event.target as HTMLInputElement;
  if (!/\d.*\d/.test(box.value)) box.select();
}

function renderCopy({ id, copying, texts }: DayRowView, name: string, actions: DayRowActions): TemplateResult {
  const handleKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !copying) return;
    event.preventDefault();
    event.stopPropagation();
    actions.handleCopying(false);
  };
  const handleFocusOut = (event: FocusEvent) => {
    const inside = event.currentTarget as HTMLElement;
    if (copying && !(event.relatedTarget instanceof Node && inside.contains(event.relatedTarget))) actions.handleCopying(false);
  };
  return html`<div class="copy" @keydown=${handleKeydown} @focusout=${handleFocusOut}>
    <button id="${id}-copy" type="button" class="icon-button" aria-expanded=${copying} aria-controls="${id}-copy-panel"
      aria-label=${texts.text('day.copy', { day: name })} title=${texts.text('day.copy', { day: name })}
      @click=${() => actions.handleCopying(!copying)}>${icon('copy')}</button>
    <div id="${id}-copy-panel" class="copy-panel" part="popup" role="group" tabindex="-1" aria-labelledby="${id}-copy-title" ?hidden=${!copying}>
      ${copying ? actions.renderCopyPanel(`${id}-copy-title`) : nothing}
    </div>
  </div>`;
}
