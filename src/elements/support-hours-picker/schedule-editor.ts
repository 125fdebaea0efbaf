import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Issue } from '../../domain/issue.js';
import { weekdays, type Interval, type Schedule, type SupportHours, type Weekday } from '../../domain/support-hours.js';
import type { Vocabulary } from '../../domain/user.js';
import { isKnownTimeZone } from '../../domain/zoned-time.js';
import { icon } from '../../internal/icon.js';
import type { Texts } from '../../internal/issue-text.js';
import { LazyPart } from '../../internal/lazy-part.js';
import { renderChannels } from './channels-field.js';
import { parseDayEntry } from './day-entry.js';
import { renderDayRow, type DayDraft, type DayRowActions } from './day-row.js';
import { ExceptionsEditor } from './exceptions/exceptions-editor.js';
import { dayName, hoursText, weekOrder } from './format-hours.js';
import { hoursIssueText } from './hours-issue-text.js';
import { hoursParts } from './hours-parts.js';
import { openStatus } from './open-status.js';
import { applyPreset, copyDay, isClosedAllWeek, presets, setDay, usualHours, type Preset } from './schedule-edit.js';
import { renderStatus } from './status-line.js';
import type { ScheduleTools } from './tools/schedule-tools.js';
import { ZonePicker } from './zone/zone-picker.js';

export interface ScheduleView {
  schedule: Schedule;
  /** Where it is among the schedules; its ids derive from it. */
  index: number;
  count: number;
  /** Paths start at the schedule. */
  issues: readonly Issue[];
  channels: readonly Vocabulary[];
  viewerZone: string;
  now: Date;
  texts: Texts;
  /** Not there at first. */
  tools: ScheduleTools | undefined;
}

/** What the editor of one schedule needs of the element. */
export interface ScheduleHost {
  element: ReactiveElement;
  change(index: number, change: (schedule: Schedule) => Schedule, announcement?: string): void;
  changeHours(change: (hours: SupportHours) => SupportHours, announcement?: string): void;
  remove(index: number): void;
  announce(text: string): void;
  exchange(id: string): void;
  focusAfterUpdate(...selectors: string[]): void;
}

/** What a schedule is called where its name is empty. */
export function scheduleName(texts: Texts, { label }: Schedule, index: number): string {
  return label.trim() || texts.text('schedule.number', { number: index + 1 });
}

/**
 * The editor of one schedule. Owns what is not part of the value: texts being typed or refused, and what is open.
 * Does not own the schedule; every change goes to the host.
 */
export class ScheduleEditor {
  readonly #drafts = new Map<Weekday, DayDraft>();
  #copying: Weekday | undefined;
  #view: ScheduleView | undefined;
  readonly #host: ScheduleHost;
  readonly #zonePicker: ZonePicker;
  readonly #exceptions: ExceptionsEditor;
  readonly #repairs: LazyPart<Awaited<ReturnType<typeof hoursParts.repairs>>>;
  readonly #summary: LazyPart<Awaited<ReturnType<typeof hoursParts.summary>>>;

  constructor(host: ScheduleHost) {
    this.#host = host;
    this.#zonePicker = new ZonePicker(host.element, (timeZone) => {
      const text = this.#view?.texts.text('zone.chosen', { zone: timeZone });
      this.#change((schedule) => ({ ...schedule, timeZone }), text);
    });
    this.#repairs = new LazyPart(host.element, () => hoursParts.repairs());
    this.#summary = new LazyPart(host.element, () => hoursParts.summary());
    this.#exceptions = new ExceptionsEditor({
      element: host.element,
      change: (change, announcement) => this.#change(change, announcement),
      focusAfterUpdate: (...selectors) => host.focusAfterUpdate(...selectors),
    });
  }

  /** What was written and is no part of the value: texts that were refused, and an exception that was not added. */
  get unresolved(): Issue[] {
    const texts = [...this.#drafts.values()].flatMap(({ issue }) => (issue ? [issue] : []));
    return [...texts, ...this.#exceptions.unresolved];
  }

  /** Takes what is being typed, as leaving its box does. */
  commit(): void {
    for (const day of [...this.#drafts.keys()]) this.#commit(day);
  }

  clearDrafts(): void {
    this.#drafts.clear();
  }

  dispose(): void {
    this.#zonePicker.dispose();
    this.#exceptions.dispose();
  }

  render(view: ScheduleView): TemplateResult {
    this.#view = view;
    const { schedule, index, texts, now, issues, channels, tools } = view;
    const id = `schedule-${index}`;
    const name = scheduleName(texts, schedule, index);
    const isUnknown = schedule.timeZone.trim() !== '' && !isKnownTimeZone(schedule.timeZone);
    const general = issues.filter(({ path }) => path[0] !== 'weekly' && path[0] !== 'exceptions');
    return html`<section id=${id} class="schedule" part="schedule" role="group" aria-label=${name}>
      <div class="schedule-head">
        <div class="field">
          <label class="label" for="${id}-name">${texts.text('schedule.name')}</label>
          <input id="${id}-name" class="input" part="input" type="text" autocomplete="off" enterkeyhint="done" .value=${schedule.label}
            placeholder=${texts.text('schedule.name.placeholder')} @change=${this.#handleName} />
        </div>
        <div class="field">
          <span id="${id}-zone-label" class="label">${texts.text('zone')}</span>
          ${this.#zonePicker.render({
            id: `${id}-zone`, labelledBy: `${id}-zone-label`, describedBy: `${id}-zone-note`, timeZone: schedule.timeZone,
            viewerZone: view.viewerZone, invalid: issues.some(({ path }) => path[0] === 'timeZone'), now, texts,
          })}
        </div>
        <div class="schedule-actions">
          ${tools?.renderMenu({ ...view, name })}
          <button type="button" class="icon-button schedule-remove" aria-label=${texts.text('schedule.remove', { name })}
            title=${texts.text('schedule.remove', { name })} @click=${() => this.#host.remove(index)}>${icon('trash')}</button>
        </div>
      </div>
      <p id="${id}-zone-note" class="notice warning" ?hidden=${!isUnknown}>
        <span>${isUnknown ? texts.text('zone.unknown', { zone: schedule.timeZone }) : nothing}</span></p>
      ${general.map((issue) => html`<p class="error">${icon('alert')}<span>${hoursIssueText(texts, issue)}</span></p>`)}
      ${renderChannels(texts, schedule, channels, (changed) => this.#change(() => changed))}
      ${tools?.renderTags({ ...view, name })}
      <div class="schedule-week">
        ${this.#renderWeekHead(view)}
        <p id="${id}-help" class="help">${texts.text('entry.help')}</p>
        ${weekOrder(texts.lang).map((day) => this.#renderDay(view, id, day))}
        ${this.#renderSummary(view)}
      </div>
      ${this.#exceptions.render({ id, schedule, issues, now, texts })}
    </section>`;
  }

  #renderWeekHead({ schedule, issues, texts, now }: ScheduleView): TemplateResult {
    const status = isClosedAllWeek(schedule) && schedule.exceptions.length === 0
      ? html`<p class="muted">${texts.text('schedule.closed-all-week')}</p>`
      : issues.length > 0 ? nothing : renderStatus(openStatus(texts, schedule, now));
    return html`<div class="week-head">
      <div class="week-status">${status}</div>
      <div class="presets" role="group" aria-label=${texts.text('presets')}>${presets.map((preset) => html`<button type="button"
        class="button small" @click=${() => this.#handlePreset(preset)}>${texts.text(`preset.${preset}`)}</button>`)}</div>
    </div>`;
  }

  /** Once more in words, where there is something to say that holds. */
  #renderSummary({ schedule, issues, texts }: ScheduleView): TemplateResult | typeof nothing {
    if (isClosedAllWeek(schedule) || issues.length > 0) return nothing;
    return this.#summary.code?.renderSummary(texts, schedule) ?? html`<p class="help">&nbsp;</p>`;
  }

  #renderDay({ schedule, issues, texts, tools }: ScheduleView, id: string, day: Weekday): TemplateResult {
    const rowId = `${id}-${day}`;
    const change = (intervals: readonly Interval[]) => this.#setDay(day, intervals);
    const actions: DayRowActions = {
      handleDraft: (text) => {
        this.#drafts.set(day, { text });
        this.#host.element.requestUpdate();
      },
      handleCommit: () => this.#commit(day),
      handleRevert: () => {
        this.#drafts.delete(day);
        this.#host.element.requestUpdate();
      },
      handleDay: (hours) => change(hours === 'open' ? usualHours(schedule, day) : hours),
      handleCopying: (open) => this.#showCopying(open ? day : undefined, rowId),
      renderCopyPanel: (titleId) => tools?.renderCopyPanel(texts, day, weekOrder(texts.lang), titleId, (days) => this.#handleCopy(day, days, rowId)),
      renderRepairs: (issue) => this.#repairs.code?.renderRepairs(texts, schedule.weekly, issue, (weekly, announcement) => {
        this.#drafts.delete(day);
        this.#change((one) => ({ ...one, weekly }), announcement);
        this.#host.focusAfterUpdate(`#${rowId}-hours`);
      }),
    };
    return renderDayRow({
      id: rowId, day, intervals: schedule.weekly[day], draft: this.#drafts.get(day), helpId: `${id}-help`, copying: this.#copying === day,
      issues: issues.filter(({ path }) => path[0] === 'weekly' && path[1] === day), texts,
    }, actions);
  }

  #setDay(day: Weekday, intervals: readonly Interval[]): void {
    this.#drafts.delete(day);
    this.#change((one) => setDay(one, day, intervals), this.#dayText(day, intervals));
  }

  #commit(day: Weekday): void {
    const draft = this.#drafts.get(day);
    const texts = this.#view?.texts;
    if (!draft || draft.issue || !texts) return;
    const read = parseDayEntry(texts, draft.text);
    if (read.ok) {
      this.#setDay(day, read.value);
      return;
    }
    const issue = read.issues[0];
    this.#drafts.set(day, { ...draft, issue: { ...issue, path: ['weekly', day] } });
    this.#host.announce(texts.text('day.understood', { day: dayName(texts.lang, day), hours: hoursIssueText(texts, issue) }));
  }

  #dayText(day: Weekday, intervals: readonly Interval[]): string {
    const texts = this.#view?.texts;
    if (!texts) return '';
    return texts.text('day.understood', { day: dayName(texts.lang, day), hours: hoursText(texts, intervals) });
  }

  #change(change: (schedule: Schedule) => Schedule, announcement?: string): void {
    if (this.#view) this.#host.change(this.#view.index, change, announcement);
  }

  readonly #handleName = (event: Event): void => {
    const label = (event.target as HTMLInputElement).value.trim();
    this.#change((schedule) => ({ ...schedule, label }));
  };

  #handlePreset(preset: Preset): void {
    this.#drafts.clear();
    const texts = this.#view?.texts;
    this.#change((schedule) => applyPreset(schedule, preset), texts?.text('preset.applied', { preset: texts.text(`preset.${preset}`) }));
  }

  #showCopying(day: Weekday | undefined, rowId: string): void {
    this.#copying = day;
    this.#host.element.requestUpdate();
    this.#host.focusAfterUpdate(day ? `#${rowId}-copy-panel button` : `#${rowId}-copy`);
  }

  #handleCopy(day: Weekday, days: readonly Weekday[], rowId: string): void {
    const texts = this.#view?.texts;
    if (!texts) return;
    const targets = days.filter((target) => target !== day);
    targets.forEach((target) => this.#drafts.delete(target));
    const names = targets.length === weekdays.length - 1 ? texts.text('day.copy.all')
      : targets.map((target) => dayName(texts.lang, target)).join(texts.text('list-separator'));
    this.#change((schedule) => copyDay(schedule, day, targets), texts.text('day.copied', { day: dayName(texts.lang, day), days: names }));
    this.#showCopying(undefined, rowId);
  }
}
