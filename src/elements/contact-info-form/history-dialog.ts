import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import type { RecordSource } from '../../controllers/record-controller.js';
import { icon } from '../../internal/icon.js';
import type { Texts } from '../../internal/issue-text.js';
import { LazyPart, renderPending } from '../../internal/lazy-part.js';
import type { ContactInfoSession } from './contact-info-session.js';
import type { HistoryPanel, HistoryView } from './history-panel.js';
import { lazyParts } from './lazy-parts.js';

export interface HistoryHost {
  readonly element: ReactiveElement;
  readonly session: ContactInfoSession;
  readonly texts: Texts;
  source(): RecordSource | undefined;
  announce(text: string): void;
  focusAfterUpdate(...selectors: string[]): void;
  handleValue(key: string, value: unknown): void;
  goTo(key: string): void;
}

/**
 * The button that opens the history, and the dialog that it is in; the panel's code is loaded when it is first opened.
 * Offered where the adapter has a history. Owns whether the dialog is open: it closes by its own Escape, and when the form turns
 * to another account or adapter. Does not own what was saved.
 */
export class HistoryDialog implements ReactiveController {
  #isOpen = false;
  /** What the panel was opened on. */
  #source: RecordSource | undefined;
  #panel: HistoryPanel | undefined;
  readonly #host: HistoryHost;
  readonly #part;

  constructor(host: HistoryHost) {
    this.#host = host;
    this.#part = new LazyPart(host.element, () => lazyParts.history());
    host.element.addController(this);
  }

  get isOffered(): boolean {
    return this.#host.session.isLoaded && this.#host.source()?.store.loadHistory !== undefined;
  }

  open(): void {
    if (!this.isOffered) return;
    this.#isOpen = true;
    this.#host.element.requestUpdate();
  }

  close(): void {
    this.#isOpen = false;
    this.#source = undefined;
    this.#panel?.stop();
    // At once: what is said behind a modal dialog is not heard.
    this.#dialog?.close();
    this.#host.element.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#isOpen) return;
    const source = this.#host.source();
    const isLeft = this.#source && (this.#source.store !== source?.store || this.#source.accountId !== source.accountId);
    if (isLeft || !this.isOffered) {
      this.close();
      return;
    }
    const code = this.#part.code;
    if (!code || this.#source) return;
    this.#source = source;
    this.#panel ??= new code.HistoryPanel({
      element: this.#host.element,
      texts: this.#host.texts,
      meetUsers: (ids) => this.#host.session.meetUsers(ids),
      nameOf: (id) => this.#host.session.lookup.get(id)?.name,
      focusAfterUpdate: (...selectors) => this.#host.focusAfterUpdate(...selectors),
      restore: (key, value, said) => {
        this.close();
        this.#host.handleValue(key, value);
        this.#host.announce(said);
        this.#host.goTo(key);
      },
    });
    this.#panel.start(source!);
  }

  hostUpdated(): void {
    const dialog = this.#host.element.isConnected ? this.#dialog : null;
    if (!this.#isOpen || !dialog || dialog.matches(':modal')) return;
    if (dialog.open) dialog.close();
    dialog.showModal();
  }

  hostDisconnected(): void {
    // A dialog that left the document is not modal any more.
    if (this.#isOpen) this.close();
  }

  renderButton(): TemplateResult | typeof nothing {
    if (!this.isOffered) return nothing;
    return html`<p class="history-bar">
      <button type="button" class="button quiet small" aria-haspopup="dialog" @click=${() => this.open()}>${icon('clock')}${this.#host.texts.text('history')}</button>
    </p>`;
  }

  render(view: HistoryView): TemplateResult {
    const { texts } = this.#host;
    return html`<dialog id="history" class="history" part="history" aria-labelledby="history-title" closedby="any" @close=${this.#handleClose}>
      ${this.#isOpen ? html`<div class="history-head">
        <h3 id="history-title">${texts.text('history')}</h3>
        <button type="button" class="icon-button" aria-label=${texts.text('close')} @click=${() => this.close()}>${icon('close')}</button>
      </div>
      ${this.#panel && this.#part.code ? this.#panel.render(view) : renderPending(this.#part, texts)}` : nothing}
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.element.renderRoot?.querySelector<HTMLDialogElement>('#history') ?? null;
  }

  /** Escape and a click beside it close the dialog by themselves. The event comes later: by then it may be open again. */
  readonly #handleClose = (): void => {
    if (this.#isOpen && !this.#dialog?.open) this.close();
  };
}
