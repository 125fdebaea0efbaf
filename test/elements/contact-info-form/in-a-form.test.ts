import { fixture, html } from '@open-wc/testing';
import { expect } from 'chai';
import '../../../src/define/contact-info-form.js';
import type { RequirementSet } from '../../../src/domain/requirements.js';
import { completeContactInfo } from '../../support/accounts.js';
import { deepActiveElement } from '../../support/deep-query.js';
import { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';

const requirements: RequirementSet = { version: '1', fields: [{ key: 'securityContacts', kind: 'contacts', audience: 'internal', requirement: 'required' }] };
const strings = { 'fields.securityContacts.label': 'Security contacts' };
const value = { securityContacts: [{ email: 'security@example.com' }] };

async function show(content: ReturnType<typeof html>): Promise<{ host: HTMLFormElement; form: ContactInfoFormHarness }> {
  const host = await fixture<HTMLFormElement>(html`<form @submit=${(event: Event) => event.preventDefault()}>${content}</form>`);
  const element = host.querySelector('contact-info-form')!;
  await element.updateComplete;
  return { host, form: new ContactInfoFormHarness(element) };
}

const field = (required = false) => html`<contact-info-form name="contacts" ?required=${required} .requirements=${requirements} .strings=${strings}></contact-info-form>`;

describe('contact-info-form: as a field of the host’s form', () => {
  it('needs no adapter, and has no buttons of its own', async () => {
    const { form } = await show(field());
    expect(form.text).to.contain('Security contacts');
    expect(form.buttons()).to.deep.equal([]);
    expect(form.form.form).to.equal(form.form.closest('form'));
  });

  it('is JSON in the form’s data, and nothing while it is empty', async () => {
    const { host, form } = await show(field());
    expect(new FormData(host).has('contacts')).to.equal(false);
    await form.enter('Security contacts', 'security@example.com');
    expect(JSON.parse(new FormData(host).get('contacts') as string)).to.deep.equal(value);
  });

  it('is in the form’s data by the time that anybody hears of a change', async () => {
    const { host, form } = await show(field());
    const seen: unknown[] = [];
    host.addEventListener('change', () => seen.push(JSON.parse(String(new FormData(host).get('contacts')))));
    await form.enter('Security contacts', 'security@example.com');
    expect(seen).to.deep.equal([value]);
    form.form.value = { securityContacts: [{ email: 'other@example.com' }] };
    expect(JSON.parse(new FormData(host).get('contacts') as string)).to.deep.equal({ securityContacts: [{ email: 'other@example.com' }] });
  });

  it('restores nothing that is no contact information', async () => {
    const { form } = await show(field());
    for (const text of ['null', '7', '[]', '{']) form.form.formStateRestoreCallback(text);
    await form.settled();
    expect(form.form.value).to.deep.equal({});
    form.form.formStateRestoreCallback(JSON.stringify(value));
    expect(form.form.value).to.deep.equal(value);
  });

  it('submits the host’s form on Enter in an empty box', async () => {
    const { host, form } = await show(field());
    let submits = 0;
    host.addEventListener('submit', () => (submits += 1));
    await form.enter('Security contacts', 'security@example.com');
    expect(submits).to.equal(0);
    await form.enter('Security contacts', '');
    expect(submits).to.equal(1);
  });

  it('is invalid while it is required and incomplete, and takes the focus to what is missing', async () => {
    const { host, form } = await show(field(true));
    expect([form.form.validity.valid, form.form.validity.valueMissing, form.form.matches(':invalid')]).to.deep.equal([false, true, true]);
    expect(form.form.validationMessage).to.contain('Security contacts');
    expect(host.reportValidity()).to.equal(false);
    await form.settled();
    expect(deepActiveElement()?.id).to.equal('summary');
    await form.enter('Security contacts', 'security@example.com');
    expect(host.checkValidity()).to.equal(true);
  });

  it('is invalid while it holds something that is no address', async () => {
    const { host, form } = await show(field());
    await form.enter('Security contacts', 'nobody');
    expect(host.checkValidity()).to.equal(false);
    expect(form.form.matches(':state(invalid)')).to.equal(true);
  });

  it('goes back to its first value with the form', async () => {
    const { host, form } = await show(html`<contact-info-form name="contacts" .requirements=${requirements} .strings=${strings} .value=${value}></contact-info-form>`);
    await form.press('Remove security@example.com');
    host.reset();
    await form.settled();
    expect(form.form.value).to.deep.equal(value);
    expect(form.form.isDirty).to.equal(false);
  });

  it('takes no input within a disabled fieldset, and has no part in the data', async () => {
    const { host, form } = await show(html`<fieldset disabled><contact-info-form name="contacts" .requirements=${requirements} .strings=${strings} .value=${value}></contact-info-form></fieldset>`);
    expect(form.buttons()).to.deep.equal([]);
    expect(new FormData(host).has('contacts')).to.equal(false);
    host.querySelector('fieldset')!.disabled = false;
    await form.settled();
    expect(form.removable).to.deep.equal(['security@example.com']);
  });

  it('restores what the browser kept', async () => {
    const { form } = await show(field());
    form.form.formStateRestoreCallback(JSON.stringify(value));
    await form.settled();
    expect(form.removable).to.deep.equal(['security@example.com']);
    form.form.formStateRestoreCallback('{');
    await form.settled();
    expect(form.form.value).to.deep.equal(value);
  });

  it('keeps what belongs to fields that are not shown', async () => {
    const { host } = await show(html`<contact-info-form name="contacts" .requirements=${requirements} .value=${completeContactInfo}></contact-info-form>`);
    expect(JSON.parse(new FormData(host).get('contacts') as string)).to.deep.equal(completeContactInfo);
  });

  it('can be called by a label', async () => {
    const { host, form } = await show(html`<label for="contacts">Contacts</label><contact-info-form id="contacts" name="contacts" .requirements=${requirements} .strings=${strings}></contact-info-form>`);
    expect(form.form.labels).to.have.length(1);
    host.querySelector('label')!.click();
    await form.settled();
    expect(deepActiveElement() === form.box('Security contacts'), 'the focus is in the box').to.equal(true);
  });
});
