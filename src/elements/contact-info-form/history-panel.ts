import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { OperationController } from '../../controllers/operation-controller.js';
import type { RecordSource } from '../../controllers/record-controller.js';
import { valueOf, type ContactInfo } from '../../domain/contact-info.js';
import { isEqualJson } from '../../domain/equal.js';
import { referencedUserIds } from '../../domain/evaluate-contact-info.js';
import { parseFieldValue } from '../../domain/field-value.js';
import { availabilityOf, type FieldDefinition, type RequirementContext } from '../../domain/requirements.js';
import { announce, renderAnnouncement, silence, type Announcement } from '../../internal/announcement.js';
import { emitFact } from '../../internal/emit.js';
import { errorCode } from '../../internal/error-code.js';
import { failureText } from '../../internal/failure-text.js';
import { icon } from '../../internal/icon.js';
import type { Texts } from '../../internal/issue-text.js';
import { absoluteTime, relativeTime } from '../../internal/relative-time.js';
import { textsWith } from '../../internal/texts-with.js';
import type { HistoryEntry } from '../../ports/persistence-adapter.js';
import { isPersistenceError } from '../../ports/persistence-error.js';
import type { ContactInfoErrorDetail } from './contact-info-form.events.js';
import { fieldLabel } from './fields/field.js';
import { historyPanelMessages } from './history-panel.strings.js';
import { historyPanelStyles } from './history-panel.styles.js';
import { renderChangedValue, renderValue } from './value-summary.js';
import { valueSummaryMessages } from './value-summary.strings.js';

export const styles = historyPanelStyles;

export interface HistoryPanelHost {
  readonly element: ReactiveElement;
  readonly texts: Texts;
  /** Learns who these users are. */
  meetUsers(ids: string[]): Promise<void> | undefined;
  nameOf(userId: string): string | undefined;
  focusAfterUpdate(...selectors: string[]): void;
  /** Puts a value into the form, unsaved. `said` is announced. */
  restore(key: string, value: unknown, said: string): void;
}

export interface HistoryView {
  definitions: readonly FieldDefinition[];
  context: RequirementContext;
  editable: boolean;
  /** What the form shows now. */
  current: ContactInfo;
}

/**
 * What was saved of one account, page by page, newest first.
 * Owns the pages that were read and which entries are unfolded; does not own the dialog around it, nor any value.
 * What was asked about an account that was left meanwhile is dropped.
 */
export class HistoryPanel {
  #source: RecordSource | undefined;
  #entries: HistoryEntry[] | undefined;
  #cursor: string | null = null;
  #error: unknown;
  #said: Announcement = silence;
  #readAt = new Date();
  readonly #unfolded = new Set<string>();
  readonly #host: HistoryPanelHost;
  readonly #texts: Texts;
  readonly #reading: OperationController;

  constructor(host: HistoryPanelHost) {
    this.#host = host;
    this.#texts = textsWith(host.texts, { ...historyPanelMessages, ...valueSummaryMessages });
    this.#reading = new OperationController(host.element);
  }

  start(source: RecordSource): void {
    this.stop();
    this.#source = source;
    void this.#read();
  }

  stop(): void {
    this.#reading.cancel();
    this.#source = undefined;
    this.#entries = undefined;
    this.#cursor = null;
    this.#error = undefined;
    this.#said = silence;
    this.#unfolded.clear();
  }

  async #read(): Promise<void> {
    const source = this.#source;
    if (!source) return;
    const { store, accountId, requirements } = source;
    const cursor = this.#cursor ?? undefined;
    this.#error = undefined;
    this.#said = announce(this.#texts.text('loading'));
    const outcome = await this.#reading.run(async (signal) => {
      const page = await store.loadHistory!({ accountId, signal, ...(cursor !== undefined && { cursor }) });
      // Before it is shown: nobody is called unknown who is only not known yet.
      await this.#host.meetUsers(page.entries.flatMap(({ before, after }) => [before, after].flatMap((values) => referencedUserIds(values ?? null, requirements))));
      return page;
    });
    if (outcome.status === 'superseded') return;
    if (outcome.status === 'failed') {
      this.#said = silence;
      this.#error = outcome.error;
      emitFact<ContactInfoErrorDetail>(this.#host.element, 'contact-info-error', { code: errorCode(outcome.error), operation: 'load-history' });
    } else {
      const before = this.#entries ?? [];
      this.#readAt = new Date();
      this.#entries = [...before, ...outcome.value.entries];
      this.#cursor = outcome.value.nextCursor;
      this.#said = announce(this.#entries.length > 0 ? this.#texts.text('history.shown', { count: this.#entries.length }) : '');
    }
    this.#host.element.requestUpdate();
    // The button may be gone; what was asked for is what to go on with.
    if (outcome.status === 'done' && cursor !== undefined) {
      const first = `#history-change-${this.#entries!.length - outcome.value.entries.length}`;
      this.#host.focusAfterUpdate(`${first} summary`, first);
    }
  }

  render(view: HistoryView): TemplateResult {
    const texts = this.#texts;
    const entries = this.#entries;
    return html`
      ${entries === undefined ? (this.#error === undefined ? renderSkeleton() : nothing)
        : entries.length === 0 ? html`<p class="muted">${texts.text('history.empty')}</p>`
        : html`<ol class="changes">${entries.map((entry, index) => this.#renderEntry(view, entry, index))}</ol>`}
      ${this.#error === undefined ? nothing : this.#renderError()}
      ${entries !== undefined && this.#cursor !== null && this.#error === undefined ? html`<button type="button" class="button more"
        aria-disabled=${this.#reading.isRunning} @click=${this.#handleMore}>${texts.text(this.#reading.isRunning ? 'loading' : 'history.more')}</button>` : nothing}
      <p class="visually-hidden" role="status">${renderAnnouncement(this.#said)}</p>`;
  }

  readonly #handleMore = (): void => {
    if (!this.#reading.isRunning) void this.#read();
  };

  #renderError(): TemplateResult {
    const texts = this.#texts;
    if (isPersistenceError(this.#error) && this.#error.code === 'forbidden') return html`<p class="notice" role="alert">${texts.text('history.forbidden')}</p>`;
    return html`<div class="notice danger" role="alert">
      <p>${failureText(texts, this.#error)}</p>
      <button type="button" class="button" @click=${this.#handleMore}>${texts.text('retry')}</button>
    </div>`;
  }

  #renderEntry(view: HistoryView, entry: HistoryEntry, index: number): TemplateResult {
    const texts = this.#texts;
    const { revision, before, after } = entry;
    // In the order of the form; what it has no field for comes last.
    const place = new Map(view.definitions.map(({ key }, at) => [key, at]));
    const changedKeys = [...entry.changedKeys].sort((a, b) => (place.get(a) ?? place.size) - (place.get(b) ?? place.size));
    const labels = changedKeys.map((key) => fieldLabel(texts, { key }));
    const fields = labels.length > 0 ? new Intl.ListFormat(texts.lang, { type: 'unit' }).format(labels) : texts.text('history.no-change');
    const head = html`<span><span class="change-fields">${fields}</span>${this.#renderSource(entry)}</span>`;
    const id = `history-change-${index}`;
    if (changedKeys.length === 0 || (before === undefined && after === undefined)) {
      return html`<li id=${id} class="change" tabindex="-1"><div class="change-head">${head}
        ${changedKeys.length > 0 ? html`<p class="muted">${texts.text('history.not-kept')}</p>` : nothing}</div></li>`;
    }
    const isUnfolded = this.#unfolded.has(revision);
    const handleToggle = ({ target }: Event) => {
      if ((target as HTMLDetailsElement).open) this.#unfolded.add(revision);
      else this.#unfolded.delete(revision);
      this.#host.element.requestUpdate();
    };
    return html`<li id=${id} class="change"><details .open=${isUnfolded} @toggle=${handleToggle}>
      <summary class="change-head">${icon('chevron-down')}${head}</summary>
      ${isUnfolded ? html`<div class="change-values">${changedKeys.map((key, at) => this.#renderChange(view, entry, key, `${id}-${at}`))}</div>` : nothing}
    </details></li>`;
  }

  #renderSource({ at, by }: HistoryEntry): TemplateResult {
    const texts = this.#texts;
    const ago = relativeTime(at, this.#readAt, texts.lang);
    const absolute = absoluteTime(at, texts.lang);
    return html` <span class="change-source"><bdi>${by?.name ?? texts.text('history.somebody')}</bdi> · <time datetime=${at}>${ago === null ? absolute : html`${ago} · ${absolute}`}</time></span>`;
  }

  #renderChange(view: HistoryView, { before, after }: HistoryEntry, key: string, id: string): TemplateResult {
    const texts = this.#texts;
    const kind = view.definitions.find((one) => one.key === key)?.kind;
    const words = { texts, nameOf: (userId: string) => this.#host.nameOf(userId) ?? texts.text('users.unknown') };
    const [was, became] = [before && valueOf(before, key), after && valueOf(after, key)];
    return html`<div class="change-value" role="group" aria-labelledby=${id}>
      <h4 id=${id}>${fieldLabel(texts, { key })}</h4>
      <dl class="sides">
        ${before === undefined ? nothing : html`<div class="side"><dt>${texts.text('history.before')}</dt>
          <dd>${renderValue(kind, was, words)}</dd>${this.#renderRestore(view, key, was, 'before')}</div>`}
        ${after === undefined ? nothing : html`<div class="side"><dt>${texts.text('history.after')}</dt>
          <dd>${before === undefined ? renderValue(kind, became, words) : renderChangedValue(kind, was, became, words)}</dd>${this.#renderRestore(view, key, became, 'after')}</div>`}
      </dl>
    </div>`;
  }

  /** For who may edit, where there is a field that can take the value, and has another one. */
  #renderRestore(view: HistoryView, key: string, value: unknown, when: 'before' | 'after'): TemplateResult | typeof nothing {
    const texts = this.#texts;
    const { current, editable } = view;
    const definition = view.definitions.find((one) => one.key === key);
    if (!editable || !definition || availabilityOf(definition, view.context).requirement === 'unavailable' || !parseFieldValue(definition.kind, value).ok) return nothing;
    if (isEqualJson(valueOf(current, key), value)) return html`<dd class="side-now">${texts.text('history.shown-now')}</dd>`;
    const label = fieldLabel(texts, definition);
    return html`<dd><button type="button" class="button quiet small" aria-label=${texts.text(`history.restore-${when}-of`, { label })}
      @click=${() => this.#host.restore(key, value, texts.text('history.restored', { label }))}>${icon('undo')}${texts.text('history.restore')}</button></dd>`;
  }
}

function renderSkeleton(): TemplateResult {
  return html`<div class="changes" aria-busy="true">${[1, 2, 3].map(() => html`<div class="skeleton-field change-head" aria-hidden="true">
    <div class="skeleton title"></div><div class="skeleton line"></div></div>`)}</div>`;
}
