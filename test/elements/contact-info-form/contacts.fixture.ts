import { MemoryAdapter, type MemoryStore } from '../../../src/adapters/memory.js';
import type { Contact } from '../../../src/domain/contact.js';
import type { RequirementSet } from '../../../src/domain/requirements.js';
import type { ContactInfoForm } from '../../../src/elements/contact-info-form/contact-info-form.js';
import { storeWith } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { showForm } from './form.fixture.js';

export const requirements: RequirementSet = {
  version: 'contacts',
  fields: [
    { key: 'team', kind: 'contacts', audience: 'internal', requirement: 'optional', min: 2, max: 3 },
    { key: 'public', kind: 'contacts', audience: 'public', requirement: 'required', max: 1 },
    { key: 'others', kind: 'contacts', audience: 'internal', requirement: 'optional' },
  ],
};
export const strings = { 'fields.team.label': 'Team', 'fields.public.label': 'Public', 'fields.others.label': 'Others' };

export const ann: Contact = { email: 'ann@x.example', name: 'Ann', phone: '+34600000000', language: 'es', notes: 'mornings', verification: 'verified', confirmedOn: '2026-10-01', crm: 7 };
export const bo: Contact = { email: 'bo@x.example' };
export const cy: Contact = { email: 'cy@x.example' };

/** A form with three contacts fields, of which `team` holds those three unless told otherwise. */
export async function showContacts(contactInfo: Record<string, Contact[]> = { team: [ann, bo, cy] }, properties: Partial<ContactInfoForm> = {}): Promise<ContactInfoFormHarness & { store: MemoryStore }> {
  const store = storeWith(contactInfo);
  const form = await (await showForm(new MemoryAdapter({ store }), { requirements, strings, ...properties })).loaded();
  return Object.assign(form, { store });
}

export const addresses = (form: ContactInfoFormHarness, key = 'team') => ((form.form.value[key] ?? []) as Contact[]).map(({ email }) => email.split('@')[0]);
