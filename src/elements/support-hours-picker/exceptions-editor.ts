import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Issue } from '../../domain/issue.js';
import type { Exception, Schedule } from '../../domain/support-hours.js';
import { icon } from '../../internal/icon.js';
import type { Texts } from '../../internal/issue-text.js';
import { parseDayEntry } from './day-entry.js';
import { emptyExceptionDraft, readExceptionDraft, type ExceptionDraft } from './exception-draft.js';
import { datesText, intervalsText, overnightText } from './format-hours.js';
import { hoursIssueText } from './hours-issue-text.js';
import { addException, removeException } from './schedule-edit.js';

export interface ExceptionsView {
  /** Starts the ids of the parts. */
  id: string;
  schedule: Schedule;
  /** Paths start at the schedule. */
  issues: readonly Issue[];
  texts: Texts;
}

export interface ExceptionsHost {
  change(change: (schedule: Schedule) => Schedule, announcement: string): void;
  focusAfterUpdate(...selectors: string[]): void;
  requestUpdate(): void;
}

/** An exception in a line: when, what, and why. */
export function renderException(texts: Texts, { from, to, intervals, label }: Exception): TemplateResult {
  const hours = [intervalsText(texts, intervals), overnightText(texts, intervals)].filter(Boolean).join(texts.text('list-separator'));
  return html`<span class="exception-dates">${datesText(texts.lang, { from, to })}</span>
    <span class="exception-hours">${hours}</span>${label ? html` <bdi class="muted">${label}</bdi>` : nothing}`;
}

/** Dates on which other hours hold. Owns the one that is being written; it becomes part of the value when it is added. */
export class ExceptionsEditor {
  #draft: ExceptionDraft | undefined;
  #issue: Issue | undefined;
  #view: ExceptionsView | undefined;
  readonly #host: ExceptionsHost;

  constructor(host: ExceptionsHost) {
    this.#host = host;
  }

  /** An exception that was begun and not added. An empty one is nothing to lose. */
  get unresolved(): Issue[] {
    const isBegun = this.#draft !== undefined && Object.values(this.#draft).some((text: string) => text.trim() !== '');
    return isBegun ? [this.#issue ?? { path: ['exceptions'], code: 'hours.exception-not-added' }] : [];
  }

  render(view: ExceptionsView): TemplateResult {
    this.#view = view;
    const { id, schedule, texts } = view;
    return html`<div class="exceptions" role="group" aria-labelledby="${id}-exceptions">
      <div class="exceptions-head">
        <div>
          <p id="${id}-exceptions" class="label">${texts.text('exceptions')}</p>
          <p class="help">${texts.text('exceptions.help')}</p>
        </div>
        <button id="${id}-exception-add" type="button" class="button small" ?hidden=${this.#draft !== undefined}
          @click=${() => this.#open()}>${icon('add')}${texts.text('exceptions.add')}</button>
      </div>
      ${schedule.exceptions.length > 0 ? html`<ul class="exception-list" aria-labelledby="${id}-exceptions">
        ${schedule.exceptions.map((exception, index) => this.#renderItem(view, exception, index))}
      </ul>` : nothing}
      ${this.#draft ? this.#renderForm(view, this.#draft) : nothing}
    </div>`;
  }

  #renderItem({ id, issues, texts }: ExceptionsView, exception: Exception, index: number): TemplateResult {
    const own = issues.filter(({ path }) => path[0] === 'exceptions' && path[1] === index);
    // A date that is none is both the first and the last day: it is said once.
    const errors = new Set(own.map((issue) => hoursIssueText(texts, issue)));
    const name = texts.text('exceptions.remove', { dates: datesText(texts.lang, exception) });
    return html`<li class="exception" part="exception">
      <div class="exception-text">${renderException(texts, exception)}
        ${[...errors].map((text) => html`<span class="error">${icon('alert')}<span>${text}</span></span>`)}</div>
      <button id="${id}-exception-${index}" type="button" class="icon-button" aria-label=${name} title=${name}
        @click=${() => this.#remove(index)}>${icon('close')}</button>
    </li>`;
  }

  #renderForm({ id, texts }: ExceptionsView, draft: ExceptionDraft): TemplateResult {
    const partAtFault = this.#issue?.path[0] ?? '';
    const box = (part: keyof ExceptionDraft, type: 'date' | 'text', placeholder = '') => html`<div class="field">
      <label class="label" for="${id}-exception-${part}">${texts.text(`exceptions.${part}`)}</label>
      <input id="${id}-exception-${part}" class="input" part="input" type=${type} autocomplete="off" .value=${live(draft[part])}
        placeholder=${placeholder || nothing} aria-invalid=${partAtFault === part} aria-describedby="${id}-exception-error"
        @input=${(event: Event) => this.#write(part, (event.target as HTMLInputElement).value)} />
    </div>`;
    return html`<div class="exception-form" role="group" aria-label=${texts.text('exceptions.new')} @keydown=${this.#handleKeydown}>
      ${box('from', 'date')} ${box('to', 'date')} ${box('hours', 'text', texts.text('day.closed'))}
      ${box('label', 'text', texts.text('exceptions.label.placeholder'))}
      <p id="${id}-exception-error" class="error" role="alert" ?hidden=${!this.#issue}>
        ${this.#issue ? html`${icon('alert')}<span>${hoursIssueText(texts, this.#issue)}</span>` : nothing}</p>
      <div class="exception-form-actions">
        <button type="button" class="button small primary" @click=${this.#save}>${texts.text('exceptions.save')}</button>
        <button type="button" class="button small" @click=${this.#close}>${texts.text('cancel')}</button>
      </div>
    </div>`;
  }

  #write(part: keyof ExceptionDraft, text: string): void {
    this.#draft = { ...(this.#draft ?? emptyExceptionDraft), [part]: text };
    this.#host.requestUpdate();
  }

  #open(): void {
    this.#draft = emptyExceptionDraft;
    this.#host.requestUpdate();
    this.#host.focusAfterUpdate(`#${this.#view?.id}-exception-from`);
  }

  readonly #close = (): void => {
    this.#draft = undefined;
    this.#issue = undefined;
    this.#host.requestUpdate();
    this.#host.focusAfterUpdate(`#${this.#view?.id}-exception-add`);
  };

  readonly #save = (): void => {
    const view = this.#view;
    if (!view || !this.#draft) return;
    const { texts, schedule, id } = view;
    const read = readExceptionDraft(this.#draft, schedule, (text) => parseDayEntry(texts, text));
    if (!read.ok) {
      this.#issue = read.issues[0];
      this.#host.requestUpdate();
      this.#host.focusAfterUpdate(`#${id}-exception-${this.#issue.path[0]}`);
      return;
    }
    this.#close();
    this.#host.change((current) => addException(current, read.value), texts.text('exceptions.added'));
  };

  #remove(index: number): void {
    const view = this.#view;
    if (!view) return;
    const { id, texts } = view;
    this.#host.change((schedule) => removeException(schedule, index), texts.text('exceptions.removed'));
    this.#host.focusAfterUpdate(`#${id}-exception-${index}`, `#${id}-exception-${index - 1}`, `#${id}-exception-add`);
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const inBox = event.target instanceof HTMLInputElement;
    if (event.key === 'Enter' && inBox) this.#save();
    else if (event.key === 'Escape') this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
