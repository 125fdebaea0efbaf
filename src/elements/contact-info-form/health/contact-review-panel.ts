import { html, nothing, type TemplateResult } from 'lit';
import { localDateOf } from '../../../domain/local-date.js';
import type { FieldDefinition } from '../../../domain/requirements.js';
import { icon } from '../../../internal/icon.js';
import type { Texts } from '../../../internal/issue-text.js';
import type { ContactInfoSession } from '../contact-info-session.js';
import { fieldIds, fieldLabel } from '../fields/field.js';
import type { FormView } from '../form-view.js';
import type { HealthHost } from './health-host.js';
import { confirmedCount, confirmItems, contactsDue, isOnlyConfirmed, reviewItems, type DueContact, type ReviewItem } from './review-model.js';

/** More than this are shown when asked for, and confirmed together only once they are all in sight. */
const shownAtFirst = 20;

/**
 * Asks whether contacts that nobody confirmed for long are still right. Blocks nothing.
 * Owns who is asked about, since the record was first read, and that somebody said "not now". Does not own the contacts:
 * confirming one is a change of the value. It is saved at once where it is the only change, and with the others where
 * there are more: nobody's half-written work is saved by an answer to a question.
 */
export class ContactReview {
  readonly #host: HealthHost;
  readonly #session: ContactInfoSession;
  #dueOn: readonly unknown[] = [];
  #due: DueContact[] = [];
  #dismissedFor: string | undefined;
  #showsAll = false;
  #isSaving = false;

  constructor(host: HealthHost, session: ContactInfoSession) {
    this.#host = host;
    this.#session = session;
  }

  render(view: FormView): TemplateResult | typeof nothing {
    const { texts } = view;
    const { edit, isLoaded } = this.#session;
    const { accountId, reviewAfterDays } = this.#host.element;
    if (!isLoaded || !view.editable || this.#dismissedFor === accountId) return nothing;
    const due = this.#dueNow(view);
    if (due.length === 0) return nothing;
    const items = reviewItems(due, edit.stored, edit.current);
    if (items.length === 0) {
      const count = confirmedCount(due, edit.stored);
      return count === 0 ? nothing : html`<div id="review" class="review-done notice success" part="review" tabindex="-1"><p>${icon('check')} ${texts.text('review.done', { count })}</p></div>`;
    }
    const shown = this.#showsAll ? items : items.slice(0, shownAtFirst);
    const open = items.filter(({ state }) => state === 'due');
    const isBusy = this.#session.isSaving;
    const later = this.#hasOtherChanges(view);
    return html`<div id="review" class="review notice" part="review" role="group" aria-labelledby="review-title" tabindex="-1">
      <div>
        <h3 id="review-title">${texts.text('review.title')}</h3>
        <p>${texts.text('review.explanation', { count: reviewAfterDays })} ${texts.text(later ? 'review.saves-later' : 'review.saves-now')}</p>
      </div>
      ${view.definitions.map((definition) => this.#renderField(view, definition, shown.filter(({ key }) => key === definition.key), isBusy))}
      <div class="actions">
        ${shown.length < items.length ? html`<span class="muted">${texts.text('contacts.shown', { shown: shown.length, count: items.length })}</span>
          <button type="button" class="button small" @click=${this.#handleShowAll}>${texts.text('contacts.show-all')}</button>`
          : open.length > 1 ? html`<button type="button" class="button small" aria-disabled=${isBusy} @click=${() => this.#confirm(view, open)}>${texts.text('review.all')}</button>` : nothing}
        <button type="button" class="button quiet small" @click=${() => this.#dismiss(texts)}>${texts.text('review.not-now')}</button>
      </div>
    </div>`;
  }

  #renderField(view: FormView, definition: FieldDefinition, items: readonly ReviewItem[], isBusy: boolean): TemplateResult | typeof nothing {
    if (items.length === 0) return nothing;
    const { texts } = view;
    const id = `${fieldIds(definition.key).field}-review`;
    const label = fieldLabel(texts, definition);
    // No landmark: the field itself is one, of the same name.
    return html`<div class="review-field" role="group" aria-labelledby=${id}>
      <div class="review-head">
        <h4 id=${id}>${label}</h4>
        <button type="button" class="button quiet small" aria-label=${texts.text('review.change-of', { label })} @click=${() => view.goTo({ key: definition.key, path: [] })}>${texts.text('review.change')}</button>
      </div>
      <ul>${items.map((item) => this.#renderItem(view, item, isBusy))}</ul>
    </div>`;
  }

  #renderItem(view: FormView, item: ReviewItem, isBusy: boolean): TemplateResult {
    const { texts } = view;
    const { contact: { name, email, phone }, confirmedOn, state } = item;
    const date = confirmedOn && dateText(texts, confirmedOn);
    return html`<li class="review-item">
      <div class="review-contact">
        ${name ? html`<bdi class="entry-name">${name}</bdi>` : nothing} <bdi>${email}</bdi> ${phone ? html`<bdi dir="ltr">${phone}</bdi>` : nothing}
        <p class="help">${date ? texts.text('review.confirmed-on', { date }) : texts.text('review.never')}</p>
      </div>
      ${state === 'marked' ? html`<span class="review-marked">${texts.text(isBusy ? 'saving' : 'review.marked')}</span>`
        : html`<button type="button" id=${buttonId(item)} class="button small" aria-disabled=${isBusy} aria-label=${texts.text('review.still-right-of', { address: email })}
          @click=${() => this.#confirm(view, [item])}>${texts.text('review.still-right')}</button>`}
    </li>`;
  }

  /** Asked of the record as it was first read: see `review-model.ts`. */
  #dueNow({ definitions, context }: FormView): DueContact[] {
    const record = this.#session.firstRead;
    const { reviewAfterDays } = this.#host.element;
    const on = [record, definitions, context.environment, context.integrationType, reviewAfterDays];
    if (on.some((one, at) => one !== this.#dueOn[at])) {
      this.#dueOn = on;
      this.#due = contactsDue(record, { definitions, context, at: new Date(), reviewAfterDays });
    }
    return this.#due;
  }

  #hasOtherChanges({ definitions, parts: { fields }, texts }: FormView): boolean {
    const { stored, current } = this.#session.edit;
    return !isOnlyConfirmed(stored, current) || definitions.some(({ key }) => fields.unresolvedText(key, texts) !== undefined);
  }

  async #confirm(view: FormView, items: readonly ReviewItem[]): Promise<void> {
    const session = this.#session;
    if (session.isSaving || this.#isSaving) return;
    const { texts } = view;
    const isLater = this.#hasOtherChanges(view);
    confirmItems(session.edit.current, items, localDateOf(new Date())).forEach((value, key) => this.#host.handleValue(key, value));
    if (isLater) {
      this.#host.announce(texts.text('review.marked-said'));
      this.#focusNext(items);
      return;
    }
    this.#isSaving = true;
    const isSaved = await this.#host.element.submitForLater();
    this.#isSaving = false;
    // What went wrong is said where saving always says it; only a host's refusal is said nowhere aloud.
    if (session.saveState === 'cancelled') this.#host.announce(texts.text('cancelled'));
    if (!isSaved) return;
    this.#host.announce(texts.text('review.confirmed-said', { count: items.length }));
    if (this.#holdsFocus) this.#focusNext(items);
  }

  /** Whether the focus is where it was when the person answered, or nowhere since what had it is gone. */
  get #holdsFocus(): boolean {
    const root = this.#host.element.renderRoot as ShadowRoot;
    const active = root.activeElement;
    return active ? active.closest('#review') !== null : document.activeElement === document.body || document.activeElement === null;
  }

  /** To the next question, or the first one left; to the panel itself after the last. */
  #focusNext(answered: readonly ReviewItem[]): void {
    const { edit } = this.#session;
    const open = reviewItems(this.#due, edit.stored, edit.current).filter(({ state }) => state === 'due');
    const last = answered.at(-1)!;
    const order = (item: ReviewItem) => this.#due.findIndex(({ key }) => key === item.key) * 1_000_000 + item.index;
    const next = open.find((item) => order(item) > order(last)) ?? open[0];
    this.#host.focusAfterUpdate(...(next ? [`#${CSS.escape(buttonId(next))}`] : []), '#review');
  }

  #dismiss(texts: Texts): void {
    this.#dismissedFor = this.#host.element.accountId;
    this.#host.announce(texts.text('review.dismissed'));
    this.#host.element.requestUpdate();
    this.#host.focusAfterUpdate('.fields input, .fields support-hours-picker, .fields button');
  }

  readonly #handleShowAll = (): void => {
    this.#showsAll = true;
    this.#host.element.requestUpdate();
    this.#host.focusAfterUpdate('#review');
  };
}

function buttonId({ key, index }: ReviewItem): string {
  return `${fieldIds(key).field}-review-${index}`;
}

function dateText({ lang }: Texts, date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? date : new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}
