import { fixture, html } from '@open-wc/testing';
import { expect } from 'chai';
import { ContactInfoForm } from '../../../src/elements/contact-info-form/contact-info-form.js';
import { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { other, requirements, showPage, strings, value } from './in-a-form.fixture.js';

const field = (extra: { value?: object; attribute?: string; name?: string } = {}) => {
  const { name = 'contacts', attribute } = extra;
  return attribute === undefined
    ? html`<contact-info-form name=${name} .requirements=${requirements} .strings=${strings} .value=${extra.value ?? {}}></contact-info-form>`
    : html`<contact-info-form name=${name} .requirements=${requirements} .strings=${strings} value=${attribute}></contact-info-form>`;
};

describe('contact-info-form: its value in a form', () => {
  it('is in no data without a name', async () => {
    const { host, form, data } = await showPage(html`<form>${field({ value, name: '' })}</form>`);
    expect([...new FormData(host)]).to.deep.equal([]);
    form.form.name = 'contacts';
    await form.form.updateComplete;
    expect(data()).to.deep.equal(value);
  });

  it('was set before the element was known', async () => {
    const host = await fixture<HTMLFormElement>(html`<form><contact-info-form-later name="contacts"></contact-info-form-later></form>`);
    const element = host.firstElementChild as ContactInfoForm;
    Object.assign(element, { requirements, value });
    customElements.define('contact-info-form-later', class extends ContactInfoForm {});
    await element.updateComplete;
    expect(JSON.parse(String(new FormData(host).get('contacts')))).to.deep.equal(value);
    expect([element.value, element.isDirty]).to.deep.equal([value, false]);
    expect(new ContactInfoFormHarness(element).removable).to.deep.equal(['security@example.com']);
  });

  it('belongs to the form that the attribute names, wherever it stands', async () => {
    const { page, host, form, data } = await showPage(html`<form id="around">
        <contact-info-form name="contacts" form="elsewhere" .requirements=${requirements} .strings=${strings} .value=${value}></contact-info-form>
      </form><form id="elsewhere"></form>`);
    const elsewhere = page.querySelector<HTMLFormElement>('#elsewhere')!;
    expect([form.form.form, data(host), data(elsewhere)]).to.deep.equal([elsewhere, null, value]);
    form.form.setAttribute('form', 'around');
    expect([data(host), data(elsewhere)]).to.deep.equal([value, null]);
    elsewhere.reset();
    expect(form.form.value).to.deep.equal(value);
  });

  it('is no field where the attribute names none, and one again without it', async () => {
    const { form } = await showPage(html`<form>${field({ value })}</form>`);
    form.form.setAttribute('form', 'nowhere');
    await form.form.updateComplete;
    expect(form.form.form).to.equal(null);
    expect(form.removable).to.deep.equal([]);
    form.form.removeAttribute('form');
    await form.form.updateComplete;
    expect(form.removable).to.deep.equal(['security@example.com']);
  });

  it('goes along from one form to another', async () => {
    const { page, host, form, data } = await showPage(html`<form>${field()}</form><form id="second"></form>`);
    const second = page.querySelector<HTMLFormElement>('#second')!;
    await form.enter('Security contacts', 'security@example.com');
    second.append(form.form);
    await form.form.updateComplete;
    expect([data(host), data(second), form.form.form]).to.deep.equal([null, value, second]);
    host.reset();
    expect(data(second)).to.deep.equal(value);
    second.reset();
    expect(data(second)).to.equal(null);
  });

  it('is apart for two forms on a page', async () => {
    const { page, host, form, data } = await showPage(html`<form>${field()}</form><form id="second">${field({ value: other })}</form>`);
    const second = page.querySelector<HTMLFormElement>('#second')!;
    await form.enter('Security contacts', 'security@example.com');
    expect([data(host), data(second)]).to.deep.equal([value, other]);
    host.reset();
    expect([data(host), data(second)]).to.deep.equal([null, other]);
  });
});

describe('contact-info-form: reset', () => {
  it('goes back to what a script set last', async () => {
    const { host, form, data } = await showPage(html`<form>${field({ value })}</form>`);
    form.form.value = other;
    await form.enter('Billing contacts (optional)', 'billing@example.com');
    host.reset();
    await form.settled();
    expect([data(), form.form.isDirty, form.removable]).to.deep.equal([other, false, ['other@example.com']]);
  });

  it('goes back to the attribute, where there is one, whatever a script set', async () => {
    const { host, form, data } = await showPage(html`<form>${field({ attribute: JSON.stringify(value) })}</form>`);
    expect([data(), form.form.isDirty, form.form.defaultValue]).to.deep.equal([value, false, JSON.stringify(value)]);
    form.form.value = other;
    expect(data()).to.deep.equal(other);
    host.reset();
    expect(data()).to.deep.equal(value);
    form.form.defaultValue = JSON.stringify(other);
    expect(data(), 'after a reset, the attribute counts again').to.deep.equal(other);
  });

  it('is not led by an attribute once a script has set the value', async () => {
    const { form, data } = await showPage(html`<form>${field({ value })}</form>`);
    form.form.setAttribute('value', JSON.stringify(other));
    expect(data()).to.deep.equal(value);
  });

  it('takes no attribute that is no object', async () => {
    for (const attribute of ['{', '7', '[]', 'null']) {
      const { data, form } = await showPage(html`<form>${field({ attribute })}</form>`);
      expect([data(), form.form.value]).to.deep.equal([null, {}]);
    }
  });

  it('takes away what was typed, refused and said', async () => {
    const { host, form } = await showPage(html`<form>${field({ value })}</form>`);
    await form.enter('Security contacts', 'nobody');
    host.reportValidity();
    await form.settled();
    expect(form.summary).to.have.length(1);
    host.reset();
    await form.settled();
    expect([form.summary, form.box('Security contacts').value, form.form.isDirty, host.checkValidity()]).to.deep.equal([[], '', false, true]);
  });
});

describe('contact-info-form: what the browser kept', () => {
  /* The callback is what engines call, with the state that the element gave them; no test can have them do it. */
  for (const reason of ['restore', 'autocomplete'] as const) {
    it(`comes back, and counts as changed (${reason})`, async () => {
      const { host, form, data } = await showPage(html`<form>${field({ value })}</form>`);
      (form.form.formStateRestoreCallback as (state: string, reason: string) => void)(JSON.stringify(other), reason);
      expect(data()).to.deep.equal(other);
      await form.settled();
      expect([form.removable, form.form.isDirty]).to.deep.equal([['other@example.com'], true]);
      host.reset();
      expect(data()).to.deep.equal(value);
    });
  }

  it('may be that there was nothing', async () => {
    const { form, data } = await showPage(html`<form>${field({ value })}</form>`);
    form.form.formStateRestoreCallback('{}');
    expect([data(), form.form.value]).to.deep.equal([null, {}]);
  });

  it('is not used where it is none', async () => {
    const { form, data } = await showPage(html`<form>${field({ value })}</form>`);
    for (const state of ['{', '7', 'null', '"x"', '[]', '']) form.form.formStateRestoreCallback(state);
    for (const state of [null, new File([], 'x'), new FormData()]) form.form.formStateRestoreCallback(state);
    await form.settled();
    expect([data(), form.form.isDirty]).to.deep.equal([value, false]);
  });

  it('is used as far as it fits: nobody could mend a value of another kind', async () => {
    const { form } = await showPage(html`<form>${field()}</form>`);
    form.form.formStateRestoreCallback('{"securityContacts":7,"billingContacts":[{"email":"billing@example.com"}],"unknown":{"a":1},"__proto__":{"polluted":1}}');
    await form.settled();
    expect(form.form.value.billingContacts).to.deep.equal([{ email: 'billing@example.com' }]);
    expect(form.form.value.unknown).to.deep.equal({ a: 1 });
    expect(Object.hasOwn(form.form.value, 'securityContacts')).to.equal(false);
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
    await form.enter('Security contacts', 'security@example.com');
    expect(form.removable).to.include('security@example.com');
  });

  it('is not used outside a form, where the store says what there is', async () => {
    const element = document.createElement('contact-info-form');
    Object.assign(element, { requirements, strings, accountId: 'mesa' });
    await fixture(html`<div>${element}</div>`);
    element.formStateRestoreCallback(JSON.stringify(value));
    expect([element.value, element.isDirty]).to.deep.equal([{}, false]);
  });
});
