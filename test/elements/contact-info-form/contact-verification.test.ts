import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { Contact } from '../../../src/domain/contact.js';
import type { ContactVerifyDetail } from '../../../src/elements/contact-info-form/contact-info-form.events.js';
import { verifiedContactInfo } from '../../../stories/support/scenario-adapter.js';
import { Colleague, completeContactInfo, deferred, storeWith, viewers } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { allByRole, byRole, deepActiveElement, nameOf, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { showForm } from './form.fixture.js';

const sendTo = (name: string) => `Send verification to ${name}@mesa.example`;
const entry = (form: ContactInfoFormHarness, name: string) => visibleText(allByRole(form.root, 'listitem').find((item) => item.textContent?.includes(`${name}@mesa.example`))!);

async function show(store = storeWith(verifiedContactInfo), properties: object = {}) {
  const form = await (await showForm(new MemoryAdapter({ store }), properties)).loaded();
  await eventually(() => /Mail bounces/.test(form.text), 'the states are shown');
  return form;
}

describe('contact-info-form: verification', () => {
  it('says the state in words at each contact, and offers to send where that helps', async () => {
    const form = await show();
    expect(entry(form, 'on-call')).to.contain('Verified');
    expect(entry(form, 'guard')).to.contain('Verification sent');
    expect(entry(form, 'night-shift')).to.contain('Not verified');
    expect(entry(form, 'former')).to.contain('Mail bounces');
    expect(form.buttons(/^Send verification/)).to.deep.equal([sendTo('night-shift'), sendTo('former')]);
  });

  it('says nothing of contacts whose verification nobody keeps', async () => {
    const form = await show(storeWith({ ...verifiedContactInfo, technicalNonEmergencyContacts: [{ email: 'engineering@mesa.example' }] }));
    expect(entry(form, 'engineering')).not.to.match(/verif/i);
    const without = await (await showForm(new MemoryAdapter({ store: storeWith(completeContactInfo) }))).loaded();
    expect(without.text).not.to.match(/verif/i);
  });

  it('asks by key and index, says "Sending…" while it is held, and leaves the state to the host', async () => {
    const store = storeWith(verifiedContactInfo);
    const form = await show(store);
    const gate = deferred();
    const details: ContactVerifyDetail[] = [];
    form.form.addEventListener('contact-verify', (event) => {
      details.push(event.detail);
      event.detail.waitUntil(gate.promise);
    });
    byRole(form.root, 'button', sendTo('night-shift')).focus();
    await form.press(sendTo('night-shift'));
    expect(details.map(({ key, index }) => ({ key, index }))).to.deep.equal([{ key: 'technicalEmergencyContacts', index: 2 }]);
    expect(JSON.stringify(details)).not.to.contain('@');
    expect(entry(form, 'night-shift')).to.contain('Sending…');
    expect(byRole(form.root, 'button', sendTo('night-shift')).getAttribute('aria-disabled')).to.equal('true');
    expect(nameOf(deepActiveElement()!)).to.equal(sendTo('night-shift'));
    await form.press(sendTo('night-shift'));
    expect(details, 'asked once').to.have.length(1);
    gate.resolve();
    await eventually(() => /The portal was asked to send it/.test(entry(form, 'night-shift')), 'it was allowed');
    expect(entry(form, 'night-shift')).to.contain('Not verified');
    expect(form.form.isDirty).to.equal(false);

    const contacts = verifiedContactInfo.technicalEmergencyContacts as Contact[];
    await new Colleague(store).saves({ ...verifiedContactInfo, technicalEmergencyContacts: contacts.map((contact, index) => (index === 2 ? { ...contact, verification: 'sent' } : contact)) });
    await eventually(() => /Verification sent/.test(entry(form, 'night-shift')), 'the record says so');
    expect(form.buttons(/^Send verification/)).to.deep.equal([sendTo('former')]);
  });

  for (const [how, refuse] of [
    ['is cancelled', (event: CustomEvent<ContactVerifyDetail>) => event.preventDefault()],
    ['fails', (event: CustomEvent<ContactVerifyDetail>) => event.detail.waitUntil(Promise.reject(new Error('no mail server')))],
  ] as const) {
    it(`says so and changes nothing where it ${how}, and can be tried again`, async () => {
      const form = await show();
      const before = form.form.value;
      form.form.addEventListener('contact-verify', refuse, { once: true });
      await form.press(sendTo('former'));
      await eventually(() => /Not sent: the portal stopped it\. Nothing was changed/.test(entry(form, 'former')), 'it is said there');
      expect(allByRole(form.root, 'status').some((region) => /verification of former@mesa\.example was not sent/.test(region.textContent ?? '')), 'and aloud').to.equal(true);
      expect(form.form.value).to.equal(before);
      expect(entry(form, 'former')).to.contain('Mail bounces').and.not.to.contain('no mail server');
      await form.press(sendTo('former'));
      await eventually(() => /The portal was asked to send it/.test(entry(form, 'former')), 'the second try is allowed');
    });
  }

  it('is sent by the place that the contact has now', async () => {
    const form = await show();
    const asked = form.next<CustomEvent<ContactVerifyDetail>>('contact-verify');
    await form.press('Remove on-call@mesa.example');
    await form.press(sendTo('former'));
    expect((await asked).detail.index).to.equal(2);
  });

  it('is shown to those who may not edit, without the button', async () => {
    const form = await show(undefined, { viewer: viewers.reader });
    expect(entry(form, 'night-shift')).to.contain('Not verified');
    expect(form.buttons(/^Send verification/)).to.deep.equal([]);
  });
});
