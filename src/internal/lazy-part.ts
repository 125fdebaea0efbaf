import { html, type CSSResult, type ReactiveElement, type TemplateResult } from 'lit';
import { adoptStyles } from './adopt-styles.js';
import type { Texts } from './issue-text.js';

/** What a part of an element is loaded as. `styles` are added to the element's own once it is there. */
export interface LazyCode {
  readonly styles?: CSSResult;
}

/**
 * A part of an element whose code is loaded when it is first needed, because most people never need it. Owns the loading;
 * one that failed is tried again only when somebody asks for that. Does not own what is shown meanwhile.
 */
export class LazyPart<T extends LazyCode> {
  #code: T | undefined;
  #hasFailed = false;
  #loading: Promise<void> | undefined;
  readonly #element: ReactiveElement;
  readonly #load: () => Promise<T> | T;

  constructor(element: ReactiveElement, load: () => Promise<T> | T) {
    this.#element = element;
    this.#load = load;
  }

  /** The code, once it is there. Asking for it has it loaded. */
  get code(): T | undefined {
    if (!this.#code && !this.#hasFailed) void this.load();
    return this.#code;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  async load(): Promise<void> {
    if (this.#code) return;
    if (this.#hasFailed) this.#element.requestUpdate();
    this.#hasFailed = false;
    await (this.#loading ??= this.#take());
  }

  async #take(): Promise<void> {
    try {
      const code = this.#load();
      // What another element has loaded already is there at once.
      this.#use(code instanceof Promise ? await code : code);
    } catch {
      this.#hasFailed = true;
    }
    this.#loading = undefined;
    this.#element.requestUpdate();
  }

  #use(code: T): void {
    if (code.styles) adoptStyles(this.#element.renderRoot, code.styles);
    this.#code = code;
  }
}

/** What stands in the place of a part that is not there yet, or cannot be loaded. */
export function renderPending(part: LazyPart<LazyCode>, texts: Texts): TemplateResult {
  return part.hasFailed
    ? html`<div class="part-failed" role="alert">
        <p>${texts.text('part.failed')}</p>
        <button type="button" class="button small" @click=${() => part.load()}>${texts.text('retry')}</button>
      </div>`
    : html`<p class="muted" aria-busy="true">${texts.text('loading')}</p>`;
}
