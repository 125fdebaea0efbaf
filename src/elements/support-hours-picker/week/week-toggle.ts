import { html, nothing, type TemplateResult } from 'lit';
import { LazyPart, renderPending } from '../../../internal/lazy-part.js';
import { onDemand } from '../../../ports/on-demand.js';
import type { ScheduleHost } from '../schedule-editor.js';
import type { WeekView, WeekViewInput } from './week-view.js';

const loadWeek = onDemand(() => import('./week-view.js'));

/** The button that shows the week view. Owns whether it is shown, and loads it for the first time. Does not own what is in it. */
export class WeekToggle {
  readonly #host: ScheduleHost;
  readonly #part;
  #isShown = false;
  #view: WeekView | undefined;

  constructor(host: ScheduleHost) {
    this.#host = host;
    this.#part = new LazyPart(host.element, loadWeek);
  }

  render(input: WeekViewInput): TemplateResult | typeof nothing {
    if (input.hours.schedules.length === 0) return nothing;
    const code = this.#isShown ? this.#part.code : undefined;
    if (code) this.#view ??= new code.WeekView(this.#host);
    return html`<div><button type="button" class="button" aria-expanded=${this.#isShown} @click=${this.#handleToggle}>
        ${input.texts.text('week.show')}</button></div>
      ${!this.#isShown ? nothing : code ? this.#view!.render(input) : renderPending(this.#part, input.texts)}`;
  }

  readonly #handleToggle = (): void => {
    this.#isShown = !this.#isShown;
    this.#host.element.requestUpdate();
  };
}
