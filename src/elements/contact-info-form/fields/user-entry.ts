import { html, nothing, type TemplateResult } from 'lit';
import type { Issue } from '../../../domain/issue.js';
import type { User } from '../../../domain/user.js';
import { icon } from '../../../internal/icon.js';
import { issueText, type Texts } from '../../../internal/issue-text.js';
import type { UserLookup } from '../user-lookup.js';

/** What a user is called: an invited one may have no name yet. */
export function userName(user: Pick<User, 'name' | 'email'>): string {
  return user.name || user.email;
}

/** What a chosen user is called: by id where the directory has not said, and a text where it has no such user. */
export function chosenName(texts: Texts, lookup: UserLookup, id: string): string {
  const user = lookup.get(id);
  if (user) return userName(user);
  return lookup.standingOf(id) === 'gone' ? texts.text('users.unknown') : id;
}

/** An issue of a field of users in words: of somebody who is not active, why. */
export function userIssueText(texts: Texts, lookup: UserLookup, issue: Issue, id: string | undefined): string {
  return issueText(texts, issue, id !== undefined && issue.code === 'user-not-active' ? lookup.standingOf(id) : '');
}

export interface UserEntry {
  id: string;
  index: number;
  issues: readonly Issue[];
  viewerId: string;
  texts: Texts;
  lookup: UserLookup;
  /** Absent where the value cannot be changed. */
  actions?: { handleRemove(): void; handleReplace(): void };
}

/** One chosen user. One who cannot be reached has the reason beside them, and the way on. */
export function renderUserEntry({ id, index, issues, viewerId, texts, lookup, actions }: UserEntry): TemplateResult {
  const user = lookup.get(id);
  const name = chosenName(texts, lookup, id);
  const reasons = new Set(issues.map((issue) => userIssueText(texts, lookup, issue, id)));
  const isInvalid = reasons.size > 0;
  const replaceable = issues.some(({ code }) => code === 'user-not-active');
  return html`<li class="entry user-entry" part="entry" data-invalid=${isInvalid}>
    <span class="entry-text"><bdi class=${user?.name ? 'entry-name' : ''}>${name}</bdi>${id === viewerId ? html` <span class="muted">${texts.text('users.you')}</span>` : nothing}${
      user?.name ? html` <bdi>${user.email}</bdi>` : nothing}</span>
    ${[...reasons].map((reason) => html`<span class="entry-issue">${reason}</span>`)}
    ${actions && replaceable ? html`<button type="button" class="button small" aria-label=${texts.text('users.replace-of', { name })}
      @click=${actions.handleReplace}>${texts.text('users.replace')}</button>` : nothing}
    ${actions ? html`<button type="button" class="icon-button" data-index=${index} aria-label=${texts.text('users.remove', { name })}
      @click=${actions.handleRemove}>${icon('close')}</button>` : nothing}
  </li>`;
}
