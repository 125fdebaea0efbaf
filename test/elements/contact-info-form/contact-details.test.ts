import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../src/define/onboarding-gate.js';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { accountId, Colleague, storeWith, viewers } from '../../support/accounts.js';
import { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { allByRole, byRole, deepActiveElement, descendants, hasRole, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';
import { ann, bo, cy, requirements, showContacts, strings } from './contacts.fixture.js';

/** Replaces what is in a box, as a person does who selects it first. */
async function write(dialog: HTMLElement, label: string, text: string): Promise<void> {
  const box = byRole<HTMLInputElement>(dialog, 'textbox', label);
  box.focus();
  box.select();
  await (text ? sendKeys({ type: text }) : sendKeys({ press: 'Delete' }));
}

const closed = (form: ContactInfoFormHarness) => eventually(() => !hasRole(form.root, 'dialog'), 'the dialog is closed').then(() => form.settled());

describe('contacts field: details', () => {
  it('are shown on the entry, in the reader’s language', async () => {
    const form = await showContacts();
    expect(form.text).to.contain('+34600000000 · Spanish · mornings');
    const read = await showContacts(undefined, { readonly: true });
    expect(read.text).to.contain('Ann ann@x.example +34600000000 · Spanish · mornings');
  });

  it('are written in a dialog named by its title, whose focus goes back to where it was opened', async () => {
    const form = await showContacts();
    const recorder = new Recorder(form.form, 'input', 'change', 'contact-info-submit');
    const dialog = await form.details(bo.email);
    expect(nameOf(dialog)).to.equal('Details of a contact');
    expect(dialog.matches(':modal')).to.equal(true);
    expect(nameOf(deepActiveElement()!)).to.equal('Name');
    await write(dialog, 'Name', '  Bo  Derek ');
    await write(dialog, 'Telephone', '0044 (0)20 7946-0958');
    await write(dialog, 'Notes', 'evenings');
    const language = byRole<HTMLSelectElement>(dialog, 'combobox', 'Language');
    language.value = 'pt-BR';
    language.dispatchEvent(new Event('change', { bubbles: true }));
    expect(recorder.types, 'nothing of it is a value yet').to.deep.equal([]);
    byRole(dialog, 'textbox', 'Telephone').focus();
    await sendKeys({ press: 'Enter' });
    await closed(form);
    expect((form.form.value.team as unknown[])[1]).to.deep.equal({ email: bo.email, name: 'Bo Derek', phone: '+442079460958', language: 'pt-BR', notes: 'evenings' });
    expect(recorder.types).to.deep.equal(['input', 'change']);
    expect(form.announced).to.equal('Changed the details of bo@x.example.');
    expect(nameOf(deepActiveElement()!)).to.equal('Actions for bo@x.example');
  });

  it('keep what else is known, and leave out what is emptied', async () => {
    const form = await showContacts();
    const dialog = await form.details(ann.email);
    await write(dialog, 'Telephone', '');
    await write(dialog, 'Notes', '');
    await form.press('Use these details');
    await closed(form);
    const { email, name, language, verification, confirmedOn, crm } = ann;
    expect((form.form.value.team as unknown[])[0]).to.deep.equal({ email, name, language, verification, confirmedOn, crm });
  });

  it('change nothing where nothing was changed', async () => {
    const form = await showContacts();
    const recorder = new Recorder(form.form, 'input', 'change');
    await form.details(ann.email);
    await form.press('Use these details');
    await closed(form);
    expect(recorder.types).to.deep.equal([]);
  });

  it('refuse a number without a country code, in words, and move the focus to it', async () => {
    const form = await showContacts();
    const dialog = await form.details(bo.email);
    await write(dialog, 'Telephone', '600 000 000');
    await form.press('Use these details');
    const box = byRole<HTMLInputElement>(dialog, 'textbox', 'Telephone');
    expect(deepActiveElement()).to.equal(box);
    expect(box.value).to.equal('600 000 000');
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    const described = box.getAttribute('aria-describedby')!.split(' ').map((id) => form.root.getElementById(id)!.textContent!.trim());
    expect(described).to.include('Write the number with its country code, like +34 600 000 000.');
    await write(dialog, 'Telephone', '+34 600 000 000x');
    await form.press('Use these details');
    expect(dialog.textContent).to.contain('The character x has no place in a telephone number.');
    expect(form.form.isDirty).to.equal(false);
  });

  it('take any language as a tag', async () => {
    const form = await showContacts();
    const dialog = await form.details(bo.email);
    const language = byRole<HTMLSelectElement>(dialog, 'combobox', 'Language');
    language.value = [...language.options].at(-1)!.value;
    language.dispatchEvent(new Event('change', { bubbles: true }));
    expect(nameOf(deepActiveElement()!)).to.equal('Language tag');
    await sendKeys({ type: 'no tag at all' });
    await sendKeys({ press: 'Enter' });
    expect(dialog.textContent).to.contain('This is not a language tag.');
    await write(dialog, 'Language tag', 'de_ch');
    await sendKeys({ press: 'Enter' });
    await closed(form);
    expect((form.form.value.team as unknown[])[1]).to.deep.equal({ email: bo.email, language: 'de-CH' });
    const again = await form.details(bo.email);
    expect(byRole<HTMLSelectElement>(again, 'combobox', 'Language').value).to.equal('de-CH');
  });

  it('are taken back with Cancel and with Escape', async () => {
    const form = await showContacts();
    for (const leave of [() => form.press('Cancel'), () => sendKeys({ press: 'Escape' })]) {
      const dialog = await form.details(bo.email);
      await write(dialog, 'Name', 'Somebody');
      await leave();
      await closed(form);
      expect(nameOf(deepActiveElement()!)).to.equal('Actions for bo@x.example');
    }
    expect(form.form.isDirty).to.equal(false);
  });

  it('of a contact that a colleague removed meanwhile are not written to another one', async () => {
    const form = await showContacts();
    const dialog = await form.details(bo.email);
    await write(dialog, 'Name', 'Bo');
    await new Colleague(form.store).saves({ team: [ann, cy] });
    await eventually(() => !form.removable.includes(bo.email), 'it is gone');
    await form.press('Use these details');
    expect(dialog.textContent).to.contain('This contact is no longer in the list');
    expect(byRole<HTMLInputElement>(dialog, 'textbox', 'Name').value).to.equal('Bo');
    expect(form.form.value.team).to.deep.equal([ann, cy]);
    await sendKeys({ press: 'Escape' });
    await closed(form);
  });

  it('of a contact that was verified meanwhile leave that as it is', async () => {
    const form = await showContacts();
    const dialog = await form.details(bo.email);
    await write(dialog, 'Name', 'Bo');
    await new Colleague(form.store).saves({ team: [{ ...bo, verification: 'verified' }, ann, cy] });
    await eventually(() => form.removable[0] === bo.email, 'the change has come');
    await form.press('Use these details');
    await closed(form);
    expect((form.form.value.team as unknown[])[0]).to.deep.equal({ ...bo, verification: 'verified', name: 'Bo' });
  });

  it('are gone with the element, and with a reset', async () => {
    const form = await showContacts();
    await form.details(bo.email);
    form.form.reset();
    await form.settled();
    expect(hasRole(form.root, 'dialog')).to.equal(false);
    await form.details(bo.email);
    const place = form.form.parentElement!;
    form.form.remove();
    place.append(form.form);
    await form.settled();
    expect(allByRole(form.root, 'dialog', { hidden: true }).filter(({ id }) => id !== 'history')).to.deep.equal([]);
  });

  it('are Escape’s to close in a gate, which stays', async () => {
    const gate = Object.assign(document.createElement('onboarding-gate'), {
      accountId, viewer: viewers.administrator, requirements, strings, adapter: new MemoryAdapter({ store: storeWith({ team: [ann, bo, cy] }) }),
    });
    document.body.append(gate);
    try {
      const inside = () => [...descendants(gate.shadowRoot!)].find((element) => element.localName === 'contact-info-form') as HTMLElementTagNameMap['contact-info-form'];
      await eventually(() => inside()?.shadowRoot && hasRole(inside().shadowRoot!, 'button', /^Actions for bo/), 'the gate has its form');
      const form = new ContactInfoFormHarness(inside());
      const modal = byRole(gate.shadowRoot!, 'dialog', /./);
      await form.details(bo.email);
      await sendKeys({ press: 'Escape' });
      await closed(form);
      expect(modal.matches(':modal')).to.equal(true);
      expect(gate.status).to.equal('incomplete');
      await form.press('Change bo@x.example');
      await form.settled();
      await sendKeys({ type: 'half' });
      await sendKeys({ press: 'Escape' });
      await form.settled();
      expect(nameOf(deepActiveElement()!)).to.equal('Change bo@x.example');
      expect(modal.matches(':modal')).to.equal(true);
    } finally {
      gate.remove();
    }
  });
});
