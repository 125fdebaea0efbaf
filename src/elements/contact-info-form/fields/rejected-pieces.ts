import { html, nothing, type TemplateResult } from 'lit';
import { issueText, type Texts } from '../../../internal/issue-text.js';
import type { RejectedPiece } from '../address-entry.js';

export interface RejectedPiecesView {
  texts: Texts;
  pieces: readonly RejectedPiece[];
  /** How many of them are listed until the person asks for all. */
  shown: number;
  edit(index: number): void;
  remove(index: number): void;
  removeAll(): void;
  showAll(): void;
}

/** What was refused of a list, each piece with its reason, until the person mends or removes it. */
export function renderRejectedPieces({ texts, pieces, shown, edit, remove, removeAll, showAll }: RejectedPiecesView): TemplateResult | typeof nothing {
  const count = pieces.length;
  if (count === 0) return nothing;
  return html`<div class="rejected notice danger" role="group" aria-label=${texts.text('contacts.rejected', { count })}>
    <p>${texts.text('contacts.rejected', { count })}</p>
    <button type="button" class="button small" @click=${removeAll}>${texts.text('contacts.rejected.remove-all')}</button>
    <ul>
      ${pieces.slice(0, shown).map((piece, index) => html`<li>
        <bdi class="rejected-text">${piece.text}</bdi>
        <span class="rejected-reason">${issueText(texts, piece.issue)}</span>
        <button type="button" class="button quiet small" aria-label=${texts.text('contacts.rejected.edit', { text: piece.text })}
          @click=${() => edit(index)}>${texts.text('contacts.edit')}</button>
        <button type="button" class="button quiet small" aria-label=${texts.text('contacts.remove', { address: piece.text })}
          @click=${() => remove(index)}>${texts.text('remove')}</button>
      </li>`)}
      ${shown < count ? html`<li>
        <span>${texts.text('contacts.shown', { shown, count })}</span>
        <button type="button" class="button quiet small" @click=${showAll}>${texts.text('contacts.show-all')}</button>
      </li>` : nothing}
    </ul>
  </div>`;
}
