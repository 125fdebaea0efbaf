import { MemoryAdapter, type MemoryStore } from '../../../src/adapters/memory.js';
import type { ContactInfoForm } from '../../../src/elements/contact-info-form/contact-info-form.js';
import { viewers } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { showForm } from './form.fixture.js';

/** The drafts in a storage, as texts. */
export function draftsIn(storage: Storage): string[] {
  return Object.entries({ ...storage }).filter(([key]) => key.startsWith('portero.draft:')).map(([, text]) => String(text));
}

/** A form on that store, as a page that is loaded shows it. */
export async function openForm(store: MemoryStore, properties: Partial<ContactInfoForm> = {}): Promise<ContactInfoFormHarness> {
  return (await showForm(new MemoryAdapter({ store, viewer: properties.viewer ?? viewers.administrator }), properties)).loaded();
}

/** Leaves the page and comes back: another element, which knows nothing but what the browser kept. */
export async function reopen(form: ContactInfoFormHarness, store: MemoryStore, properties: Partial<ContactInfoForm> = {}): Promise<ContactInfoFormHarness> {
  window.dispatchEvent(new Event('pagehide'));
  form.form.remove();
  return openForm(store, properties);
}
