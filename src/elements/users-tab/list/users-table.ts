import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { userStatuses, type Role, type User, type UserStatus } from '../../../domain/user.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import type { UserPage, UserSortKey } from '../../../ports/persistence-adapter.js';
import { roleLabel } from './user-row.js';
import { isNarrowed, narrow, nextPage, previousPage, rangeOf, sortBy, type UsersQuery } from './users-query.js';

const columns: readonly { key: string; sort?: UserSortKey }[] = [
  { key: 'name', sort: 'name' }, { key: 'email', sort: 'email' }, { key: 'role', sort: 'role' }, { key: 'status', sort: 'status' },
  { key: 'lists' }, { key: 'lastActiveAt', sort: 'lastActiveAt' },
];

export interface UsersTableView {
  texts: Texts;
  roles: readonly Role[];
  query: UsersQuery;
  mayManage: boolean;
  isReading: boolean;
  /** The person asks for something else to be listed. */
  show(query: UsersQuery): void;
  /** All are to be listed again; the button that asks for it goes away. */
  clear(): void;
  invite(event: Event): void;
  renderRow(user: User): TemplateResult;
  /** The header of the cells that users are chosen by, and what can be done with the chosen ones, above the table. */
  selectorHeader?: TemplateResult;
  selectionBar?: TemplateResult;
}

export function renderToolbar({ texts, roles, query, mayManage, show, invite }: UsersTableView): TemplateResult {
  const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const option = (value: string, label: string, selected: string) => html`<option value=${value} ?selected=${value === selected}>${label}</option>`;
  return html`<div class="toolbar">
    <label class="search">${texts.text('search')}
      <input class="input" type="search" part="input" placeholder=${texts.text('search.placeholder')} .value=${live(query.search)}
        @input=${(event: Event) => show(narrow(query, { search: valueOf(event) }))} />
    </label>
    <label>${texts.text('filter.role')}
      <select class="select" .value=${live(query.role)} @change=${(event: Event) => show(narrow(query, { role: valueOf(event) }))}>
        ${option('', texts.text('filter.any'), query.role)}
        ${roles.map((role) => option(role.key, roleLabel(texts, role.key), query.role))}
      </select>
    </label>
    <label>${texts.text('filter.status')}
      <select class="select" .value=${live(query.status)} @change=${(event: Event) => show(narrow(query, { status: valueOf(event) as UserStatus | '' }))}>
        ${option('', texts.text('filter.any'), query.status)}
        ${userStatuses.map((status) => option(status, texts.text(`status.${status}`), query.status))}
      </select>
    </label>
    ${mayManage ? html`<button type="button" class="button primary" @click=${invite}>${icon('add')}${texts.text('invite')}</button>` : nothing}
  </div>`;
}

export function renderUsersPage({ users, total, nextCursor }: UserPage, view: UsersTableView): TemplateResult {
  const { texts, query, mayManage, isReading, show, renderRow } = view;
  if (users.length === 0 && query.cursors.length === 1) return html`${view.selectionBar ?? nothing}${renderEmpty(view)}`;
  // An adapter may repeat a row: each user is shown once.
  const rows = [...new Map(users.map((user) => [user.id, user])).values()];
  const range = rangeOf(query, users.length, total);
  return html`${view.selectionBar ?? nothing}<div class="table-box" aria-busy=${isReading}>
    <table role="table" aria-labelledby="caption">
      <caption id="caption" class="visually-hidden">${texts.text('caption')}</caption>
      <thead role="rowgroup"><tr role="row">
        ${view.selectorHeader ?? nothing}
        ${columns.map(({ key, sort }) => renderHeader(view, key, sort))}
        ${mayManage ? html`<th role="columnheader" scope="col" class="actions"><span class="visually-hidden">${texts.text('column.actions')}</span></th>` : nothing}
      </tr></thead>
      <tbody role="rowgroup">${repeat(rows, (user) => user.id, renderRow)}</tbody>
    </table>
  </div>
  <nav class="pages" aria-label=${texts.text('page.label')}>
    <span>${texts.text('range', { ...range })}</span>
    <button type="button" class="button small" ?disabled=${query.cursors.length === 1} @click=${() => show(previousPage(query))}>${texts.text('page.previous')}</button>
    <button type="button" class="button small" ?disabled=${nextCursor === null} @click=${() => nextCursor !== null && show(nextPage(query, nextCursor))}>${texts.text('page.next')}</button>
  </nav>`;
}

function renderHeader({ texts, query, show }: UsersTableView, key: string, by: UserSortKey | undefined): TemplateResult {
  const { sort } = query;
  if (!by) return html`<th role="columnheader" scope="col">${texts.text(`column.${key}`)}</th>`;
  return html`<th role="columnheader" scope="col" aria-sort=${sort.by === by ? sort.direction : 'none'}>
    <button type="button" class="sort" @click=${() => show(sortBy(query, by))}>${texts.text(`column.${key}`)}</button>
  </th>`;
}

function renderEmpty({ texts, query, clear }: UsersTableView): TemplateResult {
  if (isNarrowed(query)) {
    return html`<div class="empty"><p>${texts.text('no-match')}</p>
      <button type="button" class="button" @click=${clear}>${texts.text('clear')}</button></div>`;
  }
  return html`<div class="empty"><h3>${texts.text('empty.title')}</h3><p class="muted">${texts.text('empty.text')}</p></div>`;
}

export function renderSkeleton(texts: Texts): TemplateResult {
  return html`<div aria-busy="true">
    <p class="visually-hidden" role="status">${texts.text('loading')}</p>
    ${Array.from({ length: 5 }, () => html`<div class="skeleton skeleton-row" aria-hidden="true"></div>`)}
  </div>`;
}
