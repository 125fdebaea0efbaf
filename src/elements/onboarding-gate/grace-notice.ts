import { html, type TemplateResult } from 'lit';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import type { Texts } from '../../internal/issue-text.js';

/** What does not block yet: fields that are missing, and the first day on which one of them is needed no longer later. */
export interface Grace {
  keys: string[];
  /** `YYYY-MM-DD`, the last day on which the portal opens without. */
  until: string;
}

export function graceOf({ issues }: Evaluation): Grace | undefined {
  const inGrace = issues.flatMap(({ path, params }) => (typeof params?.graceUntil === 'string' ? [{ key: String(path[0]), until: params.graceUntil }] : []));
  if (inGrace.length === 0) return undefined;
  return { keys: [...new Set(inGrace.map(({ key }) => key))], until: inGrace.map(({ until }) => until).sort()[0] };
}

const storageKey = (id: string, { until, keys }: Grace) => `portero.grace:${id}:${JSON.stringify([until, keys])}`;

/** For this visit: what has to be done by a day is said again on the next one. */
export function isDismissed(id: string, grace: Grace): boolean {
  try {
    return sessionStorage.getItem(storageKey(id, grace)) !== null;
  } catch {
    return false;
  }
}

export function dismiss(id: string, grace: Grace): void {
  try {
    sessionStorage.setItem(storageKey(id, grace), '1');
  } catch {
    // Storage may be forbidden: then it is said again on the next page.
  }
}

export interface GraceNotice {
  texts: Texts;
  grace: Grace;
  labels: string[];
  canEdit: boolean;
  handleNow(): void;
  handleLater(): void;
}

/** Above an open portal: what will be asked for, from when on, and both ways to go on. */
export function renderGraceNotice({ texts, grace, labels, canEdit, handleNow, handleLater }: GraceNotice): TemplateResult {
  const date = new Intl.DateTimeFormat(texts.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${grace.until}T00:00:00Z`));
  const fields = new Intl.ListFormat(texts.lang).format(labels);
  return html`<div class="grace notice warning" part="banner" role="group" aria-label=${texts.text('grace.title')}>
    <p role="status">${texts.text('grace.text', { date, fields })}</p>
    <div class="actions">
      ${canEdit ? html`<button type="button" class="button small" @click=${handleNow}>${texts.text('grace.now')}</button>` : ''}
      <button type="button" class="button quiet small" @click=${handleLater}>${texts.text('grace.later')}</button>
    </div>
  </div>`;
}
