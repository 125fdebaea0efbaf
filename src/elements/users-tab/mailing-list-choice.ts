import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Vocabulary } from '../../domain/user.js';
import type { Texts } from '../../internal/issue-text.js';

/** Checkboxes for the host's mailing lists; nothing where there are none. */
export function renderMailingListChoice(texts: Texts, lists: readonly Vocabulary[], chosen: Set<string>, handleChange: () => void): TemplateResult | typeof nothing {
  if (lists.length === 0) return nothing;
  const toggle = (key: string) => {
    if (!chosen.delete(key)) chosen.add(key);
    handleChange();
  };
  return html`<fieldset class="dialog-field">
    <legend class="label">${texts.text('column.lists')}</legend>
    ${lists.map(({ key, label }) => html`<label class="choice"><input type="checkbox" .checked=${live(chosen.has(key))} @change=${() => toggle(key)} /> <span>${label}</span></label>`)}
  </fieldset>`;
}

/** Of the chosen lists those that can still be seen: a host may offer others by now. */
export function offeredOf(chosen: ReadonlySet<string>, lists: readonly Vocabulary[]): string[] {
  return [...chosen].filter((key) => lists.some((list) => list.key === key));
}
