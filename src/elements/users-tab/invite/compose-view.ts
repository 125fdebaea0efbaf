import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Role } from '../../../domain/user.js';
import { renderAnnouncement } from '../../../internal/announcement.js';
import { icon } from '../../../internal/icon.js';
import { roleLabel } from '../list/user-row.js';
import { renderMailingListChoice } from '../mailing-list-choice.js';
import type { UserDialogView } from '../user-dialogs.js';
import type { Composition, Refusals } from './composition.js';
import { dropTarget } from '../../../internal/widgets/drop-target.js';
import { renderFileChoice } from './file-choice.js';

export interface ComposeView extends UserDialogView {
  composition: Composition;
  granted: readonly Role[];
  isSending: boolean;
  /** How many are on the list already. */
  listed: number;
  edit(change: () => void): void;
  submit(): void;
  cancel(): void;
  toList(): void;
  readFiles(files: readonly File[]): void;
}

/** The boxes for one person, or for several whose addresses are pasted. */
export function renderCompose(view: ComposeView): TemplateResult {
  const { texts, composition, granted, isSending, listed, mailingLists, edit } = view;
  const { count, folded, role, boxProblem, failure, refusals } = composition;
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    view.submit();
  };
  const reviewed = count > 1 || listed > 0;
  const label = reviewed ? texts.text('invite.review', { count: listed + count }) : texts.text('invite.send', { count: 1 });
  return html`<form class="dialog-form invite" novalidate @submit=${handleSubmit} @dragover=${dropTarget.handleOver} @dragleave=${dropTarget.handleLeave} @drop=${dropTarget.handleDrop(view.readFiles)}>
    <h3 id="dialog-title">${texts.text('invite.title')}</h3>
    ${listed > 0 ? html`<p class="notice">${texts.text('invite.list', { count: listed })}</p>` : nothing}
    <div class="dialog-field">
      <label class="label" for="invite-name">${texts.text('column.name')}</label>
      <input id="invite-name" class="input" type="text" autocomplete="off" ?readonly=${isSending} aria-describedby="invite-name-help" .value=${live(composition.name)}
        @input=${(event: Event) => edit(() => (composition.name = valueOf(event)))} />
      <p id="invite-name-help" class="help" ?hidden=${count < 2}>${count < 2 ? nothing : texts.text('invite.name.several')}</p>
    </div>
    <div class="dialog-field">
      <label id="invite-email-label" class="label" for="invite-email">${texts.text('column.email')}</label>
      <textarea id="invite-email" class="input address-box" rows=${rowsOf(composition.text)} inputmode="email" autocomplete="off" autocapitalize="off" spellcheck="false" required
        ?readonly=${isSending} aria-labelledby="invite-email-label" aria-describedby="invite-email-help invite-folded invite-problem" aria-invalid=${composition.isBoxInvalid}
        .value=${live(composition.text)} @keydown=${handleEnter} @input=${(event: Event) => edit(() => (composition.text = valueOf(event)))}></textarea>
      <div>
        <p id="invite-email-help" class="help">${texts.text('invite.email.help')}</p>
        <p id="invite-folded" class="help" role="status">${folded > 0 ? texts.text('invite.folded', { count: folded }) : nothing}</p>
      </div>
      <p id="invite-problem" class="error" role="alert" ?hidden=${!boxProblem}>${renderAnnouncement(boxProblem, icon('alert'))}</p>
      ${renderFileChoice(view)}
    </div>
    <div class="dialog-field">
      <label class="label" for="invite-role">${texts.text('column.role')}</label>
      <select id="invite-role" class="select" aria-describedby="invite-role-can" @change=${(event: Event) => edit(() => (composition.role = valueOf(event)))}>
        ${repeat(granted, ({ key }) => key, ({ key }) => html`<option value=${key} ?selected=${key === role}>${roleLabel(texts, key)}</option>`)}
      </select>
      <p id="invite-role-can" class="help">${texts.has(`role.${role}.can`) ? texts.text(`role.${role}.can`) : nothing}</p>
    </div>
    ${renderMailingListChoice(texts, mailingLists, composition.lists, () => edit(() => undefined))}
    ${refusals ? renderRefusals(refusals) : nothing}
    <p class="error" role="alert" ?hidden=${!failure}>${renderAnnouncement(failure, icon('alert'))}</p>
    <div class="dialog-actions">
      <button type="submit" class="button primary" aria-disabled=${isSending}>${isSending ? texts.text('saving') : label}</button>
      ${listed > 0 ? html`<button type="button" class="button" @click=${() => view.toList()}>${texts.text('invite.to-list')}</button>`
        : html`<button type="button" class="button" @click=${() => view.cancel()}>${texts.text('cancel')}</button>`}
    </div>
  </form>`;
}

function renderRefusals({ heading, refused }: Refusals): TemplateResult {
  return html`<div class="notice danger" role="alert">
    <p>${heading}</p>
    <ul class="refused">${refused.map(({ what, reason }) => html`<li><bdi>${what}</bdi> – ${reason}</li>`)}</ul>
  </div>`;
}

/** Enter sends, as in any other box of a form; with Shift it starts a line, as pasted ones do. */
function handleEnter(event: KeyboardEvent): void {
  // In WebKit the Enter that ends a composition comes after it, and is told by its code (bug 165004).
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  (event.target as HTMLTextAreaElement).form?.requestSubmit();
}

/** Where `field-sizing` is unknown the box grows by lines. */
function rowsOf(text: string): number {
  return Math.min(text.split('\n').length, 8);
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
}
