import { html, nothing, type TemplateResult } from 'lit';
import { findRole, userStatuses, type Role, type User, type Viewer, type Vocabulary } from '../../../domain/user.js';
import type { Texts } from '../../../internal/issue-text.js';
import type { UnreadableUser } from '../../../ports/persistence-adapter.js';
import { inSentence, isBlank } from './user-name.js';
import { renderAddress, renderExpiry, renderInstant, renderText } from './user-text.js';

export { nameOf } from './user-name.js';

export interface UserRowView {
  user: User;
  texts: Texts;
  viewer: Viewer | null;
  roles: readonly Role[];
  mailingLists: readonly Vocabulary[];
  now: Date;
  /** What was searched for. */
  search: string;
  /** What is happening to the user just now, in words. */
  busy?: string;
  /** Why the last attempt failed, in words. */
  problem?: string;
  /** A cell before the name, to choose the user by. */
  selector?: TemplateResult;
  /** The menu of what can be done; absent where the viewer may do nothing. */
  actions?: TemplateResult;
}

/** A role's name. One that nobody has words for is shown by its key. */
export function roleLabel(texts: Texts, key: string): string {
  return texts.has(`role.${key}`) ? texts.text(`role.${key}`) : key;
}

/** What stands in the columns after the name. */
interface Cells {
  email: unknown;
  role: unknown;
  status: unknown;
  lists: unknown;
  lastActiveAt: unknown;
}

/** In one piece for all of a row: pages are made of many. Roles are said explicitly: the cards of narrow places change `display`, which would take them away. */
function renderCells(texts: Texts, { email, role, status, lists, lastActiveAt }: Cells): TemplateResult {
  return html`<td role="cell" class="cell-email" data-column=${texts.text('column.email')}>${email}</td>
    <td role="cell" class="cell-role" data-column=${texts.text('column.role')}>${role}</td>
    <td role="cell" class="cell-status" data-column=${texts.text('column.status')}>${status}</td>
    <td role="cell" class="cell-lists" data-column=${texts.text('column.lists')}>${lists}</td>
    <td role="cell" class="cell-lastActiveAt" data-column=${texts.text('column.lastActiveAt')}>${lastActiveAt}</td>`;
}

export function renderUserRow(view: UserRowView): TemplateResult {
  const { user, texts, viewer, mailingLists, search, busy, problem, selector, actions } = view;
  const lists = user.mailingLists.map((key) => mailingLists.find((list) => list.key === key)?.label ?? key);
  return html`<tr role="row" part="row" data-user=${user.id} aria-busy=${busy !== undefined}>
    ${selector ?? nothing}
    <th role="rowheader" scope="row">
      <span class="name">${isBlank(user.name) ? html`<bdi class="muted">${texts.text('unnamed')}</bdi>` : renderText(texts, user.name, search)}</span>
      ${user.id === viewer?.id ? html`<span class="muted">${texts.text('you')}</span>` : nothing}
      ${busy ? html`<span class="row-busy">${busy}</span>` : nothing}
      ${problem ? html`<span class="error" role="alert">${problem}</span>` : nothing}
    </th>
    ${renderCells(texts, {
      email: isBlank(user.email) ? html`<span class="muted">${texts.text('no-email')}</span>` : renderAddress(texts, user.email, search),
      role: renderRole(view),
      status: renderStatus(view),
      lists: lists.length > 0 ? renderText(texts, lists.join(', ')) : html`<span class="muted">${texts.text('none')}</span>`,
      lastActiveAt: renderLastActive(view),
    })}
    ${actions ? html`<td role="cell" class="actions">${actions}</td>` : nothing}
  </tr>`;
}

/** What the portal does not know is not said as if it did: nobody can tell what such a role may do. */
function renderRole({ user, texts, roles }: UserRowView): TemplateResult | string {
  if (findRole(roles, user.role)) return roleLabel(texts, user.role);
  return html`${isBlank(user.role) ? nothing : renderText(texts, user.role)} <span class="muted">${texts.text('role.unknown')}</span>`;
}

/** Whoever is looking is active, whether or not the store has noticed yet. */
function renderLastActive({ user, texts, viewer, now }: UserRowView): TemplateResult {
  const when = user.lastActiveAt ? renderInstant(texts, user.lastActiveAt, now) : undefined;
  if (when) return when;
  return html`<span class="muted">${texts.text(when === null ? 'time.unknown' : user.id === viewer?.id ? 'now' : 'never')}</span>`;
}

function renderStatus({ user, texts, now }: UserRowView): TemplateResult {
  return html`<span class="badge" data-status=${user.status}>${texts.text(`status.${user.status}`)}</span>
    ${user.status === 'invited' && user.expiresAt ? renderExpiry(texts, user.expiresAt, now) : nothing}`;
}

/** Somebody of whom not everything can be read, so that nothing can be done; what can be read is shown. */
export function renderUnreadableRow(texts: Texts, { name = '', email = '', role = '', status = '', issue }: UnreadableUser, cells: { selector: boolean; actions: boolean }): TemplateResult {
  const shown = (text: string) => (isBlank(text) ? nothing : renderText(texts, text));
  const isKnown = userStatuses.some((one) => one === status);
  const path = issue.path.slice(issue.path.length > 2 ? 2 : 0).join(' › ');
  return html`<tr role="row" part="row">
    ${cells.selector ? html`<td role="cell"></td>` : nothing}
    <th role="rowheader" scope="row">
      <span class="name">${shown(name)}</span>
      <span class="error"><span>${texts.text('row.unreadable', { path })}</span></span>
    </th>
    ${renderCells(texts, {
      email: isBlank(email) ? nothing : renderAddress(texts, email),
      role: shown(roleLabel(texts, role)),
      status: isKnown ? texts.text(`status.${status}`) : isBlank(status) ? nothing : html`<bdi>${texts.text('status.unknown', { status: inSentence(status) })}</bdi>`,
      lists: nothing,
      lastActiveAt: nothing,
    })}
    ${cells.actions ? html`<td role="cell" class="actions"></td>` : nothing}
  </tr>`;
}
