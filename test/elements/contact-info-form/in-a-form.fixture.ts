import { fixture, html } from '@open-wc/testing';
import '../../../src/define/contact-info-form.js';
import type { RequirementSet } from '../../../src/domain/requirements.js';
import { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import '../../support/no-drafts.js';

export const requirements: RequirementSet = {
  version: '1',
  fields: [
    { key: 'securityContacts', kind: 'contacts', audience: 'internal', requirement: 'required' },
    { key: 'billingContacts', kind: 'contacts', audience: 'internal', requirement: 'optional' },
  ],
};
export const strings = { 'fields.securityContacts.label': 'Security contacts', 'fields.billingContacts.label': 'Billing contacts' };
export const value = { securityContacts: [{ email: 'security@example.com' }] };
export const other = { securityContacts: [{ email: 'other@example.com' }] };

export interface Page {
  page: HTMLElement;
  host: HTMLFormElement;
  form: ContactInfoFormHarness;
  /** Who submitted the form, each time that it was. */
  submits: (HTMLElement | null)[];
  data(form?: HTMLFormElement): unknown;
}

/** A page of the host's, with one form at least and one field of contact information. */
export async function showPage(content: ReturnType<typeof html>): Promise<Page> {
  const page = await fixture<HTMLElement>(html`<div>${content}</div>`);
  const element = page.querySelector('contact-info-form')!;
  await element.updateComplete;
  const submits: (HTMLElement | null)[] = [];
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    submits.push(event.submitter);
  });
  const host = page.querySelector('form')!;
  return {
    page, host, submits, form: new ContactInfoFormHarness(element),
    data: (form = host) => {
      const text = new FormData(form).get('contacts');
      return text === null ? null : JSON.parse(String(text));
    },
  };
}
