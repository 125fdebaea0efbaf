import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Role } from '../../../domain/user.js';
import { renderAnnouncement, type Announcement } from '../../../internal/announcement.js';
import { roleLabel } from '../list/user-row.js';
import { renderMailingListChoice } from '../mailing-list-choice.js';
import type { UserDialogView } from '../user-dialogs.js';
import { dropTarget } from '../../../internal/widgets/drop-target.js';
import type { DraftRow, InvitationDraft } from './invitation-draft.js';
import { renderLinkBox } from './link-box.js';
import type { ReviewPages } from './review-pages.js';
import { renderReviewRow } from './review-row.js';

/** How far the sending is. */
export interface Sending {
  total: number;
  done: number;
  isStopping: boolean;
}

/** What is said above the list. */
export interface ReviewNotice extends Announcement {
  /** `true`: all is well. */
  isGood?: boolean;
}

export interface ReviewView extends UserDialogView {
  draft: InvitationDraft;
  pages: ReviewPages;
  granted: readonly Role[];
  lists: Set<string>;
  sending: Sending | undefined;
  notices: readonly ReviewNotice[];
  lookup: 'running' | 'partial' | 'done';
  /** How many were discarded and can be taken back. */
  discarded: number;
  /** Where a link could not be put into the clipboard, whose it is. */
  linkByHand: DraftRow | undefined;
  edit(change: () => void): void;
  /** The address was put right, and the person went on. */
  handleAddress(row: DraftRow): void;
  remove(row: DraftRow, index: number): void;
  copyLink(row: DraftRow): void;
  readFiles(files: readonly File[]): void;
  send(): void;
  stop(): void;
  add(): void;
  discard(): void;
  takeBack(): void;
  close(): void;
}

/** The list of those who are to be invited, and what became of each. Not a form: Enter in a box is not to send anything. */
export function renderReview(view: ReviewView): TemplateResult {
  const { texts, draft, pages, sending, mailingLists, lists } = view;
  const { rows, from, total, hasNext } = pages.current;
  const sendable = draft.sendable.length;
  const unsent = draft.unsent.length;
  const members = draft.rows.filter((row) => draft.isMember(row)).length;
  const attention = draft.rows.filter((row) => draft.needsAttention(row)).length;
  const problems = draft.rows.filter((row) => draft.obstacleOf(row)).length - members;
  const isDone = draft.rows.length > 0 && unsent === 0;
  return html`<div class="dialog-form invite review" @dragover=${dropTarget.handleOver} @dragleave=${dropTarget.handleLeave} @drop=${dropTarget.handleDrop(view.readFiles)}>
    <h3 id="dialog-title" tabindex="-1">${texts.text(isDone ? 'review.title.done' : 'review.title')}</h3>
    <div class="review-said">
      <div role="status">${renderNotices(view.notices, false)}</div>
      <div role="alert">${renderNotices(view.notices, true)}</div>
      <p class="help" role="status">${[lookupText(view), problems > 0 ? texts.text('review.problems', { count: problems }) : '', members > 0 ? texts.text('review.members', { count: members }) : ''].join(' ').trim() || nothing}</p>
    </div>
    ${draft.rows.length === 0 ? html`<p class="muted">${texts.text('review.nobody')}</p>` : html`
      ${isDone ? nothing : renderControls(view, attention)}
      <div class="review-box">
        <table role="table" aria-labelledby="review-caption">
          <caption id="review-caption" class="visually-hidden">${texts.text('review.caption')}</caption>
          <thead role="rowgroup"><tr role="row">
            ${['name', 'email', 'role', 'status'].map((column) => html`<th role="columnheader" scope="col">${texts.text(`column.${column}`)}</th>`)}
            <th role="columnheader" scope="col"><span class="visually-hidden">${texts.text('column.actions')}</span></th>
          </tr></thead>
          <tbody role="rowgroup">${repeat(rows, ({ id }) => id, (row, index) => renderReviewRow(row, index, view))}</tbody>
        </table>
      </div>
      ${total > rows.length || pages.isOnlyAttention ? html`<nav class="pages" aria-label=${texts.text('review.pages')}>
        <span>${texts.text('range', { from: total === 0 ? 0 : from + 1, to: from + rows.length, total })}</span>
        <button type="button" class="button small" ?disabled=${from === 0} @click=${() => view.edit(() => pages.turn(-1))}>${texts.text('page.previous')}</button>
        <button type="button" class="button small" ?disabled=${!hasNext} @click=${() => view.edit(() => pages.turn(1))}>${texts.text('page.next')}</button>
      </nav>` : nothing}`}
    ${isDone ? nothing : renderMailingListChoice(texts, mailingLists, lists, () => view.edit(() => undefined))}
    ${view.linkByHand ? renderLinkBox(texts, 'review-link', texts.text('link.label-of', { who: view.linkByHand.address }), view.linkByHand.link ?? '') : nothing}
    ${sending ? renderSending(view, sending) : nothing}
    ${view.discarded > 0 ? html`<p class="notice" role="status"><span>${texts.text('review.discarded', { count: view.discarded })}</span>
      <button type="button" class="button small" @click=${() => view.takeBack()}>${texts.text('undo')}</button></p>` : nothing}
    ${unsent > 0 && !sending ? html`<p class="help">${texts.text('review.kept')}</p>` : nothing}
    <div class="dialog-actions">
      ${isDone || draft.rows.length === 0 ? nothing : html`<button type="button" class="button primary" aria-disabled=${sending !== undefined || sendable === 0} @click=${() => view.send()}>
        ${sending ? texts.text('saving') : texts.text('invite.send', { count: Math.max(sendable, 1) })}</button>`}
      ${sending || isDone ? nothing : html`<button type="button" class="button" @click=${() => view.add()}>${texts.text('review.add')}</button>`}
      <button type="button" class="button ${isDone ? 'primary' : ''}" @click=${() => view.close()}>${texts.text('close')}</button>
      ${sending || unsent === 0 ? nothing : html`<button type="button" class="button quiet danger-text" @click=${() => view.discard()}>${texts.text('review.discard')}</button>`}
    </div>
  </div>`;
}

function renderNotices(notices: readonly ReviewNotice[], areProblems: boolean): TemplateResult[] {
  return notices.filter(({ isProblem = false }) => isProblem === areProblems)
    .map((notice) => html`<p class="notice ${areProblems ? 'danger' : notice.isGood ? 'success' : ''}">${renderAnnouncement(notice)}</p>`);
}

function lookupText({ texts, lookup }: ReviewView): string {
  if (lookup === 'done') return '';
  return texts.text(lookup === 'running' ? 'review.looking-up' : 'review.lookup-later');
}

function renderControls(view: ReviewView, attention: number): TemplateResult {
  const { texts, draft, pages, granted, sending, edit } = view;
  const common = draft.commonRole;
  const handleRole = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    if (value !== '') edit(() => draft.setAllRoles(value));
  };
  return html`<div class="review-controls">
    <label>${texts.text('review.role-of-all')}
      <select class="select" ?disabled=${sending !== undefined} .value=${live(common)} @change=${handleRole}>
        <option value="" ?selected=${common === ''} disabled>${texts.text('review.roles-differ')}</option>
        ${granted.map(({ key }) => html`<option value=${key} ?selected=${key === common}>${roleLabel(texts, key)}</option>`)}
      </select>
    </label>
    ${attention > 0 || pages.isOnlyAttention ? html`<label class="choice">
      <input type="checkbox" .checked=${live(pages.isOnlyAttention)} @change=${(event: Event) => edit(() => pages.narrow((event.target as HTMLInputElement).checked))} />
      <span>${texts.text('review.only-attention')}</span></label>` : nothing}
  </div>`;
}

function renderSending({ texts, stop }: ReviewView, { total, done, isStopping }: Sending): TemplateResult {
  const progress = texts.text('sending.progress', { done, total });
  return html`<div class="sending">
    <progress max=${total} .value=${done} aria-label=${progress}></progress>
    <p role="status">${isStopping ? texts.text('sending.stopping') : progress}</p>
    <button type="button" class="button small" aria-disabled=${isStopping} @click=${stop}>${texts.text('sending.stop')}</button>
  </div>`;
}
