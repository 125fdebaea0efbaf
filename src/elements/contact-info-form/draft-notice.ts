import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../../internal/issue-text.js';
import type { DraftKeeper, DraftNotice } from './draft-keeper.js';

/** Says that unsaved changes came back, or that they were discarded, and how to go the other way. One button, so that the focus stays where it is. */
export function renderDraftNotice(drafts: DraftKeeper, texts: Texts): TemplateResult | typeof nothing {
  const { notice } = drafts;
  if (!notice) return nothing;
  const isRestored = notice.state === 'restored';
  const handleClick = () => (isRestored ? drafts.discard() : drafts.undo());
  return html`<div class="notice ${isRestored ? 'warning' : ''}" part="draft">
    <p>${draftText(notice, texts)}</p>
    <button type="button" class="button small" @click=${handleClick}>${texts.text(isRestored ? 'draft.discard' : 'draft.undo')}</button>
  </div>`;
}

export function draftText({ state, savedAt }: DraftNotice, texts: Texts): string {
  if (state === 'discarded') return texts.text('draft.discarded');
  const isToday = savedAt.toDateString() === new Date().toDateString();
  const format = new Intl.DateTimeFormat(texts.lang, { timeStyle: 'short', ...(!isToday && { dateStyle: 'long' }) });
  return texts.text('draft.restored', { when: format.format(savedAt) });
}
