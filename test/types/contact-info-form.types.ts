import type { ContactInfo } from '../../src/domain/contact-info.js';
import type { ContactInfoForm } from '../../src/elements/contact-info-form/contact-info-form.js';

/* Compiled, not run: what TypeScript has to know about the element. */

export function listen(): void {
  const form: ContactInfoForm = document.createElement('contact-info-form');
  form.addEventListener('contact-info-submit', (event) => {
    const keys: string[] = event.detail.changedKeys;
    event.detail.waitUntil(Promise.resolve(keys));
    event.preventDefault();
  });
  form.addEventListener('contact-info-saved', function (event) {
    const { revision, changedKeys }: { revision: string; changedKeys: string[] } = event.detail;
    const value: ContactInfo = this.value;
    void [revision, changedKeys, value];
    // @ts-expect-error -- details carry no contact values
    void event.detail.value;
  });
  form.addEventListener('contact-info-conflict', ({ detail: { keys } }) => void keys.join());
  form.addEventListener('contact-info-dirty', ({ detail: { dirty } }) => {
    const isDirty: boolean = dirty;
    void isDirty;
  });
  form.addEventListener('contact-info-error', ({ detail: { code, operation } }) => {
    const what: 'load' | 'save' | 'search-users' | 'load-history' = operation;
    void [code.toUpperCase(), what];
  });
  form.addEventListener('contact-verify', (event) => {
    const { key, index }: { key: string; index: number } = event.detail;
    event.detail.waitUntil(Promise.resolve([key, index]));
    event.preventDefault();
    // @ts-expect-error -- details carry no contact values
    void event.detail.email;
  });
  form.reviewAfterDays = 90;
  // @ts-expect-error -- a number of days
  form.reviewAfterDays = '90';
  form.addEventListener('change', (event: Event) => void event);
  form.value = {};
  form.drafts = 'local';
  // @ts-expect-error -- one of three
  form.drafts = 'forever';
  const nothing: void = form.clearDrafts();
  form.setCustomValidity('No.');
  form.defaultValue = '{}';
  void nothing;
  void form.submit().then((saved: boolean) => saved);
  void form.focusField('alertContacts');
  form.noHistory = true;
  form.showHistory();
  // @ts-expect-error -- contact information is an object
  form.value = 'text';
}
