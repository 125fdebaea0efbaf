import { aTimeout, fixture, html } from '@open-wc/testing';
import '../../../src/define/users-tab.js';
import type { UsersTab } from '../../../src/elements/users-tab/users-tab.js';
import { usersParts } from '../../../src/elements/users-tab/users-parts.js';
import type { PersistenceAdapter } from '../../../src/ports/persistence-adapter.js';
import { accountId, deferred, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole, nameOf, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';

const events = ['user-invite', 'users-invited', 'user-change', 'user-changed', 'user-remove', 'user-removed', 'users-error'];

/** What a person does with the users, and what they see of them. */
export class UsersTabHarness {
  readonly recorder: Recorder;

  private constructor(readonly element: UsersTab) {
    this.recorder = new Recorder(element, ...events);
  }

  static async show(adapter: PersistenceAdapter, properties: Partial<UsersTab> = {}): Promise<UsersTabHarness> {
    await Promise.all([usersParts.invite(), usersParts.change(), usersParts.review(), usersParts.files(), usersParts.bulk(), usersParts.export()]);
    const element = document.createElement('users-tab');
    Object.assign(element, { accountId, viewer: viewers.administrator, adapter, mailingLists: [{ key: 'product-news', label: 'Product news' }], ...properties });
    const harness = new UsersTabHarness(element);
    await fixture(html`<div>${element}</div>`);
    await element.updateComplete;
    return harness;
  }

  async listed(): Promise<this> {
    await eventually(() => hasRole(this.root, 'table', 'Users') || /Nobody/.test(this.text), 'the users are listed');
    await this.element.updateComplete;
    return this;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get text(): string {
    return visibleText(this.element);
  }

  get dialog(): HTMLDialogElement {
    return this.root.querySelector('dialog')!;
  }

  /** Of the table of users: a dialog may have a table of its own. */
  get #headers(): HTMLElement[] {
    return allByRole(this.root, 'rowheader').filter((header) => !header.closest('dialog'));
  }

  /** The names in the table, in order. */
  get names(): string[] {
    return this.#headers.map((header) => header.querySelector('bdi')!.textContent!.trim());
  }

  row(name: string): string {
    const header = this.#headers.find((one) => one.textContent!.includes(name));
    return header ? visibleText(header.closest('tr')!) : '';
  }

  async shows(...names: string[]): Promise<void> {
    await eventually(() => this.names.join() === names.join(), `the table shows ${names.join(', ')}, not ${this.names.join(', ')}`);
  }

  /** What can be used now: behind an open dialog nothing can. */
  get scope(): ParentNode {
    return this.dialog.open ? this.dialog : this.root;
  }

  async press(button: string | RegExp): Promise<void> {
    byRole(this.scope, 'button', button).click();
    await this.element.updateComplete;
  }

  /** Opens a user's menu, once what is known about it has been read. */
  async menu(name: string): Promise<HTMLElement[]> {
    await this.press(`Actions for ${name}`);
    await eventually(() => hasRole(this.root, 'menu'), 'the menu is open');
    // What refuses an action is read when the menu opens.
    await this.settled();
    return allByRole(this.root, 'menuitem');
  }

  async choose(name: string, action: string): Promise<void> {
    const items = await this.menu(name);
    const item = items.find((one) => nameOf(one) === action)!;
    await eventually(() => item.getAttribute('aria-disabled') !== 'true', `${action} is possible`);
    item.click();
    await this.element.updateComplete;
  }

  async type(label: string, text: string): Promise<void> {
    const box = allByRole(this.root, 'textbox', { name: label })[0] ?? allByRole(this.root, 'searchbox', { name: label })[0];
    (box as HTMLInputElement | HTMLTextAreaElement).value = text;
    box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  async select(label: string, value: string): Promise<void> {
    const select = byRole<HTMLSelectElement>(this.scope, 'combobox', label);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** Ticks, or unticks, what users are filtered by. */
  async filter(choice: string): Promise<void> {
    this.root.querySelector('details')!.open = true;
    byRole(this.root, 'checkbox', choice).click();
    await this.element.updateComplete;
  }

  /** The dialog that invites shows the list of those who are to be invited. */
  async listsInvitees(): Promise<void> {
    await eventually(() => hasRole(this.dialog, 'table', 'People on the list'), 'they are listed');
  }

  async closed(): Promise<void> {
    await eventually(() => !this.dialog.open, 'the dialog is closed');
  }

  /** Lets everything that is already under way settle. */
  async settled(): Promise<void> {
    await aTimeout(0);
    await this.element.updateComplete;
  }

  /** Everything that live regions say at the moment. */
  get said(): string {
    return allByRole(this.root, 'status').map((region) => visibleText(region)).join(' ').trim();
  }

  /** Holds the next request of that kind until the test lets it go. */
  hold(type: 'user-invite' | 'user-change' | 'user-remove'): { letGo: () => void } {
    const held = deferred();
    this.element.addEventListener(type, (event) => event.detail.waitUntil(held.promise), { once: true });
    return { letGo: held.resolve };
  }

  /** What the focused element is called. */
  get focused(): string | null {
    const active = this.root.activeElement;
    return active && nameOf(active);
  }
}
