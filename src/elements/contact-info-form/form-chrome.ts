import { html, nothing, type TemplateResult } from 'lit';
import { errorCode } from '../../internal/error-code.js';
import { failureText } from '../../internal/failure-text.js';
import type { Texts } from '../../internal/issue-text.js';
import type { ContactInfoSession } from './contact-info-session.js';

/** Where saving stands, as the button bar tells it. Only what the store acknowledged is called saved. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'saved-for-later' | 'cancelled';

export interface FormFooter {
  texts: Texts;
  state: SaveState;
  dirty: boolean;
  editable: boolean;
  onboarding: boolean;
  failure: TemplateResult | typeof nothing;
  handleSaveForLater(): void;
  handleDiscard(): void;
}

/** What went wrong, and another try where there is one. */
export function renderFailure(texts: Texts, failure: ContactInfoSession['failure'], handleRetry: () => void): TemplateResult {
  // What was refused is mended first, and then saved as before.
  const isRefused = failure?.operation === 'save' && errorCode(failure.error) === 'invalid';
  const waitsForConnection = failure?.operation === 'save' && errorCode(failure.error) === 'unavailable' && !navigator.onLine;
  return html`<div id="failure" class="notice danger" role="alert" tabindex="-1">
    <p>${waitsForConnection ? texts.text('saves-once-online') : failureText(texts, failure?.error)}</p>
    ${isRefused ? nothing : html`<button type="button" class="button" @click=${handleRetry}>${texts.text('retry')}</button>`}
  </div>`;
}

/** The bar with the buttons, and the state of saving in words. */
export function renderFormFooter(footer: FormFooter): TemplateResult | typeof nothing {
  const { texts, state, dirty, editable, onboarding, failure } = footer;
  if (!editable) return failure;
  const isSaving = state === 'saving';
  return html`<div class="footer" part="footer">
    ${failure}
    <div class="actions">
      <button type="submit" class="button primary" aria-disabled=${isSaving}>${texts.text(onboarding ? 'save-and-continue' : 'save')}</button>
      ${onboarding ? html`<button type="button" class="button" aria-disabled=${isSaving} @click=${footer.handleSaveForLater}>${texts.text('save-for-later')}</button>`
        : dirty ? html`<button type="button" class="button" ?disabled=${isSaving} @click=${footer.handleDiscard}>${texts.text('discard')}</button>` : nothing}
      <span class="state ${state.startsWith('saved') && !dirty ? 'success' : ''}">${stateText(footer)}</span>
    </div>
  </div>`;
}

function stateText({ texts, state, dirty }: FormFooter): string {
  if (state === 'saving' || state === 'cancelled') return texts.text(state);
  if (dirty) return texts.text('unsaved');
  return state === 'idle' ? '' : texts.text(state);
}

/** As tall as what follows, so that nothing jumps when it arrives. */
export function renderFormSkeleton(fields: number, texts: Texts): TemplateResult {
  return html`<div class="fields" aria-busy="true">
    <p class="visually-hidden" role="status">${texts.text('loading')}</p>
    ${Array.from({ length: fields }, () => html`<div class="skeleton-field" aria-hidden="true">
      <div class="skeleton title"></div>
      <div class="skeleton line"></div>
      <div class="skeleton box"></div>
    </div>`)}
  </div>`;
}
