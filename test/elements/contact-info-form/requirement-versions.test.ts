import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { partnerPortalRequirements } from '../../../src/domain/partner-portal-requirements.js';
import type { FieldDefinition, RequirementSet } from '../../../src/domain/requirements.js';
import { Colleague, completeContactInfo, storeWith } from '../../support/accounts.js';
import { visibleText } from '../../support/deep-query.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { nonEmergency, showForm } from './form.fixture.js';

const strings = { 'fields.securityContacts.label': 'Security contacts' };
const added: FieldDefinition = { key: 'securityContacts', kind: 'contacts', audience: 'internal', requirement: 'required' };
function raised(changes: Partial<FieldDefinition> = {}): RequirementSet {
  return { version: '2', fields: [...partnerPortalRequirements.fields, { ...added, ...changes }] };
}

/** The labels of the fields that say they are complete. */
function completeFields(form: ContactInfoFormHarness): string[] {
  return [...form.root.querySelectorAll('[part="field"]')].filter((field) => visibleText(field.querySelector('header')!).endsWith('Complete'))
    .map((field) => visibleText(field.querySelector('h3')!));
}

describe('contact-info-form: requirements with a higher version', () => {
  it('ask for what was added, and for nothing else', async () => {
    const store = storeWith(completeContactInfo);
    const form = await (await showForm(new MemoryAdapter({ store }), { strings })).loaded();
    expect(form.form.evaluation.complete).to.equal(true);
    const before = completeFields(form);
    expect(before).to.have.length(7);

    form.form.requirements = raised();
    await form.form.updateComplete;
    await form.settled();
    expect(form.form.evaluation.complete).to.equal(false);
    expect(completeFields(form)).to.deep.equal(before);
    expect(form.text, 'nobody is blamed for it yet').not.to.contain('Add at least one address.');
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.deep.equal(['Security contacts: Add at least one address.']);

    await form.enter('Security contacts', 'security@example.com');
    expect(form.summary).to.deep.equal([]);
    expect(await form.form.submit()).to.equal(true);
    expect((await new Colleague(store).load())?.contactInfo).to.deep.equal({ ...completeContactInfo, securityContacts: [{ email: 'security@example.com' }] });
    expect(completeFields(form)).to.deep.equal([...before, 'Security contacts']);
  });

  it('keep what was not saved, and the values of fields that are asked for no more', async () => {
    const store = storeWith(completeContactInfo);
    const form = await (await showForm(new MemoryAdapter({ store }), { strings })).loaded();
    await form.enter(nonEmergency, 'mine@example.com');
    form.form.requirements = { version: '2', fields: [partnerPortalRequirements.fields[2], added] };
    await form.form.updateComplete;
    await form.settled();
    expect(form.removable).to.include('mine@example.com');
    await form.enter('Security contacts', 'security@example.com');
    expect(await form.form.submit()).to.equal(true);
    const saved = (await new Colleague(store).load())!.contactInfo;
    expect(Object.keys(saved)).to.include.members([...Object.keys(completeContactInfo), 'securityContacts']);
    expect(saved.technicalNonEmergencyContacts).to.deep.equal([{ email: 'engineering@mesa.example' }, { email: 'mine@example.com' }]);
  });

  it('are a notice only until their grace ends', async () => {
    for (const [graceUntil, complete] of [['2999-12-31', true], ['2020-01-01', false]] as const) {
      const form = await (await showForm(new MemoryAdapter({ store: storeWith(completeContactInfo) }), { strings, requirements: raised({ graceUntil }) })).loaded();
      expect(form.form.evaluation.complete).to.equal(complete);
      expect(form.form.evaluation.fields.securityContacts).to.equal('missing');
      expect(await form.form.submit()).to.equal(complete);
    }
  });
});
