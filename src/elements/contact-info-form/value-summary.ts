import { html, nothing, type TemplateResult } from 'lit';
import type { FieldKind } from '../../domain/requirements.js';
import { compareLines, hiddenDifference, shorten, valueLines, type LineWords, type MarkedLine } from './value-lines.js';

/** A value in words. */
export function renderValue(kind: FieldKind | undefined, value: unknown, words: LineWords): TemplateResult {
  const lines = valueLines(kind, value, words);
  if (!lines) return renderUnreadable(words);
  return renderLines(lines.map((line) => ({ ...line, mark: 'same' as const })), words, 'value.more');
}

/** A value in words, with what was added to another and removed from it marked: by sign and word, not by colour alone. */
export function renderChangedValue(kind: FieldKind | undefined, before: unknown, after: unknown, words: LineWords): TemplateResult {
  const lines = valueLines(kind, after, words);
  if (!lines) return renderUnreadable(words);
  const beforeLines = valueLines(kind, before, words) ?? [];
  const compared = compareLines(beforeLines, lines);
  const hidden = hiddenDifference(before, after, compared, beforeLines);
  return html`${lines.length === 0 ? html`<p class="muted">${words.texts.text('value.nothing')}</p>` : nothing}
    ${compared.length > 0 ? renderLines(compared, words, 'value.more-same') : nothing}
    ${hidden ? html`<p class="muted">${words.texts.text(`value.${hidden}`)}</p>` : nothing}`;
}

function renderUnreadable({ texts }: LineWords): TemplateResult {
  return html`<p class="muted">${texts.text('issue.malformed')}</p>`;
}

function renderLines(all: readonly MarkedLine[], { texts }: LineWords, moreKey: string): TemplateResult {
  if (all.length === 0) return html`<p class="muted">${texts.text('value.nothing')}</p>`;
  const { lines, moreChanged, moreSame } = shorten(all);
  return html`<ul class="lines" data-compared=${all.some(({ mark }) => mark !== 'same')}>
    ${lines.map(({ text, mark }) => html`<li class="line" data-mark=${mark}>${mark === 'same' ? html`<bdi>${text}</bdi>`
      : html`<span class="sign" aria-hidden="true">${mark === 'added' ? '+' : '−'}</span><span class="visually-hidden">${texts.text(`value.${mark}`)} </span>${mark === 'added'
        ? html`<ins><bdi>${text}</bdi></ins>` : html`<del><bdi>${text}</bdi></del>`}`}</li>`)}
    ${moreChanged > 0 ? html`<li class="muted">${texts.text('value.more-changed', { count: moreChanged })}</li>` : nothing}
    ${moreSame > 0 ? html`<li class="muted">${texts.text(moreKey, { count: moreSame })}</li>` : nothing}
  </ul>`;
}
