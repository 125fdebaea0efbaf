import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isEqualJson } from '../../domain/equal.js';
import type { Issue } from '../../domain/issue.js';
import type { SupportHours } from '../../domain/support-hours.js';
import type { Vocabulary } from '../../domain/user.js';
import { validateSupportHours } from '../../domain/validate-support-hours.js';
import { announce, renderAnnouncement, silence, type Announcement } from '../../internal/announcement.js';
import { baseStyles } from '../../internal/base.styles.js';
import { FormAssociatedElement, type FormReport } from '../../internal/form-associated-element.js';
import { LazyPart, renderPending } from '../../internal/lazy-part.js';
import { functionKind, keeps, textKind, vocabularyKind } from '../../internal/property-kinds.js';
import { warnOnce } from '../../internal/warn.js';
import { comboboxStyles } from '../../internal/widgets/combobox.styles.js';
import { canRedo, canUndo, recordEdit, redoEdit, startHistory, undoEdit, type EditHistory } from './edit-history.js';
import { ExchangeSlot, type ExchangeSlotHost } from './exchange-slot.js';
import { hoursIssueText, hoursProblemText } from './hours-issue-text.js';
import { hoursParts } from './hours-parts.js';
import { issueTargets } from './issue-target.js';
import { minuteTimer } from './minute-timer.js';
import { renderRemoved, renderStart, renderToolbar, renderUnreadable, type FrameActions } from './picker-frame.js';
import { addSchedule, changeSchedule, createSchedule, removeSchedule, scheduleKeys, type Preset } from './schedule-edit.js';
import { ScheduleEditor, scheduleName, type ScheduleHost } from './schedule-editor.js';
import { createScheduleId } from './schedule-id.js';
import { scheduleRowsStyles } from './schedule-rows.styles.js';
import { formText, noHours, readStoredHours, type StoredHours } from './stored-hours.js';
import type { SupportHoursPickerEventMap } from './support-hours-picker.events.js';
import { supportHoursPickerMessages } from './support-hours-picker.strings.js';
import { supportHoursPickerStyles } from './support-hours-picker.styles.js';
import type { ScheduleTools } from './tools/schedule-tools.js';
import { WeekToggle } from './week/week-toggle.js';
import { viewerTimeZone } from './zone/zone-label.js';

/**
 * An editor of support hours: several schedules, each in a time zone of its own, with hours for every day of the week and
 * exceptions for single dates. A field of the form around it, with its value as JSON; it needs no account and no adapter.
 *
 * @tag support-hours-picker
 * @fires {Event} input - The value was changed by the person's hand.
 * @fires {Event} change - The value was changed by the person's hand, and the change is finished.
 * @csspart base - The outermost wrapper.
 * @csspart schedule - One schedule.
 * @csspart day - The row of one day.
 * @csspart input - A text box.
 * @csspart popup - A list or panel that opens over the rest.
 * @csspart status - The line that says whether it is open now.
 * @csspart exception - One exception in its list.
 * @cssprop [--support-hours-picker-gap=1rem] - Space between schedules.
 * @cssprop [--support-hours-picker-schedule-surface=--portero-surface-raised] - Background of a schedule.
 * @cssprop [--support-hours-picker-day-width=7.5rem] - Width of the column of days.
 * @cssstate invalid - The value would not be accepted.
 * @cssstate disabled - It takes no input and has no part in the form.
 * @cssstate readonly - It is shown and cannot be changed.
 */
export class SupportHoursPicker extends FormAssociatedElement {
  static override styles: CSSResultGroup = [baseStyles, comboboxStyles, supportHoursPickerStyles, scheduleRowsStyles];

  /** What the hours are called; names the group. Without it a `<label>` for the element does. */
  @keeps(textKind) @property() label = '';
  /** The host's own support channels, to be chosen from. */
  @keeps(vocabularyKind) @property({ attribute: false }) channels: readonly Vocabulary[] = [];
  /** Says what time it is. */
  @keeps(functionKind) @property({ attribute: false }) clock: () => Date = () => new Date();

  @state() private history: EditHistory<StoredHours> = startHistory({ hours: noHours });
  @state() private missingShown = false;
  @state() private announcement: Announcement = silence;
  /** The name of the schedule that was removed last, while that is the last thing that happened. */
  @state() private removedName: string | undefined = undefined;

  readonly #timetable = new LazyPart(this, () => hoursParts.timetable());
  readonly #toolCode = new LazyPart(this, () => hoursParts.tools());
  #tools: ScheduleTools | undefined;
  readonly #editors = new Map<string, ScheduleEditor>();
  readonly #host: ScheduleHost & ExchangeSlotHost = {
    element: this,
    change: (index, change, announcement) => this.#edit({ hours: changeSchedule(this.#hours, index, change) }, announcement),
    changeHours: (change, announcement) => this.#edit({ hours: change(this.#hours) }, announcement),
    remove: (index) => this.#removeSchedule(index),
    exchange: (id) => void this.#exchange.open(id),
    now: () => this.clock(),
    handleFailure: () => (this.announcement = announce(this.text('part.failed'))),
    announce: (text) => (this.announcement = announce(text)),
    focusAfterUpdate: (...selectors) => void this.#focusFirst(selectors),
  };
  readonly #week = new WeekToggle(this.#host);
  readonly #actions: FrameActions = {
    handleAdd: (preset) => this.#addSchedule(preset),
    handlePaste: () => void this.#exchange.open(),
    handleUndo: () => this.#travel(undoEdit(this.history), 'undone'),
    handleRedo: () => this.#travel(redoEdit(this.history), 'redone'),
  };
  readonly #exchange = new ExchangeSlot(this.#host);
  #initialText: string | null = null;
  /** Set by a script or changed by a person: the attribute `value` no longer counts until a reset. */
  #isDirty = false;
  #stopTimer: (() => void) | undefined;
  #issuesOf: { hours: SupportHours; issues: Issue[] } | undefined;

  constructor() {
    super('support-hours-picker', supportHoursPickerMessages);
  }

  /**
   * The hours. Takes an object or its JSON; nothing is hours without a schedule. What does not parse is shown as such,
   * makes the element invalid, and is given back as it came until somebody starts again.
   */
  @property({ attribute: false })
  get value(): SupportHours {
    const { hours, unreadable } = this.history.present;
    return unreadable ? (unreadable.raw as SupportHours) : hours;
  }

  set value(value: SupportHours | string | null | undefined) {
    this.#isDirty = true;
    this.#take(value);
  }

  /** The value that a reset returns to, as JSON. */
  @property({ attribute: 'value' })
  get defaultValue(): string | null {
    return this.#initialText;
  }

  set defaultValue(text: string | null) {
    this.#initialText = text;
    if (!this.#isDirty) this.#take(text);
  }

  /** What was written and is no part of the value: a text that was refused, an exception that was not added. */
  get unresolved(): Issue[] {
    return [...this.#editors.values()].flatMap((editor) => editor.unresolved);
  }

  /** What is wrong with the first of that, in words. */
  get unresolvedText(): string {
    const [issue] = this.unresolved;
    return issue ? hoursProblemText(this.texts, issue) : '';
  }

  /** An issue of hours in this element's words, as it says them itself. Its path starts at the hours. */
  describe(issue: Issue): string {
    return hoursProblemText(this.texts, issue);
  }

  /** Puts the focus on what an issue with that path is about, as near as can be; on the first problem where it leads nowhere. */
  focusIssue(path: Issue['path']): void {
    const found = issueTargets(path).map((selector) => this.renderRoot.querySelector<HTMLElement>(selector)).find((element) => element?.checkVisibility());
    if (found) found.focus();
    else this.focus();
  }

  /** Takes what is being typed, as leaving its box does. */
  commit(): void {
    this.#editors.forEach((editor) => editor.commit());
  }

  /** Drops what was written and is no part of the value. */
  discardTexts(): void {
    this.#editors.forEach((editor) => editor.dispose());
    this.#editors.clear();
    this.#exchange.close();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopTimer = minuteTimer.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTimer?.();
  }

  override focus(options?: FocusOptions): void {
    (this.#firstProblem ?? this.renderRoot.querySelector<HTMLElement>('input, button'))?.focus(options);
  }

  /** It is about no account of its own. */
  protected override get misconfiguration(): undefined {
    return undefined;
  }

  protected override formReport(): FormReport {
    return { value: formText(this.history.present), ...this.#validity(), anchor: this.#firstProblem ?? undefined };
  }

  protected override resetToInitialValue(): void {
    this.#isDirty = false;
    this.missingShown = false;
    this.#take(this.#initialText);
  }

  protected override restoreValue(text: string): void {
    this.#isDirty = true;
    this.#take(text);
  }

  protected override showProblems(): void {
    this.missingShown = true;
    void this.#focusFirst(['[aria-invalid="true"]', '.unreadable button', '.start button', 'input', 'button']);
  }

  protected override render(): TemplateResult {
    const { hours, unreadable } = this.history.present;
    const label = this.label || [...this.labels].map((one) => one.textContent?.trim()).join(' ') || this.text('label');
    this.#dropEditors(hours);
    return html`<div class="base" part="base" role="group" aria-label=${label} @input=${keepInside} @keydown=${this.#handleKeydown}>
      ${unreadable ? renderUnreadable(this.texts, unreadable.issue, this.isEditable ? this.#handleStartAgain : undefined) : this.readonly ? this.#renderTimetables(hours) : this.#renderEditors(hours)}
      ${this.isDisabled ? nothing : this.#week.render({ hours, isEditable: this.isEditable, viewerZone: viewerTimeZone(), now: this.clock(), texts: this.texts })}
      ${this.missingShown && this.customMessage ? html`<p class="error" role="alert">${this.customMessage}</p>` : nothing}
      <p class="visually-hidden" role="status">${renderAnnouncement(this.announcement)}</p>
    </div>`;
  }

  #renderTimetables({ schedules }: SupportHours): TemplateResult {
    if (schedules.length === 0) return html`<p class="muted">${this.text('empty.readonly')}</p>`;
    const { code } = this.#timetable;
    if (!code) return renderPending(this.#timetable, this.texts);
    return html`${schedules.map((schedule, index) => code.renderTimetable({
      schedule, index, name: scheduleName(this.texts, schedule, index), channels: this.channels, now: this.clock(), texts: this.texts,
    }))}`;
  }

  #renderEditors(hours: SupportHours): TemplateResult {
    const keys = scheduleKeys(hours);
    const { schedules } = hours;
    const toolCode = schedules.length > 0 ? this.#toolCode.code : undefined;
    const tools = toolCode && (this.#tools ??= new toolCode.ScheduleTools(this.#host));
    return html`<fieldset class="editors" role="presentation" ?disabled=${this.isDisabled}>
      ${repeat(schedules, (_, index) => keys[index], (schedule, index) => this.#editorOf(keys[index]).render({
        schedule, index, count: schedules.length, tools, issues: this.#issuesOfSchedule(index), channels: this.channels, viewerZone: viewerTimeZone(), now: this.clock(), texts: this.texts,
      }))}
      ${schedules.length === 0 ? renderStart(this.texts, this.required && this.missingShown, this.#actions) : nothing}
      ${this.#exchange.render(this.texts, hours)}
      ${this.removedName === undefined ? nothing : renderRemoved(this.texts, this.removedName, this.#actions)}
      ${schedules.length > 0 || canUndo(this.history) || canRedo(this.history) ? renderToolbar(this.texts, {
        canAdd: schedules.length > 0, canUndo: canUndo(this.history), canRedo: canRedo(this.history),
      }, this.#actions) : nothing}
    </fieldset>`;
  }

  get #hours(): SupportHours {
    return this.history.present.hours;
  }

  get #issues(): Issue[] {
    const hours = this.#hours;
    if (this.#issuesOf?.hours !== hours) this.#issuesOf = { hours, issues: validateSupportHours(hours) };
    return this.#issuesOf.issues;
  }

  #issuesOfSchedule(index: number): Issue[] {
    return this.#issues
      .filter(({ path }) => path[0] === 'schedules' && path[1] === index)
      .map((issue) => ({ ...issue, path: issue.path.slice(2) }));
  }

  get #firstProblem(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], .unreadable button');
  }

  #validity(): Pick<FormReport, 'message' | 'missing'> {
    const { hours, unreadable } = this.history.present;
    if (unreadable) return { message: hoursIssueText(this.texts, unreadable.issue), missing: false };
    const issue = this.unresolved[0] ?? this.#issues[0];
    if (issue) return { message: hoursProblemText(this.texts, issue), missing: false };
    const missing = this.required && hours.schedules.length === 0;
    return { message: missing ? this.text('issue.required.hours') : '', missing };
  }

  /** Another value from outside: a new beginning, unless it says what is here already. */
  #take(raw: unknown): void {
    const { present } = this.history;
    if (!present.unreadable && raw === present.hours) return;
    const stored = readStoredHours(raw);
    if (stored.unreadable) warnOnce(this.localName, 'has a value that does not parse as support hours; it is shown as invalid and kept.');
    if (!isEqualJson(stored, present)) {
      this.#editors.forEach((editor) => editor.dispose());
      this.#editors.clear();
      this.removedName = undefined;
      this.history = startHistory(stored);
    }
    // A script that sets the value may ask for the form's data at once.
    this.internals.setFormValue(formText(this.history.present));
  }

  #edit(next: StoredHours, announcement = ''): void {
    if (isEqualJson(next, this.history.present)) this.requestUpdate();
    else this.#step(recordEdit(this.history, next), announcement);
  }

  /** A change by the person's hand. The page, the value and the validity all say it before anybody hears of it. */
  #step(history: EditHistory<StoredHours>, announcement: string): void {
    if (!this.isEditable || history === this.history) return;
    this.#isDirty = true;
    this.history = history;
    this.announcement = announce(announcement);
    this.removedName = undefined;
    this.performUpdate();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  #travel(history: EditHistory<StoredHours>, key: string): void {
    this.#editors.forEach((editor) => editor.clearDrafts());
    this.#step(history, this.text(key));
    // The button that was pressed may be gone.
    if (!this.shadowRoot?.activeElement) void this.#focusFirst(['#add', 'input']);
  }

  #addSchedule(preset?: Preset): void {
    const index = this.#hours.schedules.length;
    const schedule = createSchedule(createScheduleId(), viewerTimeZone(), preset);
    this.#edit({ hours: addSchedule(this.#hours, schedule) }, this.text('schedule.added', { name: scheduleName(this.texts, schedule, index) }));
    void this.#focusFirst([`#schedule-${index}-name`]);
  }

  #removeSchedule(index: number): void {
    const name = scheduleName(this.texts, this.#hours.schedules[index], index);
    this.#edit({ hours: removeSchedule(this.#hours, index) }, this.text('schedule.removed', { name }));
    this.removedName = name;
    void this.#focusFirst(['.removed button']);
  }

  #editorOf(key: string): ScheduleEditor {
    let editor = this.#editors.get(key);
    if (!editor) this.#editors.set(key, (editor = new ScheduleEditor(this.#host)));
    return editor;
  }

  #dropEditors(hours: SupportHours): void {
    const keys = new Set(scheduleKeys(hours));
    for (const [key, editor] of this.#editors) {
      if (keys.has(key)) continue;
      editor.dispose();
      this.#editors.delete(key);
    }
  }

  readonly #handleStartAgain = (): void => {
    this.#edit({ hours: noHours });
    void this.#focusFirst(['#add']);
  };

  async #focusFirst(selectors: readonly string[]): Promise<void> {
    await this.updateComplete;
    selectors.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector)).find((found) => found)?.focus();
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    // A text box undoes its own typing; a day's box has none of its own once its text was understood.
    const box = event.target;
    if (box instanceof HTMLInputElement && box.type !== 'checkbox' && !box.matches('[data-entry]:not([data-typing])')) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.#actions.handleRedo();
    else this.#actions.handleUndo();
  };
}

function keepInside(event: Event): void {
  event.stopPropagation();
}

export interface SupportHoursPicker {
  addEventListener<K extends keyof SupportHoursPickerEventMap>(
    type: K, listener: (this: SupportHoursPicker, event: SupportHoursPickerEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof SupportHoursPickerEventMap>(
    type: K, listener: (this: SupportHoursPicker, event: SupportHoursPickerEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'support-hours-picker': SupportHoursPicker;
  }
}
