import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { LazyPart, renderPending } from '../../internal/lazy-part.js';
import type { Texts } from '../../internal/issue-text.js';
import type { FormView } from './form-view.js';
import { lazyParts } from './lazy-parts.js';

/**
 * What users will see, in a dialog. Owns whether it is open; the code of what is in it is loaded when it is first asked for,
 * and where it cannot be, the dialog says so. A dialog of its own closes by its own Escape, inside a gate too.
 */
export class LazyPreview implements ReactiveController {
  readonly #element: ReactiveElement;
  readonly #part;
  #isOpen = false;

  constructor(element: ReactiveElement) {
    this.#element = element;
    this.#part = new LazyPart(element, () => lazyParts.preview());
    element.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (!this.#isOpen || !dialog?.isConnected || dialog.open) return;
    dialog.showModal();
    // What can be focused is at its end, and a long preview would open there.
    dialog.querySelector<HTMLElement>('#preview-title')?.focus();
  }

  hostDisconnected(): void {
    // A dialog that left the document is not modal any more.
    if (this.#isOpen) this.#close();
  }

  renderButton(texts: Texts): TemplateResult {
    return html`<button type="button" class="button quiet small" aria-haspopup="dialog" @click=${this.#handleOpen}>${texts.text('preview.open')}</button>`;
  }

  render(view: FormView): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const { texts } = view;
    return html`<dialog id="preview" class="preview" part="preview" closedby="any" aria-labelledby="preview-title" @close=${() => this.#close()}>
      <h3 id="preview-title" tabindex="-1">${texts.text('preview.open')}</h3>
      ${this.#part.code ? this.#part.code.renderPublicPreview(view) : renderPending(this.#part, texts)}
      <div class="actions"><button type="button" class="button" @click=${() => this.#dialog?.close()}>${texts.text('close')}</button></div>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#element.renderRoot.querySelector<HTMLDialogElement>('#preview');
  }

  readonly #handleOpen = (): void => {
    this.#isOpen = true;
    this.#element.requestUpdate();
  };

  #close(): void {
    this.#isOpen = false;
    this.#element.requestUpdate();
  }
}
