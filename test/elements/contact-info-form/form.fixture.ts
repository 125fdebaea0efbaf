import { fixture, html } from '@open-wc/testing';
import '../../../src/define/contact-info-form.js';
import type { ContactInfoForm } from '../../../src/elements/contact-info-form/contact-info-form.js';
import type { PersistenceAdapter } from '../../../src/ports/persistence-adapter.js';
import { accountId, viewers } from '../../support/accounts.js';
import { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import '../../support/no-drafts.js';

export const emergency = 'Technical Emergency Contacts';
export const nonEmergency = 'Technical Non-Emergency Contacts';

export const formEvents = ['contact-info-submit', 'contact-info-saved', 'contact-info-conflict', 'contact-info-dirty', 'contact-info-error', 'input', 'change'];

/** A form on that adapter, loaded unless it cannot be. */
export async function showForm(adapter: PersistenceAdapter | undefined, properties: Partial<ContactInfoForm> = {}): Promise<ContactInfoFormHarness> {
  const form = document.createElement('contact-info-form');
  Object.assign(form, { accountId, platformName: 'Mesa', integrationType: 'reservations-end-to-end', viewer: viewers.administrator, adapter, ...properties });
  await fixture(html`<div>${form}</div>`);
  await form.updateComplete;
  return new ContactInfoFormHarness(form);
}
