import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ContactInfo } from '../../domain/contact-info.js';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import type { Issue } from '../../domain/issue.js';
import { canEditContactInfo, type Vocabulary } from '../../domain/user.js';
import { announce, renderAnnouncement, silence, type Announcement } from '../../internal/announcement.js';
import { emitFact } from '../../internal/emit.js';
import { FormAssociatedElement, type FormReport } from '../../internal/form-associated-element.js';
import { daysConverter, daysKind, keeps, vocabularyKind } from '../../internal/property-kinds.js';
import { submitImplicitly } from '../../internal/submit-implicitly.js';
import { dirtyKeys, hasConflicts } from './contact-info-edit.js';
import type { ContactInfoDirtyDetail, ContactInfoFormEventMap } from './contact-info-form.events.js';
import { ContactInfoSession } from './contact-info-session.js';
import { DraftKeeper } from './draft-keeper.js';
import { draftText, renderDraftNotice } from './draft-notice.js';
import { defaultDraftMode, draftModeKind, type DraftMode } from './draft-store.js';
import type { Problem } from './error-summary.js';
import { FailedWork } from './failed-work.js';
import { renderFormFooter, renderFormSkeleton } from './form-chrome.js';
import { formMessages, formStyles } from './form-catalogue.js';
import { problemsOf } from './form-problems.js';
import { FormParts } from './form-parts.js';
import { renderFields } from './form-view.js';
import { HostFormValue } from './host-form-value.js';
import { focusProblem } from './problem-target.js';
import { UnsavedGuard } from './unsaved-guard.js';

/**
 * The contact information of an account, to be read and changed: on a settings page, inside `<onboarding-gate>`, or as a
 * field of a form of the host's. What is asked for comes from `requirements`; no field is known by name here.
 *
 * @tag contact-info-form
 * @fires {CustomEvent<ContactInfoSubmitDetail>} contact-info-submit - Asks whether to save; cancelable, `waitUntil` holds it.
 * @fires {CustomEvent<ContactInfoSavedDetail>} contact-info-saved - The store acknowledged a save.
 * @fires {CustomEvent<ContactInfoConflictDetail>} contact-info-conflict - Somebody else changed the same fields.
 * @fires {CustomEvent<ContactInfoDirtyDetail>} contact-info-dirty - There are unsaved changes now, or no longer.
 * @fires {CustomEvent<ContactVerifyDetail>} contact-verify - Asks the host to send a verification message; cancelable, `waitUntil` holds it. The element changes nothing: the host does, through the stored record's `verification`.
 * @fires {CustomEvent<ContactInfoErrorDetail>} contact-info-error - Loading or saving failed.
 * @fires {Event} input - A value was changed by the person's hand.
 * @fires {Event} change - A value was changed by the person's hand, and the change is finished.
 * @csspart base - The outermost wrapper.
 * @csspart field - The frame of one field.
 * @csspart entry - One contact or user in a field's list.
 * @csspart input - A text box.
 * @csspart popup - The list of a combobox, or a menu.
 * @csspart dialog - The dialog for a contact's details.
 * @csspart hours - The editor of support hours.
 * @csspart summary - The list of what has to be put right.
 * @csspart draft - The note that unsaved changes were restored.
 * @csspart conflicts - The panel where two people's changes are chosen between.
 * @csspart history - The dialog that lists what was saved before.
 * @csspart review - The panel that asks whether contacts are still right.
 * @csspart preview - The dialog that shows what users will see.
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
  static override styles: CSSResultGroup = formStyles;

  /** Offers "Save and continue" and "Save and finish later", as in a gate, instead of "Save". */
  @property({ type: Boolean, reflect: true }) onboarding = false;
  /** Offers no history, also where the adapter has one. */
  @property({ type: Boolean, reflect: true, attribute: 'no-history' }) noHistory = false;
  /** The host's own support channels, for the hours. */
  @keeps(vocabularyKind) @property({ attribute: false }) channels: readonly Vocabulary[] = [];
  /** Days after which a contact that nobody confirmed is asked about. 0: never. */
  @keeps(daysKind) @property({ attribute: 'review-after-days', converter: daysConverter }) reviewAfterDays = 180;
  /**
   * Where unsaved changes are kept until they are saved, for who comes back: `session` (this tab), `local` (this browser, for
   * seven days at most) or `off`. They are personal data: with `local`, name the viewer, and call `clearDrafts()` at sign-out.
   */
  @keeps(draftModeKind) @property() drafts: DraftMode = defaultDraftMode;

  /** Whether every problem is shown, and not only those of fields that were touched: somebody tried to save. */
  @state() private problemsShown: 'none' | 'invalid' | 'all' = 'none';
  @state() private announcement: Announcement = silence;

  readonly #session = new ContactInfoSession({
    element: this,
    source: () => this.#source(),
    context: () => this.#context(),
    handleNews: (key) => this.#announce(this.text(key)),
  });
  readonly #parts = new FormParts({
    element: this,
    session: this.#session,
    texts: this.texts,
    source: () => this.#source(),
    handleValue: (key, value) => {
      this.#session.setValue(key, value);
      this.#tellValue();
    },
    handleChoice: () => this.#tellValue(),
    handleEnter: () => (this.form ? submitImplicitly(this.form) : void this.submit()),
    announce: (text) => this.#announce(text),
    focusAfterUpdate: (...selectors) => void this.#focusFirst(selectors),
    goTo: (key) => void this.focusField(key),
  });
  readonly #drafts = new DraftKeeper({
    element: this,
    session: this.#session,
    fields: this.#parts.fields,
    mayKeep: () => !this.#isField && this.#mayEdit,
    reset: () => this.reset(),
    announce: (notice) => this.#announce(draftText(notice, this.texts)),
  });
  readonly #failed = new FailedWork({ element: this, session: this.#session, submit: (isPartial, isAsked) => this.#submit(isPartial, isAsked) });
  readonly #guard = new UnsavedGuard(this, () => !this.#drafts.isSafe);
  readonly #formValue = new HostFormValue('contact-info-form', this.#session, () => this.requirements);
  #wasDirty = false;

  constructor() {
    super('contact-info-form', formMessages);
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
    this.#formValue.set(value);
    this.#syncForm();
  }

  /** The value that a reset of the host's form returns to, as JSON. Without it, that is the value which a script set last. */
  @property({ attribute: 'value' })
  get defaultValue(): string | null {
    return this.#formValue.defaultText;
  }

  set defaultValue(text: string | null | undefined) {
    this.#formValue.setDefault(text ?? null);
    this.#syncForm();
  }

  /** Whether what is shown now is complete, field by field. A field with a text that was refused is not. */
  get evaluation(): Evaluation {
    return this.#parts.fields.judge(this.#session.evaluation, this.requirements.fields, this.texts);
  }

  /** Whether there is anything that was not saved. */
  get isDirty(): boolean {
    return dirtyKeys(this.#session.edit).length > 0 || this.requirements.fields.some(({ key }) => this.#parts.fields.unresolvedText(key, this.texts) !== undefined);
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
    this.#drafts.handleReset();
  }

  /** Deletes the drafts that this viewer has of this account in this browser: at sign-out, for example. What is shown stays. */
  clearDrafts(): void {
    this.#drafts.clear();
  }

  /** What was typed and is no value yet, and what was said about it. */
  #forgetTexts(): void {
    this.#parts.fields.clear();
    this.problemsShown = 'none';
    this.announcement = silence;
  }

  /** Brings a field into view and puts the focus in it. */
  async focusField(key: string): Promise<void> {
    await this.updateComplete;
    focusProblem(this.renderRoot, { key, path: [] });
  }

  /** Opens the list of what was saved before, where the adapter has one. */
  showHistory(): void {
    this.#parts.history.open();
  }

  override focus(options?: FocusOptions): void {
    (this.#find('.fields :is(input, support-hours-picker, button)') ?? this.#find('button'))?.focus(options);
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

  #tellValue(): void {
    this.#syncForm();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  #problems(isPartial: boolean, serverIssues?: readonly Issue[]): Problem[] {
    const form = { session: this.#session, fields: this.#parts.fields, definitions: this.requirements.fields, texts: this.texts };
    const problems = problemsOf(form, isPartial, serverIssues);
    return this.customMessage ? [{ label: '', text: this.customMessage, path: [] }, ...problems] : problems;
  }

  async #submit(isPartial: boolean, isAsked = true): Promise<boolean> {
    const session = this.#session;
    if (!this.#source() || !session.isLoaded || !this.#mayEdit || session.isSaving) return false;
    // What somebody is typing is not taken out of their hands.
    if (isAsked) this.#parts.fields.commit(this.requirements.fields.map(({ key }) => key));
    const meeting = session.meetUsers();
    if (meeting) await meeting;
    if (session.isSaving) return false;
    // What the store refused before is for the store to say again.
    if (hasConflicts(session.edit) || this.#problems(isPartial, []).length > 0) {
      if (isAsked) this.problemsShown = isPartial ? 'invalid' : 'all';
      if (isAsked) void this.#focusFirst(['#conflicts', '#summary']);
      else session.dismissFailure();
      return false;
    }
    this.problemsShown = 'none';
    const outcome = await session.save({ isPartial });
    if (outcome === 'saved') this.#drafts.handleSaved();
    if (outcome === 'conflict' && isAsked) void this.#focusFirst(['#conflicts']);
    if (outcome === 'failed') {
      this.problemsShown = session.serverIssues.length > 0 ? 'invalid' : 'none';
      if (isAsked) void this.#focusFirst(['#summary', '#failure']);
    }
    return outcome === 'saved';
  }

  protected override willUpdate(changed: PropertyValues): void {
    const isOthers = this.#drafts.turnTo(this);
    if (changed.has('accountId') && this.#session.turnTo(this.accountId)) this.#forgetTexts();
    else if (isOthers && !this.#isField) this.reset();
    this.#drafts.update();
    void this.#session.meetUsers();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dirty = this.isDirty;
    this.setState('dirty', dirty);
    // As a field, it is the host's to ask.
    this.#guard.toggle(dirty && !this.#isField && this.isConnected);
    if (dirty === this.#wasDirty) return;
    this.#wasDirty = dirty;
    emitFact<ContactInfoDirtyDetail>(this, 'contact-info-dirty', { dirty });
  }

  /** A script that hears of a change, or made it, may ask for the form's data at once. */
  #syncForm(): void {
    if (this.hasUpdated) this.reportToForm();
    else this.internals.setFormValue(this.#formValue.data);
  }

  protected override formReport(): FormReport {
    // Outside a form nobody asks, evaluating it would be work for nothing, and the browser is to keep nothing of it.
    if (!this.#isField) return { value: null, message: '', missing: false };
    const [problem] = this.#problems(!this.required).filter(({ key }) => key);
    return {
      value: this.#formValue.data,
      state: this.#formValue.state,
      message: problem ? `${problem.label}: ${problem.text}` : '',
      missing: this.#session.evaluation.fields[problem?.key ?? ''] === 'missing',
      anchor: this.#find('.base') ?? undefined,
    };
  }

  protected override resetToInitialValue(): void {
    this.reset();
    this.#formValue.reset();
    this.#syncForm();
  }

  protected override restoreValue(text: string): void {
    // What a store holds is asked of the store.
    if (!this.#isField) return;
    this.#formValue.restore(text);
    this.#syncForm();
  }

  protected override showProblems(): void {
    this.#parts.fields.commit(this.requirements.fields.map(({ key }) => key));
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
    if (!isLoaded) return failure ? this.#failed.render(this.texts) : renderFormSkeleton(this.requirements.fields.length, this.texts);
    const handleSubmit = (event: Event) => {
      event.preventDefault();
      void this.submit();
    };
    return html`${this.noHistory || this.onboarding ? nothing : this.#parts.history.renderButton()}<form novalidate @submit=${handleSubmit}>
      ${this.#mayEdit ? renderDraftNotice(this.#drafts, this.texts) : nothing}
      ${this.#renderFields()}
      ${renderFormFooter({
        texts: this.texts,
        state: saveState,
        dirty: this.isDirty,
        editable: this.#mayEdit,
        onboarding: this.onboarding,
        failure: failure ? this.#failed.render(this.texts) : nothing,
        handleSaveForLater: () => void this.submitForLater(),
        handleDiscard: () => this.reset(),
      })}
    </form>
    ${this.#parts.history.render({ definitions: this.requirements.fields, context: this.#context(), editable: this.#mayEdit, current: this.#session.edit.current })}`;
  }

  #renderFields(): TemplateResult {
    const { problemsShown } = this;
    return renderFields({
      session: this.#session,
      parts: this.#parts,
      definitions: this.requirements.fields,
      context: this.#context(),
      evaluation: this.evaluation,
      problems: problemsShown === 'none' ? [] : this.#problems(problemsShown === 'invalid'),
      blamesMissing: problemsShown === 'all',
      editable: this.#mayEdit,
      // Disabled or read-only is what the host wanted; a role is something to be told of, which a gate does itself.
      notAllowed: !this.#mayEdit && this.isEditable && !this.onboarding,
      texts: this.texts,
      strings: this.strings,
      channels: this.channels,
      viewerId: this.viewerId,
      goTo: (problem) => focusProblem(this.renderRoot, problem),
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
