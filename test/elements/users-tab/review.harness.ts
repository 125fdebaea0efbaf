import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { PersistenceAdapter, UserDirectory } from '../../../src/ports/persistence-adapter.js';
import { altered, Colleague, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { UsersTabHarness } from './users-tab.harness.js';

const on = (store: ReturnType<typeof storeWith>) => new MemoryAdapter({ store, viewer: viewers.administrator });

/** The dialog that invites, and the list in it. */
export class ReviewHarness {
  private constructor(readonly users: UsersTabHarness, readonly store: ReturnType<typeof storeWith>) {}

  static async open(change: (directory: UserDirectory, store: ReturnType<typeof storeWith>) => Partial<UserDirectory> = () => ({}), properties = {}): Promise<ReviewHarness> {
    const store = storeWith();
    const working = on(store);
    const adapter: PersistenceAdapter = altered(working, { users: { ...working.users, ...change(working.users, store) } });
    const users = await (await UsersTabHarness.show(adapter, properties)).listed();
    await users.press('Invite user');
    return new ReviewHarness(users, store);
  }

  async paste(text: string): Promise<this> {
    await this.users.type('E-mail', text);
    await this.users.press(/^Review/);
    return this.ready();
  }

  /** Chooses files, as a person does in the browser's own window. */
  async choose(...files: [name: string, content: string | Uint8Array<ArrayBuffer>][]): Promise<this> {
    const input = this.users.dialog.querySelector<HTMLInputElement>('input[type="file"]')!;
    input.files = this.#transfer(files).files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return this;
  }

  async drop(...files: [name: string, content: string][]): Promise<this> {
    const target = this.users.dialog.querySelector('h3')!;
    const dataTransfer = this.#transfer(files);
    const over = new DragEvent('dragover', { bubbles: true, composed: true, cancelable: true, dataTransfer });
    target.dispatchEvent(over);
    expect(over.defaultPrevented, 'it can be dropped here').to.equal(true);
    target.dispatchEvent(new DragEvent('drop', { bubbles: true, composed: true, cancelable: true, dataTransfer }));
    return this;
  }

  #transfer(files: [string, string | Uint8Array<ArrayBuffer>][]): DataTransfer {
    const transfer = new DataTransfer();
    for (const [name, content] of files) transfer.items.add(new File([content], name));
    return transfer;
  }

  /** The list is there, and it is known who is a user already. */
  async ready(): Promise<this> {
    await eventually(() => hasRole(this.users.dialog, 'table', 'People on the list') && !this.text.includes('Finding out'), 'the list is looked through');
    return this;
  }

  get text(): string {
    return visibleText(this.users.dialog);
  }

  get rows(): HTMLElement[] {
    return allByRole(this.users.dialog, 'row').slice(1);
  }

  /** Each as `name|address|role`. */
  get people(): string[] {
    return this.rows.map((row) => [...row.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].map(({ value }) => value).join('|'));
  }

  row(who: string): HTMLElement {
    const found = this.rows.find((row) => row.textContent!.includes(who) || [...row.querySelectorAll('input')].some(({ value }) => value.includes(who)));
    if (!found) throw new Error(`There is no row of ${who}: ${this.people.join(', ')}`);
    return found;
  }

  textOf(who: string): string {
    return visibleText(this.row(who));
  }

  async type(label: string, text: string): Promise<void> {
    const box = byRole<HTMLInputElement>(this.users.dialog, 'textbox', label);
    box.focus();
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.dispatchEvent(new Event('change', { bubbles: true }));
    await this.users.element.updateComplete;
  }

  async stored(search: string) {
    const colleague = new Colleague(this.store);
    return (await colleague.users.listUsers({ ...colleague.request(), search })).users;
  }

  async invitedByColleague(email: string): Promise<void> {
    const colleague = new Colleague(this.store);
    await colleague.users.inviteUsers({ ...colleague.request(), invitations: [{ email, role: 'editor', mailingLists: [] }] });
  }
}
