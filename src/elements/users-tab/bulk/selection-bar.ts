import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { User } from '../../../domain/user.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { nameOf } from '../list/user-row.js';
import { isNarrowed, type UsersQuery } from '../list/users-query.js';
import type { UserSelection } from './user-selection.js';

/*
 * The checkboxes that users are chosen by, and the line above the table: how many are chosen, and what can be done
 * with them. The line is there all the time, so that choosing somebody moves nothing.
 */

export interface UserSelectorView {
  user: User;
  texts: Texts;
  isChosen: boolean;
  /** With Shift, all from the one that was chosen last. */
  handleClick(event: MouseEvent): void;
  handleKeydown(event: KeyboardEvent): void;
}

export function renderUserSelector({ user, texts, isChosen, handleClick, handleKeydown }: UserSelectorView): TemplateResult {
  return html`<td role="cell" class="selector"><label @mousedown=${handleRangePress}>
    <input type="checkbox" .checked=${live(isChosen)} @click=${handleClick} @keydown=${handleKeydown} /><span class="visually-hidden">${texts.text('select.user', { name: nameOf(user) })}</span>
  </label></td>`;
}

/** With Shift a press would mark the text between two places, and in Firefox a press of the label would choose nobody. */
function handleRangePress(event: MouseEvent): void {
  if (!event.shiftKey) return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).querySelector('input')?.focus();
}

export interface PageSelectorView {
  texts: Texts;
  chosen: 'none' | 'some' | 'all';
  handleChange(chosen: boolean): void;
}

export function renderPageSelector({ texts, chosen, handleChange }: PageSelectorView): TemplateResult {
  return html`<th role="columnheader" scope="col" class="selector"><label class="page-selector">
    <input type="checkbox" .checked=${live(chosen === 'all')} .indeterminate=${live(chosen === 'some')}
      @change=${(event: Event) => handleChange((event.target as HTMLInputElement).checked)} /><span class="visually-hidden">${texts.text('select.page')}</span>
  </label></th>`;
}

export interface SelectionBarView {
  texts: Texts;
  selection: UserSelection;
  count: number;
  elsewhere: number;
  isPageChosen: boolean;
  query: UsersQuery;
  /** All that match. */
  total: number;
  isRunning: boolean;
  mayManage: boolean;
  menu: TemplateResult | undefined;
  chooseMatching(): void;
  clear(): void;
  /** What is happening to chosen users is to be seen again. */
  show(): void;
  export?: () => void;
}

export function renderSelectionBar(view: SelectionBarView): TemplateResult {
  const { texts, count, total, query, menu, isRunning, mayManage } = view;
  const isOffered = count > 0 && view.selection.scope === 'single' && view.isPageChosen && total > count;
  return html`<div class="selection-bar" role="group" aria-label=${texts.text('selection.label')} ?data-chosen=${count > 0}>
    <p class="selection-count" role="status">${count > 0 ? describe(view) : nothing}</p>
    ${count > 0 || !mayManage ? nothing : html`<p class="selection-hint">${texts.text('selection.hint')}</p>`}
    ${isOffered ? html`<button type="button" class="button quiet small" @click=${view.chooseMatching}>
      ${texts.text(isNarrowed(query) ? 'select.matching' : 'select.everybody', { count: total })}</button>` : nothing}
    ${count > 0 ? html`<button type="button" class="button quiet small" aria-label=${texts.text('selection.clear.label')} @click=${view.clear}>${texts.text('selection.clear')}</button>` : nothing}
    <span class="selection-tools">
      ${isRunning ? html`<button type="button" class="button small" @click=${view.show}>${texts.text('bulk.show')}</button>` : menu ?? nothing}
      ${view.export ? html`<button type="button" class="button small" @click=${view.export}>${icon('download')}${texts.text(count > 0 ? 'export.selected' : 'export.all')}</button>` : nothing}
    </span>
  </div>`;
}

function describe({ texts, selection, count, elsewhere, isPageChosen, total, query }: SelectionBarView): string {
  if (selection.scope === 'matching') {
    if (selection.except.size > 0) return texts.text('selection.except', { count, except: selection.except.size });
    return texts.text(isNarrowed(query) ? 'selection.matching' : 'selection.everybody', { count });
  }
  if (elsewhere > 0) return texts.text('selection.elsewhere', { count, elsewhere });
  return texts.text(isPageChosen && total > count ? 'selection.page' : 'selection.some', { count });
}
