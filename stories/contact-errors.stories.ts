import { html, type TemplateResult } from 'lit';
import '../src/define/contact-info-form.js';
import { MemoryAdapter, MemoryStore } from '../src/adapters/memory.js';
import type { ContactInfo } from '../src/domain/contact-info.js';
import type { Issue } from '../src/domain/issue.js';
import { PersistenceError } from '../src/ports/persistence-error.js';
import { accountId, completeContactInfo, fewUsers, viewers } from './support/scenario-adapter.js';

export default { title: 'Contact info form/Errors', component: 'contact-info-form' };

function form(contactInfo: ContactInfo, refusals: readonly Issue[] = []): TemplateResult {
  const store = new MemoryStore({ [accountId]: { contactInfo, users: [...fewUsers] } });
  const adapter = new MemoryAdapter({ store, viewer: viewers.administrator });
  if (refusals.length > 0) {
    adapter.saveContactInfo = () => Promise.reject(new PersistenceError('invalid', 'The scenario refuses.', { issues: [...refusals] }));
  }
  return html`<contact-info-form account-id=${accountId} platform-name="Mesa" integration-type="reservations-end-to-end" .viewer=${viewers.administrator}
    .adapter=${adapter}></contact-info-form>`;
}

/** Save: the store has something against an entry, a day, a field that is not shown, and all of it. */
export const RefusedByTheStore = {
  render: () => form(completeContactInfo, [
    { path: ['technicalEmergencyContacts', 1, 'email'], code: 'email.bounced' },
    { path: ['operationalSupport', 'schedules', 0, 'weekly', 'fr', 0], code: 'hours.not-staffed' },
    { path: ['faxNumber'], code: 'required' },
    { path: [], code: 'account.frozen' },
  ]),
};

const overlapping = [{ open: '09:00', close: '17:00' }, { open: '16:00', close: '20:00' }];
/** Problems that are stored already, of every kind. */
export const StoredProblems = {
  render: () => form({
    ...completeContactInfo,
    alertContacts: ['noor', 'ana', 'laura', 'laura'],
    technicalEmergencyContacts: [{ email: 'on-call@mesa.example' }, { email: 'nobody@localhost' }, { email: 'On-Call@mesa.example', phone: '600 000 000' }],
    operationalContactPublic: [{ email: 'support@mesa.example' }, { email: 'help@mesa.example' }],
    operationalSupport: { version: 1, schedules: [{ id: 'main', label: '', timeZone: 'Europe/Madrid', exceptions: [], weekly: { mo: overlapping, tu: [], we: [], th: [], fr: [], sa: [], su: [] } }] },
  }),
};
