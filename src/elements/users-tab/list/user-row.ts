import { html, nothing, type TemplateResult } from 'lit';
import type { User, Viewer, Vocabulary } from '../../../domain/user.js';
import type { Texts } from '../../../internal/issue-text.js';
import { absoluteTime, relativeTime } from '../../../internal/relative-time.js';

export interface UserRowView {
  user: User;
  texts: Texts;
  viewer: Viewer | null;
  mailingLists: readonly Vocabulary[];
  now: Date;
  /** What is happening to the user just now, in words. */
  busy?: string;
  /** Why the last attempt failed, in words. */
  problem?: string;
  /** A cell before the name, to choose the user by. */
  selector?: TemplateResult;
  /** The menu of what can be done; absent where the viewer may do nothing. */
  actions?: TemplateResult;
}

/** What a user is called: an invited one may have no name yet. */
export function nameOf(user: User): string {
  return user.name || user.email;
}

/** A role's name. One that nobody has words for is shown by its key. */
export function roleLabel(texts: Texts, key: string): string {
  return texts.has(`role.${key}`) ? texts.text(`role.${key}`) : key;
}

/** Roles are said explicitly: the cards of narrow places change `display`, which would take them away. */
export function renderUserRow(view: UserRowView): TemplateResult {
  const { user, texts, viewer, mailingLists, busy, problem, selector, actions } = view;
  const lists = user.mailingLists.map((key) => mailingLists.find((list) => list.key === key)?.label ?? key);
  const cell = (column: string, content: unknown) => html`<td role="cell" class="cell-${column}" data-column=${texts.text(`column.${column}`)}>${content}</td>`;
  return html`<tr role="row" part="row" data-user=${user.id} aria-busy=${busy !== undefined}>
    ${selector ?? nothing}
    <th role="rowheader" scope="row">
      <bdi class="name">${user.name || html`<span class="muted">${texts.text('unnamed')}</span>`}</bdi>
      ${user.id === viewer?.id ? html`<span class="muted">${texts.text('you')}</span>` : nothing}
      ${busy ? html`<span class="row-busy">${busy}</span>` : nothing}
      ${problem ? html`<span class="error" role="alert">${problem}</span>` : nothing}
    </th>
    ${cell('email', html`<bdi>${user.email.split('@').map((part, index) => (index === 0 ? part : html`<wbr>@${part}`))}</bdi>`)}
    ${cell('role', roleLabel(texts, user.role))}
    ${cell('status', renderStatus(view))}
    ${cell('lists', lists.length > 0 ? lists.join(', ') : html`<span class="muted">${texts.text('none')}</span>`)}
    ${cell('lastActiveAt', renderLastActive(view))}
    ${actions ? html`<td role="cell" class="actions">${actions}</td>` : nothing}
  </tr>`;
}

/** Whoever is looking is active, whether or not the store has noticed yet. */
function renderLastActive(view: UserRowView): TemplateResult {
  const { user, texts, viewer } = view;
  if (user.lastActiveAt) return renderTime(view, user.lastActiveAt);
  return html`<span class="muted">${texts.text(user.id === viewer?.id ? 'now' : 'never')}</span>`;
}

function renderTime({ texts, now }: UserRowView, instant: string): TemplateResult {
  return html`<time datetime=${instant} title=${absoluteTime(instant, texts.lang)}>${relativeTime(instant, now, texts.lang) ?? instant}</time>`;
}

function renderStatus({ user, texts, now }: UserRowView): TemplateResult {
  const when = user.status === 'invited' && user.expiresAt ? relativeTime(user.expiresAt, now, texts.lang) : null;
  const isExpired = when !== null && Date.parse(user.expiresAt ?? '') < now.getTime();
  return html`<span class="badge" data-status=${user.status}>${texts.text(`status.${user.status}`)}</span>
    ${when ? html`<span class="help when">${texts.text(isExpired ? 'invitation.expired' : 'invitation.expires', { when })}</span>` : nothing}`;
}
