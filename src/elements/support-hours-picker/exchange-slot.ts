import { nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { SupportHours } from '../../domain/support-hours.js';
import type { Texts } from '../../internal/issue-text.js';
import { LazyPart } from '../../internal/lazy-part.js';
import type { CopyPanel, ExchangeHost, PastePanel } from './exchange/exchange-panel.js';
import { hoursParts } from './hours-parts.js';

/** What the panels need of the element. */
export interface ExchangeSlotHost extends Pick<ExchangeHost, 'changeHours' | 'focusAfterUpdate'> {
  element: ReactiveElement;
  now(): Date;
  /** The code could not be loaded. */
  handleFailure(): void;
}

/** The place for the panel in which hours are pasted or exported. Owns which one is open; its code is loaded when one is. */
export class ExchangeSlot {
  readonly #host: ExchangeSlotHost;
  readonly #code: LazyPart<Awaited<ReturnType<typeof hoursParts.exchange>>>;
  #panel: PastePanel | CopyPanel | undefined;

  constructor(host: ExchangeSlotHost) {
    this.#host = host;
    this.#code = new LazyPart(host.element, () => hoursParts.exchange());
  }

  /** For pasting; with the id of a schedule, for exporting that. */
  async open(id?: string): Promise<void> {
    await this.#code.load();
    const { code } = this.#code;
    if (!code) {
      this.#host.handleFailure();
      return;
    }
    const { changeHours, focusAfterUpdate, element, now } = this.#host;
    const host: ExchangeHost = { changeHours, focusAfterUpdate, requestUpdate: () => element.requestUpdate(), close: () => this.close() };
    this.#panel = id === undefined ? new code.PastePanel(host) : new code.CopyPanel(host, id, now);
    element.requestUpdate();
    focusAfterUpdate(this.#panel.firstControl);
  }

  close(): void {
    const { element, focusAfterUpdate } = this.#host;
    const hadFocus = element.renderRoot.querySelector('.exchange:focus-within');
    this.#panel = undefined;
    element.requestUpdate();
    if (hadFocus) focusAfterUpdate('#paste');
  }

  render(texts: Texts, hours: SupportHours): TemplateResult | typeof nothing {
    return this.#panel?.render(texts, hours) ?? nothing;
  }
}
