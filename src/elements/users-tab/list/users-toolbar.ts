import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { userStatuses, type Role } from '../../../domain/user.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { countText, type Listed } from './list-texts.js';
import { roleLabel } from './user-row.js';
import { isNarrowed, narrow, type ChangeQuery, type UsersQuery } from './users-query.js';

export interface ToolbarView {
  texts: Texts;
  roles: readonly Role[];
  /** What was asked for last. */
  query: UsersQuery;
  listed: Listed | undefined;
  mayManage: boolean;
  change: ChangeQuery;
  /** All are to be listed again; the button that asks for it goes away. */
  clear(): void;
  invite(event: Event): void;
}

interface Choice<T extends string> {
  key: T;
  label: string;
}

export function renderToolbar(view: ToolbarView): TemplateResult {
  const { texts, roles, query, listed, mayManage, change, invite } = view;
  const roleChoices = roles.map(({ key }) => ({ key, label: roleLabel(texts, key) }));
  const statusChoices = userStatuses.map((key) => ({ key, label: texts.text(`status.${key}`) }));
  const chosen = [...labelsOf(roleChoices, query.roles), ...labelsOf(statusChoices, query.statuses)];
  return html`<div class="toolbar">
    <label class="search">${texts.text('search')}
      <input class="input" type="search" part="input" autocomplete="off" placeholder=${texts.text('search.placeholder')} .value=${live(query.search)}
        @input=${(event: Event) => change((last) => narrow(last, { search: (event.target as HTMLInputElement).value }), { isTyped: true })} />
    </label>
    ${mayManage ? html`<button type="button" class="button primary" @click=${invite}>${icon('add')}${texts.text('invite')}</button>` : nothing}
  </div>
  <div class="narrowing">
    <details class="filters">
      <summary>${icon('chevron-down')}<span>${chosen.length > 0 ? texts.text('filters.chosen', { filters: new Intl.ListFormat(texts.lang, { type: 'unit' }).format(chosen) }) : texts.text('filters')}</span></summary>
      <div class="filter-choices">
        ${renderChoices(texts.text('filter.role'), roleChoices, query.roles, (key) => change((last) => narrow(last, { roles: toggled(last.roles, key) })))}
        ${renderChoices(texts.text('filter.status'), statusChoices, query.statuses, (key) => change((last) => narrow(last, { statuses: toggled(last.statuses, key) })))}
      </div>
    </details>
    ${listed && listed.page.rows.length > 0 ? renderCount(view, listed) : nothing}
  </div>`;
}

/** In the row of the filters, so that nothing moves when there is something to clear. */
function renderCount({ texts, query, clear }: ToolbarView, listed: Listed): TemplateResult {
  return html`<p class="count"><span class="muted">${countText(texts, listed)}</span>
    ${isNarrowed(query) ? html`<button type="button" class="button quiet small" @click=${clear}>${texts.text('clear')}</button>` : nothing}</p>`;
}

function labelsOf<T extends string>(choices: readonly Choice<T>[], keys: readonly T[]): string[] {
  return choices.filter(({ key }) => keys.includes(key)).map(({ label }) => label);
}

function toggled<T extends string>(keys: readonly T[], key: T): T[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}

function renderChoices<T extends string>(legend: string, choices: readonly Choice<T>[], chosen: readonly T[], toggle: (key: T) => void): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${choices.map(({ key, label }) => html`<label><input type="checkbox" .checked=${live(chosen.includes(key))} @change=${() => toggle(key)} /> <span>${label}</span></label>`)}
  </fieldset>`;
}
