import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { OperationController } from '../../../controllers/operation-controller.js';
import type { Issue } from '../../../domain/issue.js';
import type { Exception, Schedule } from '../../../domain/support-hours.js';
import { icon } from '../../../internal/icon.js';
import { issueText, type Texts } from '../../../internal/issue-text.js';
import { nextTask } from '../../../internal/next-task.js';
import { textsWith } from '../../../internal/texts-with.js';
import { dropTarget } from '../../../internal/widgets/drop-target.js';
import { datesText } from '../format-hours.js';
import { addExceptions } from '../schedule-edit.js';
import { exceptionList } from './exception-list.js';
import { compareHolidays, holidayKey, yearsAfter, type Holiday } from './holiday-choice.js';
import { holidaysOf, readHolidayFile, type HolidayFile } from './holiday-file.js';
import { holidayImportStyles } from './holiday-import.styles.js';
import { holidayMessages } from './holidays.strings.js';

export { holidayImportStyles as styles };

export interface HolidayImportView {
  /** Starts the ids of the parts. */
  id: string;
  schedule: Schedule;
  /** `YYYY-MM-DD` where the schedule is. */
  today: string;
  texts: Texts;
}

export interface HolidayImportHost {
  element: ReactiveElement;
  change(change: (schedule: Schedule) => Schedule, announcement: string): void;
  handleClose(): void;
}

/** More warnings than this are counted and not read. */
const warningsShown = 20;

/**
 * The import of holidays from a calendar file. Owns the file that was read, the dates it is read for, and which of its holidays
 * are chosen. Nothing of it is in the value before "Add" is pressed, which is one step to be undone.
 */
export class HolidayImport {
  #file: HolidayFile | undefined;
  #reading: string | undefined;
  #problem: string | undefined;
  #note = '';
  #found: readonly Exception[] = [];
  #warnings: readonly Issue[] = [];
  /** Keys of those that are not chosen. */
  readonly #left = new Set<string>();
  #from: string;
  #to: string;
  #compared: { found: readonly Exception[]; existing: readonly Exception[]; holidays: Holiday[] } | undefined;
  readonly #host: HolidayImportHost;
  readonly #work: OperationController;

  constructor(host: HolidayImportHost, today: string) {
    this.#host = host;
    this.#work = new OperationController(host.element);
    this.#from = today;
    this.#to = yearsAfter(today, 2);
  }

  dispose(): void {
    this.#work.cancel();
    this.#host.element.removeController(this.#work);
  }

  render(view: HolidayImportView): TemplateResult {
    const texts = textsWith(view.texts, holidayMessages);
    const { id } = view;
    const date = (part: 'from' | 'to', value: string) => html`<div class="field">
      <label class="label" for="${id}-holidays-${part}">${texts.text(`holidays.${part}`)}</label>
      <input id="${id}-holidays-${part}" class="input" part="input" type="date" .value=${value} @change=${(event: Event) => this.#handleDate(part, event, texts)} />
    </div>`;
    return html`<div class="holidays" role="group" aria-label=${texts.text('exceptions.import')} @keydown=${this.#handleKeydown}
      @dragover=${dropTarget.handleOver} @dragleave=${dropTarget.handleLeave} @drop=${dropTarget.handleDrop((files) => void this.#read(files, texts))}>
      <div class="holidays-file">
        <input type="file" accept=".ics,text/calendar" hidden @change=${(event: Event) => this.#handleFile(event, texts)} />
        <button id="${id}-holidays-file" type="button" class="button small" aria-describedby="${id}-holidays-help" @click=${chooseFile}>${texts.text('holidays.file')}</button>
        <span id="${id}-holidays-help" class="help">${texts.text('holidays.help')}</span>
      </div>
      <div class="holidays-window">${date('from', this.#from)} ${date('to', this.#to)}</div>
      <p class="holidays-status" role="status"><bdi>${this.#statusText(texts)}</bdi></p>
      <p class="error" role="alert" ?hidden=${!this.#problem}>${this.#problem ? html`${icon('alert')}<span><bdi>${this.#problem}</bdi></span>` : nothing}</p>
      ${this.#renderWarnings(texts)}
      ${this.#found.length > 0 ? this.#renderPreview(view, texts) : nothing}
      ${this.#renderActions(view, texts)}
    </div>`;
  }

  #statusText(texts: Texts): string {
    if (this.#reading !== undefined) return texts.text('holidays.reading', { file: this.#reading });
    if (!this.#file || this.#found.length === 0) return this.#note;
    return [texts.text('holidays.found', { file: this.#file.name, count: this.#found.length }), this.#note].filter(Boolean).join(' ');
  }

  #renderWarnings(texts: Texts): unknown {
    const said = [...new Set(this.#warnings.map((issue) => warningText(texts, issue)))];
    if (said.length === 0) return nothing;
    return html`<ul class="holidays-warnings">${said.slice(0, warningsShown).map((text) => html`<li class="help"><bdi>${text}</bdi></li>`)}
      ${said.length > warningsShown ? html`<li class="help">+${(said.length - warningsShown).toLocaleString(texts.lang)}</li>` : nothing}</ul>`;
  }

  #renderPreview(view: HolidayImportView, texts: Texts): TemplateResult {
    const holidays = this.#holidays(view.schedule);
    const takenBy = new Map(holidays.map(({ exception, takenBy: by }) => [exception, by]));
    const taken = holidays.filter((one) => one.takenBy).length;
    const choose = (key: 'all' | 'no-one') => html`<button type="button" class="button small quiet" @click=${() => this.#chooseAll(key === 'all')}>${texts.text(`holidays.${key}`)}</button>`;
    return html`<div class="holidays-choice">${choose('all')} ${choose('no-one')}</div>
      ${taken > 0 ? html`<p class="help">${texts.text('holidays.taken.count', { count: taken })}</p>` : nothing}
      ${exceptionList({
        exceptions: this.#found, today: view.today, labelledBy: `${view.id}-holidays-help`, texts,
        renderItem: ({ exception }) => this.#renderHoliday(exception, takenBy.get(exception), texts),
      })}`;
  }

  #renderHoliday(exception: Exception, takenBy: Exception | undefined, texts: Texts): TemplateResult {
    const key = holidayKey(exception);
    const handleChange = (event: Event) => {
      event.stopPropagation();
      if ((event.target as HTMLInputElement).checked) this.#left.delete(key);
      else this.#left.add(key);
      this.#host.element.requestUpdate();
    };
    return html`<label class="holiday">
      <input type="checkbox" .checked=${!takenBy && !this.#left.has(key)} ?disabled=${takenBy !== undefined} @change=${handleChange} />
      <span class="exception-text"><bdi class="exception-dates">${datesText(texts.lang, exception)}</bdi>
        <bdi class="muted">${exception.label ?? texts.text('holidays.unnamed')}</bdi>
        ${takenBy ? html`<span class="help">${texts.text('holidays.taken', { dates: datesText(texts.lang, takenBy) })}</span>` : nothing}</span>
    </label>`;
  }

  #renderActions({ schedule }: HolidayImportView, texts: Texts): TemplateResult {
    const chosen = this.#holidays(schedule).filter(({ exception, takenBy }) => !takenBy && !this.#left.has(holidayKey(exception))).map(({ exception }) => exception);
    const handleAdd = () => {
      if (chosen.length === 0) {
        this.#refuse(texts.text('holidays.nothing-chosen'));
        return;
      }
      this.#host.handleClose();
      this.#host.change((current) => addExceptions(current, chosen), texts.text('holidays.added', { count: chosen.length }));
    };
    return html`<div class="exception-form-actions">
      ${this.#found.length > 0 ? html`<button type="button" class="button small primary" @click=${handleAdd}>${texts.text('holidays.add', { count: chosen.length })}</button>` : nothing}
      <button type="button" class="button small" @click=${() => this.#host.handleClose()}>${texts.text('cancel')}</button>
    </div>`;
  }

  /** Compared once for the same lists: a file may have thousands. */
  #holidays({ exceptions }: Schedule): Holiday[] {
    if (this.#compared?.found !== this.#found || this.#compared.existing !== exceptions) {
      this.#compared = { found: this.#found, existing: exceptions, holidays: compareHolidays(this.#found, exceptions) };
    }
    return this.#compared.holidays;
  }

  #chooseAll(isChosen: boolean): void {
    this.#left.clear();
    if (!isChosen) this.#found.forEach((exception) => this.#left.add(holidayKey(exception)));
    this.#host.element.requestUpdate();
  }

  #handleFile(event: Event, texts: Texts): void {
    event.stopPropagation();
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen again once it was corrected.
    input.value = '';
    if (files.length > 0) void this.#read(files, texts);
  }

  #handleDate(part: 'from' | 'to', event: Event, texts: Texts): void {
    event.stopPropagation();
    const { value } = event.target as HTMLInputElement;
    if (part === 'from') this.#from = value;
    else this.#to = value;
    if (this.#file) this.#take(this.#file, texts);
  }

  async #read([file, ...others]: readonly File[], texts: Texts): Promise<void> {
    this.#forget();
    this.#reading = file.name;
    const outcome = await this.#work.run(async () => {
      // What is being read is shown before it is read: a long file takes a moment.
      await nextTask();
      return readHolidayFile(file);
    });
    if (outcome.status === 'superseded') return;
    this.#reading = undefined;
    this.#note = others.length > 0 ? texts.text('holidays.one-file') : '';
    if (outcome.status === 'failed') this.#refuse(texts.text('holidays.problem', { file: file.name, problem: texts.text('holidays.unreadable') }));
    else if (!outcome.value.ok) this.#refuse(texts.text('holidays.problem', { file: file.name, problem: issueText(texts, outcome.value.issues[0]) }));
    else this.#take(outcome.value.value, texts);
  }

  #take(file: HolidayFile, texts: Texts): void {
    this.#file = file;
    this.#found = [];
    this.#warnings = [];
    if (this.#from && this.#to && this.#from > this.#to) {
      this.#refuse(texts.text('holidays.order'));
      return;
    }
    const result = holidaysOf(file, { from: this.#from, to: this.#to });
    if (!result.ok) {
      this.#refuse(texts.text('holidays.problem', { file: file.name, problem: issueText(texts, result.issues[0]) }));
      return;
    }
    this.#warnings = result.warnings;
    this.#found = result.value;
    this.#refuse(result.value.length === 0 ? texts.text('holidays.none', { file: file.name }) : undefined);
  }

  #forget(): void {
    this.#file = undefined;
    this.#found = [];
    this.#warnings = [];
    this.#note = '';
    this.#left.clear();
    this.#refuse(undefined);
  }

  #refuse(problem: string | undefined): void {
    this.#problem = problem;
    this.#host.element.requestUpdate();
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.#host.handleClose();
  };
}

function warningText(texts: Texts, issue: Issue): string {
  const { date } = issue.params ?? {};
  const params = typeof date === 'string' ? { ...issue.params, date: datesText(texts.lang, { from: date, to: date }) } : issue.params;
  return issueText(texts, { ...issue, params });
}

function chooseFile(event: Event): void {
  (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.click();
}
