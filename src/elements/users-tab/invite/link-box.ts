import { html, type TemplateResult } from 'lit';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';

/** A link for the person to copy, where the browser does not let the page do it. All of it is selected once it has the focus. */
export function renderLinkBox(texts: Texts, id: string, label: string, link: string): TemplateResult {
  return html`<div class="dialog-field">
    <label class="label" for=${id}>${label}</label>
    <input id=${id} class="input" type="text" dir="ltr" readonly aria-describedby="${id}-help" .value=${link} @focus=${handleFocus} />
    <p id="${id}-help" class="error" role="alert">${icon('alert')}<span>${texts.text('link.by-hand')}</span></p>
  </div>`;
}

function handleFocus(event: Event): void {
  const box = event.target as HTMLInputElement;
  box.select();
  // WebKit sets the selection to the beginning after it has given the focus.
  requestAnimationFrame(() => box.select());
}
