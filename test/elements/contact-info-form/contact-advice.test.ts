import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { adviceCodes } from '../../../src/domain/advise-contact-info.js';
import type { ContactInfo } from '../../../src/domain/contact-info.js';
import { contactHealthMessages } from '../../../src/elements/contact-info-form/health/contact-health.strings.js';
import { contactHealth } from '../../../src/locales/es/contact-health.js';
import { accountId, completeContactInfo, storeWith, viewers } from '../../support/accounts.js';
import { allByRole, byRole, deepActiveElement, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';
import { emergency, formEvents, showForm } from './form.fixture.js';

const mistyped: ContactInfo = { ...completeContactInfo, technicalEmergencyContacts: [{ email: 'on-call@gmial.com', name: 'On call', phone: '+34600000000', confirmedOn: '2026-11-20', verification: 'bounced' }] };
const personal: ContactInfo = { ...completeContactInfo, technicalEmergencyContacts: [{ email: 'laura.mendez@mesa.example' }] };
const typo = /Perhaps on-call@gmail\.com was meant/;
const alias = /looks like one person’s address/;

const show = async (contactInfo: ContactInfo, properties: object = {}) => (await showForm(new MemoryAdapter({ store: storeWith(contactInfo) }), properties)).loaded();

/** What this browser keeps of dismissals. */
function kept(): Record<string, string> {
  return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('portero.advice')));
}

describe('contact-info-form: advice', () => {
  beforeEach(() => Object.keys(kept()).forEach((key) => localStorage.removeItem(key)));
  after(() => Object.keys(kept()).forEach((key) => localStorage.removeItem(key)));

  it('has words for every code, in English and in Spanish', () => {
    for (const code of adviceCodes) {
      expect(contactHealthMessages).to.have.property(code);
      expect(contactHealth).to.have.property(code);
    }
  });

  it('stands in the entry of the contact, is no alert, and stops no save', async () => {
    const form = await show(personal);
    await eventually(() => alias.test(form.text), 'there is advice');
    const entry = allByRole(form.root, 'listitem').find((item) => alias.test(item.textContent ?? ''))!;
    expect(visibleText(entry)).to.contain('laura.mendez@mesa.example');
    expect(entry.querySelector('[role="alert"], [aria-invalid="true"]')).to.equal(null);
    expect(form.box(emergency).getAttribute('aria-invalid')).to.equal('false');
    expect(form.form.evaluation.complete).to.equal(true);
    expect(await form.form.submit()).to.equal(true);
    expect(form.summary).to.deep.equal([]);
  });

  it('repairs a mistyped address by one click, keeps the person, and forgets what was known of the address', async () => {
    const form = await show(mistyped);
    await eventually(() => typo.test(form.text), 'there is advice');
    const recorder = new Recorder(form.form, ...formEvents);
    await form.press('Use on-call@gmail.com');
    expect(form.form.value.technicalEmergencyContacts).to.deep.equal([{ email: 'on-call@gmail.com', name: 'On call', phone: '+34600000000' }]);
    expect(recorder.types).to.include.members(['input', 'change', 'contact-info-dirty']);
    await eventually(() => !typo.test(form.text), 'the advice is gone');
    await form.settled();
    expect(form.root.activeElement?.getAttribute('aria-label')).to.equal('Remove on-call@gmail.com');
    expect(form.text).to.contain('Changed to on-call@gmail.com.');
  });

  it('does not offer an address that is in the list already', async () => {
    const form = await show({ ...completeContactInfo, technicalEmergencyContacts: [{ email: 'on-call@gmial.com' }, { email: 'On-Call@gmail.com' }] });
    await eventually(() => typo.test(form.text), 'there is advice');
    expect(form.buttons(/^Use /)).to.deep.equal([]);
  });

  it('names the fields, not their keys', async () => {
    const form = await show({ ...completeContactInfo, operationalContactInternal: [{ email: 'support@mesa.example' }] });
    await eventually(() => /This address is also used in Operational contact \(for Mesa\): users will write/.test(form.text), 'there is advice');
  });

  it('goes away when it is dismissed, with the keyboard, and stays away in this browser without the address being kept', async () => {
    const form = await show(personal);
    await eventually(() => alias.test(form.text), 'there is advice');
    const dismiss = byRole(form.root, 'button', 'Dismiss the advice on laura.mendez@mesa.example');
    expect(form.root.getElementById(dismiss.getAttribute('aria-describedby')!)!.textContent).to.match(alias);
    dismiss.focus();
    await sendKeys({ press: 'Enter' });
    await form.settled();
    expect(form.text).not.to.match(alias);
    expect(form.form.isDirty).to.equal(false);
    expect(form.root.contains(deepActiveElement()), 'the focus stays in the form').to.equal(true);
    expect(deepActiveElement()!.getAttribute('aria-label')).to.equal('Remove laura.mendez@mesa.example');

    const text = JSON.stringify(kept());
    expect(Object.keys(kept())).to.have.length(1);
    for (const secret of ['laura', 'mesa', accountId, 'technicalEmergencyContacts', 'personal']) expect(text).not.to.contain(secret);

    const again = await show({ ...personal, merchantIssuesContacts: [{ email: 'noreply@mesa.example' }] });
    await eventually(() => /usually not read/.test(again.text), 'advice that was not dismissed is there');
    expect(again.text).not.to.match(alias);
    const elsewhere = await showForm(new MemoryAdapter({ accounts: { other: { contactInfo: personal } } }), { accountId: 'other', environment: 'sandbox' });
    await eventually(() => alias.test(elsewhere.text), 'another account has its own');
  });

  it('comes back when the address changes', async () => {
    const form = await show(personal);
    await eventually(() => alias.test(form.text), 'there is advice');
    await form.press('Dismiss the advice on laura.mendez@mesa.example');
    expect(form.text).not.to.match(alias);
    form.form.value = { ...personal, technicalEmergencyContacts: [{ email: 'diego.ruiz@mesa.example' }] };
    await eventually(() => alias.test(form.text), 'the other address is advised on');
  });

  it('is dismissed for this page where nothing can be kept', async () => {
    const original = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', { configurable: true, get: () => { throw new DOMException('forbidden', 'SecurityError'); } });
    try {
      const form = await show({ ...completeContactInfo, technicalEmergencyContacts: [{ email: 'kept.nowhere@mesa.example' }] });
      await eventually(() => alias.test(form.text), 'there is advice');
      await form.press('Dismiss the advice on kept.nowhere@mesa.example');
      expect(form.text).not.to.match(alias);
    } finally {
      Object.defineProperty(window, 'localStorage', original);
    }
  });

  it('is silent in a field that has an error, and speaks again once it is mended', async () => {
    const form = await show(personal);
    await eventually(() => alias.test(form.text), 'there is advice');
    await form.enter(emergency, 'nobody@localhost');
    expect(form.box(emergency).getAttribute('aria-invalid')).to.equal('true');
    expect(form.text).not.to.match(alias);
    form.box(emergency).select();
    await sendKeys({ press: 'Backspace' });
    await form.settled();
    expect(form.text).to.match(alias);
  });

  it('is announced when a change brings it up, and not when the form is opened', async () => {
    const form = await show(personal);
    await eventually(() => alias.test(form.text), 'there is advice');
    const spoken = () => allByRole(form.root, 'status').map((region) => region.textContent).join(' ');
    expect(spoken()).not.to.contain('advice');
    await form.enter(emergency, 'noreply@mesa.example');
    await eventually(() => /There is new advice on 1 contact\./.test(spoken()), 'it is said');
    expect(spoken()).to.contain('Added 1 address.');
  });

  it('is not for those who may not edit', async () => {
    for (const properties of [{ viewer: viewers.reader }, { readonly: true }, { disabled: true }]) {
      const form = await show(personal, properties);
      form.form.viewer = viewers.administrator;
      Object.assign(form.form, { readonly: false, disabled: false });
      await eventually(() => alias.test(form.text), 'somebody who may sees it');
      Object.assign(form.form, properties);
      await form.settled();
      expect(form.text, JSON.stringify(properties)).not.to.match(alias);
    }
  });

  it('in a form of the host’s it asks for old confirmations, and confirming is a change of the value', async () => {
    const host = document.createElement('form');
    const form = document.createElement('contact-info-form');
    Object.assign(form, { name: 'contacts', accountId, value: { ...completeContactInfo, technicalEmergencyContacts: [{ email: 'on-call@mesa.example', confirmedOn: '2025-01-15' }] } });
    host.append(form);
    document.body.append(host);
    await form.updateComplete;
    await eventually(() => /Last confirmed \d+ days ago/.test(visibleText(form)), 'there is advice');
    expect(allByRole(form.shadowRoot!, 'group', { name: /still right/ })).to.deep.equal([]);
    byRole(form.shadowRoot!, 'button', 'Still right: on-call@mesa.example').click();
    const now = new Date();
    const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
    expect(JSON.parse(String(new FormData(host).get('contacts'))).technicalEmergencyContacts).to.deep.equal([{ email: 'on-call@mesa.example', confirmedOn: today }]);
    host.remove();
  });

  it('speaks Spanish', async () => {
    const form = await show(personal);
    form.form.lang = 'es';
    await eventually(() => /Parece la dirección de una persona/.test(form.text), 'it is in Spanish');
  });
});
