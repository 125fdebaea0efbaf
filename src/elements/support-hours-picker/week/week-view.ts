import { html, nothing, type TemplateResult } from 'lit';
import type { Schedule, SupportHours } from '../../../domain/support-hours.js';
import { isKnownTimeZone, isSameTimeZone } from '../../../domain/zoned-time.js';
import type { Texts } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import { weekOrder } from '../format-hours.js';
import { scheduleKeys } from '../schedule-edit.js';
import { scheduleName, type ScheduleHost } from '../schedule-editor.js';
import { cityOf, zoneLabel } from '../zone/zone-label.js';
import { PaintGrid } from './paint-grid.js';
import { renderAxis, renderColumn, renderPatterns, renderSwatch } from './week-drawing.js';
import { renderFacts } from './week-facts.js';
import { placeOf, weekOf, weekStart, type Week } from './week-model.js';
import { dayHead, momentInWeek, weekDatesText } from './week-text.js';
import { weekMessages } from './week.strings.js';

export { weekStyles as styles } from './week.styles.js';

export interface WeekViewInput {
  hours: SupportHours;
  isEditable: boolean;
  viewerZone: string;
  now: Date;
  texts: Texts;
}

/**
 * The week drawn to scale: what all schedules have open on real dates, in one time zone; or, while one is being changed, that
 * schedule's plain week. Owns which week, which zone, and which schedule. Does not own the hours.
 */
export class WeekView {
  readonly #host: ScheduleHost;
  readonly #grid: PaintGrid;
  /** How many weeks after this one. */
  #offset = 0;
  /** The viewer's where it is not set, or is no schedule's any more. */
  #zone: string | undefined;
  /** The key of the schedule that is being changed, which stays its own where others come and go. */
  #changing: string | undefined;

  constructor(host: ScheduleHost) {
    this.#host = host;
    this.#grid = new PaintGrid(host);
  }

  render(input: WeekViewInput): TemplateResult {
    const view = { ...input, texts: textsWith(input.texts, weekMessages) };
    const { texts, hours: { schedules } } = view;
    const index = this.#changing === undefined ? -1 : scheduleKeys(view.hours).indexOf(this.#changing);
    const changing = input.isEditable ? schedules[index] : undefined;
    return html`<section class="week" role="group" aria-label=${texts.text('week.show')}>
      ${renderPatterns()}
      ${changing ? this.#renderChanging(changing, index, texts) : this.#renderWeek(view)}
    </section>`;
  }

  #renderChanging(schedule: Schedule, index: number, texts: Texts): TemplateResult {
    const label = texts.text('week.usual', { name: scheduleName(texts, schedule, index), zone: zoneLabel(schedule.timeZone) });
    return html`<div class="week-bar">
        <p class="week-title">${label}</p>
        <button type="button" class="button small" @click=${() => this.#change(undefined, index)}>${texts.text('week.done')}</button>
      </div>
      <p id="week-paint-help" class="help">${texts.text('week.paint.help')}</p>
      ${this.#grid.render({ schedule, index, label, texts })}`;
  }

  #renderWeek({ hours, isEditable, viewerZone, now: given, texts }: WeekViewInput): TemplateResult | typeof nothing {
    const now = Number.isNaN(given.getTime()) ? new Date() : given;
    const zones = zonesOf(hours, viewerZone);
    const zone = zones.find((one) => one === this.#zone) ?? viewerZone;
    const start = weekStart(now, zone, weekOrder(texts.lang)[0], this.#offset);
    const week = start === null ? null : weekOf(hours, zone, start);
    if (!week) return nothing;
    const { schedules } = hours;
    const nameOf = (index: number) => scheduleName(texts, schedules[index], index);
    const title = texts.text('week.title', { dates: weekDatesText(texts.lang, week) });
    return html`${this.#renderBar(texts, title, zones, zone)}
      ${this.#renderLegend(hours, week, isEditable, nameOf, texts)}
      ${renderBoard(texts, week, title, schedules.length, now)}
      ${renderFacts({ week, schedules, nameOf, texts })}`;
  }

  #renderBar(texts: Texts, title: string, zones: readonly string[], zone: string): TemplateResult {
    const go = (offset: number) => () => {
      this.#offset = offset;
      this.#host.element.requestUpdate();
    };
    return html`<div class="week-bar">
      <p class="week-title" role="status">${title}</p>
      <div class="week-steps">
        <button type="button" class="button small" aria-label=${texts.text('week.previous')} title=${texts.text('week.previous')} @click=${go(this.#offset - 1)}><span class="week-arrow back"></span></button>
        <button type="button" class="button small" aria-disabled=${this.#offset === 0} @click=${go(0)}>${texts.text('week.this')}</button>
        <button type="button" class="button small" aria-label=${texts.text('week.next')} title=${texts.text('week.next')} @click=${go(this.#offset + 1)}><span class="week-arrow"></span></button>
      </div>
      <label class="week-zone"><span>${texts.text('week.zone')}</span>
        <select class="select" @change=${this.#handleZone}>${zones.map((one, index) => html`<option value=${one} ?selected=${one === zone}>${index === 0
          ? texts.text('week.zone.yours', { zone: cityOf(one) }) : cityOf(one)}</option>`)}</select></label>
    </div>`;
  }

  #renderLegend(hours: SupportHours, { notDrawn }: Week, isEditable: boolean, nameOf: (index: number) => string, texts: Texts): TemplateResult {
    return html`<ul class="week-legend" aria-label=${texts.text('week.legend')}>
      ${hours.schedules.map(({ timeZone }, index) => html`<li>
        ${notDrawn.includes(index) ? nothing : renderSwatch(index)}
        <span><bdi>${nameOf(index)}</bdi> <span class="muted">· ${cityOf(timeZone)}</span></span>
        ${isEditable ? html`<button id="week-change-${index}" type="button" class="button small quiet" aria-label=${texts.text('week.change.name', { name: nameOf(index) })}
          @click=${() => this.#change(scheduleKeys(hours)[index], index)}>${texts.text('week.change')}</button>` : nothing}
      </li>`)}
      <li>${renderSwatch('gap')}<span>${texts.text('week.legend.gap')}</span></li>
    </ul>`;
  }

  /** `undefined` goes back to all of them; `index` is the place of the one that is meant. */
  #change(key: string | undefined, index: number): void {
    this.#changing = key;
    this.#host.element.requestUpdate();
    this.#host.focusAfterUpdate(key === undefined ? `#week-change-${index}` : '.week-cell[tabindex="0"]');
  }

  readonly #handleZone = (event: Event): void => {
    this.#zone = (event.target as HTMLSelectElement).value;
    this.#host.element.requestUpdate();
  };
}

/** The viewer's, and those of the schedules that are others and known. */
function zonesOf({ schedules }: SupportHours, viewerZone: string): string[] {
  return schedules.reduce((zones, { timeZone }) => (
    isKnownTimeZone(timeZone) && !zones.some((zone) => isSameTimeZone(zone, timeZone)) ? [...zones, timeZone] : zones), [viewerZone]);
}

function renderBoard(texts: Texts, week: Week, title: string, lanes: number, now: Date): TemplateResult {
  const longest = Math.max(...week.days.map(({ length }) => length));
  const place = placeOf(week, now);
  return html`<div class="week-board" role="img" aria-label=${texts.text('week.drawing', { title })}>
      <span></span>
      ${week.days.map((day, index) => {
        const [name, number] = dayHead(texts.lang, day);
        return html`<div class="week-day" data-today=${index === place?.day} data-marked=${day.exceptions.length > 0 || day.changes.length > 0}>${name}<br />${number}</div>`;
      })}
      ${renderAxis(texts.lang, longest)}
      ${week.days.map((day, index) => renderColumn(texts.lang, day, { longest, lanes, now: index === place?.day ? place.at : undefined }))}
    </div>
    ${place ? html`<p class="help week-now">${texts.text('week.now', { when: momentInWeek(texts.lang, week, now) })}</p>` : nothing}`;
}
