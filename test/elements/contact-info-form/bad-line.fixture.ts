import { expect } from 'chai';
import { MemoryAdapter, type MemoryStore } from '../../../src/adapters/memory.js';
import { Colleague, completeContactInfo, storeWith } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { byRole, hasRole } from '../../support/deep-query.js';
import { FaultyAdapter } from '../../support/faulty-adapter.js';
import '../../support/late-code.js';
import { promisesSettled, taskDone } from '../../support/test-scheduler.js';
import { Recorder } from '../../support/recorder.js';
import { nonEmergency, showForm } from './form.fixture.js';

export const key = 'technicalNonEmergencyContacts';
export const before = completeContactInfo[key] as { email: string }[];
export const typed = [...before, { email: 'typed@example.com' }];

/** A form that reaches its store over a bad line, with somebody who types an address. */
export class Line {
  readonly adapter: FaultyAdapter;
  readonly store: MemoryStore;
  form!: ContactInfoFormHarness;
  recorder!: Recorder;

  constructor(store = storeWith(completeContactInfo)) {
    this.store = store;
    this.adapter = new FaultyAdapter(new MemoryAdapter({ store }));
  }

  async show(): Promise<this> {
    this.form = await showForm(this.adapter);
    await this.settled();
    this.recorder = new Recorder(this.form.form, 'contact-info-saved', 'contact-info-error', 'contact-info-conflict');
    return this;
  }

  async settled(): Promise<void> {
    await promisesSettled();
    await taskDone();
    await promisesSettled();
  }

  async type(address = 'typed@example.com'): Promise<void> {
    const box = this.form.box(nonEmergency);
    box.value = `${address},`;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.settled();
  }

  async press(name: string): Promise<void> {
    byRole(this.form.root, 'button', name).click();
    await this.settled();
  }

  /** What the button bar says, without what a screen reader was told before. */
  get says(): string {
    return this.form.root.querySelector('[part="footer"]')?.textContent?.replace(/\s+/g, ' ') ?? '';
  }

  async stored(): Promise<unknown> {
    return (await new Colleague(this.store).load())?.contactInfo[key];
  }

  async revisions(): Promise<number> {
    const { entries } = await new MemoryAdapter({ store: this.store }).loadHistory(new Colleague(this.store).request());
    return entries.length;
  }

  async expectSaved(value: unknown, revisions = 1): Promise<void> {
    expect(this.says).to.contain('Saved.');
    expect(hasRole(this.form.root, 'alert')).to.equal(false);
    expect(this.form.form.isDirty).to.equal(false);
    expect(this.form.form.value[key]).to.deep.equal(value);
    expect(await this.stored()).to.deep.equal(value);
    expect(await this.revisions(), 'revisions that were made').to.equal(revisions);
    expect(this.recorder.of('contact-info-saved').map(({ detail }) => (detail as { changedKeys: string[] }).changedKeys)).to.deep.equal([[key]]);
    expect(this.recorder.of('contact-info-conflict')).to.deep.equal([]);
  }
}
