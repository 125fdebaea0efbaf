import { sendKeys } from '@web/test-runner-commands';
import { nextFrame } from '@open-wc/testing';
import type { ContactInfoForm } from '../../src/elements/contact-info-form/contact-info-form.js';
import { allByRole, byRole, hasRole, nameOf, visibleText } from './deep-query.js';
import { eventually } from './eventually.js';

/** What a person does with the form, and what they see of it. */
export class ContactInfoFormHarness {
  constructor(readonly form: ContactInfoForm) {}

  get root(): ShadowRoot {
    return this.form.shadowRoot!;
  }

  get text(): string {
    return visibleText(this.form);
  }

  async loaded(): Promise<this> {
    await eventually(() => hasRole(this.root, 'textbox') || hasRole(this.root, 'list') || /Nothing yet/.test(this.text), 'the form has loaded');
    await this.form.updateComplete;
    return this;
  }

  box(label: string): HTMLInputElement {
    return byRole<HTMLInputElement>(this.root, 'textbox', label);
  }

  /** Types and presses Enter. */
  async enter(label: string, text: string): Promise<void> {
    this.box(label).focus();
    await sendKeys({ type: text });
    await sendKeys({ press: 'Enter' });
    await this.form.updateComplete;
  }

  async paste(label: string, text: string): Promise<void> {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
    // Not every engine takes it from the constructor.
    Object.defineProperty(event, 'clipboardData', { value: clipboardData });
    this.box(label).dispatchEvent(event);
    await this.form.updateComplete;
  }

  async press(button: string | RegExp): Promise<void> {
    byRole(this.root, 'button', button).click();
    await this.form.updateComplete;
  }

  /** The choices between two people's changes are there: their code comes when it is needed. */
  async conflictsShown(): Promise<void> {
    await eventually(() => hasRole(this.root, 'button', /^(Keep yours|Change choice) for /), 'the choices are shown');
  }

  buttons(name?: RegExp): string[] {
    return allByRole(this.root, 'button', { name }).map(nameOf);
  }

  /** The addresses, or users, that can be removed. */
  get removable(): string[] {
    return this.buttons(/^Remove /).map((name) => name.replace('Remove ', ''));
  }

  async choose(label: string, option: string): Promise<void> {
    const box = byRole<HTMLInputElement>(this.root, 'combobox', label);
    box.focus();
    box.click();
    await eventually(() => hasRole(this.root, 'option', new RegExp(option)), `the option ${option} is listed`);
    byRole(this.root, 'option', new RegExp(option)).click();
    await this.form.updateComplete;
    await sendKeys({ press: 'Escape' });
    await this.form.updateComplete;
  }

  /** What was said to assistive technology last. */
  get announced(): string {
    return [...this.root.querySelectorAll('[role="status"]')].at(-1)?.textContent?.trim() ?? '';
  }

  /** Drops what `fill` puts into the data on the field's box. */
  async drop(label: string, fill: (data: DataTransfer) => void, types: readonly string[] = ['dragenter', 'dragover', 'drop']): Promise<void> {
    const dataTransfer = new DataTransfer();
    fill(dataTransfer);
    for (const type of types) {
      const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true });
      // Not every engine takes it from the constructor.
      Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
      this.box(label).dispatchEvent(event);
      await this.form.updateComplete;
    }
  }

  /** Chooses from the menu of an entry. */
  async act(address: string, action: string): Promise<void> {
    await this.press(`Actions for ${address}`);
    byRole(this.root, 'menuitem', action).click();
    await this.settled();
  }

  /** Opens the details of an entry: the dialog, once it is there. */
  async details(address: string): Promise<HTMLElement> {
    await this.act(address, 'Details…');
    await eventually(() => hasRole(this.root, 'dialog'), 'the dialog is open');
    return byRole(this.root, 'dialog');
  }

  get summary(): string[] {
    const [group] = allByRole(this.root, 'group', { name: /to put right$/ });
    return group ? [...group.querySelectorAll('li')].map((line) => (line.textContent ?? '').replace(/\s+/g, ' ').trim()) : [];
  }

  /** Resolves with the next event of that type. */
  next<T extends Event>(type: string): Promise<T> {
    return new Promise((resolve) => this.form.addEventListener(type, (event) => resolve(event as T), { once: true }));
  }

  /** Lets everything that is already under way settle. */
  async settled(): Promise<void> {
    await nextFrame();
    await this.form.updateComplete;
  }
}
