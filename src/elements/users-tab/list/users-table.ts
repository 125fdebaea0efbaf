import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { User } from '../../../domain/user.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import type { UserSortKey } from '../../../ports/persistence-adapter.js';
import { doubtTexts } from './list-texts.js';
import type { FirstRows } from './first-rows.js';
import type { RowSlots } from './row-slots.js';
import { renderUnreadableRow } from './user-row.js';
import { handlePageKeys, renderPager, type PagerView } from './users-pager.js';
import { isNarrowed, sortBy } from './users-query.js';

const columns: readonly { key: string; sort?: UserSortKey }[] = [
  { key: 'name', sort: 'name' }, { key: 'email', sort: 'email' }, { key: 'role', sort: 'role' }, { key: 'status', sort: 'status' },
  { key: 'lists' }, { key: 'lastActiveAt', sort: 'lastActiveAt' },
];

export interface UsersTableView extends PagerView {
  mayManage: boolean;
  isReading: boolean;
  clear(): void;
  slots: RowSlots;
  firstRows: FirstRows;
  renderRow(user: User): TemplateResult;
  /** The header of the cells that users are chosen by, and what can be done with the chosen ones, above the table. */
  selectorHeader?: TemplateResult;
  selectionBar?: TemplateResult;
}

export function renderUsersPage(view: UsersTableView): TemplateResult {
  const { texts, listed: { page, query }, mayManage, isReading, slots, firstRows, renderRow } = view;
  if (page.rows.length === 0 && query.cursors.length === 1 && page.nextCursor === null) return html`${view.selectionBar ?? nothing}${renderEmpty(view)}`;
  const doubts = doubtTexts(texts, page);
  const slotOf = slots.assign(page.rows.map(({ key }) => key));
  const rows = firstRows.of(page.rows);
  const cells = { selector: view.selectorHeader !== undefined, actions: mayManage };
  return html`<div class="listing" @keydown=${(event: KeyboardEvent) => handlePageKeys(event, view)}>
    ${doubts.length > 0 ? html`<div class="notice warning"><p>${doubts.join(' ')}</p></div>` : nothing}
    ${view.selectionBar ?? nothing}
    <div class="table-box" aria-busy=${isReading}>
      <table role="table" aria-labelledby="caption" class=${mayManage ? 'manageable' : nothing}>
        <caption id="caption" class="visually-hidden">${texts.text('caption')}</caption>
        <thead role="rowgroup"><tr role="row">
          ${view.selectorHeader ?? nothing}
          ${columns.map(({ key, sort }) => renderHeader(view, key, sort))}
          ${mayManage ? html`<th role="columnheader" scope="col" class="actions"><span class="visually-hidden">${texts.text('column.actions')}</span></th>` : nothing}
        </tr></thead>
        <tbody role="rowgroup">${repeat(rows, ({ key }) => slotOf.get(key), ({ user, unreadable }) => (
          user ? renderRow(user) : unreadable ? renderUnreadableRow(texts, unreadable, cells) : nothing))}</tbody>
      </table>
      ${page.rows.length === 0 ? html`<p class="muted nobody">${texts.text('page.nobody')}</p>` : nothing}
    </div>
    ${rows.length < page.rows.length ? nothing : renderPager(view)}
  </div>`;
}

/** `aria-sort` says how the rows are sorted that are shown; what was asked for last is what a press goes on from. */
function renderHeader({ texts, listed, change }: UsersTableView, key: string, by: UserSortKey | undefined): TemplateResult {
  const { sort } = listed.query;
  if (!by) return html`<th role="columnheader" scope="col" class="unsortable"><span class="head">${texts.text(`column.${key}`)}</span></th>`;
  return html`<th role="columnheader" scope="col" aria-sort=${sort.by === by ? sort.direction : 'none'}>
    <button type="button" class="head sort" @click=${() => change((last) => sortBy(last, by))}>${texts.text(`column.${key}`)}${icon('arrow-up')}</button>
  </th>`;
}

function renderEmpty({ texts, listed, clear }: UsersTableView): TemplateResult {
  if (isNarrowed(listed.query)) {
    return html`<div class="empty"><p>${texts.text('no-match')}</p>
      <button type="button" class="button" @click=${clear}>${texts.text('clear')}</button></div>`;
  }
  return html`<div class="empty"><h3>${texts.text('empty.title')}</h3><p class="muted">${texts.text('empty.text')}</p></div>`;
}

/** The table as it will be, so that nothing moves when the rows come. */
export function renderSkeleton(texts: Texts, { mayManage, hasBar }: { mayManage: boolean; hasBar: boolean }): TemplateResult {
  const cell = ({ key }: { key: string }) => html`<td class="cell-${key}"><div class="skeleton"></div></td>`;
  return html`<div class="listing" aria-busy="true">
    <p class="visually-hidden" role="status">${texts.text('loading')}</p>
    ${hasBar ? html`<div class="selection-bar" aria-hidden="true"></div>` : nothing}
    <div class="table-box"><table aria-hidden="true">
      <thead><tr>${mayManage ? html`<th class="selector"><span class="page-selector"></span></th>` : nothing}${columns.map(({ key, sort }) => html`<th class=${sort ? nothing : 'unsortable'}><span class="head">${texts.text(`column.${key}`)}</span></th>`)}${mayManage ? html`<th class="actions"></th>` : nothing}</tr></thead>
      <tbody>${Array.from({ length: 6 }, () => html`<tr>${mayManage ? html`<td class="selector"></td>` : nothing}${columns.map(cell)}${mayManage ? html`<td class="actions"></td>` : nothing}</tr>`)}</tbody>
    </table></div>
    <div class="pages" aria-hidden="true"><div class="skeleton"></div></div>
  </div>`;
}
