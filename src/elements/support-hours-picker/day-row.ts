import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Issue } from '../../domain/issue.js';
import { weekdays, type Interval, type Weekday } from '../../domain/support-hours.js';
import { icon } from '../../internal/icon.js';
import type { Texts } from '../../internal/issue-text.js';
import { dayEntryText, parseDayEntry } from './day-entry.js';
import { dayName, intervalsText, overnightText } from './format-hours.js';
import { hoursIssueText } from './hours-issue-text.js';
import { fullDay, isFullDay, workdays } from './schedule-edit.js';

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
  /** In the order of the week. */
  week: readonly Weekday[];
  texts: Texts;
}

export interface DayRowActions {
  handleDraft(text: string): void;
  handleCommit(): void;
  handleRevert(): void;
  /** A button says what the day is; `open` leaves it to the editor when. */
  handleDay(hours: readonly Interval[] | 'open'): void;
  handleCopying(open: boolean): void;
  handleCopy(days: readonly Weekday[]): void;
}

/** One day of a week: a text box for its hours, buttons for the two answers that need no typing, and copying. */
export function renderDayRow(view: DayRowView, actions: DayRowActions): TemplateResult {
  const { id, day, intervals, draft, texts } = view;
  const name = dayName(texts.lang, day);
  const isClosed = intervals.length === 0;
  const isFull = isFullDay(intervals);
  const errors = errorTexts(view);
  const note = overnightText(texts, intervals);
  return html`<div class="day" part="day" role="group" aria-labelledby="${id}-name">
    <span id="${id}-name" class="day-name">${name}</span>
    <div class="day-entry">
      <input id="${id}-hours" class="input" part="input" type="text" data-entry ?data-typing=${draft !== undefined} ?data-closed=${isClosed && !draft}
        autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="done"
        aria-label=${texts.text('day.hours', { day: name })} aria-describedby="${id}-note ${id}-error ${view.helpId}"
        aria-invalid=${errors.length > 0} .value=${live(draft?.text ?? dayEntryText(texts, intervals))}
        @input=${(event: Event) => actions.handleDraft((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => handleBoxKey(event, draft, actions)}
        @click=${selectWords} @blur=${() => actions.handleCommit()} />
      <span class="day-preview" aria-hidden="true">${previewText(view)}</span>
    </div>
    <div class="day-actions">
      <button type="button" class="toggle" aria-pressed=${isClosed} @click=${() => actions.handleDay(isClosed ? 'open' : [])}>
        ${texts.text('day.closed')}</button>
      <button type="button" class="toggle" aria-pressed=${isFull} @click=${() => actions.handleDay(isFull ? 'open' : [fullDay])}>
        ${texts.text('day.24-hours')}</button>
      ${renderCopy(view, name, actions)}
    </div>
    <p id="${id}-note" class="day-note help" ?hidden=${!note}>${note}</p>
    <ul id="${id}-error" class="day-errors" ?hidden=${errors.length === 0}>
      ${errors.map((error) => html`<li class="error">${icon('alert')}<span>${error}</span></li>`)}
    </ul>
  </div>`;
}

function errorTexts({ draft, issues, texts }: DayRowView): string[] {
  // What was refused is being looked at; the day's earlier hours are not blamed at the same time.
  return draft?.issue ? [hoursIssueText(texts, draft.issue)] : draft ? [] : [...new Set(issues.map((issue) => hoursIssueText(texts, issue)))];
}

/** What the text means so far, where that is more than what it says. */
function previewText({ draft, texts }: DayRowView): string {
  if (!draft || draft.issue || draft.text.trim() === '') return '';
  const read = parseDayEntry(texts, draft.text);
  const meaning = read.ok ? intervalsText(texts, read.value) : '';
  return meaning.toLocaleLowerCase(texts.lang) === draft.text.trim().toLocaleLowerCase(texts.lang) ? '' : meaning;
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

function renderCopy({ id, day, copying, week, texts }: DayRowView, name: string, actions: DayRowActions): TemplateResult {
  const copy = (label: string, days: readonly Weekday[]) => html`<button type="button" class="button small quiet"
    @click=${() => actions.handleCopy(days)}>${label}</button>`;
  const others = week.filter((other) => other !== day);
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
      ${copying ? html`<p id="${id}-copy-title" class="copy-title">${texts.text('day.copy.to', { day: name })}</p>
        <div class="copy-days">
          ${copy(texts.text('day.copy.weekdays'), workdays)} ${copy(texts.text('day.copy.all'), weekdays)}
        </div>
        <div class="copy-days">${others.map((other) => copy(dayName(texts.lang, other), [other]))}</div>` : nothing}
    </div>
  </div>`;
}
