import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { Issue } from '../../../src/domain/issue.js';
import type { ContactInfoForm } from '../../../src/elements/contact-info-form/contact-info-form.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { altered, completeContactInfo, storeWith } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { visibleText } from '../../support/deep-query.js';
import { showForm } from './form.fixture.js';

/** A form on a store that refuses everything with the issues that the test puts there. */
export async function showRefused(issues: Issue[], contactInfo: object = completeContactInfo, properties: Partial<ContactInfoForm> = {}) {
  const refusal = { issues, saves: 0 };
  const working = new MemoryAdapter({ store: storeWith({ ...contactInfo }) });
  const form = await (await showForm(altered(working, {
    saveContactInfo: (request) => {
      refusal.saves += 1;
      return refusal.issues.length === 0 ? working.saveContactInfo(request) : Promise.reject(new PersistenceError('invalid', 'No.', { issues: refusal.issues }));
    },
  }), properties)).loaded();
  return { form, refusal };
}

/** The text of one field, without the summary. */
export function fieldText(form: ContactInfoFormHarness, label: string): string {
  const field = [...form.root.querySelectorAll('[part="field"]')].find((one) => visibleText(one).startsWith(label))!;
  return visibleText(field);
}
