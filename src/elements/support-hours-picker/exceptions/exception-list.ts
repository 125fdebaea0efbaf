import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Exception } from '../../../domain/support-hours.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { datesText, intervalsText, overnightText } from '../format-hours.js';
import { orderExceptions, type PlacedException } from './exception-order.js';

/** As many are shown at once, and added by each press of "Show more". */
const step = 20;

export interface ExceptionListView {
  exceptions: readonly Exception[];
  /** `YYYY-MM-DD` where the schedule is. */
  today: string;
  /** The id of what the list is called by. */
  labelledBy: string;
  texts: Texts;
  hasProblem?: (index: number) => boolean;
  /** What stands in an item; the exception alone unless given. */
  renderItem?: (placed: PlacedException) => TemplateResult;
}

/** An exception in a line: when, what, and why. */
export function renderException(texts: Texts, { from, to, intervals, label }: Exception): TemplateResult {
  const hours = [intervalsText(texts, intervals), overnightText(texts, intervals)].filter(Boolean).join(texts.text('list-separator'));
  return html`<bdi class="exception-dates">${datesText(texts.lang, { from, to })}</bdi>
    <bdi class="exception-hours">${hours}</bdi>${label ? html` <bdi class="muted">${label}</bdi>` : nothing}`;
}

/**
 * The exceptions of a schedule, the next first, past ones folded away. Owns how many are shown and whether the past is open, so
 * that ten thousand cost no more than a screenful. Does not own the exceptions, nor what can be done with them.
 */
class ExceptionList extends Directive {
  #shown = step;
  #pastShown = 0;
  #host: ReactiveElement | undefined;

  override update(part: ChildPart, [view]: [ExceptionListView]): unknown {
    this.#host = part.options?.host as ReactiveElement | undefined;
    return this.render(view);
  }

  render(view: ExceptionListView): unknown {
    const { exceptions, today, labelledBy, texts } = view;
    const { coming, past } = orderExceptions(exceptions, today, view.hasProblem);
    return html`${coming.length > 0 ? html`<ul class="exception-list" aria-labelledby=${labelledBy}>${this.#items(view, coming.slice(0, this.#shown))}</ul>` : nothing}
      ${this.#more(texts, coming.length, this.#shown, (shown) => (this.#shown = shown))}
      ${past.length > 0 ? html`<details class="exceptions-past" ?open=${this.#pastShown > 0} @toggle=${this.#handleToggle}>
        <summary>${texts.text('exceptions.past', { count: past.length })}</summary>
        ${this.#pastShown > 0 ? html`<ul class="exception-list">${this.#items(view, past.slice(0, this.#pastShown))}</ul>
          ${this.#more(texts, past.length, this.#pastShown, (shown) => (this.#pastShown = shown))}` : nothing}
      </details>` : nothing}`;
  }

  #items({ texts, renderItem }: ExceptionListView, placed: readonly PlacedException[]): unknown {
    return repeat(placed, ({ exception }) => exception, (one) => html`<li class="exception" part="exception" tabindex="-1">
      ${renderItem ? renderItem(one) : html`<div class="exception-text">${renderException(texts, one.exception)}</div>`}</li>`);
  }

  #more(texts: Texts, count: number, shown: number, show: (shown: number) => void): unknown {
    if (count <= shown) return nothing;
    const handleClick = async (event: Event) => {
      const list = (event.currentTarget as Element).previousElementSibling;
      show(shown + step);
      this.#host?.requestUpdate();
      await this.#host?.updateComplete;
      // The button may be gone, and what was asked for is what comes next.
      list?.querySelectorAll<HTMLElement>(':scope > li')[shown]?.focus();
    };
    return html`<button type="button" class="button small exceptions-more" @click=${handleClick}>${icon('chevron-down')}${texts.text('exceptions.more', { count: count - shown })}</button>`;
  }

  readonly #handleToggle = (event: Event): void => {
    const isOpen = (event.target as HTMLDetailsElement).open;
    if (isOpen === this.#pastShown > 0) return;
    this.#pastShown = isOpen ? step : 0;
    this.#host?.requestUpdate();
  };
}

export const exceptionList = directive(ExceptionList);
