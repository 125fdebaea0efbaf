import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Issue } from '../../../domain/issue.js';
import type { Exception, Schedule } from '../../../domain/support-hours.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { LazyPart, renderPending } from '../../../internal/lazy-part.js';
import { dayEntryText } from '../day-entry.js';
import { datesText } from '../format-hours.js';
import { hoursIssueText } from '../hours-issue-text.js';
import { hoursParts } from '../hours-parts.js';
import { removeException, replaceException } from '../schedule-edit.js';
import { emptyExceptionDraft, type ExceptionDraft } from './exception-draft.js';
import type { ExceptionFormActions } from './exception-form.js';
import { exceptionList, renderException } from './exception-list.js';
import type { HolidayImport } from './holiday-import.js';
import { todayOf, type PlacedException } from './exception-order.js';

export interface ExceptionsView {
  /** Starts the ids of the parts. */
  id: string;
  schedule: Schedule;
  /** Paths start at the schedule. */
  issues: readonly Issue[];
  now: Date;
  texts: Texts;
}

export interface ExceptionsHost {
  element: ReactiveElement;
  change(change: (schedule: Schedule) => Schedule, announcement: string): void;
  focusAfterUpdate(...selectors: string[]): void;
}

/**
 * Dates on which other hours hold. Owns the one that is being written or changed; it becomes part of the value when it is
 * added. Does not own the exceptions: every change goes to the host, and is one step to be undone.
 */
export class ExceptionsEditor {
  #draft: ExceptionDraft | undefined;
  /** What the draft was before anybody wrote into it. */
  #untouched = emptyExceptionDraft;
  /** The exception that the draft is to take the place of. Values are never changed in place, so it is known by itself. */
  #replaced: Exception | undefined;
  #issue: Issue | undefined;
  #view: ExceptionsView | undefined;
  readonly #host: ExceptionsHost;
  readonly #form: LazyPart<Awaited<ReturnType<typeof hoursParts.exceptionForm>>>;
  readonly #importPart: LazyPart<Awaited<ReturnType<typeof hoursParts.holidays>>>;
  #isImporting = false;
  #import: HolidayImport | undefined;

  constructor(host: ExceptionsHost) {
    this.#host = host;
    this.#form = new LazyPart(host.element, hoursParts.exceptionForm);
    this.#importPart = new LazyPart(host.element, hoursParts.holidays);
  }

  /** Its schedule is gone. */
  dispose(): void {
    this.#import?.dispose();
  }

  /** An exception that was begun and not added. One that is as it was is nothing to lose. */
  get unresolved(): Issue[] {
    const draft = this.#draft;
    const isBegun = draft !== undefined && (Object.keys(draft) as (keyof ExceptionDraft)[]).some((part) => draft[part].trim() !== this.#untouched[part]);
    return isBegun ? [this.#issue ?? { path: ['exceptions'], code: 'hours.exception-not-added' }] : [];
  }

  render(view: ExceptionsView): TemplateResult {
    this.#view = view;
    const { id, schedule, issues, now, texts } = view;
    // What was to be changed may have been removed meanwhile: what was written is then a new one, and not lost.
    if (this.#replaced && !schedule.exceptions.includes(this.#replaced)) this.#replaced = undefined;
    const problems = new Set(issues.filter(({ path }) => path[0] === 'exceptions').map(({ path }) => path[1]));
    return html`<div class="exceptions" role="group" aria-labelledby="${id}-exceptions">
      <div class="exceptions-head">
        <div>
          <p id="${id}-exceptions" class="label">${texts.text('exceptions')}</p>
          <p class="help">${texts.text('exceptions.help')}</p>
        </div>
        <div class="exceptions-actions">
          <button id="${id}-exception-import" type="button" class="button small" ?hidden=${this.#isImporting}
            @click=${() => this.#openImport()}>${texts.text('exceptions.import')}</button>
          <button id="${id}-exception-add" type="button" class="button small" ?hidden=${this.#draft !== undefined}
            @click=${() => this.#open(emptyExceptionDraft)}>${icon('add')}${texts.text('exceptions.add')}</button>
        </div>
      </div>
      ${this.#isImporting ? this.#renderImport(view) : nothing}
      ${exceptionList({
        exceptions: schedule.exceptions, today: todayOf(schedule, now), labelledBy: `${id}-exceptions`, texts,
        hasProblem: (index) => problems.has(index), renderItem: (placed) => this.#renderItem(view, placed),
      })}
      ${this.#draft && !this.#replaced ? this.#renderForm(view, this.#draft) : nothing}
    </div>`;
  }

  #renderItem(view: ExceptionsView, { exception, index }: PlacedException): TemplateResult {
    if (this.#draft && this.#replaced === exception) return this.#renderForm(view, this.#draft);
    const { id, issues, texts } = view;
    const own = issues.filter(({ path }) => path[0] === 'exceptions' && path[1] === index);
    // A date that is none is both the first and the last day: it is said once.
    const errors = new Set(own.map((issue) => problemText(texts, issue)));
    const button = (key: 'remove' | 'edit', handleClick: () => void) => {
      const name = texts.text(`exceptions.${key}`, { dates: datesText(texts.lang, exception) });
      return html`<button id=${key === 'remove' ? `${id}-exception-${index}` : `${id}-exception-${index}-edit`} type="button" class="icon-button" aria-label=${name} title=${name}
        @click=${handleClick}>${icon(key === 'remove' ? 'close' : 'edit')}</button>`;
    };
    return html`<div class="exception-text">${renderException(texts, exception)}
        ${[...errors].map((text) => html`<span class="error">${icon('alert')}<span>${text}</span></span>`)}</div>
      <span class="exception-actions">
        ${this.#draft ? nothing : button('edit', () => this.#open(draftOf(texts, exception), exception))}
        ${button('remove', () => this.#remove(index))}
      </span>`;
  }

  #renderForm({ id, schedule, texts }: ExceptionsView, draft: ExceptionDraft): TemplateResult {
    const { code } = this.#form;
    return code ? code.renderExceptionForm({ id, draft, schedule, replaced: this.#replaced, issue: this.#issue, texts }, this.#actions)
      : renderPending(this.#form, texts);
  }

  #renderImport({ id, schedule, now, texts }: ExceptionsView): TemplateResult {
    const { code } = this.#importPart;
    if (!code) return renderPending(this.#importPart, texts);
    const today = todayOf(schedule, now);
    this.#import ??= new code.HolidayImport({
      element: this.#host.element,
      change: (change, announcement) => this.#host.change(change, announcement),
      handleClose: () => this.#closeImport(),
    }, today);
    return this.#import.render({ id, schedule, today, texts });
  }

  async #openImport(): Promise<void> {
    this.#isImporting = true;
    this.#host.element.requestUpdate();
    await this.#importPart.load();
    this.#host.focusAfterUpdate(`#${this.#view?.id}-holidays-file`);
  }

  #closeImport(): void {
    this.#import?.dispose();
    this.#import = undefined;
    this.#isImporting = false;
    this.#host.element.requestUpdate();
    this.#host.focusAfterUpdate(`#${this.#view?.id}-exception-import`);
  }

  readonly #actions: ExceptionFormActions = {
    handleDraft: (changes) => {
      this.#draft = { ...(this.#draft ?? emptyExceptionDraft), ...changes };
      this.#issue = undefined;
      this.#host.element.requestUpdate();
    },
    handleRefusal: (issue) => {
      this.#issue = issue;
      this.#host.element.requestUpdate();
      this.#host.focusAfterUpdate(`#${this.#view?.id}-exception-${issue.path[0]}`);
    },
    handleSave: (exception, announcement) => {
      const replaced = this.#replaced;
      this.#close();
      this.#host.change((current) => replaceException(current, replaced, exception), announcement);
    },
    handleCancel: () => this.#close(),
  };

  async #open(draft: ExceptionDraft, replaced?: Exception): Promise<void> {
    this.#draft = this.#untouched = draft;
    this.#replaced = replaced;
    this.#host.element.requestUpdate();
    await this.#form.load();
    this.#host.focusAfterUpdate(`#${this.#view?.id}-exception-from`);
  }

  #close(): void {
    const index = this.#replaced ? this.#view?.schedule.exceptions.indexOf(this.#replaced) : undefined;
    this.#draft = this.#replaced = this.#issue = undefined;
    this.#host.element.requestUpdate();
    const id = this.#view?.id;
    this.#host.focusAfterUpdate(...(index === undefined ? [] : [`#${id}-exception-${index}-edit`]), `#${id}-exception-add`);
  }

  #remove(index: number): void {
    const view = this.#view;
    if (!view) return;
    const { id, texts } = view;
    this.#host.change((schedule) => removeException(schedule, index), texts.text('exceptions.removed'));
    this.#host.focusAfterUpdate(`#${id}-exception-${index}`, `#${id}-exception-${index - 1}`, `#${id}-exception-add`);
  }
}

function draftOf(texts: Texts, { from, to, intervals, label }: Exception): ExceptionDraft {
  return { from, to: to === from ? '' : to, hours: intervals.length === 0 ? '' : dayEntryText(texts, intervals), label: label ?? '' };
}

/** 29 February is a date that people remember from another year: it is said which one has none. */
function problemText(texts: Texts, issue: Issue): string {
  const [, year] = /^(\d{4})-02-29$/.exec(String(issue.params?.text)) ?? [];
  return issue.code === 'hours.exception-date' && year ? texts.text('exceptions.no-leap-day', { year }) : hoursIssueText(texts, issue);
}
