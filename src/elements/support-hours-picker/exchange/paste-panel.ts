import { html, nothing, type TemplateResult } from 'lit';
import { describe } from '../../../domain/describe/describe.js';
import type { Result } from '../../../domain/issue.js';
import type { Schedule, SupportHours } from '../../../domain/support-hours.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import { hoursConversionMessages } from '../hours-conversion.strings.js';
import { hoursProblemText } from '../hours-issue-text.js';
import { addSchedule, changeSchedule } from '../schedule-edit.js';
import { scheduleName } from '../schedule-editor.js';
import { createScheduleId } from '../schedule-id.js';
import { viewerTimeZone, zoneLabel } from '../zone/zone-label.js';
import { exchangeMessages } from './exchange.strings.js';
import { readWeek, replaceWeek } from './read-week.js';

export interface ExchangeHost {
  changeHours(change: (hours: SupportHours) => SupportHours, announcement: string): void;
  requestUpdate(): void;
  focusAfterUpdate(...selectors: string[]): void;
  /** The panel is done with. */
  close(): void;
}

/**
 * Takes hours from a text that somebody pastes. Says what it understands before anything is changed, or why it takes nothing;
 * the text stays until the panel is closed. Owns the text. Does not own the hours.
 */
export class PastePanel {
  readonly firstControl = '#exchange-text';
  #text = '';
  readonly #host: ExchangeHost;

  constructor(host: ExchangeHost) {
    this.#host = host;
  }

  render(given: Texts, hours: SupportHours): TemplateResult {
    const texts = textsWith(textsWith(given, exchangeMessages), hoursConversionMessages);
    const read = this.#text.trim() === '' ? undefined : readWeek(this.#text, viewerTimeZone());
    return html`<div class="exchange" role="group" aria-labelledby="exchange-title" @keydown=${this.#handleKeydown}>
      <p id="exchange-title" class="exchange-title">${texts.text('paste.title')}</p>
      <div class="field">
        <label class="label" for="exchange-text">${texts.text('paste.text')}</label>
        <textarea id="exchange-text" class="input" part="input" rows="3" spellcheck="false" autocapitalize="off" .value=${this.#text}
          aria-invalid=${read?.ok === false} aria-describedby="exchange-help exchange-outcome" @input=${this.#handleInput}></textarea>
        <p id="exchange-help" class="help">${texts.text('paste.help')}</p>
      </div>
      <div id="exchange-outcome" class="exchange-outcome" role="status">${read ? this.#renderOutcome(texts, read) : nothing}</div>
      <div class="exchange-actions">
        ${read?.ok ? this.#renderChoices(texts, hours, read.value) : nothing}
        <button type="button" class="button" @click=${() => this.#host.close()}>${texts.text('cancel')}</button>
      </div>
    </div>`;
  }

  #renderOutcome(texts: Texts, read: Result<Schedule>): TemplateResult {
    if (!read.ok) return html`${read.issues.map((issue) => html`<p class="error">${icon('alert')}<span>${hoursProblemText(texts, issue)}</span></p>`)}`;
    return html`<p><span class="muted">${texts.text('paste.understood')}</span> ${describe(read.value, texts.lang, { exceptions: true, timeZone: false })}</p>
      ${read.warnings.length > 0 ? html`<ul class="notice warning">${read.warnings.map((issue) => html`<li>${hoursProblemText(texts, issue)}</li>`)}</ul>` : nothing}
      <p class="help">${texts.text('paste.zone', { zone: zoneLabel(viewerTimeZone()) })}</p>`;
  }

  #renderChoices(texts: Texts, hours: SupportHours, read: Schedule): TemplateResult {
    return html`${hours.schedules.map((schedule, index) => {
      const name = scheduleName(texts, schedule, index);
      const handleReplace = () => this.#take((now) => changeSchedule(now, index, (one) => replaceWeek(one, read)), texts.text('paste.replaced', { name }), index);
      return html`<button type="button" class="button" @click=${handleReplace}>${texts.text('paste.replace', { name })}</button>`;
    })}
    <button type="button" class="button primary" @click=${() => this.#add(texts, hours, read)}>${texts.text('paste.add')}</button>`;
  }

  #add(texts: Texts, { schedules }: SupportHours, read: Schedule): void {
    const schedule = { ...read, id: createScheduleId() };
    const name = scheduleName(texts, schedule, schedules.length);
    this.#take((hours) => addSchedule(hours, schedule), texts.text('schedule.added', { name }), schedules.length);
  }

  #take(change: (hours: SupportHours) => SupportHours, announcement: string, index: number): void {
    this.#host.close();
    this.#host.changeHours(change, announcement);
    this.#host.focusAfterUpdate(`#schedule-${index}-name`);
  }

  readonly #handleInput = (event: Event): void => {
    this.#text = (event.target as HTMLTextAreaElement).value;
    this.#host.requestUpdate();
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    // Escape loses no text.
    if (event.key !== 'Escape' || event.isComposing || this.#text.trim() !== '') return;
    event.preventDefault();
    event.stopPropagation();
    this.#host.close();
  };
}
