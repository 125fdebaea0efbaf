import { css, html, nothing, type CSSResult, type ReactiveElement, type TemplateResult } from 'lit';
import { weekdays, type Schedule, type SupportHours, type Weekday } from '../../../domain/support-hours.js';
import type { Texts } from '../../../internal/issue-text.js';
import { textsWith } from '../../../internal/texts-with.js';
import { MenuController, type MenuItem } from '../../../internal/widgets/menu.js';
import { menuStyles } from '../../../internal/widgets/menu.styles.js';
import { dayName } from '../format-hours.js';
import { workdays } from '../schedule-edit.js';
import { createScheduleId } from '../schedule-id.js';
import { duplicateSchedule, moveSchedule } from './schedule-order.js';
import { parseTags, tagNames, type TagKind } from './tags.js';
import { toolMessages } from './tools.strings.js';
import { toolsStyles } from './tools.styles.js';

export const styles: CSSResult = css`${menuStyles}${toolsStyles}`;

export interface ScheduleToolsHost {
  element: ReactiveElement;
  change(index: number, change: (schedule: Schedule) => Schedule): void;
  changeHours(change: (hours: SupportHours) => SupportHours, announcement: string): void;
  announce(text: string): void;
  /** Opens the ways in which a schedule can be copied to elsewhere. */
  exchange(id: string): void;
  focusAfterUpdate(...selectors: string[]): void;
}

export interface ScheduleToolsView {
  schedule: Schedule;
  index: number;
  /** How many schedules there are. */
  count: number;
  name: string;
  texts: Texts;
}

/** No tags is no key. */
function withTags(schedule: Schedule, kind: TagKind, tags: string[]): Schedule {
  const changed = { ...schedule, [kind]: tags };
  if (tags.length === 0) delete changed[kind];
  return changed;
}

const tagKinds: readonly TagKind[] = ['languages', 'regions'];

/**
 * What can be done with a schedule as a whole, and what few schedules have: languages and regions. Owns the open menu, and for
 * which schedules languages and regions are asked for. Does not own the schedules; every change goes to the host.
 */
export class ScheduleTools {
  readonly #host: ScheduleToolsHost;
  readonly #menu: MenuController;
  /** By id. */
  readonly #tagged = new Set<string>();

  constructor(host: ScheduleToolsHost) {
    this.#host = host;
    this.#menu = new MenuController(host.element);
  }

  renderMenu(view: ScheduleToolsView): TemplateResult {
    const { index, count, name } = view;
    const texts = textsWith(view.texts, toolMessages);
    const item = (key: string, reason?: string): MenuItem => ({ key, label: texts.text(`schedule.${key}`), ...(reason !== undefined && { reason: texts.text(reason) }) });
    return this.#menu.render({
      id: `schedule-${index}-more`,
      label: texts.text('schedule.more', { name }),
      items: () => [
        item('duplicate'),
        ...(count > 1 ? [item('move-up', index === 0 ? 'schedule.is-first' : undefined), item('move-down', index === count - 1 ? 'schedule.is-last' : undefined)] : []),
        item('tags'),
        item('export'),
      ],
      choose: (key) => this.#choose(key, view, texts),
      handleRefused: ({ reason = '' }) => this.#host.announce(reason),
    });
  }

  /** Languages and regions, where the schedule has some or somebody asked for them. */
  renderTags({ schedule, index, texts: given }: ScheduleToolsView): TemplateResult | typeof nothing {
    if (!this.#tagged.has(schedule.id) && tagKinds.every((kind) => (schedule[kind] ?? []).length === 0)) return nothing;
    const texts = textsWith(given, toolMessages);
    return html`<div class="tags">${tagKinds.map((kind) => this.#renderTagBox(texts, schedule, index, kind))}</div>`;
  }

  /** The days to which a day can be copied, in the order of the week. */
  renderCopyPanel(given: Texts, day: Weekday, week: readonly Weekday[], titleId: string, handleCopy: (days: readonly Weekday[]) => void): TemplateResult {
    const texts = textsWith(given, toolMessages);
    const copy = (label: string, days: readonly Weekday[]) => html`<button type="button" class="button small quiet"
      @click=${() => handleCopy(days)}>${label}</button>`;
    return html`<p id=${titleId} class="copy-title">${texts.text('day.copy.to', { day: dayName(texts.lang, day) })}</p>
      <div class="copy-days">
        ${copy(texts.text('day.copy.weekdays'), workdays)} ${copy(texts.text('day.copy.all'), weekdays)}
      </div>
      <div class="copy-days">${week.filter((other) => other !== day).map((other) => copy(dayName(texts.lang, other), [other]))}</div>`;
  }

  #renderTagBox(texts: Texts, schedule: Schedule, index: number, kind: TagKind): TemplateResult {
    const id = `schedule-${index}-${kind}`;
    const tags = schedule[kind] ?? [];
    const text = tags.join(', ');
    const names = tagNames(kind, tags, texts.lang);
    const handleChange = (event: Event) => {
      const box = event.target as HTMLInputElement;
      const read = parseTags(kind, box.value, texts.lang);
      box.value = read.join(', ');
      this.#host.change(index, (one) => withTags(one, kind, read));
    };
    return html`<div class="field">
      <label class="label" for=${id}>${texts.text(`tags.${kind}`)}</label>
      <input id=${id} class="input" part="input" type="text" autocomplete="off" enterkeyhint="done" .value=${text}
        aria-describedby="${id}-names ${id}-help" @change=${handleChange} />
      <p id="${id}-names" class="help" ?hidden=${tags.length === 0 || names === text}><bdi>${names}</bdi></p>
      <p id="${id}-help" class="help" ?hidden=${tags.length > 0}>${texts.text(`tags.${kind}.help`)}</p>
    </div>`;
  }

  #choose(key: string, { schedule, index, count, name }: ScheduleToolsView, texts: Texts): void {
    if (key === 'tags') {
      this.#tagged.add(schedule.id);
      this.#host.element.requestUpdate();
      this.#host.focusAfterUpdate(`#schedule-${index}-languages`);
    } else if (key === 'export') {
      this.#host.exchange(schedule.id);
    } else if (key === 'duplicate') {
      const label = texts.text('schedule.copy-of', { name });
      this.#host.changeHours((hours) => duplicateSchedule(hours, index, { id: createScheduleId(), label }), texts.text('schedule.duplicated', { name: label }));
      this.#host.focusAfterUpdate(`#schedule-${index + 1}-name`);
    } else {
      const to = key === 'move-up' ? index - 1 : index + 1;
      this.#host.changeHours((hours) => moveSchedule(hours, index, to), texts.text('schedule.moved', { name, number: to + 1, count }));
      // It goes with the schedule.
      this.#host.focusAfterUpdate(`#schedule-${to}-more`);
    }
  }
}
