import { sendKeys } from '@web/test-runner-commands';
import type { SupportHours } from '../../src/domain/support-hours.js';
import { eventually } from './eventually.js';
import type { SupportHoursPicker } from '../../src/elements/support-hours-picker/support-hours-picker.js';

const implicitRoles: Record<string, string> = {
  button: 'button', 'input[type="text"]': 'textbox', 'input[type="checkbox"]': 'checkbox', table: 'table', ul: 'list', li: 'listitem',
};

function roleSelector(role: string): string {
  const implicit = Object.entries(implicitRoles).filter(([, one]) => one === role).map(([selector]) => `${selector}:not([role])`);
  return [`[role="${role}"]`, ...implicit].join(', ');
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The name by which assistive technology knows an element, as far as these elements need it. */
export function nameOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const labelledBy = element.getAttribute('aria-labelledby');
  if (labelledBy) return labelledBy.split(' ').map((id) => textOf(root.getElementById(id)!)).join(' ');
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  if (element instanceof HTMLInputElement && element.labels?.length) return textOf(element.labels[0]);
  return textOf(element);
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** Finds the parts of a picker as a person does: by role, name and text. */
export class SupportHoursPickerHarness {
  readonly element: SupportHoursPicker;
  /** Every `input` and `change` that left the element, in order. */
  readonly events: Event[] = [];

  constructor(element: SupportHoursPicker) {
    this.element = element;
    for (const type of ['input', 'change']) element.addEventListener(type, (event) => this.events.push(event));
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get value(): SupportHours {
    return this.element.value;
  }

  get focused(): Element | null {
    return this.root.activeElement;
  }

  get eventTypes(): string[] {
    return this.events.map(({ type }) => type);
  }

  get status(): string {
    return [...this.root.querySelectorAll('[role="status"]')].map(textOf).join(' ').trim();
  }

  get text(): string {
    return textOf(this.root.querySelector('[part="base"]')!);
  }

  all(role: string, name?: string, within: ParentNode = this.root): HTMLElement[] {
    return [...within.querySelectorAll<HTMLElement>(roleSelector(role))]
      .filter((element) => isShown(element) && (name === undefined || nameOf(element) === name));
  }

  get(role: string, name: string, within?: ParentNode): HTMLElement {
    const [found, another] = this.all(role, name, within);
    if (!found) throw new Error(`There is no ${role} “${name}”: ${this.all(role, undefined, within).map(nameOf).join(' | ')}`);
    if (another) throw new Error(`There are several of ${role} “${name}”.`);
    return found;
  }

  async press(name: string, within?: ParentNode): Promise<void> {
    const button = this.get('button', name, within);
    button.focus();
    button.click();
    await this.settle();
  }

  async waitFor(predicate: () => unknown): Promise<void> {
    await eventually(predicate, String(predicate));
    await this.settle();
  }

  /** Presses the button that begins or changes an exception, and waits for the form. */
  async openException(button: string, within?: ParentNode): Promise<HTMLElement> {
    await this.press(button, within);
    const forms = () => [...this.all('group', 'New exception'), ...this.all('group', 'Change exception')];
    await eventually(() => forms().some((form) => form.contains(this.focused)), 'the form has the focus');
    return forms()[0];
  }

  day(name: string, schedule?: string): DayHarness {
    return new DayHarness(this, this.get('group', name, schedule === undefined ? undefined : this.get('group', schedule)));
  }

  /** Types into the focused box with real keys, in place of what was there. */
  async fill(box: HTMLElement, text: string, end?: string): Promise<void> {
    box.focus();
    (box as HTMLInputElement).select();
    await sendKeys(text === '' ? { press: 'Backspace' } : { type: text });
    if (end) await sendKeys({ press: end });
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.element.updateComplete;
    await this.element.updateComplete;
  }
}

export class DayHarness {
  readonly #picker: SupportHoursPickerHarness;
  readonly group: HTMLElement;

  constructor(picker: SupportHoursPickerHarness, group: HTMLElement) {
    this.#picker = picker;
    this.group = group;
  }

  get box(): HTMLInputElement {
    return this.group.querySelector<HTMLInputElement>('input')!;
  }

  get isInvalid(): boolean {
    return this.box.getAttribute('aria-invalid') === 'true';
  }

  /** What the box is described by, as far as it is shown. */
  get description(): string {
    const ids = this.box.getAttribute('aria-describedby')?.split(' ').filter(Boolean) ?? [];
    return ids.map((id) => this.#picker.root.getElementById(id)!).filter(isShown).map(textOf).filter(Boolean).join(' ');
  }

  async type(text: string, end = 'Enter'): Promise<void> {
    await this.#picker.fill(this.box, text, end);
  }

  async press(name: string): Promise<void> {
    await this.#picker.press(name, this.group);
  }

  isPressed(name: string): boolean {
    return this.#picker.get('button', name, this.group).getAttribute('aria-pressed') === 'true';
  }
}
