import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { adoptStyles } from '../../internal/adopt-styles.js';
import type { Texts } from '../../internal/issue-text.js';
import type { FormView } from './form-view.js';

type Render = typeof import('./public-preview.js').renderPublicPreview;

/**
 * What users will see, in a dialog. Owns whether it is open, and the code that shows it, which is loaded when it is first
 * asked for. A dialog of its own closes by its own Escape, inside a gate too.
 */
export class LazyPreview {
  readonly #element: ReactiveElement;
  #render: Render | undefined;
  #isOpen = false;

  constructor(element: ReactiveElement) {
    this.#element = element;
  }

  renderButton(texts: Texts): TemplateResult {
    return html`<button type="button" class="button quiet small" aria-haspopup="dialog" @click=${this.#handleOpen}>${texts.text('preview.open')}</button>`;
  }

  render(view: FormView): TemplateResult | typeof nothing {
    return this.#isOpen && this.#render ? this.#render(view, { handleClose: this.#handleClose }) : nothing;
  }

  readonly #handleOpen = async (): Promise<void> => {
    try {
      const { renderPublicPreview, publicPreviewStyles } = await import('./public-preview.js');
      adoptStyles(this.#element.renderRoot, publicPreviewStyles);
      this.#render = renderPublicPreview;
    } catch {
      // Without its code there is nothing to open; the button can be pressed again.
      return;
    }
    this.#isOpen = true;
    this.#element.requestUpdate();
    await this.#element.updateComplete;
    const dialog = this.#element.renderRoot.querySelector<HTMLDialogElement>('#preview');
    if (!dialog?.isConnected || dialog.open) return;
    dialog.showModal();
    // What can be focused is at its end, and a long preview would open there.
    dialog.querySelector<HTMLElement>('#preview-title')?.focus();
  };

  readonly #handleClose = (): void => {
    this.#isOpen = false;
    this.#element.requestUpdate();
  };
}
