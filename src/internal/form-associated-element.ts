import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PorteroElement } from './portero-element.js';
import { keeps, textKind } from './property-kinds.js';

/** What an element tells the form it is in. `anchor` is where the problem is shown. */
export interface FormReport {
  /** The value for FormData; `null` leaves the field out. */
  value: string | null;
  /** What the browser keeps of it for the way back, where that is something else than the value. */
  state?: string | null;
  /** Empty where the value is valid. */
  message: string;
  missing: boolean;
  anchor?: HTMLElement;
}

/**
 * An element that is a field of the form around it, as `<input>` is: name, value, validity, reset, disabled and restore.
 * It shows its own errors: `invalid` is answered by moving the focus to the first problem, not by the browser's bubble.
 */
export abstract class FormAssociatedElement extends PorteroElement {
  static readonly formAssociated = true;

  /** The key of the value in the form's data. */
  @keeps(textKind) @property({ reflect: true }) name = '';
  /** Whether an empty value is invalid. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Whether it takes no input and has no part in the form. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Whether it is shown and cannot be changed. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  @state() private disabledByForm = false;

  protected readonly internals = this.attachInternals();
  /** What the host itself says is wrong. */
  protected customMessage = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('invalid', this.#handleInvalid);
    this.addEventListener('click', this.#handleLabelClick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('invalid', this.#handleInvalid);
    this.removeEventListener('click', this.#handleLabelClick);
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get labels(): NodeList {
    return this.internals.labels;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Says that the value is invalid for a reason of the host's own, as for an `<input>`. An empty text takes it back. */
  setCustomValidity(message: string): void {
    this.customMessage = String(message);
    if (this.hasUpdated) this.reportToForm();
    else this.internals.setValidity({ customError: this.customMessage !== '' }, this.customMessage);
    this.requestUpdate();
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  formAssociatedCallback(): void {
    this.requestUpdate();
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabledByForm = disabled;
    // Removing the attribute calls this in the midst of the update that removes it, after that has been rendered.
    void this.updateComplete.then(() => this.requestUpdate());
  }

  formResetCallback(): void {
    this.resetToInitialValue();
  }

  formStateRestoreCallback(restored: string | File | FormData | null): void {
    if (typeof restored === 'string') this.restoreValue(restored);
  }

  /** Disabled by its own attribute, or by a fieldset around it. */
  protected get isDisabled(): boolean {
    return this.disabled || this.disabledByForm;
  }

  protected get isEditable(): boolean {
    return !this.isDisabled && !this.readonly;
  }

  protected abstract formReport(): FormReport;
  protected abstract resetToInitialValue(): void;
  protected abstract restoreValue(text: string): void;
  protected abstract showProblems(): void;

  protected setState(name: string, on: boolean): void {
    if (on) this.internals.states.add(name);
    else this.internals.states.delete(name);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.reportToForm();
    this.setState('disabled', this.isDisabled);
    this.setState('readonly', this.readonly);
  }

  /** A script that hears of a change, or made it, may ask the form at once. From the first rendering on. */
  protected reportToForm(): void {
    const { value, state = value, message, missing, anchor } = this.formReport();
    this.internals.setFormValue(value, state);
    const problem = this.customMessage || message;
    const isMissing = message !== '' && missing;
    this.internals.setValidity(problem ? { valueMissing: isMissing, customError: !isMissing || this.customMessage !== '' } : {}, problem, anchor);
    this.setState('invalid', problem !== '');
  }

  readonly #handleInvalid = (event: Event): void => {
    if (event.target !== this) return;
    event.preventDefault();
    this.showProblems();
  };
  /** A click on a label of the host's is one on the element itself, and on nothing in it. */
  readonly #handleLabelClick = (event: Event): void => {
    if (event.composedPath()[0] === this) this.focus();
  };
}
