import { html, nothing, type TemplateResult } from 'lit';
import type { Issue } from '../../domain/issue.js';
import { icon } from '../../internal/icon.js';
import type { Texts } from '../../internal/issue-text.js';
import { presets, type Preset } from './schedule-edit.js';

/* What is around the schedules: the beginning, what was removed, and the bar at the end. */

export interface FrameActions {
  handleAdd(preset?: Preset): void;
  handlePaste(): void;
  handleUndo(): void;
  handleRedo(): void;
}

function renderAdd(texts: Texts, { handleAdd }: FrameActions, classes: string): TemplateResult {
  return html`<button id="add" type="button" class=${classes} @click=${() => handleAdd()}>${icon('add')}${texts.text('add-schedule')}</button>`;
}

function renderPaste(texts: Texts, { handlePaste }: FrameActions): TemplateResult {
  return html`<button id="paste" type="button" class="button" @click=${handlePaste}>${texts.text('paste')}</button>`;
}

/** Where there is no schedule yet. `missing`: somebody tried to go on without one. */
export function renderStart(texts: Texts, missing: boolean, actions: FrameActions): TemplateResult {
  return html`<div class="start" data-invalid=${missing}>
    <p class="start-title">${texts.text('empty')}</p>
    <p class="help">${texts.text('empty.explanation')}</p>
    <div class="start-actions">
      ${renderAdd(texts, actions, 'button primary')}
      ${presets.map((preset) => html`<button type="button" class="button" @click=${() => actions.handleAdd(preset)}>
        ${texts.text(`preset.${preset}`)}</button>`)}
      ${renderPaste(texts, actions)}
    </div>
    <p class="error" role="alert" ?hidden=${!missing}>${missing ? html`${icon('alert')}<span>${texts.text('issue.required.hours')}</span>` : nothing}</p>
  </div>`;
}

export function renderRemoved(texts: Texts, name: string, { handleUndo }: FrameActions): TemplateResult {
  return html`<div class="notice removed">
    <p>${texts.text('schedule.removed', { name })}</p>
    <button type="button" class="button small" @click=${handleUndo}>${icon('undo')}${texts.text('undo')}</button>
  </div>`;
}

/** Undo and redo keep the focus when there is nothing left for them to do, so they are never disabled natively. */
export function renderToolbar(
  texts: Texts, can: { canAdd: boolean; canUndo: boolean; canRedo: boolean }, actions: FrameActions,
): TemplateResult {
  return html`<div class="toolbar">
    ${can.canAdd ? html`${renderAdd(texts, actions, 'button')} ${renderPaste(texts, actions)}` : nothing}
    <span class="toolbar-end">
      <button type="button" class="icon-button flips" aria-label=${texts.text('undo')} title=${texts.text('undo')}
        aria-disabled=${!can.canUndo} @click=${actions.handleUndo}>${icon('undo')}</button>
      <button type="button" class="icon-button flips" aria-label=${texts.text('redo')} title=${texts.text('redo')}
        aria-disabled=${!can.canRedo} @click=${actions.handleRedo}>${icon('redo')}</button>
    </span>
  </div>`;
}

/** A value that could not be read. Without `handleStartAgain` it can only be looked at. */
export function renderUnreadable(texts: Texts, { path }: Issue, handleStartAgain: (() => void) | undefined): TemplateResult {
  const key = !handleStartAgain ? 'unreadable.readonly' : path.length > 0 ? 'unreadable.at' : 'unreadable';
  return html`<div class="notice danger unreadable" role="alert">
    <p>${texts.text(key, { path: path.join(' › ') })}</p>
    ${handleStartAgain ? html`<button type="button" class="button small" @click=${handleStartAgain}>${texts.text('unreadable.start-again')}</button>` : nothing}
  </div>`;
}
