import { html, nothing, type TemplateResult } from 'lit';
import { valueOf } from '../../domain/contact-info.js';
import type { FieldDefinition } from '../../domain/requirements.js';
import { fillIn } from '../../internal/fill-in.js';
import { icon } from '../../internal/icon.js';
import type { Texts } from '../../internal/issue-text.js';
import { absoluteTime, relativeTime } from '../../internal/relative-time.js';
import { textsWith } from '../../internal/texts-with.js';
import { conflictPanelMessages } from './conflict-panel.strings.js';
import { conflictPanelStyles } from './conflict-panel.styles.js';
import type { Conflict, ConflictChoice, ContactInfoEdit } from './contact-info-edit.js';
import { fieldIds, fieldLabel } from './fields/field.js';
import type { LineWords } from './value-lines.js';
import { renderChangedValue, renderValue } from './value-summary.js';
import { valueSummaryMessages } from './value-summary.strings.js';

export const styles = conflictPanelStyles;

export interface ConflictView {
  edit: ContactInfoEdit;
  definitions: readonly FieldDefinition[];
  editable: boolean;
  texts: Texts;
  nameOf(userId: string): string;
  /** `said` is announced. */
  choose(keys: readonly string[], choice: ConflictChoice, said: string): void;
  reopen(key: string, said: string): void;
}

/** What was changed in two places: what was there before, and what each side made of it, with a choice for each field. */
export function renderConflictChoices(view: ConflictView): TemplateResult {
  const { edit, definitions, editable } = view;
  const texts = textsWith(view.texts, { ...conflictPanelMessages, ...valueSummaryMessages });
  const known = definitions.map(({ key }) => key);
  const keys = [...new Set([...Object.keys(edit.conflicts), ...Object.keys(edit.chosen)])].sort((a, b) => orderOf(known, a) - orderOf(known, b));
  const open = keys.filter((key) => Object.hasOwn(edit.conflicts, key));
  const chooseAll = (choice: ConflictChoice) =>
    view.choose(open, choice, `${texts.text(`conflict.said-all-${choice}`)} ${texts.text('conflict.said-save')}`);
  return html`
    ${editable && open.length > 1 ? html`<div class="actions">
      <button type="button" class="button small" @click=${() => chooseAll('mine')}>${texts.text('conflict.keep-all-mine')}</button>
      <button type="button" class="button small" @click=${() => chooseAll('theirs')}>${texts.text('conflict.take-all-theirs')}</button>
    </div>` : nothing}
    ${keys.map((key) => {
      const definition = definitions.find((one) => one.key === key);
      return Object.hasOwn(edit.conflicts, key) ? renderOpen(view, texts, key, definition, open.length - 1) : renderChosen(view, texts, key);
    })}`;
}

function orderOf(known: readonly string[], key: string): number {
  const index = known.indexOf(key);
  return index < 0 ? known.length : index;
}

function renderOpen(view: ConflictView, texts: Texts, key: string, definition: FieldDefinition | undefined, others: number): TemplateResult {
  const conflict = view.edit.conflicts[key];
  const label = fieldLabel(texts, { key });
  const titleId = `${fieldIds(key).field}-conflict`;
  const words: LineWords = { texts, nameOf: view.nameOf };
  const compare = (value: unknown) => renderChangedValue(definition?.kind, conflict.base, value, words);
  const left = texts.text(others > 0 ? 'conflict.said-left' : 'conflict.said-save', { count: others });
  const choose = (choice: ConflictChoice) => view.choose([key], choice, `${texts.text(`conflict.said-${choice}`, { label })} ${left}`);
  return html`<div class="conflict" role="group" aria-labelledby=${titleId}>
    <h4 id=${titleId}>${label}</h4>
    <dl class="sides">
      <div class="side"><dt>${texts.text('conflict.before')}</dt><dd>${renderValue(definition?.kind, conflict.base, words)}</dd></div>
      <div class="side"><dt>${texts.text('conflict.mine')}</dt><dd>${compare(valueOf(view.edit.current, key))}</dd></div>
      <div class="side"><dt>${texts.text('conflict.theirs')}</dt><dd>${compare(conflict.theirs)}</dd>${renderSource(conflict, texts)}</div>
    </dl>
    ${view.editable ? html`<div class="actions" id="${titleId}-choices" data-choices>
      <button type="button" class="button small" @click=${() => choose('mine')}
        aria-label=${texts.text('conflict.keep-mine-of', { label })}>${texts.text('conflict.keep-mine')}</button>
      <button type="button" class="button small" @click=${() => choose('theirs')}
        aria-label=${texts.text('conflict.take-theirs-of', { label })}>${texts.text('conflict.take-theirs')}</button>
    </div>` : nothing}
  </div>`;
}

function renderSource({ by, at }: Conflict, texts: Texts): TemplateResult | typeof nothing {
  const ago = at === undefined ? null : relativeTime(at, new Date(), texts.lang);
  if (at === undefined || ago === null) return by === undefined ? nothing : html`<dd class="side-note"><bdi>${by}</bdi></dd>`;
  const when = html`<time datetime=${at} title=${absoluteTime(at, texts.lang)}>${ago}</time>`;
  return html`<dd class="side-note">${by === undefined ? fillIn(texts.text('conflict.last-saved'), { when })
    : fillIn(texts.text('conflict.last-saved-by'), { when, name: html`<bdi>${by}</bdi>` })}</dd>`;
}

function renderChosen(view: ConflictView, texts: Texts, key: string): TemplateResult {
  const label = fieldLabel(texts, { key });
  const titleId = `${fieldIds(key).field}-conflict`;
  return html`<div class="conflict conflict-chosen" role="group" aria-labelledby=${titleId}>
    <h4 id=${titleId}>${label}</h4>
    <p>${icon('check')}<span>${texts.text(`conflict.chosen-${view.edit.chosen[key].choice}`)}</span></p>
    ${view.editable ? html`<button type="button" class="button quiet small" @click=${() => view.reopen(key, texts.text('conflict.said-reopened', { label }))}
      aria-label=${texts.text('conflict.change-choice-of', { label })}>${texts.text('conflict.change-choice')}</button>` : nothing}
  </div>`;
}
