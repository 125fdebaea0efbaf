import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ContactInfo } from '../../domain/contact-info.js';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import { availabilityOf } from '../../domain/requirements.js';
import { canEditContactInfo, type Vocabulary } from '../../domain/user.js';
import { addressMessages } from '../../internal/address.strings.js';
import { announce, renderAnnouncement, silence, type Announcement } from '../../internal/announcement.js';
import { baseStyles } from '../../internal/base.styles.js';
import { emitFact } from '../../internal/emit.js';
import { failureText } from '../../internal/failure-text.js';
import { FormAssociatedElement, type FormReport } from '../../internal/form-associated-element.js';
import { keeps, vocabularyKind } from '../../internal/property-kinds.js';
import { warnOnce } from '../../internal/warn.js';
import { comboboxStyles } from '../../internal/widgets/combobox.styles.js';
import { dirtyKeys } from './contact-info-edit.js';
import type { ContactInfoDirtyDetail, ContactInfoFormEventMap } from './contact-info-form.events.js';
import { contactInfoFormMessages } from './contact-info-form.strings.js';
import { contactInfoFormStyles } from './contact-info-form.styles.js';
import { ContactInfoSession } from './contact-info-session.js';
import { findProblems, type Problem } from './error-summary.js';
import { fieldIds } from './fields/field.js';
import { FormFields } from './form-fields.js';
import { renderFormFooter, renderFormSkeleton } from './form-chrome.js';
import { renderFields } from './form-view.js';

/**
 * The contact information of an account, to be read and changed: on a settings page, inside `<onboarding-gate>`, or as a
 * field of a form of the host's. What is asked for comes from `requirements`; no field is known by name here.
 *
 * @tag contact-info-form
 * @fires {CustomEvent<ContactInfoSubmitDetail>} contact-info-submit - Asks whether to save; cancelable, `waitUntil` holds it.
 * @fires {CustomEvent<ContactInfoSavedDetail>} contact-info-saved - The store acknowledged a save.
 * @fires {CustomEvent<ContactInfoConflictDetail>} contact-info-conflict - Somebody else changed the same fields.
 * @fires {CustomEvent<ContactInfoDirtyDetail>} contact-info-dirty - There are unsaved changes now, or no longer.
 * @fires {CustomEvent<ContactInfoErrorDetail>} contact-info-error - Loading or saving failed.
 * @fires {Event} input - A value was changed by the person's hand.
 * @fires {Event} change - A value was changed by the person's hand, and the change is finished.
 * @csspart base - The outermost wrapper.
 * @csspart field - The frame of one field.
 * @csspart entry - One contact or user in a field's list.
 * @csspart input - A text box.
 * @csspart popup - The list of a combobox.
 * @csspart hours - The editor of support hours.
 * @csspart summary - The list of what has to be put right.
 * @csspart conflicts - The panel where two people's changes are chosen between.
 * @csspart footer - The bar with the buttons.
 * @cssprop [--contact-info-form-gap=1.75rem] - Space between fields.
 * @cssprop [--contact-info-form-footer-inset=0] - Distance of the button bar from the bottom of what scrolls.
 * @cssprop [--contact-info-form-footer-surface=--portero-surface-raised] - Background of the button bar.
 * @cssstate dirty - There are unsaved changes.
 * @cssstate invalid - The value would not be accepted.
 * @cssstate disabled - It takes no input and has no part in the form.
 * @cssstate readonly - It is shown and cannot be changed.
 */
export class ContactInfoForm extends FormAssociatedElement {
  static override styles: CSSResultGroup = [baseStyles, comboboxStyles, contactInfoFormStyles];

  /** Offers "Save and continue" and "Save and finish later", as in a gate, instead of "Save". */
  @property({ type: Boolean, reflect: true }) onboarding = false;
  /** The host's own support channels, for the hours. */
  @keeps(vocabularyKind) @property({ attribute: false }) channels: readonly Vocabulary[] = [];

  /** Whether every problem is shown, and not only those of fields that were touched: somebody tried to save. */
  @state() private problemsShown: 'none' | 'invalid' | 'all' = 'none';
  @state() private announcement: Announcement = silence;

  readonly #session = new ContactInfoSession({
    element: this,
    source: () => this.#source(),
    context: () => this.#context(),
    handleNews: (key) => this.#announce(this.text(key)),
  });
  readonly #fields = new FormFields({
    element: this,
    handleValue: (key, value) => this.#handleValue(key, value),
    handleEnter: () => this.#handleEnter(),
    announce: (text) => this.#announce(text),
    focusAfterUpdate: (...selectors) => void this.#focusFirst(selectors),
  });
  #initialValue: ContactInfo = {};
  #wasDirty = false;

  constructor() {
    super('contact-info-form', { ...addressMessages, ...contactInfoFormMessages });
  }

  /**
   * The contact information as it is shown now, saved or not. Setting it replaces what is shown, and saves nothing: where
   * there is an adapter, what was set before the record was read is put over it, key by key.
   */
  @property({ attribute: false })
  get value(): ContactInfo {
    return this.#session.edit.current;
  }

  set value(value: ContactInfo | null | undefined) {
    if (value !== null && value !== undefined && !isContactInfo(value)) {
      warnOnce(this.localName, 'has a value that is no object; it was not used.');
      return;
    }
    this.#initialValue = value ?? {};
    this.#session.replace(this.#initialValue);
    this.#syncFormValue();
  }

  /** Whether what is shown now is complete, field by field. A field with a text that was refused is not. */
  get evaluation(): Evaluation {
    const { complete, fields, issues } = this.#session.evaluation;
    const refused = this.requirements.fields.map(({ key }) => key).filter((key) => fields[key] === 'complete' && this.#fields.unresolvedText(key, this.texts, 'refused') !== undefined);
    if (refused.length === 0) return { complete, fields, issues };
    return { complete: false, fields: { ...fields, ...Object.fromEntries(refused.map((key) => [key, 'invalid'])) }, issues };
  }

  /** Whether there is anything that was not saved. */
  get isDirty(): boolean {
    return dirtyKeys(this.#session.edit).length > 0 || this.requirements.fields.some(({ key }) => this.#fields.unresolvedText(key, this.texts) !== undefined);
  }

  /** Saves, if everything that is required is there. Resolves to whether the store acknowledged it. */
  submit(): Promise<boolean> {
    return this.#submit(false);
  }

  /** Saves what is there, complete or not; nothing invalid is saved. Resolves to whether the store acknowledged it. */
  submitForLater(): Promise<boolean> {
    return this.#submit(true);
  }

  /** Takes back every unsaved change. */
  reset(): void {
    this.#session.discard();
    this.#forgetTexts();
  }

  /** What was typed and is no value yet, and what was said about it. */
  #forgetTexts(): void {
    this.#fields.clear();
    this.problemsShown = 'none';
    this.announcement = silence;
  }

  /** Brings a field into view and puts the focus in it. */
  async focusField(key: string): Promise<void> {
    await this.updateComplete;
    const { control, field } = fieldIds(key);
    this.#find(`#${CSS.escape(field)}`)?.scrollIntoView({ block: 'start' });
    this.#find(`#${CSS.escape(control)}`)?.focus({ preventScroll: true });
  }

  override focus(options?: FocusOptions): void {
    this.#find('input, support-hours-picker, button')?.focus(options);
  }

  /** A form of the host's around it makes it a field of that form: it neither loads nor saves. */
  get #isField(): boolean {
    return this.form !== null;
  }

  get #mayEdit(): boolean {
    return this.isEditable && canEditContactInfo(this.viewer, this.roles);
  }

  protected override get misconfiguration() {
    return this.#isField ? undefined : super.misconfiguration;
  }

  #context() {
    return { requirements: this.requirements, environment: this.environment, integrationType: this.integrationType };
  }

  #source() {
    return this.#isField ? undefined : this.source;
  }

  #announce(text: string): void {
    this.announcement = announce(text);
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  async #focusFirst(selectors: string[]): Promise<void> {
    await this.updateComplete;
    selectors.map((selector) => this.#find(selector)).find((element) => element !== null)?.focus();
  }

  #handleValue(key: string, value: unknown): void {
    this.#session.setValue(key, value);
    this.#syncFormValue();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  #choose(key: string, choice: 'mine' | 'theirs'): void {
    this.#session.resolve(key, choice);
    // On to the next choice; after the last one, to the field that it was about.
    if (Object.keys(this.#session.edit.conflicts).length > 0) void this.#focusFirst(['#conflicts button']);
    else void this.focusField(key);
  }

  #handleEnter(): void {
    if (this.#isField) this.form?.requestSubmit();
    else void this.submit();
  }

  #problems(isPartial: boolean): Problem[] {
    return findProblems({
      // What is not asked for here is not in the way, unless there is something to choose.
      fields: this.requirements.fields.filter((definition) => Object.hasOwn(this.#session.edit.conflicts, definition.key) || availabilityOf(definition, this.#context()).requirement !== 'unavailable'),
      evaluation: this.#session.evaluation,
      serverIssues: this.#session.serverIssues,
      conflicts: this.#session.edit.conflicts,
      unresolved: (key) => this.#fields.unresolvedText(key, this.texts),
      isPartial,
      texts: this.texts,
    });
  }

  async #submit(isPartial: boolean): Promise<boolean> {
    const session = this.#session;
    if (!this.#source() || !session.isLoaded || !this.#mayEdit || session.isSaving) return false;
    this.#fields.commit(this.requirements.fields.map(({ key }) => key));
    const meeting = session.meetUsers();
    if (meeting) await meeting;
    if (session.isSaving) return false;
    if (this.#problems(isPartial).length > 0) {
      this.problemsShown = isPartial ? 'invalid' : 'all';
      void this.#focusFirst(['#conflicts', '#summary']);
      return false;
    }
    this.problemsShown = 'none';
    const outcome = await session.save({ isPartial });
    if (outcome === 'conflict') void this.#focusFirst(['#conflicts']);
    if (outcome === 'failed') {
      this.problemsShown = session.serverIssues.length > 0 ? 'invalid' : 'none';
      void this.#focusFirst(['#summary', '#failure']);
    }
    return outcome === 'saved';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('accountId') && this.#session.turnTo(this.accountId)) this.#forgetTexts();
    void this.#session.meetUsers();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dirty = this.isDirty;
    this.setState('dirty', dirty);
    if (dirty === this.#wasDirty) return;
    this.#wasDirty = dirty;
    emitFact<ContactInfoDirtyDetail>(this, 'contact-info-dirty', { dirty });
  }

  get #formValue(): string | null {
    const value = this.#session.edit.current;
    return Object.keys(value).length === 0 ? null : JSON.stringify(value);
  }

  /** A script that hears of a change, or made it, may ask for the form's data at once. */
  #syncFormValue(): void {
    this.internals.setFormValue(this.#formValue);
  }

  protected override formReport(): FormReport {
    const value = this.#formValue;
    // Outside a form nobody asks, and evaluating it would be work for nothing.
    const [problem] = this.#isField ? this.#problems(!this.required) : [];
    return {
      value,
      message: problem ? `${problem.label}: ${problem.text}` : '',
      missing: value === null,
      anchor: this.#find('.base') ?? undefined,
    };
  }

  protected override resetToInitialValue(): void {
    this.reset();
    this.value = this.#initialValue;
  }

  protected override restoreValue(text: string): void {
    const restored = parseContactInfo(text);
    if (restored) this.#session.startFrom(this.#initialValue, restored);
    else warnOnce(this.localName, 'could not restore a value that is no contact information.');
  }

  protected override showProblems(): void {
    this.#fields.commit(this.requirements.fields.map(({ key }) => key));
    this.problemsShown = this.required ? 'all' : 'invalid';
    void this.#focusFirst(['#summary']);
  }

  protected override render(): TemplateResult {
    const { misconfiguration } = this;
    return html`<div class="base" part="base">
      ${misconfiguration ? html`<p class="notice danger" role="alert">${this.text(misconfiguration)}</p>` : this.#renderContent()}
      <p class="visually-hidden" role="status">${renderAnnouncement(this.announcement)}</p>
    </div>`;
  }

  #renderContent(): TemplateResult {
    const { isLoaded, failure, saveState } = this.#session;
    if (this.#isField) return html`<div class="content">${this.#renderFields()}</div>`;
    if (!isLoaded) return failure ? this.#renderFailure() : renderFormSkeleton(this.requirements.fields.length, this.texts);
    const handleSubmit = (event: Event) => {
      event.preventDefault();
      void this.submit();
    };
    return html`<form novalidate @submit=${handleSubmit}>
      ${this.#renderFields()}
      ${renderFormFooter({
        texts: this.texts,
        state: saveState,
        dirty: this.isDirty,
        editable: this.#mayEdit,
        onboarding: this.onboarding,
        failure: failure ? this.#renderFailure() : nothing,
        handleSaveForLater: () => void this.submitForLater(),
        handleDiscard: () => this.reset(),
      })}
    </form>`;
  }

  #renderFailure(): TemplateResult {
    const { failure } = this.#session;
    const retry = () => (failure?.operation === 'save' ? void this.#submit(failure.isPartial) : this.#session.read());
    return html`<div id="failure" class="notice danger" role="alert" tabindex="-1">
      <p>${failureText(this.texts, failure?.error)}</p>
      <button type="button" class="button" @click=${retry}>${this.text('retry')}</button>
    </div>`;
  }

  #renderFields(): TemplateResult {
    const { problemsShown } = this;
    return renderFields({
      session: this.#session,
      fields: this.#fields,
      definitions: this.requirements.fields,
      context: this.#context(),
      evaluation: this.evaluation,
      problems: problemsShown === 'none' ? [] : this.#problems(problemsShown === 'invalid'),
      blamesMissing: problemsShown === 'all',
      editable: this.#mayEdit,
      // Disabled or read-only is what the host wanted; a role is something to be told of.
      notAllowed: !this.#mayEdit && this.isEditable,
      texts: this.texts,
      strings: this.strings,
      channels: this.channels,
      choose: (key, choice) => this.#choose(key, choice),
      goTo: (key) => void this.focusField(key),
    });
  }
}

function isContactInfo(value: unknown): value is ContactInfo {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseContactInfo(text: string): ContactInfo | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isContactInfo(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/* Typed listeners: `addEventListener('contact-info-saved', (event) => event.detail.revision)`. */
export interface ContactInfoForm {
  addEventListener<K extends keyof ContactInfoFormEventMap>(type: K, listener: (this: ContactInfoForm, event: ContactInfoFormEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof ContactInfoFormEventMap>(type: K, listener: (this: ContactInfoForm, event: ContactInfoFormEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'contact-info-form': ContactInfoForm;
  }
}
