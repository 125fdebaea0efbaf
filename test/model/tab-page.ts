import type { ContactInfoForm } from '../../src/elements/contact-info-form/contact-info-form.js';
import { nameOf } from '../support/deep-query.js';
import { promisesSettled } from '../support/test-scheduler.js';
import { fieldLabels, userNames, type Key } from './accounts.js';

const userIds = new Map([...userNames].map(([id, name]) => [name, id]));

/** One form as a person sees it and acts on it, without real keys: thousands of times. */
export class FormPage {
  constructor(readonly form: ContactInfoForm) {}

  get root(): ShadowRoot {
    return this.form.shadowRoot!;
  }

  get isLoaded(): boolean {
    return this.root.querySelector('section') !== null;
  }

  get isLoading(): boolean {
    return this.root.querySelector('[aria-busy="true"]') !== null;
  }

  /** What the button bar says of saving. */
  get stateText(): string {
    const bar = this.root.querySelector('[part="footer"]');
    const copy = bar?.cloneNode(true) as Element | undefined;
    copy?.querySelectorAll('button, [role="alert"]').forEach((other) => other.remove());
    return (copy?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  /** What is said to have gone wrong. */
  get failureText(): string {
    return (this.root.querySelector('[role="alert"] p')?.textContent ?? '').trim();
  }

  get text(): string {
    return this.root.querySelector('[part="base"]')?.textContent ?? '';
  }

  section(key: Key): Element | undefined {
    return [...this.root.querySelectorAll('section')].find((section) => nameOf(section) === fieldLabels[key]);
  }

  box(key: Key): HTMLInputElement | null {
    return this.section(key)?.querySelector('input') ?? null;
  }

  /** The entries of a field that can be removed, as `textOf` says them; `undefined` where the field is not to be filled in. */
  entries(key: Key): string | undefined {
    if (!this.box(key)) return undefined;
    return this.#removeButtons(key).map(nameOf).map((name) => name.replace('Remove ', '')).map((name) => userIds.get(name) ?? name).join(' ');
  }

  #removeButtons(key: Key): HTMLButtonElement[] {
    return [...(this.section(key)?.querySelectorAll<HTMLButtonElement>('button[aria-label^="Remove "]') ?? [])];
  }

  button(name: string): HTMLButtonElement | undefined {
    return [...this.root.querySelectorAll('button')].find((button) => nameOf(button) === name);
  }

  /** Both sides of each conflict that is open, as the panel shows them. */
  conflicts(): Map<Key, { before: string; mine: string; theirs: string }> {
    const found = new Map<Key, { before: string; mine: string; theirs: string }>();
    for (const group of this.conflictGroups()) {
      const [before, mine, theirs] = ['Before', 'Yours', 'Theirs'].map((side) => linesOf(group, side).map((line) => userIds.get(line) ?? line).join(' '));
      const key = (Object.keys(fieldLabels) as Key[]).find((one) => fieldLabels[one] === nameOf(group))!;
      found.set(key, { before, mine, theirs });
    }
    return found;
  }

  conflictGroups(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[part="conflicts"] [role="group"]')].filter((group) => group.querySelector('dl'));
  }

  write(key: Key, text: string): void {
    const box = this.box(key)!;
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  removeAt(key: Key, index: number): void {
    const buttons = this.#removeButtons(key);
    buttons[index % buttons.length]?.click();
  }

  /** Chooses a user from the list, or takes them out of it. Returns whether they were offered. */
  async toggleUser(name: string): Promise<boolean> {
    const box = this.box('alertContacts')!;
    box.click();
    await promisesSettled();
    const option = [...(this.section('alertContacts')?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])].find((one) => one.textContent!.includes(name));
    option?.click();
    await promisesSettled();
    this.box('alertContacts')?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
    return option !== undefined;
  }
}

/** What a side of a choice consists of; what it took away is shown there too. */
function linesOf(group: Element, side: string): string[] {
  const term = [...group.querySelectorAll('dt')].find(({ textContent }) => textContent === side)!;
  return [...term.parentElement!.querySelectorAll('dd:first-of-type bdi')].filter((line) => !line.closest('del')).map((line) => line.textContent!.trim());
}
