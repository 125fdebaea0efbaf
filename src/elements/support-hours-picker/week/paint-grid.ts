import { html, type TemplateResult } from 'lit';
import { minutesPerDay } from '../../../domain/local-time.js';
import type { Schedule, Weekday } from '../../../domain/support-hours.js';
import type { Texts } from '../../../internal/issue-text.js';
import { dayName, weekOrder } from '../format-hours.js';
import type { ScheduleHost } from '../schedule-editor.js';
import { areaBetween, areaOfDrag, cellAt, cellLength, cellsPerDay, edgeNear, isWithin, moveCell, pointIn, snapped, type Area, type Cell, type Point } from './paint-area.js';
import { closedWithin, isOpenThroughout, moveEdge, openOn, paintWeek, type Edge, type WeekHours } from './paint-week.js';
import { renderAxis, renderColumn, type Column } from './week-drawing.js';
import { daysText, minutesText } from './week-text.js';

export interface PaintInput {
  schedule: Schedule;
  index: number;
  /** Names the grid. */
  label: string;
  texts: Texts;
}

/** A pointer that is down: it paints what is between two points, or takes an end of an interval along. */
interface Drag {
  pointerId: number;
  start: Point;
  end: Point;
  open: boolean;
  edge: Edge | undefined;
  hasMoved: boolean;
  at: { x: number; y: number };
}

/** Milliseconds for which a finger is held before it paints: until then the page scrolls. */
const holdTime = 350;
/** Pixels within which a pointer has not moved, and within which it takes hold of an end. */
const slack = 6;

/**
 * The plain week of one schedule, painted by pointer or by keyboard. Owns the cursor, what is selected, and a drag until it ends;
 * every finished change goes to the host as one. Does not own the schedule.
 */
export class PaintGrid {
  readonly #host: ScheduleHost;
  #input: PaintInput | undefined;
  #cursor: Cell = { day: 0, row: 18 };
  #anchor: Cell = { day: 0, row: 18 };
  #drag: Drag | undefined;
  #holding: { timer: number; event: PointerEvent } | undefined;

  constructor(host: ScheduleHost) {
    this.#host = host;
    host.element.addController({ hostDisconnected: () => this.#endDrag() });
  }

  render(input: PaintInput): TemplateResult {
    this.#input = input;
    const { texts } = input;
    const week = weekOrder(texts.lang);
    const weekly = this.#preview;
    const area = this.#area;
    const rows = Array.from({ length: cellsPerDay }, (_, row) => ({ from: row * cellLength, to: (row + 1) * cellLength }));
    const names = week.map((day) => dayName(texts.lang, day));
    return html`<div class="week-board painting">
      <span></span>
      ${week.map((day) => html`<div class="week-day" aria-hidden="true">${dayName(texts.lang, day, 'short')}</div>`)}
      ${renderAxis(texts.lang, minutesPerDay)}
      ${week.map((day) => renderColumn(texts.lang, columnOf(weekly, day), { longest: minutesPerDay, lanes: 1 }))}
      <div class="week-cells" role="grid" aria-label=${input.label} aria-describedby="week-paint-help" aria-multiselectable="true"
        @keydown=${this.#handleKeydown} @focusin=${this.#handleFocus} @pointerdown=${this.#handlePointerDown} @pointermove=${this.#handlePointerMove}
        @pointerup=${this.#handlePointerUp} @pointercancel=${this.#handlePointerCancel} @contextmenu=${this.#handleContextMenu}
        @touchmove=${this.#touchListener}>
        ${rows.map((time, row) => {
          const hours = minutesText(texts, time);
          return html`<div role="row">${week.map((day, at) => html`<div role="gridcell" class="week-cell" data-cell="${at}-${row}"
            tabindex=${at === this.#cursor.day && row === this.#cursor.row ? 0 : -1} aria-selected=${isWithin(area, { day: at, row })}
            aria-label=${texts.text('week.cell', { day: names[at], hours, state: texts.text(`week.${stateOf(weekly, day, time)}`) })}></div>`)}</div>`;
        })}
      </div>
    </div>`;
  }

  get #weekly(): WeekHours {
    return this.#input!.schedule.weekly;
  }

  get #days(): readonly Weekday[] {
    return weekOrder(this.#input!.texts.lang);
  }

  get #area(): Area {
    const drag = this.#drag;
    return drag && !drag.edge && drag.hasMoved ? areaOfDrag(drag.start, drag.end) : areaBetween(this.#anchor, this.#cursor);
  }

  /** The week as it would be if the drag ended here. */
  get #preview(): WeekHours {
    const drag = this.#drag;
    if (!drag?.hasMoved) return this.#weekly;
    if (drag.edge) return moveEdge(this.#weekly, drag.edge, this.#days[drag.start.day], snapped(drag.end.minute));
    return this.#painted(areaOfDrag(drag.start, drag.end), drag.open);
  }

  #painted({ from, to, time }: Area, open: boolean): WeekHours {
    return paintWeek(this.#weekly, this.#days.slice(from, to + 1), time, open);
  }

  #isOpen({ from, to, time }: Area): boolean {
    return isOpenThroughout(this.#weekly, this.#days.slice(from, to + 1), time);
  }

  #paint(area: Area, open: boolean): void {
    this.#commit(this.#painted(area, open), area, open);
  }

  #commit(weekly: WeekHours, area: Area, open: boolean): void {
    const { index } = this.#input!;
    this.#host.change(index, (schedule) => ({ ...schedule, weekly }), this.#areaText(area, open ? 'week.painted.open' : 'week.painted.closed'));
    this.#host.element.requestUpdate();
  }

  #areaText({ from, to, time }: Area, key: string, state = ''): string {
    const { texts } = this.#input!;
    return texts.text(key, { days: daysText(texts, this.#days.slice(from, to + 1)), hours: minutesText(texts, time), state });
  }

  #announceArea(): void {
    const area = this.#area;
    const { texts } = this.#input!;
    const days = this.#days.slice(area.from, area.to + 1);
    const state = this.#isOpen(area) ? 'open' : days.every((day) => stateOf(this.#weekly, day, area.time) === 'shut') ? 'shut' : 'partly';
    this.#host.announce(this.#areaText(area, 'week.selected', texts.text(`week.${state}`)));
  }

  #moveTo(cell: Cell, isExtending: boolean): void {
    this.#cursor = cell;
    if (!isExtending) this.#anchor = cell;
    this.#host.element.requestUpdate();
    this.#host.element.renderRoot.querySelector<HTMLElement>(`[data-cell="${cell.day}-${cell.row}"]`)?.focus();
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const grid = event.currentTarget as HTMLElement;
    if (event.altKey || (event.metaKey || event.ctrlKey) && event.key !== 'Home' && event.key !== 'End') return;
    const moved = moveCell(this.#cursor, event.key, { isRtl: isRtl(grid), isCtrl: event.ctrlKey || event.metaKey });
    if (moved) {
      this.#moveTo(moved, event.shiftKey);
      if (event.shiftKey) this.#announceArea();
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.#paint(this.#area, !this.#isOpen(this.#area));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.#paint(this.#area, false);
    } else if (event.key === 'Escape' && (this.#drag || this.#holding)) {
      this.#cancelDrag();
    } else if (event.key === 'Escape' && (this.#anchor.day !== this.#cursor.day || this.#anchor.row !== this.#cursor.row)) {
      this.#moveTo(this.#cursor, false);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** A cell may get the focus by other ways than the arrow keys: from assistive technology, or a click. */
  readonly #handleFocus = (event: FocusEvent): void => {
    const [day, row] = ((event.target as HTMLElement).dataset.cell ?? '').split('-').map(Number);
    if (row === undefined || (day === this.#cursor.day && row === this.#cursor.row)) return;
    this.#cursor = this.#anchor = { day, row };
    this.#host.element.requestUpdate();
  };

  readonly #handlePointerDown = (event: PointerEvent): void => {
    if (!event.isPrimary || event.button !== 0) return;
    this.#endDrag();
    if (event.pointerType === 'touch') this.#holding = { event, timer: window.setTimeout(() => this.#beginDrag(event), holdTime) };
    else this.#beginDrag(event);
  };

  #beginDrag(event: PointerEvent): void {
    this.#holding = undefined;
    const grid = this.#grid;
    if (!grid || !this.#input) return;
    const start = this.#pointAt(event);
    const day = this.#days[start.day];
    const reach = Math.min(step(grid), cellLength);
    const open = stateOf(this.#weekly, day, { from: start.minute, to: start.minute + 1 }) === 'shut';
    this.#drag = {
      pointerId: event.pointerId, start, end: start, open, edge: edgeNear(this.#weekly, day, start.minute, reach), hasMoved: event.pointerType === 'touch',
      at: { x: event.clientX, y: event.clientY },
    };
    this.#cursor = this.#anchor = cellAt(start);
    // A pointer that has left the element, or the window, still says where it is let go.
    try {
      grid.setPointerCapture(event.pointerId);
    } catch {
      // It is up already.
    }
    this.#host.element.requestUpdate();
  }

  readonly #handlePointerMove = (event: PointerEvent): void => {
    const held = this.#holding?.event;
    if (held && Math.hypot(event.clientX - held.clientX, event.clientY - held.clientY) > slack) this.#endDrag();
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointerId) return;
    drag.end = this.#pointAt(event);
    drag.hasMoved ||= Math.hypot(event.clientX - drag.at.x, event.clientY - drag.at.y) > 3;
    if (drag.hasMoved && !drag.edge) this.#cursor = cellAt(drag.end);
    this.#host.element.requestUpdate();
  };

  readonly #handlePointerUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    const tapped = this.#holding?.event;
    const weekly = drag ? this.#preview : undefined;
    this.#endDrag();
    const start = drag?.start ?? (tapped && this.#pointAt(tapped));
    if (!start || (drag && event.pointerId !== drag.pointerId)) return;
    if (drag?.hasMoved && weekly) {
      const area = drag.edge ? areaOfDrag(drag.start, { ...drag.end, day: drag.start.day }) : areaOfDrag(drag.start, drag.end);
      this.#commit(weekly, area, drag.edge ? closedWithin(weekly, this.#days[area.from], area.time).length === 0 : drag.open);
    } else {
      const cell = cellAt(start);
      const area = areaBetween(cell, cell);
      this.#paint(area, !this.#isOpen(area));
    }
    this.#moveTo(drag?.hasMoved ? this.#cursor : cellAt(start), drag?.hasMoved === true);
  };

  readonly #handlePointerCancel = (): void => this.#endDrag();

  readonly #handleContextMenu = (event: Event): void => {
    if (this.#holding || this.#drag) event.preventDefault();
  };

  /** While a finger paints, the page does not scroll. */
  readonly #touchListener = {
    handleEvent: (event: TouchEvent): void => {
      if (this.#drag && event.cancelable) event.preventDefault();
    },
    passive: false,
  };

  #cancelDrag(): void {
    this.#endDrag();
    this.#host.announce(this.#input!.texts.text('week.cancelled'));
  }

  #endDrag(): void {
    if (this.#holding) window.clearTimeout(this.#holding.timer);
    const wasDragging = this.#drag !== undefined;
    this.#holding = this.#drag = undefined;
    if (wasDragging) this.#host.element.requestUpdate();
  }

  get #grid(): HTMLElement | null {
    return this.#host.element.renderRoot.querySelector<HTMLElement>('.week-cells');
  }

  #pointAt({ clientX, clientY }: PointerEvent): Point {
    const grid = this.#grid;
    return grid ? pointIn(grid.getBoundingClientRect(), clientX, clientY, isRtl(grid)) : { day: 0, minute: 0 };
  }
}

/** So many minutes are what a pointer may be away from an end. */
function step(grid: HTMLElement): number {
  return (slack / grid.getBoundingClientRect().height) * minutesPerDay;
}

function isRtl(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}

function stateOf(weekly: WeekHours, day: Weekday, time: Area['time']): 'open' | 'shut' | 'partly' {
  const closed = closedWithin(weekly, day, time).reduce((sum, { from, to }) => sum + to - from, 0);
  return closed === 0 ? 'open' : closed === time.to - time.from ? 'shut' : 'partly';
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ at: hour * 60, hour, isRepeated: false }));

function columnOf(weekly: WeekHours, day: Weekday): Column {
  return { length: minutesPerDay, spans: openOn(weekly, day).map(({ from, to }) => ({ from, to, schedule: 0 })), gaps: [], exceptions: [], hours, changes: [] };
}
