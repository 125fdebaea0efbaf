import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../../../internal/issue-text.js';
import { rangeText, type Listed } from './list-texts.js';
import { passedPage } from './shown-page.js';
import { firstPage, nextPage, previousPage, type ChangeQuery, type UsersQuery } from './users-query.js';

export interface PagerView {
  texts: Texts;
  listed: Listed;
  /** What is shown is about to be replaced by something else: its pages cannot be turned any more. */
  isOutdated: boolean;
  /** The id of what has the focus. */
  focusedId: string | undefined;
  change: ChangeQuery;
  requestUpdate(): void;
}

export type Turn = 'first' | 'previous' | 'next';
const turns: readonly Turn[] = ['first', 'previous', 'next'];
/** Page Up and Page Down alone are the browser's, and so are the arrows with Alt. */
const shortcuts: Partial<Record<Turn, string>> = { previous: 'Alt+PageUp', next: 'Alt+PageDown' };

/** What a turn leads to; `undefined` where there is nothing. The port has no way to the last page. */
export function turned({ page, query }: Listed, turn: Turn): UsersQuery | undefined {
  if (turn === 'next') return page.nextCursor === null ? undefined : nextPage(query, page.nextCursor, passedPage(page));
  if (query.cursors.length === 1) return undefined;
  return turn === 'first' ? firstPage(query) : previousPage(query);
}

export function renderPager(view: PagerView): TemplateResult {
  const { texts, listed } = view;
  const hasPages = turns.some((turn) => turned(listed, turn) !== undefined);
  return html`<nav class="pages" aria-label=${texts.text('page.label')}>
    ${hasPages ? html`<span class="help keys" id="page-keys">${texts.text('page.keys')}</span>` : nothing}
    <span>${rangeText(texts, listed.page)}</span>
    ${hasPages ? html`<span class="turns">${turns.map((turn) => renderTurn(view, turn))}</span>` : nothing}
  </nav>`;
}

/** A button that becomes unavailable while it has the focus keeps it until it is left. */
function renderTurn({ texts, listed, isOutdated, focusedId, change, requestUpdate }: PagerView, turn: Turn): TemplateResult {
  const to = turned(listed, turn);
  const id = `page-${turn}`;
  const keepsFocus = to === undefined && focusedId === id;
  return html`<button type="button" class="button small" id=${id} aria-keyshortcuts=${shortcuts[turn] ?? nothing}
    ?disabled=${to === undefined && !keepsFocus} aria-disabled=${keepsFocus ? 'true' : nothing} @blur=${requestUpdate}
    @click=${() => to && !isOutdated && change(() => to)}>${texts.text(`page.${turn}`)}</button>`;
}

/** Alt+Page Up and Alt+Page Down, wherever the focus is in the list. */
export function handlePageKeys(event: KeyboardEvent, { listed, isOutdated, change }: PagerView): void {
  const turn = turns.find((one) => event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && shortcuts[one] === `Alt+${event.key}`);
  if (!turn || event.defaultPrevented || (event.target as Element).closest('[role="menu"]')) return;
  event.preventDefault();
  const to = turned(listed, turn);
  if (to && !isOutdated) change(() => to);
}
