import { expect as expectAccessible } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { ContactInfo } from '../../../src/domain/contact-info.js';
import { completeContactInfo, storeWith, viewers } from '../../support/accounts.js';
import { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { byRole, deepActiveElement, descendants, hasRole, nameOf, visibleText } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { GateHarness } from '../onboarding-gate/gate.harness.js';
import { lazyParts } from '../../../src/elements/contact-info-form/lazy-parts.js';
import { emergency, showForm } from './form.fixture.js';

const open = 'What users will see';
const contactInfo: ContactInfo = {
  ...completeContactInfo,
  operationalContactPublic: [{ email: 'support@mesa.example', name: 'Mesa support', phone: '+34910000000', notes: 'ask for Ana', confirmedOn: '2026-11-01', verification: 'bounced', secret: 'internal' }],
};
const users = 'Operational contact (to share with users)';

const dialog = (form: ContactInfoFormHarness) => byRole<HTMLDialogElement>(form.root, 'dialog', open);
const isOpen = (form: ContactInfoFormHarness) => hasRole(form.root, 'dialog', open);

async function show(properties: object = {}) {
  return (await showForm(new MemoryAdapter({ store: storeWith(contactInfo) }), properties)).loaded();
}

async function openPreview(form: ContactInfoFormHarness) {
  byRole(form.root, 'button', open).focus();
  await sendKeys({ press: 'Enter' });
  await eventually(() => isOpen(form) && dialog(form).matches(':modal'), 'the dialog is open');
}

describe('contact-info-form: who sees what', () => {
  it('explains each audience in words that everybody gets', async () => {
    const form = await show();
    expect(form.text).to.contain('Internal Only your team and Mesa see it.').and.to.contain('Shown to users Your users may see it.');
    const field = byRole(form.root, 'heading', emergency).closest('section')!;
    expect(field.textContent!.replace(/\s+/g, ' ')).to.contain('Internal: Only your team and Mesa see it.');
  });

  it('leaves the focus of the form to its first field', async () => {
    const form = await show();
    form.form.focus();
    expect(form.root.activeElement!.closest('section')!.textContent).to.contain('Alert Contacts');
  });

  it('has no preview where nothing is shown to users', async () => {
    const form = await show({ requirements: { version: '1', fields: [{ key: 'technicalEmergencyContacts', kind: 'contacts', audience: 'internal', requirement: 'required' }] } });
    expect(form.buttons(/What users/)).to.deep.equal([]);
    expect(form.text).not.to.contain('Your users may see it.');
  });

  it('shows what users get, and nothing else', async () => {
    const form = await show({ lang: 'en-GB' });
    await openPreview(form);
    await eventually(() => /Monday 09:00–17:00/.test(visibleText(dialog(form))), 'the hours are there');
    const text = visibleText(dialog(form));
    expect(text).to.contain(`${users} Mesa support support@mesa.example +34910000000`).and.to.contain('Operational Support').and.to.contain('Europe/Madrid');
    expect(text).to.contain('This is what is saved now.');
    for (const internal of ['on-call', 'laura', 'engineering', 'merchants', 'operations@', 'Internal', 'ask for Ana', '2026-11-01', 'bounce', 'internal']) expect(text, internal).not.to.contain(internal);
    expect([...descendants(dialog(form))].filter((element) => element.matches('input, select, textarea')), 'nothing to edit').to.deep.equal([]);
    await expectAccessible(form.form).to.be.accessible({ ignoredRules: ['region'] });
  });

  it('takes the focus, and Escape gives it back', async () => {
    const form = await show();
    await openPreview(form);
    expect(dialog(form).contains(deepActiveElement())).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await eventually(() => !isOpen(form), 'it is closed');
    expect(nameOf(deepActiveElement()!)).to.equal(open);
    await openPreview(form);
    await form.press('Close');
    await eventually(() => !isOpen(form), 'it is closed');
  });

  it('follows unsaved changes, and says that users do not see them yet', async () => {
    const form = await show();
    await openPreview(form);
    form.form.value = { ...contactInfo, operationalContactPublic: [{ email: 'help@mesa.example' }] };
    await eventually(() => /help@mesa\.example/.test(visibleText(dialog(form))), 'the change is shown');
    expect(visibleText(dialog(form))).to.contain('This shows unsaved changes. Users see them only once they are saved.').and.not.to.contain('what is saved now');
    form.form.value = { ...contactInfo, technicalEmergencyContacts: [] };
    await eventually(() => /This is what is saved now/.test(visibleText(dialog(form))), 'internal changes are not among it');
    form.form.value = { ...contactInfo, operationalContactPublic: [], operationalSupport: null };
    await eventually(() => (visibleText(dialog(form)).match(/Nothing yet/g) ?? []).length === 2, 'what is empty is said to be');
  });

  it('is there for those who may not edit', async () => {
    const form = await show({ viewer: viewers.reader });
    await openPreview(form);
    expect(visibleText(dialog(form))).to.contain('support@mesa.example');
  });

  it('in a gate, Escape closes it and nothing else', async () => {
    const gate = await (await GateHarness.show({ adapter: new MemoryAdapter({ store: storeWith({ ...contactInfo, technicalEmergencyContacts: [] }) }), viewer: viewers.administrator })).filled();
    const form = new ContactInfoFormHarness(gate.root.querySelector('contact-info-form')!);
    await openPreview(form);
    await sendKeys({ press: 'Escape' });
    await eventually(() => !isOpen(form), 'the preview is closed');
    expect(nameOf(deepActiveElement()!)).to.equal(open);
    expect(gate.isHeld).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    expect(gate.isHeld).to.equal(true);
    gate.page.remove();
  });

  it('says that its code could not be loaded, and loads it when asked to', async () => {
    const { preview } = lazyParts;
    lazyParts.preview = () => Promise.reject(new Error('offline'));
    try {
      const form = await show();
      await openPreview(form);
      await eventually(() => form.text.includes('This part could not be loaded.'), 'the failure is said');
      lazyParts.preview = preview;
      await form.press('Try again');
      await eventually(() => visibleText(dialog(form)).includes('support@mesa.example'), 'the preview is shown');
    } finally {
      lazyParts.preview = preview;
    }
  });
});
