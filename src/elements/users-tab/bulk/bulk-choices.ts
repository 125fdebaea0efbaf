import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { canGrantRole } from '../../../domain/user-guards.js';
import type { User } from '../../../domain/user.js';
import type { ReplacementPicker } from '../change/replacement-picker.js';
import { nameOf, roleLabel } from '../list/user-row.js';
import type { UserDialogView } from '../user-dialogs.js';
import { shortened } from './bulk-templates.js';
import type { BulkPlan } from './bulk-plan.js';

/*
 * What the dialog for several users asks: what is to become of them, and what a rule about the whole set leaves open.
 */

export function renderRoleChoice({ texts, roles, viewer }: UserDialogView, chosen: string | undefined, choose: (role: string) => void): TemplateResult {
  const isGranted = roles.map((role) => canGrantRole(viewer, roles, role.key));
  return html`<fieldset class="dialog-field" aria-labelledby="dialog-title" aria-describedby="change-problem">
    ${roles.map(({ key }, index) => html`<label class="choice">
      <input type="radio" name="role" .checked=${live(key === chosen)} ?disabled=${!isGranted[index]} aria-describedby="role-can-${index}" @change=${() => choose(key)} />
      <span>${roleLabel(texts, key)}<span id="role-can-${index}" class="help choice-help">${texts.has(`role.${key}.can`) ? texts.text(`role.${key}.can`) : nothing}</span></span>
    </label>`)}
    ${isGranted.includes(false) ? html`<p class="help">${texts.text('role.rank')}</p>` : nothing}
  </fieldset>`;
}

export type ListChange = 'add' | 'remove';

export function renderListChoice({ texts, mailingLists }: UserDialogView, changes: ReadonlyMap<string, ListChange>, choose: (key: string, change: ListChange | undefined) => void): TemplateResult {
  if (mailingLists.length === 0) return html`<p>${texts.text('bulk.lists.none')}</p>`;
  const option = (key: string, value: ListChange | '') => html`<option value=${value} ?selected=${(changes.get(key) ?? '') === value}>${texts.text(`bulk.lists.${value || 'keep'}`)}</option>`;
  return html`<fieldset class="dialog-field" aria-labelledby="dialog-title" aria-describedby="change-problem">
    ${mailingLists.map(({ key, label }) => html`<label class="list-choice"><span>${label}</span>
      <select class="select" .value=${live(changes.get(key) ?? '')} @change=${(event: Event) => choose(key, ((event.target as HTMLSelectElement).value || undefined) as ListChange | undefined)}>
        ${option(key, '')}${option(key, 'add')}${option(key, 'remove')}
      </select></label>`)}
  </fieldset>`;
}

/** The viewer's own account takes part only where that is asked for. */
export function renderOwnChoice({ texts }: UserDialogView, kind: string, included: boolean, choose: (included: boolean) => void): TemplateResult {
  return html`<label class="choice">
    <input type="checkbox" .checked=${live(included)} @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)} />
    <span>${texts.text('bulk.self')}<span class="help choice-help">${texts.text(`bulk.self.${kind}`)}</span></span>
  </label>`;
}

export function renderStaying({ texts }: UserDialogView, { managers }: BulkPlan, staying: string | undefined, choose: (userId: string | undefined) => void): TemplateResult {
  const chosen = managers.some(({ id }) => id === staying) ? staying : undefined;
  return html`<div class="dialog-field">
    <p id="staying-why" class="notice warning">${texts.text('bulk.managers')}</p>
    <label class="label" for="staying">${texts.text('bulk.staying')}</label>
    <select id="staying" class="select" aria-describedby="staying-why change-problem" .value=${live(chosen ?? '')} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || undefined)}>
      <option value="" ?selected=${chosen === undefined}>${texts.text('bulk.staying.nobody')}</option>
      ${managers.map((user) => html`<option value=${user.id} ?selected=${user.id === chosen}>${shortened(nameOf(user))}${user.name ? ` (${shortened(user.email)})` : ''}</option>`)}
    </select>
  </div>`;
}

export function renderReplacement(
  { texts, labelOf }: UserDialogView, { named, namedIn }: BulkPlan, picker: ReplacementPicker, chosen: User | undefined, invalid: boolean, choose: (user: User | undefined) => void,
): TemplateResult {
  const fields = new Intl.ListFormat(texts.lang).format(namedIn.map(labelOf));
  return html`<div class="dialog-field">
    <p>${texts.text('bulk.replacement', { count: named.length, fields })}</p>
    <span id="replacement-label" class="label">${texts.text('replacement.label')}</span>
    ${picker.render({ texts, chosen, invalid, choose })}
  </div>`;
}
