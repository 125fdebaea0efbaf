import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../src/define/index.js';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { evaluateContactInfo } from '../../../src/domain/evaluate-contact-info.js';
import type { RequirementSet } from '../../../src/domain/requirements.js';
import type { ContactInfoForm } from '../../../src/elements/contact-info-form/contact-info-form.js';
import { accountId, Colleague, storeWith, viewers } from '../../support/accounts.js';
import { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { allByRole, byRole, hasRole, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { showForm } from './form.fixture.js';

/* What a host writes to ask for things that nobody here has heard of: data and strings, and nothing else. */
const requirements: RequirementSet = {
  version: 'mesa-2',
  fields: [
    { key: 'securityContacts', kind: 'contacts', audience: 'internal', requirement: 'required', min: 2, max: 3 },
    { key: 'signatories', kind: 'users', audience: 'internal', requirement: 'required', min: 2, max: 2 },
    { key: 'delivery hours', kind: 'hours', audience: 'public', requirement: 'required' },
  ],
};
const strings = {
  en: {
    'fields.securityContacts.label': 'Security contacts', 'fields.securityContacts.help': 'Told first of a vulnerability in your integration with {platform}.',
    'fields.signatories.label': 'Signatories', 'fields.signatories.help': 'Two people who may sign for the account.',
    'fields.delivery hours.label': 'Delivery hours', 'fields.delivery hours.help': 'When your kitchen takes orders.',
  },
  es: {
    'fields.securityContacts.label': 'Contactos de seguridad', 'fields.securityContacts.help': 'Los primeros en saber de una vulnerabilidad en su integración con {platform}.',
    'fields.signatories.label': 'Firmantes', 'fields.signatories.help': 'Dos personas que pueden firmar por la cuenta.',
    'fields.delivery hours.label': 'Horario de reparto', 'fields.delivery hours.help': 'Cuándo acepta pedidos su cocina.',
  },
};
const texts = {
  en: { fewAddresses: 'Add at least 2 addresses.', fewUsers: 'Choose at least 2 users.', noHours: 'Add at least one schedule.', one: 'there is only 1', many: 'There is room for 3 addresses only. Remove or change another one first.', always: '24/7', remove: 'Remove' },
  es: { fewAddresses: 'Añada al menos 2 direcciones.', fewUsers: 'Elija al menos 2 usuarios.', noHours: 'Añada al menos un horario.', one: 'solo hay 1', many: 'Solo caben 3 direcciones. Quite o cambie antes otra.', always: '24/7', remove: 'Quitar' },
};
const [security, signatories, delivery] = requirements.fields.map(({ key }) => `fields.${key}.label` as keyof typeof strings.en);

const summaryOf = (form: ContactInfoFormHarness) => [...form.root.querySelectorAll('[part="summary"] li')].map((line) => line.textContent!.replace(/\s+/g, ' ').trim());

async function chooseFirst(form: ContactInfoFormHarness, label: string, ...names: string[]): Promise<void> {
  byRole(form.root, 'combobox', label).focus();
  for (const name of names) {
    await sendKeys({ type: name });
    await eventually(() => allByRole(form.root, 'option').length === 1, `${name} is found`);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await form.form.updateComplete;
  }
  await sendKeys({ press: 'Escape' });
  await form.form.updateComplete;
}

for (const lang of ['en', 'es'] as const) {
  const own = strings[lang];
  const said = texts[lang];

  describe(`contact-info-form: a host’s own fields (${lang})`, () => {
    const show = async (store = storeWith()) => {
      const form = await showForm(new MemoryAdapter({ store, requirements }), { requirements, strings: own, lang });
      await eventually(() => hasRole(form.root, 'combobox'), 'the form has loaded');
      return form;
    };

    it('are labelled and explained by the host', async () => {
      const form = await show();
      for (const text of Object.values(own)) expect(form.text).to.contain(text.replace('{platform}', 'Mesa'));
      expect(form.box(own[security])).to.be.instanceOf(HTMLInputElement);
      expect(byRole(form.root, 'combobox', own[signatories])).to.be.instanceOf(HTMLInputElement);
      expect(byRole(form.root, 'group', own[delivery])).to.be.instanceOf(HTMLElement);
    });

    it('are asked for, counted, saved, and complete', async () => {
      const store = storeWith();
      const form = await show(store);
      expect(await form.form.submit()).to.equal(false);
      await form.settled();
      expect(summaryOf(form)).to.deep.equal([`${own[security]}: ${said.fewAddresses}`, `${own[signatories]}: ${said.fewUsers}`, `${own[delivery]}: ${said.noHours}`]);

      await form.enter(own[security], 'a@example.com');
      expect(summaryOf(form)[0]).to.contain(said.one);
      for (const name of ['b', 'c', 'd']) await form.enter(own[security], `${name}@example.com`);
      expect(summaryOf(form)[0]).to.equal(`${own[security]}: ${said.many}`);
      // What did not fit stays in its box, to be mended.
      form.box(own[security]).value = '';
      form.box(own[security]).dispatchEvent(new Event('input', { bubbles: true }));
      await chooseFirst(form, own[signatories], 'laura', 'diego');
      await form.press(said.always);
      await form.settled();
      expect(summaryOf(form)).to.deep.equal([]);

      expect(form.form.evaluation).to.deep.equal({ complete: true, fields: { securityContacts: 'complete', signatories: 'complete', 'delivery hours': 'complete' }, issues: [] });
      expect(await form.form.submit()).to.equal(true);
      const record = await new Colleague(store).load();
      expect(record!.contactInfo).to.deep.include({ securityContacts: ['a', 'b', 'c'].map((name) => ({ email: `${name}@example.com` })), signatories: ['laura', 'diego'] });
      const request = { requirements, environment: 'production', contactInfo: record!.contactInfo, at: new Date() };
      expect(evaluateContactInfo({ ...request, activeUserIds: ['laura', 'diego'] }).complete).to.equal(true);
      expect(evaluateContactInfo({ ...request, activeUserIds: ['laura'] }).fields.signatories).to.equal('invalid');
    });

    it('are part of a form of the host’s', async () => {
      const host = await fixture<HTMLFormElement>(html`<form lang=${lang}>
        <contact-info-form name="contacts" required .requirements=${{ ...requirements, fields: [requirements.fields[0], requirements.fields[2]] }} .strings=${own}></contact-info-form>
      </form>`);
      const form = new ContactInfoFormHarness(host.querySelector('contact-info-form')!);
      await form.form.updateComplete;
      expect(form.form.validationMessage).to.equal(`${own[security]}: ${said.fewAddresses}`);
      await form.enter(own[security], 'a@example.com');
      await form.enter(own[security], 'b@example.com');
      await form.press(said.always);
      expect(host.checkValidity()).to.equal(true);
      const value = JSON.parse(String(new FormData(host).get('contacts'))) as Record<string, unknown>;
      expect(Object.keys(value)).to.deep.equal(['securityContacts', 'delivery hours']);
    });
  });

  describe(`onboarding-gate: a host’s own fields (${lang})`, () => {
    it('hold the portal until they are there', async () => {
      const gate = document.createElement('onboarding-gate');
      Object.assign(gate, { accountId, viewer: viewers.administrator, requirements, strings: own, lang, adapter: new MemoryAdapter({ store: storeWith(), requirements }) });
      await fixture(html`<div>${gate}</div>`);
      const find = () => gate.shadowRoot!.querySelector('contact-info-form') as ContactInfoForm | null;
      await eventually(() => find()?.shadowRoot && hasRole(find()!.shadowRoot!, 'combobox'), 'the form is there');
      const form = new ContactInfoFormHarness(find()!);
      expect(visibleText(gate)).to.contain(own[signatories]);
      await form.enter(own[security], 'a@example.com');
      await form.enter(own[security], 'b@example.com');
      await chooseFirst(form, own[signatories], 'laura', 'diego');
      await form.press(said.always);
      expect(gate.status).to.equal('incomplete');
      expect(await form.form.submit()).to.equal(true);
      await eventually(() => gate.status === 'complete', 'the gate opens');
    });
  });
}
