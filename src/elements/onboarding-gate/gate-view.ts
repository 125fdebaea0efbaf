import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../../internal/failure-text.js';
import { icon, type IconName } from '../../internal/icon.js';
import type { Texts } from '../../internal/issue-text.js';

export const gateTabs = ['contact-info', 'users'] as const;
export type GateTab = (typeof gateTabs)[number];

export interface DialogHead {
  texts: Texts;
  links: { support: string | undefined; help: string | undefined; exit: string | undefined };
  progress: { done: number; total: number } | undefined;
  tabs: TemplateResult | typeof nothing;
  /** Closes the dialog, where the person may. */
  close: (() => void) | undefined;
  handleSupport(): void;
  handleExit(event: MouseEvent): void;
}

/** The top of the modal. The focus starts on its heading, so that a screen reader begins with what this is. */
export function renderDialogHead({ texts, links, progress, tabs, close, handleSupport, handleExit }: DialogHead): TemplateResult {
  return html`<header class="head" part="head">
    <div class="bar">
      <span class="brand"><slot name="brand"></slot></span>
      <slot name="help">${links.help ? renderOutsideLink(texts, 'help', links.help) : nothing}</slot>
      <slot name="exit">${links.exit
        ? html`<a class="link" href=${links.exit} @click=${handleExit}>${icon('exit')}${texts.text('exit')}</a>` : nothing}</slot>
      <slot name="support">${links.support ? renderOutsideLink(texts, 'support', links.support, handleSupport) : nothing}</slot>
      ${close ? html`<button type="button" class="icon-button" aria-label=${texts.text('close')} @click=${close}>${icon('close')}</button>` : nothing}
    </div>
    <div class="title">
      <h2 id="title" tabindex="-1" autofocus>${texts.text('title')}</h2>
      ${progress ? renderProgress(texts, progress) : nothing}
    </div>
    ${progress ? html`<p class="introduction muted">${texts.text('introduction')}</p>` : nothing}
    ${tabs}
  </header>`;
}

function renderProgress(texts: Texts, { done, total }: { done: number; total: number }): TemplateResult {
  return html`<div class="progress">
    <label for="progress">${texts.text('progress', { done, total })}</label>
    <progress id="progress" max=${total} .value=${done}></progress>
  </div>`;
}

function renderOutsideLink(texts: Texts, name: IconName & ('help' | 'support'), href: string, handleClick?: () => void): TemplateResult {
  return html`<a class="link" href=${href} target="_blank" rel="noopener noreferrer" @click=${handleClick ?? nothing}>
    ${icon(name)}${texts.text(name)} <span class="visually-hidden">${texts.text('opens-new-tab')}</span>
  </a>`;
}

/** Tabs with manual activation: arrow keys move, Enter or Space opens. */
export function renderTabs(selected: GateTab, texts: Texts, select: (tab: GateTab) => void): TemplateResult {
  const handleKeydown = (event: KeyboardEvent) => {
    const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="tab"]')];
    const at = tabs.indexOf(event.target as HTMLElement);
    const isRightToLeft = (event.currentTarget as HTMLElement).matches(':dir(rtl)');
    const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
    const backward = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    tabs[(to + tabs.length) % tabs.length].focus();
  };
  return html`<div role="tablist" aria-label=${texts.text('tabs')} @keydown=${handleKeydown}>
    ${gateTabs.map((tab) => html`<button type="button" id="tab-${tab}" role="tab" aria-controls="panel-${tab}" aria-selected=${tab === selected}
      tabindex=${tab === selected ? 0 : -1} @click=${() => select(tab)}>${texts.text(`tab.${tab}`)}</button>`)}
  </div>`;
}

export interface UnavailableView {
  texts: Texts;
  error: unknown;
  isTrying: boolean;
  retry(): void;
}

/** What happened, and what can be done about it. */
export function renderUnavailable({ texts, error, isTrying, retry }: UnavailableView): TemplateResult {
  return html`<div class="unavailable" role="group" aria-labelledby="unavailable-title">
    <h3 id="unavailable-title">${texts.text('unavailable.title')}</h3>
    <p role="alert">${failureText(texts, error)}</p>
    <button type="button" class="button primary" aria-disabled=${isTrying} @click=${retry}>${texts.text('retry')}</button>
    <p class="muted" role="status">${isTrying ? texts.text('retry.automatic') : nothing}</p>
  </div>`;
}

/** Above what can still be filled in: the store could not be read just now, so that nobody knows whether the gate could open. */
export function renderFailureNotice(texts: Texts, error: unknown, retry: () => void): TemplateResult {
  return html`<div class="notice danger" role="alert">
    <p>${failureText(texts, error)} ${texts.text('retry.automatic')}</p>
    <button type="button" class="button" @click=${retry}>${texts.text('retry')}</button>
  </div>`;
}

export interface ContentPlaceholder {
  texts: Texts;
  hasFailed: boolean;
  retry(): void;
}

/** What stands in the modal while the form and the users are being loaded, or could not be. */
export function renderContentPlaceholder({ texts, hasFailed, retry }: ContentPlaceholder): TemplateResult {
  if (hasFailed) {
    return html`<div class="notice danger" role="alert">
      <p>${texts.text('content.failed')}</p>
      <button type="button" class="button" @click=${retry}>${texts.text('retry')}</button>
    </div>`;
  }
  return html`<div class="placeholder" aria-busy="true">
    <p class="visually-hidden" role="status">${texts.text('loading')}</p>
    ${Array.from({ length: 4 }, () => html`<div class="skeleton" aria-hidden="true"></div>`)}
  </div>`;
}
