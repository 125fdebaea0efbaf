import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { completeContactInfo, partialContactInfo } from '../../support/accounts.js';
import { allByRole, byRole, deepActiveElement, nameOf, visibleText } from '../../support/deep-query.js';
import { emergency, nonEmergency } from './form.fixture.js';
import { fieldText, showRefused } from './refused.fixture.js';

const hours = 'Operational Support';
const alert = 'Alert Contacts';

describe('contact-info-form: the words of an issue', () => {
  it('says nothing with a gap in it: an issue without its parameters has another text', async () => {
    const { form } = await showRefused([{ path: ['operationalSupport', 'schedules', 0, 'weekly', 'mo', 0], code: 'hours.overlap' }, { path: ['technicalEmergencyContacts'], code: 'too-many' }]);
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.deep.equal([`${emergency}: This was not accepted.`, `${hours}: Monday: These hours cannot be used as they are.`]);
    expect(form.text).not.to.match(/[{}]/);
  });
});

describe('contact-info-form: what the store refuses', () => {
  it('is shown at the entry, named in the summary, and led to', async () => {
    const { form } = await showRefused([{ path: ['technicalEmergencyContacts', 1, 'email'], code: 'email.refused-by-us' }]);
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(deepActiveElement()?.id).to.equal('summary');
    expect(form.summary).to.deep.equal([`${emergency}, laura.mendez@mesa.example: This is not an e-mail address that can be used.`]);
    const entry = allByRole(form.root, 'listitem').find((one) => visibleText(one).startsWith('laura.mendez'))!;
    expect(visibleText(entry)).to.contain('This is not an e-mail address that can be used.');
    byRole(form.root, 'link', /laura\.mendez/).click();
    await form.settled();
    expect(entry.contains(deepActiveElement()), 'the focus is at the entry').to.equal(true);
  });

  for (const [name, path, target] of [
    ['a day', ['schedules', 0, 'weekly', 'we', 0], 'Hours on Wednesday'],
    ['the time zone', ['schedules', 0, 'timeZone'], 'Time zone'],
    ['an exception that is not there', ['schedules', 0, 'exceptions', 3], 'Add exception'],
    ['a schedule', ['schedules', 0], 'Name'],
  ] as const) {
    it(`leads into the hours: ${name}`, async () => {
      const { form } = await showRefused([{ path: ['operationalSupport', ...path], code: 'hours.not-staffed' }]);
      expect(await form.form.submit()).to.equal(false);
      await form.settled();
      expect(fieldText(form, hours)).to.contain('These hours cannot be used as they are.');
      byRole(form.root, 'link', hours).click();
      await form.settled();
      expect(nameOf(deepActiveElement()!)).to.equal(target);
    });
  }

  it('is said though no field shows it, and does not stop another try', async () => {
    const { form, refusal } = await showRefused([
      { path: [], code: 'account.frozen' }, { path: ['faxNumber', 0], code: 'required' }, { path: ['technicalEmergencyContacts', 7], code: 'duplicate' },
    ]);
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.deep.equal([
      'All of it together: This was not accepted.',
      'Something that is not shown here (faxNumber › 0): Enter something here.',
      `${emergency}: This is here twice.`,
    ]);
    expect(allByRole(form.root, 'group', { name: '3 things to put right' })).to.have.length(1);
    expect(fieldText(form, emergency)).to.contain('This is here twice.');
    refusal.issues = [];
    expect(await form.form.submit()).to.equal(true);
    await form.settled();
    expect([refusal.saves, form.summary]).to.deep.equal([2, []]);
  });

  it('is said of a field that is not available here', async () => {
    const { form } = await showRefused([{ path: ['alertContacts', 0], code: 'user-not-active' }]);
    form.form.environment = 'sandbox';
    await form.form.updateComplete;
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.deep.equal([`${alert}: This user is no longer active. Choose somebody else.`]);
    expect(allByRole(form.root, 'link'), 'there is nothing to lead to').to.deep.equal([]);
  });

  it('is over when that value changes, and only then; the summary follows without taking the focus again', async () => {
    const { form } = await showRefused([{ path: ['technicalEmergencyContacts', 1], code: 'duplicate' }, { path: ['technicalNonEmergencyContacts', 0, 'email'], code: 'email.bounced' }]);
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.have.length(2);
    await form.enter(nonEmergency, 'new@example.com');
    expect(deepActiveElement()).to.equal(form.box(nonEmergency));
    expect(form.summary).to.deep.equal([`${emergency}, laura.mendez@mesa.example: This is here twice.`]);
    expect(allByRole(form.root, 'group', { name: '1 thing to put right' })).to.have.length(1);
    await form.press('Remove laura.mendez@mesa.example');
    await form.settled();
    expect(form.summary).to.deep.equal([]);
    expect(form.text).not.to.contain('This is here twice.');
  });
});

describe('contact-info-form: the summary', () => {
  it('counts every thing, and lists no more than a person reads', async () => {
    const emails = Array.from({ length: 12 }, (_, index) => ({ email: `nobody${index}@localhost` }));
    const { form } = await showRefused([], { ...completeContactInfo, technicalEmergencyContacts: emails, technicalNonEmergencyContacts: [] });
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(allByRole(form.root, 'group', { name: '13 things to put right' })).to.have.length(1);
    expect(form.summary).to.have.length(7);
    expect(form.summary[5]).to.equal(`${emergency}: 7 more in this field.`);
    byRole(form.root, 'link', `${emergency}, nobody3@localhost`).click();
    await form.settled();
    expect(nameOf(deepActiveElement()!)).to.contain('nobody3@localhost');
  });

  it('leads to what was refused below a box that is free again', async () => {
    const { form } = await showRefused([]);
    await form.paste(emergency, 'nonsense, more nonsense');
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.have.length(1);
    byRole(form.root, 'link', emergency).click();
    await form.settled();
    expect(nameOf(deepActiveElement()!)).to.equal('Edit nonsense');
  });

  it('leads to the box with the text that is no address, and to a day that was not understood', async () => {
    const { form } = await showRefused([]);
    await form.enter(emergency, 'nonsense');
    const day = byRole<HTMLInputElement>(byRole(form.root, 'group', 'Friday'), 'textbox');
    day.focus();
    day.select();
    await sendKeys({ type: 'whenever' });
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    byRole(form.root, 'link', emergency).click();
    await form.settled();
    expect(deepActiveElement()).to.equal(form.box(emergency));
    byRole(form.root, 'link', hours).click();
    await form.settled();
    expect(deepActiveElement()).to.equal(day);
  });

  it('says hours that break a rule in the editor’s own words', async () => {
    const night = [{ open: '09:00', close: '17:00' }, { open: '16:00', close: '20:00' }];
    const operationalSupport = { ...completeContactInfo.operationalSupport as object, schedules: [{
      id: 'main', label: '', timeZone: 'Europe/Madrid', exceptions: [], weekly: { mo: night, tu: [], we: [], th: [], fr: [], sa: [], su: [] },
    }] };
    const { form } = await showRefused([], { ...completeContactInfo, operationalSupport });
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.have.length(1);
    // Each engine writes hours in its own language's way.
    expect(form.summary[0]).to.match(/^Operational Support: Monday: This overlaps 0?9:00.+\.$/).and.not.contain(' on Monday');
    byRole(form.root, 'link', hours).click();
    await form.settled();
    expect(nameOf(deepActiveElement()!)).to.equal('Hours on Monday');
  });

  it('speaks Spanish throughout', async () => {
    const { form } = await showRefused([{ path: ['alertContacts', 0], code: 'user-not-active' }, { path: [], code: 'x' }, { path: ['operationalSupport', 'schedules', 0, 'weekly', 'mo', 0], code: 'hours.end-of-day' }], { ...completeContactInfo, ...partialContactInfo });
    form.form.lang = 'es';
    await form.form.updateComplete;
    await form.settled();
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    const [group] = [...form.root.querySelectorAll('[part="summary"]')];
    expect(visibleText(group)).to.contain('3 cosas por corregir').and.to.contain('Todo en conjunto').and.to.match(/lunes/i).and.not.to.match(/This|Choose|accepted/);
  });
});
