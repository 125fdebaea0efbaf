import { html, nothing, type TemplateResult } from 'lit';
import { errorCode } from '../../../internal/error-code.js';
import { failureText } from '../../../internal/failure-text.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import { renderDialogTitle, renderProgress } from '../dialog-progress.js';
import { nameOf } from '../list/user-row.js';
import { problemText, type ActionOutcome } from '../user-actions.js';
import type { BulkKind, LeftOut } from './bulk-plan.js';
import type { BulkResult } from './bulk-run.js';
import { renderLeftOut, shortened } from './bulk-templates.js';

/*
 * What the dialog for several users shows before it can ask, while it changes them, and afterwards.
 */

const manyRows = 20;

interface Progress {
  count: number;
  total: number;
}

export function renderCollecting(texts: Texts, { count, total }: Progress, close: TemplateResult): TemplateResult {
  return html`<div class="dialog-form">
    ${renderDialogTitle(texts.text('collect.title'))}
    ${renderProgress(total > 0 ? texts.text('collect.progress', { count, total }) : '', count, total)}
    <div class="dialog-actions">${close}</div>
  </div>`;
}

export function renderUnreadable(texts: Texts, error: unknown, retry: () => void, close: TemplateResult): TemplateResult {
  return html`<div class="dialog-form">
    ${renderDialogTitle(texts.text('collect.failed'))}
    <p class="error" role="alert">${icon('alert')}<span>${failureText(texts, error)}</span></p>
    <div class="dialog-actions"><button type="button" class="button primary" @click=${retry}>${texts.text('retry')}</button>${close}</div>
  </div>`;
}

export function renderRunning(texts: Texts, kind: BulkKind, { count, total, isStopping }: Progress & { isStopping: boolean }, stop: () => void, close: TemplateResult): TemplateResult {
  const title = kind === 'resend' || kind === 'remove' ? `bulk.running.${kind}` : 'bulk.running';
  return html`<div class="dialog-form">
    ${renderDialogTitle(texts.text(title))}
    ${renderProgress(texts.text('bulk.progress', { count, total }), count, total)}
    <p class="help">${texts.text('bulk.goes-on')}</p>
    <div class="dialog-actions">
      <button type="button" class="button" aria-disabled=${isStopping} @click=${stop}>${texts.text(isStopping ? 'bulk.stopping' : 'bulk.stop')}</button>${close}
    </div>
  </div>`;
}

export interface FinishedView {
  result: BulkResult;
  leftOut: readonly LeftOut[];
  gone: number;
  /** Absent: there is nobody to be tried again. */
  retry?: () => void;
}

export function renderFinished(texts: Texts, kind: BulkKind, { result, leftOut, gone, retry }: FinishedView, close: TemplateResult): TemplateResult {
  const [done, again] = [result.done.length, result.failed.length + result.untried.length];
  return html`<div class="dialog-form">
    ${renderDialogTitle(texts.text('bulk.result', { count: done, total: done + again + result.leftOut.length }))}
    ${done > 0 ? html`<p class="notice success">${texts.text(`bulk.${kind}.done`, { count: done })}</p>` : nothing}
    ${renderUndone(texts, result)}
    ${renderLeftOut(texts, leftOut, gone)}
    <div class="dialog-actions">
      ${retry ? html`<button type="button" class="button primary" @click=${retry}>${texts.text('bulk.retry', { count: again })}</button>` : nothing}${close}
    </div>
  </div>`;
}

/** What did not happen, and why. */
function renderUndone(texts: Texts, { failed, untried, endedBy }: BulkResult): TemplateResult {
  const shown = failed.slice(0, manyRows);
  return html`${failed.length > 0 ? html`<div class="notice danger failed">
      <h4>${texts.text('bulk.failed', { count: failed.length })}</h4>
      <ul class="bulk-list">
        ${shown.map(({ user, outcome }) => html`<li><bdi>${shortened(nameOf(user))}</bdi>: ${whyNot(texts, outcome)}</li>`)}
        ${failed.length > shown.length ? html`<li>${texts.text('bulk.more', { count: failed.length - shown.length })}</li>` : nothing}
      </ul>
    </div>` : nothing}
    ${untried.length > 0 && endedBy ? html`<p class="notice warning">${texts.text(`bulk.untried.${endedBy}`, { count: untried.length })}</p>` : nothing}`;
}

/** Shorter than where it is about one: what is to be done next is the same for all of them. */
function whyNot(texts: Texts, outcome: ActionOutcome<unknown>): string {
  const key = outcome.status === 'cancelled' ? 'bulk.why.cancelled' : outcome.status === 'failed' ? `bulk.why.${errorCode(outcome.error)}` : '';
  return texts.has(key) ? texts.text(key) : problemText(texts, outcome, 'not-changed') ?? '';
}

/** What became of all, as one sentence after another. */
export function summaryOf(texts: Texts, kind: string, { done, failed, untried, endedBy }: BulkResult): string {
  return [
    done.length > 0 || (failed.length === 0 && untried.length === 0) ? texts.text(`bulk.${kind}.done`, { count: done.length }) : '',
    failed.length > 0 ? `${texts.text('bulk.failed', { count: failed.length })}.` : '',
    untried.length > 0 && endedBy ? texts.text(`bulk.untried.${endedBy}`, { count: untried.length }) : '',
  ].filter(Boolean).join(' ');
}
