import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** What a dialog is about now. It takes the focus whenever that is something else, since the button that was pressed is gone. */
export function renderDialogTitle(text: string): TemplateResult {
  return html`<h3 id="dialog-title" tabindex="-1" ${ref(takeFocus)}>${text}</h3>`;
}

/** Once it is in the document. */
function takeFocus(heading: Element | undefined): void {
  if (heading instanceof HTMLElement) queueMicrotask(() => heading.focus());
}

/** How far it is; `total` is 0 until that is known. */
export function renderProgress(text: string, count: number, total: number): TemplateResult {
  return html`<div class="dialog-progress">
    <progress aria-labelledby="dialog-title" aria-describedby="dialog-progress" max=${Math.max(total, 1)} value=${total > 0 ? count : nothing}></progress>
    <p id="dialog-progress" class="help">${text}</p>
  </div>`;
}
