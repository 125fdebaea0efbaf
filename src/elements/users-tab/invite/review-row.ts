import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Issue } from '../../../domain/issue.js';
import { icon } from '../../../internal/icon.js';
import { issueText, type Texts } from '../../../internal/issue-text.js';
import { roleLabel } from '../list/user-row.js';
import type { DraftRow, InvitationDraft } from './invitation-draft.js';
import type { ReviewView } from './review-view.js';

/** Whose row it is, in words: for the names of its boxes. */
export function whoIs(texts: Texts, { address, name, tableRow, id }: DraftRow): string {
  return shorten(address.trim() || name) || texts.text('review.somebody', { row: tableRow ?? id });
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Why a row cannot be sent, or was not, in words. */
function reasonFor(texts: Texts, draft: InvitationDraft, row: DraftRow): string | undefined {
  const obstacle = draft.obstacleOf(row);
  if (obstacle) return issueText(texts, obstacle, variantOf(obstacle));
  return row.refusal && issueText(texts, row.refusal, variantOf(row.refusal));
}

function variantOf({ code, params }: Issue): string {
  if (code === 'user.duplicate-address') return String(params?.status ?? '');
  return { duplicate: 'invitation', required: 'role', 'user.unknown-role': 'choose', 'guard.role-rank': 'choose' }[code] ?? '';
}

export function renderReviewRow(row: DraftRow, index: number, view: ReviewView): TemplateResult {
  const { texts, draft, sending } = view;
  const who = whoIs(texts, row);
  const id = `review-${row.id}`;
  const obstacle = draft.obstacleOf(row);
  const isFixed = row.isSent || sending !== undefined;
  const isAboutRole = obstacle !== undefined && row.role === '' && obstacle === row.roleIssue || obstacle?.code === 'required';
  const cell = (column: string, content: unknown) => html`<td role="cell" data-label=${texts.text(`column.${column}`)}>${content}</td>`;
  const address = isFixed ? html`<bdi class="fixed">${row.address}</bdi>` : html`<input class="input" type="text" inputmode="email" dir="ltr" autocomplete="off" autocapitalize="off" spellcheck="false"
    aria-label=${texts.text('review.address-of', { who })} aria-invalid=${obstacle !== undefined && !isAboutRole && !draft.isMember(row)} aria-describedby="${id}-reason" .value=${live(row.address)}
    @input=${(event: Event) => view.edit(() => draft.setAddress(row, valueOf(event)))} @change=${() => view.handleAddress(row)} />`;
  return html`<tr role="row" data-state=${stateOf(row, draft)}>
    ${cell('name', isFixed ? html`<bdi class="fixed review-name">${row.name}</bdi>` : html`<input class="input" type="text" dir="auto" autocomplete="off" aria-label=${texts.text('review.name-of', { who })} .value=${live(row.name)}
      @input=${(event: Event) => view.edit(() => (row.name = valueOf(event)))} />`)}
    <th role="rowheader" scope="row" data-label=${texts.text('column.email')}>${address}</th>
    ${cell('role', isFixed ? html`<span class="fixed">${roleLabel(texts, row.role)}</span>` : renderRole(row, who, `${id}-reason`, isAboutRole, view))}
    ${cell('status', renderState(row, id, who, view))}
    <td role="cell" class="review-action">${isFixed ? nothing : html`<button type="button" class="icon-button" data-remove=${index} aria-label=${texts.text('review.remove-of', { who })}
      @click=${() => view.remove(row, index)}>${icon('close')}</button>`}</td>
  </tr>`;
}

function renderRole(row: DraftRow, who: string, reasonId: string, isInvalid: boolean, { texts, draft, granted, edit }: ReviewView): TemplateResult {
  const handleChange = (event: Event) => edit(() => draft.setRole(row, valueOf(event)));
  return html`<select class="select" aria-label=${texts.text('review.role-for', { who })} aria-invalid=${isInvalid} aria-describedby=${isInvalid ? reasonId : nothing} .value=${live(row.role)} @change=${handleChange}>
    ${row.role === '' ? html`<option value="" selected disabled>${texts.text('review.choose-role')}</option>` : nothing}
    ${granted.map(({ key }) => html`<option value=${key} ?selected=${key === row.role}>${roleLabel(texts, key)}</option>`)}
  </select>`;
}

type RowState = 'sent' | 'member' | 'problem' | 'refused' | 'unheard' | 'ready';

function stateOf(row: DraftRow, draft: InvitationDraft): RowState {
  if (row.isSent) return 'sent';
  if (draft.obstacleOf(row)) return draft.isMember(row) ? 'member' : 'problem';
  if (row.refusal) return 'refused';
  return row.isUncertain ? 'unheard' : 'ready';
}

function renderState(row: DraftRow, id: string, who: string, view: ReviewView): TemplateResult {
  const { texts, draft } = view;
  const reason = row.isSent ? undefined : reasonFor(texts, draft, row);
  const state = stateOf(row, draft);
  const notes = [
    row.times > 1 ? texts.text('review.times', { count: row.times }) : '',
    row.alsoAs.length > 0 ? texts.text('review.also-as', { names: shorten(row.alsoAs.join(', ')) }) : '',
    reason && row.tableRow !== undefined ? texts.text('review.table-row', { row: row.tableRow }) : '',
  ].filter(Boolean);
  return html`<span class="badge">${state === 'member' ? texts.text(`status.${row.member}`) : texts.text(`review.${state}`)}</span>
    ${row.link ? html`<button type="button" class="button quiet small" aria-label=${texts.text('link.copy-of', { who })} @click=${() => view.copyLink(row)}>${icon('copy')}${texts.text('link.copy')}</button>` : nothing}
    <span id="${id}-reason" class="review-reason">${reason ?? nothing}</span>
    ${notes.length > 0 ? html`<span class="help review-note">${notes.join(' ')}</span>` : nothing}`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
