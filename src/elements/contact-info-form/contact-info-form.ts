import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ContactInfo } from '../../domain/contact-info.js';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import { parseFieldValue, type TypedFieldValue } from '../../domain/field-value.js';
import type { Issue } from '../../domain/issue.js';
import { availabilityOf, type FieldDefinition } from '../../domain/requirements.js';
import { canEditContactInfo, type Vocabulary } from '../../domain/user.js';
import { addressMessages } from '../../internal/address.strings.js';
import { baseStyles } from '../../internal/base.styles.js';
import { emitFact } from '../../internal/emit.js';
import { failureText } from '../../internal/failure-text.js';
import { FormAssociatedElement, type FormReport } from '../../internal/form-associated-element.js';
import { keeps, vocabularyKind } from '../../internal/property-kinds.js';
import { warnOnce } from '../../internal/warn.js';
import { comboboxStyles } from '../../internal/widgets/combobox.styles.js';
import { renderConflicts } from './conflict-panel.js';
import { dirtyKeys } from './contact-info-edit.js';
import type { ContactInfoDirtyDetail, ContactInfoFormEventMap } from './contact-info-form.events.js';
import { contactInfoFormMessages } from './contact-info-form.strings.js';
import { contactInfoFormStyles } from './contact-info-form.styles.js';
import { ContactInfoSession } from './contact-info-session.js';
import { findProblems, renderErrorSummary, type Problem } from './error-summary.js';
import { ContactsField } from './fields/contacts-field.js';
import { fieldIds, renderField, type FieldHost, type FieldView } from './fields/field.js';
import { renderHoursField } from './fields/hours-field.js';
import { UsersField } from './fields/users-field.js';
import { renderFormFooter, renderFormSkeleton } from './form-chrome.js';

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
  @state() private announcement = '';

  readonly #session = new ContactInfoSession({
    element: this,
    source: () => this.#source(),
    context: () => this.#context(),
    handleNews: (key) => this.#announce(this.text(key)),
    handleConflict: () => void this.#focusFirst(['#conflicts']),
  });
  readonly #fieldHost: FieldHost = {
    element: this,
    handleValue: (key, value) => this.#handleValue(key, value),
    handleEnter: () => this.#handleEnter(),
    announce: (text) => this.#announce(text),
    focusAfterUpdate: (...selectors) => void this.#focusFirst(selectors),
  };
  readonly #contactsFields = new Map<string, ContactsField>();
  readonly #usersFields = new Map<string, UsersField>();
  #initialValue: ContactInfo = {};
  #wasDirty = false;

  constructor() {
    super('contact-info-form', { ...addressMessages, ...contactInfoFormMessages });
  }

  /** The contact information as it is shown now, saved or not. Setting it starts over from there. */
  @property({ attribute: false })
  get value(): ContactInfo {
    return this.#session.edit.current;
  }

  set value(value: ContactInfo | null) {
    if (value !== null && (typeof value !== 'object' || Array.isArray(value))) {
      warnOnce(this.localName, 'has a value that is no object; it was not used.');
      return;
    }
    this.#initialValue = value ?? {};
    this.#session.startFrom(this.#initialValue);
  }

  /** Whether what is shown now is complete, field by field. */
  get evaluation(): Evaluation {
    return this.#session.evaluation;
  }

  /** Whether there is anything that was not saved. */
  get isDirty(): boolean {
    return dirtyKeys(this.#session.edit).length > 0 || [...this.#contactsFields.values()].some((field) => field.unresolved.length > 0);
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
    this.#contactsFields.forEach((field) => field.clear());
    this.#usersFields.forEach((field) => field.clear());
    this.problemsShown = 'none';
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
    const store = this.store;
    if (this.#isField || this.misconfiguration || !store) return undefined;
    return { store, accountId: this.accountId, requirements: this.requirements };
  }

  #announce(text: string): void {
    this.announcement = text;
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
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  #handleEnter(): void {
    if (this.#isField) this.form?.requestSubmit();
    else void this.submit();
  }

  #problems(isPartial: boolean): Problem[] {
    return findProblems({
      fields: this.requirements.fields,
      evaluation: this.evaluation,
      serverIssues: this.#session.serverIssues,
      conflicts: this.#session.edit.conflicts,
      unresolved: (key) => this.#contactsFields.get(key)?.unresolved[0]?.issue,
      isPartial,
      texts: this.texts,
    });
  }

  async #submit(isPartial: boolean): Promise<boolean> {
    const session = this.#session;
    if (!this.#source() || !session.isLoaded || !this.#mayEdit || session.isSaving) return false;
    this.#contactsFields.forEach((field) => field.commit());
    if (this.#problems(isPartial).length > 0) {
      this.problemsShown = isPartial ? 'invalid' : 'all';
      void this.#focusFirst(['#conflicts', '#summary']);
      return false;
    }
    this.problemsShown = 'none';
    const outcome = await session.save({ isPartial });
    if (outcome === 'failed') {
      this.problemsShown = session.serverIssues.length > 0 ? 'invalid' : 'none';
      void this.#focusFirst(['#summary', '#failure']);
    }
    return outcome === 'saved';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('accountId')) this.#session.leaveAccount(this.accountId);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dirty = this.isDirty;
    this.setState('dirty', dirty);
    if (dirty === this.#wasDirty) return;
    this.#wasDirty = dirty;
    emitFact<ContactInfoDirtyDetail>(this, 'contact-info-dirty', { dirty });
  }

  protected override formReport(): FormReport {
    const value = this.#session.edit.current;
    const isEmpty = Object.keys(value).length === 0;
    // Outside a form nobody asks, and evaluating it would be work for nothing.
    const [problem] = this.#isField ? this.#problems(!this.required) : [];
    return {
      value: isEmpty ? null : JSON.stringify(value),
      message: problem ? `${problem.label}: ${problem.text}` : '',
      missing: isEmpty,
      anchor: this.#find('.base') ?? undefined,
    };
  }

  protected override resetToInitialValue(): void {
    this.reset();
    this.value = this.#initialValue;
  }

  protected override restoreValue(text: string): void {
    try {
      this.#session.startFrom(this.#initialValue, JSON.parse(text) as ContactInfo);
    } catch {
      warnOnce(this.localName, 'could not restore a value that is no JSON.');
    }
  }

  protected override showProblems(): void {
    this.#contactsFields.forEach((field) => field.commit());
    this.problemsShown = this.required ? 'all' : 'invalid';
    void this.#focusFirst(['#summary']);
  }

  protected override render(): TemplateResult {
    const { misconfiguration } = this;
    return html`<div class="base" part="base">
      ${misconfiguration ? html`<p class="notice danger" role="alert">${this.text(misconfiguration)}</p>` : this.#renderContent()}
      <p class="visually-hidden" role="status">${this.announcement}</p>
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
    const retry = () => (failure?.operation === 'save' ? void this.submit() : this.#session.read());
    return html`<div id="failure" class="notice danger" role="alert" tabindex="-1">
      <p>${failureText(this.texts, failure?.error)}</p>
      <button type="button" class="button" @click=${retry}>${this.text('retry')}</button>
    </div>`;
  }

  #renderFields(): TemplateResult {
    const { edit, lookup, serverIssues } = this.#session;
    const evaluation = this.evaluation;
    const problems = this.problemsShown === 'none' ? [] : this.#problems(this.problemsShown === 'invalid');
    return html`
      ${this.#mayEdit || this.isDisabled || this.readonly ? nothing : html`<p class="notice">${this.text('not-allowed')}</p>`}
      ${renderConflicts({
        edit,
        fields: this.requirements.fields,
        texts: this.texts,
        nameOf: (id) => lookup.get(id)?.name ?? this.text('users.unknown'),
        choose: (key, choice) => this.#session.resolve(key, choice),
      })}
      ${renderErrorSummary(problems, this.texts, (key) => void this.focusField(key))}
      <div class="fields">${this.requirements.fields.map((definition) => this.#renderField(definition, evaluation, serverIssues))}</div>`;
  }

  #renderField(definition: FieldDefinition, { fields, issues }: Evaluation, serverIssues: readonly Issue[]): TemplateResult | typeof nothing {
    const { key, kind } = definition;
    const availability = availabilityOf(definition, this.#context());
    if (availability.requirement === 'unavailable' && availability.because !== 'environment') return nothing;
    // Nobody is blamed for a field that they have not come to yet.
    const own = fields[key] === 'missing' && this.problemsShown !== 'all' ? [] : issues;
    const shown = [...own, ...serverIssues].filter(({ path }) => path[0] === key).map((issue) => ({ ...issue, path: issue.path.slice(1) }));
    const view = { definition, availability, status: fields[key], issues: shown, editable: this.#mayEdit, texts: this.texts };
    const parsed = parseFieldValue(kind, this.#session.edit.current[key]);
    if (!parsed.ok) return renderField({ ...view, value: undefined, editable: false }, html`<p class="muted">${this.text('issue.malformed')}</p>`);
    return this.#renderTyped(parsed.value, view);
  }

  #renderTyped(typed: TypedFieldValue, view: Omit<FieldView<unknown>, 'value'>): TemplateResult {
    const { key } = view.definition;
    if (typed.kind === 'contacts') {
      if (!this.#contactsFields.has(key)) this.#contactsFields.set(key, new ContactsField(key, this.#fieldHost));
      return this.#contactsFields.get(key)!.render({ ...view, value: typed.value });
    }
    if (typed.kind === 'users') {
      if (!this.#usersFields.has(key)) this.#usersFields.set(key, new UsersField(key, this.#fieldHost, this.#session.lookup));
      return this.#usersFields.get(key)!.render({ ...view, value: typed.value });
    }
    return renderHoursField({ ...view, value: typed.value }, {
      strings: this.strings, channels: this.channels, handleValue: (value) => this.#handleValue(key, value),
    });
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
