import { html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { allByRole, deepActiveElement } from '../../support/deep-query.js';
import { other, requirements, showPage, strings, value } from './in-a-form.fixture.js';

const field = (extra: { value?: object; required?: boolean; disabled?: boolean; readonly?: boolean } = {}) => html`<contact-info-form name="contacts"
  ?required=${extra.required} ?disabled=${extra.disabled} ?readonly=${extra.readonly} .requirements=${requirements} .strings=${strings} .value=${extra.value ?? {}}></contact-info-form>`;
const box = 'Security contacts';

describe('contact-info-form: validity in a form', () => {
  it('asks for what is missing only where it is required, also when that changes', async () => {
    const { host, form } = await showPage(html`<form>${field()}</form>`);
    expect(host.checkValidity()).to.equal(true);
    form.form.required = true;
    await form.form.updateComplete;
    expect([host.checkValidity(), form.form.validity.valueMissing]).to.deep.equal([false, true]);
    form.form.required = false;
    await form.form.updateComplete;
    expect([host.checkValidity(), form.form.validationMessage]).to.deep.equal([true, '']);
  });

  it('says that something is missing where only a part is there', async () => {
    const { form } = await showPage(html`<form>${field({ required: true, value: { billingContacts: [{ email: 'billing@example.com' }] } })}</form>`);
    expect([form.form.validity.valueMissing, form.form.validity.customError]).to.deep.equal([true, false]);
  });

  it('is known at once after a script set the value', async () => {
    const { host, form } = await showPage(html`<form>${field({ required: true })}</form>`);
    form.form.value = value;
    expect(host.checkValidity()).to.equal(true);
    form.form.value = { securityContacts: [{ email: 'nobody' }] };
    expect([host.checkValidity(), form.form.matches(':invalid'), form.form.validity.customError]).to.deep.equal([false, true, true]);
    expect(form.form.validationMessage).to.contain('Security contacts');
  });

  it('leads to the list of problems when it is reported, and to nothing when it is only checked', async () => {
    const { form } = await showPage(html`<form>${field({ required: true })}</form>`);
    let invalids = 0;
    form.form.addEventListener('invalid', () => (invalids += 1));
    expect([form.form.reportValidity(), invalids]).to.deep.equal([false, 1]);
    await form.settled();
    expect(deepActiveElement()?.getAttribute('role')).to.equal('group');
    expect(form.summary).to.have.length(1);
    allByRole(form.root, 'link', { name: box })[0].click();
    await form.settled();
    expect(deepActiveElement() === form.box(box)).to.equal(true);
  });

  it('can be refused by the host, in the host’s words, until it takes them back', async () => {
    const { host, form, submits } = await showPage(html`<form>${field({ value })}<button>Send</button></form>`);
    form.form.setCustomValidity('Ask legal first.');
    expect([form.form.validity.customError, form.form.validationMessage, host.checkValidity(), form.form.matches(':state(invalid)')]).to.deep.equal([true, 'Ask legal first.', false, true]);
    host.requestSubmit();
    await form.settled();
    expect([submits, form.summary]).to.deep.equal([[], ['Ask legal first.']]);
    form.form.value = other;
    await form.form.updateComplete;
    expect(form.form.validationMessage, 'it stays through changes').to.equal('Ask legal first.');
    form.form.setCustomValidity('');
    expect([host.checkValidity(), form.form.validity.valid, form.form.validationMessage]).to.deep.equal([true, true, '']);
    await form.settled();
    expect(form.summary).to.deep.equal([]);
  });

  it('is still refused for its own reasons when the host takes its own back', async () => {
    const { form } = await showPage(html`<form>${field({ required: true })}</form>`);
    form.form.setCustomValidity('No.');
    expect([form.form.validity.valueMissing, form.form.validity.customError]).to.deep.equal([true, true]);
    form.form.setCustomValidity('');
    expect([form.form.validity.valueMissing, form.form.validity.customError]).to.deep.equal([true, false]);
  });

  it('can be refused before it was ever shown', async () => {
    const element = document.createElement('contact-info-form');
    element.setCustomValidity('No.');
    expect([element.validationMessage, element.checkValidity()]).to.deep.equal(['No.', false]);
    element.setCustomValidity('');
    expect(element.checkValidity()).to.equal(true);
  });
});

describe('contact-info-form: disabled and read-only in a form', () => {
  it('is neither sent nor checked while a fieldset around it is disabled, whenever that changes', async () => {
    const { page, host, form, data } = await showPage(html`<form><fieldset>${field({ required: true, value: { billingContacts: [] } })}</fieldset></form>`);
    const fieldset = page.querySelector('fieldset')!;
    for (const disabled of [true, false, true]) {
      fieldset.disabled = disabled;
      await form.settled();
      expect([data() === null, host.checkValidity(), form.form.willValidate, form.form.matches(':disabled'), form.form.matches(':state(disabled)'), allByRole(form.root, 'textbox').length === 0])
        .to.deep.equal([disabled, disabled, !disabled, disabled, disabled, disabled]);
    }
  });

  it('is neither sent nor checked while it is disabled itself, inside a fieldset that is not', async () => {
    const { host, form, data } = await showPage(html`<form><fieldset>${field({ disabled: true, required: true, value })}</fieldset></form>`);
    expect([data(), host.checkValidity(), form.form.matches(':state(disabled)')]).to.deep.equal([null, true, true]);
    form.form.disabled = false;
    await form.settled();
    expect([data(), form.form.matches(':state(disabled)'), form.removable]).to.deep.equal([value, false, ['security@example.com']]);
  });

  it('is sent while it is read-only, not checked, and takes no input', async () => {
    const { host, form, data } = await showPage(html`<form>${field({ readonly: true, required: true, value: { billingContacts: [{ email: 'billing@example.com' }] } })}</form>`);
    expect([data(), host.checkValidity(), form.form.matches(':state(readonly)'), allByRole(form.root, 'textbox').length, form.buttons()])
      .to.deep.equal([{ billingContacts: [{ email: 'billing@example.com' }] }, true, true, 0, []]);
    form.form.readonly = false;
    await form.settled();
    expect([host.checkValidity(), form.form.matches(':state(readonly)')]).to.deep.equal([false, false]);
  });

  it('has a state for what is unsaved, until the form is reset', async () => {
    const { host, form } = await showPage(html`<form>${field({ value })}</form>`);
    expect(form.form.matches(':state(dirty)')).to.equal(false);
    await form.enter(box, 'more@example.com');
    await form.settled();
    expect(form.form.matches(':state(dirty)')).to.equal(true);
    host.reset();
    await form.settled();
    expect(form.form.matches(':state(dirty)')).to.equal(false);
  });
});

describe('contact-info-form: submitting the form around it', () => {
  const pressEnter = async ({ form }: Awaited<ReturnType<typeof showPage>>) => {
    form.box(box).focus();
    await sendKeys({ press: 'Enter' });
    await form.settled();
  };

  it('is done by Enter, by the form’s first submit button', async () => {
    const shown = await showPage(html`<form>${field({ value })}<button type="button">Other</button><button id="send" name="via" value="button">Send</button><button>Second</button></form>`);
    await pressEnter(shown);
    expect(shown.submits.map((button) => button?.id)).to.deep.equal(['send']);
  });

  it('is done by Enter where the button stands outside the form, or there is none', async () => {
    const outside = await showPage(html`<form id="mine">${field({ value })}</form><input type="submit" form="mine" id="away" />`);
    await pressEnter(outside);
    expect(outside.submits.map((button) => button?.id)).to.deep.equal(['away']);
    const without = await showPage(html`<form>${field({ value })}</form>`);
    await pressEnter(without);
    expect(without.submits).to.deep.equal([null]);
  });

  it('is not done while that button is disabled, or the value is invalid', async () => {
    const disabled = await showPage(html`<form>${field({ value })}<button disabled>Send</button><button>Second</button></form>`);
    await pressEnter(disabled);
    expect(disabled.submits).to.deep.equal([]);
    const invalid = await showPage(html`<form>${field({ required: true })}<button>Send</button></form>`);
    await pressEnter(invalid);
    expect([invalid.submits, invalid.form.summary.length]).to.deep.equal([[], 1]);
    expect(deepActiveElement()?.getAttribute('aria-labelledby')).to.equal('summary-title');
  });

  it('is not done by a button of its own', async () => {
    const { form, submits } = await showPage(html`<form>${field({ value })}<button>Send</button></form>`);
    await form.paste(box, 'a b c, d e f');
    const names = form.buttons();
    expect(names).to.include.members(['Remove all of these', 'Remove security@example.com']);
    for (const name of names) {
      if (!form.buttons().includes(name)) continue;
      await form.press(name);
      expect(submits, name).to.deep.equal([]);
    }
  });
});
