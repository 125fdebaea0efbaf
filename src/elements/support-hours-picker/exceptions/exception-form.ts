import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Issue, Result } from '../../../domain/issue.js';
import type { Exception, Schedule } from '../../../domain/support-hours.js';
import { icon } from '../../../internal/icon.js';
import { issueText, type Texts } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import { parseDayEntry } from '../day-entry.js';
import { datesText, intervalsText, overnightText } from '../format-hours.js';
import { hoursIssueText } from '../hours-issue-text.js';
import type { ExceptionDraft } from './exception-draft.js';
import { exceptionFormStyles } from './exception-form.styles.js';
import { exceptionMessages } from './exceptions.strings.js';
import { readExceptionDraft } from './read-exception.js';

export { exceptionFormStyles as styles };

export interface ExceptionFormView {
  /** Starts the ids of the parts. */
  id: string;
  draft: ExceptionDraft;
  schedule: Schedule;
  /** The exception that is being changed; none: a new one. */
  replaced: Exception | undefined;
  /** Why it was refused. */
  issue: Issue | undefined;
  texts: Texts;
}

export interface ExceptionFormActions {
  /** Only what was changed: several boxes may be filled in before the next rendering. */
  handleDraft(changes: Partial<ExceptionDraft>): void;
  handleRefusal(issue: Issue): void;
  handleSave(exception: Exception, announcement: string): void;
  handleCancel(): void;
}

/** The form in which an exception is written or changed. Its state is the editor's; what it says is not part of the value yet. */
export function renderExceptionForm(view: ExceptionFormView, actions: ExceptionFormActions): TemplateResult {
  const texts = textsWith(view.texts, exceptionMessages);
  const { id, draft, issue, replaced } = view;
  const partAtFault = issue?.path[0] ?? '';
  const box = (part: keyof ExceptionDraft, type: 'date' | 'text', placeholder = '') => html`<div class="field">
    <label class="label" for="${id}-exception-${part}">${texts.text(`exceptions.${part}`)}</label>
    <input id="${id}-exception-${part}" class="input" part="input" type=${type} autocomplete="off" .value=${live(draft[part])}
      placeholder=${placeholder} aria-invalid=${partAtFault === part} aria-describedby="${id}-exception-${part}-meaning ${id}-exception-error"
      @input=${(event: Event) => actions.handleDraft({ [part]: (event.target as HTMLInputElement).value })} />
    ${part === 'hours' ? html`<p id="${id}-exception-hours-meaning" class="help" aria-live="polite">${meaningOf(draft, texts)}</p>` : nothing}
  </div>`;
  const handleSave = (event: Event) => {
    const result = readForm(event, view, texts);
    if (result.ok) actions.handleSave(result.value, texts.text(replaced ? 'exceptions.changed' : 'exceptions.added'));
    else actions.handleRefusal(result.issues[0]);
  };
  const handleKeydown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) handleSave(event);
    else if (event.key === 'Escape') actions.handleCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="exception-form" role="group" aria-label=${texts.text(replaced ? 'exceptions.change' : 'exceptions.new')} @keydown=${handleKeydown}>
    ${box('from', 'date')} ${box('to', 'date')} ${box('hours', 'text', texts.text('day.closed'))}
    ${box('label', 'text', texts.text('exceptions.label.placeholder'))}
    <p id="${id}-exception-error" class="error" role="alert" ?hidden=${!issue}>
      ${issue ? html`${icon('alert')}<span>${refusalText(texts, issue)}</span>` : nothing}</p>
    <div class="exception-form-actions">
      ${issue?.code === 'hours.exception-order' ? html`<button type="button" class="button small"
        @click=${() => actions.handleDraft({ from: draft.to, to: draft.from })}>${texts.text('exceptions.swap')}</button>` : nothing}
      <button type="button" class="button small primary" @click=${handleSave}>${texts.text(replaced ? 'exceptions.save-change' : 'exceptions.save')}</button>
      <button type="button" class="button small" @click=${() => actions.handleCancel()}>${texts.text('cancel')}</button>
    </div>
  </div>`;
}

function readForm(event: Event, { draft, schedule, replaced }: ExceptionFormView, texts: Texts): Result<Exception> {
  // A date that is begun and not finished, or is none, is an empty value to the browser; it says so only here.
  const boxes = (event.currentTarget as Element).closest('.exception-form')?.querySelectorAll('input') ?? [];
  const incomplete = [...boxes].find(({ validity }) => validity.badInput);
  if (incomplete) return { ok: false, issues: [{ path: [incomplete.id.endsWith('to') ? 'to' : 'from'], code: 'hours.exception-date-incomplete' }] };
  return readExceptionDraft(draft, schedule, (text) => parseDayEntry(texts, text), replaced);
}

/** What the typed hours mean, where that is more than what they say. */
function meaningOf({ hours }: ExceptionDraft, texts: Texts): string {
  const read = parseDayEntry(texts, hours);
  if (hours.trim() === '' || !read.ok) return '';
  const meaning = [intervalsText(texts, read.value), overnightText(texts, read.value)].filter(Boolean).join(texts.text('list-separator'));
  return meaning.toLocaleLowerCase(texts.lang) === hours.trim().toLocaleLowerCase(texts.lang) ? '' : texts.text('exceptions.understood', { hours: meaning });
}

function refusalText(texts: Texts, issue: Issue): string {
  const { from, to, label } = issue.params ?? {};
  if (issue.code !== 'hours.exception-crosses' || typeof from !== 'string' || typeof to !== 'string') return hoursIssueText(texts, issue);
  const dates = datesText(texts.lang, { from, to });
  return issueText(texts, { ...issue, params: { dates: label ? texts.text('exceptions.named', { dates, name: label }) : dates } });
}
