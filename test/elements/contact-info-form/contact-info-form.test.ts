import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import type { PersistenceAdapter } from '../../../src/ports/persistence-adapter.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { altered, Colleague, completeContactInfo, deferred, partialContactInfo, scenarioAdapter, storeWith, viewers } from '../../support/accounts.js';
import { byRole, deepActiveElement, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { Recorder } from '../../support/recorder.js';
import { emergency, formEvents, nonEmergency, showForm } from './form.fixture.js';

describe('contact-info-form: addresses', () => {
  const show = async () => (await showForm(new MemoryAdapter({ store: storeWith() }))).loaded();

  it('commits with Enter, with a comma, and when the box is left', async () => {
    const form = await show();
    await form.enter(emergency, 'one@example.com');
    await sendKeys({ type: 'two@example.com,' });
    await sendKeys({ type: 'three@example.com' });
    await sendKeys({ press: 'Tab' });
    await form.settled();
    expect(form.removable).to.deep.equal(['one@example.com', 'two@example.com', 'three@example.com']);
    expect(form.form.value.technicalEmergencyContacts).to.deep.equal([{ email: 'one@example.com' }, { email: 'two@example.com' }, { email: 'three@example.com' }]);
  });

  it('tells of input and change, each time', async () => {
    const form = await show();
    const recorder = new Recorder(form.form, ...formEvents);
    await form.enter(emergency, 'one@example.com');
    expect(recorder.types).to.deep.equal(['contact-info-dirty', 'input', 'change']);
    expect(recorder.events[0].detail).to.deep.equal({ dirty: true });
  });

  it('keeps an address that is refused where it is, with the reason', async () => {
    const form = await show();
    await form.enter(emergency, 'nobody@localhost');
    expect(form.box(emergency).value).to.equal('nobody@localhost');
    expect(form.box(emergency).getAttribute('aria-invalid')).to.equal('true');
    expect(form.removable).to.deep.equal([]);
    const describedBy = form.box(emergency).getAttribute('aria-describedby')!.split(' ').map((id) => form.root.getElementById(id)!.textContent).join(' ');
    expect(describedBy).to.match(/ending|domain|address/i);
  });

  it('does not save over text that is no address', async () => {
    const form = await showForm(new MemoryAdapter({ store: storeWith(completeContactInfo) }));
    await form.loaded();
    form.box(emergency).focus();
    await sendKeys({ type: 'half an address' });
    expect(await form.form.submit()).to.equal(false);
    expect(form.summary).to.have.length(1);
    expect(form.summary[0]).to.contain(emergency);
    expect(form.box(emergency).value).to.equal('half an address');
  });

  it('reads a list that is pasted, with names, and loses none of it', async () => {
    const form = await show();
    await form.paste(emergency, '"Gómez, Ana" <ana@example.com>; bo@example.com, nonsense\nmailto:cy@example.com; ana@EXAMPLE.com; also nonsense');
    expect(form.form.value.technicalEmergencyContacts).to.deep.equal([{ email: 'ana@example.com', name: 'Gómez, Ana' }, { email: 'bo@example.com' }, { email: 'cy@example.com' }]);
    expect(form.text).to.contain('2 pieces were not accepted as addresses.');
    expect(form.text).to.contain('also nonsense');
    expect(await form.form.submitForLater(), 'pieces that are not resolved hold a save').to.equal(false);
    await form.press('Edit nonsense');
    expect(form.box(emergency).value).to.equal('nonsense');
    await form.press('Remove all of these');
    expect(hasRole(form.root, 'group', /not accepted/)).to.equal(false);
  });

  it('takes 5,000 pasted addresses, loses none, and shows no more of them than can be read', async () => {
    const form = await show();
    const addresses = Array.from({ length: 5_000 }, (_, index) => `person${index}@example.com`);
    await form.paste(emergency, addresses.join('; '));
    await form.settled();
    expect((form.form.value.technicalEmergencyContacts as { email: string }[]).map(({ email }) => email)).to.deep.equal(addresses);
    expect(form.text).to.contain('Showing 100 of 5,000.');
    expect(form.removable).to.have.length(100);
    expect(await form.form.submitForLater()).to.equal(true);
  });

  it('removes one, says so, and moves the focus to the next', async () => {
    const form = await (await showForm(scenarioAdapter('partial'))).loaded();
    await form.press('Remove on-call@mesa.example');
    await form.settled();
    expect(deepActiveElement()?.getAttribute('aria-label')).to.equal('Remove laura.mendez@mesa.example');
    await form.press('Remove laura.mendez@mesa.example');
    await form.settled();
    expect(deepActiveElement()).to.equal(form.box(emergency));
    expect(form.text).to.contain('Removed laura.mendez@mesa.example.');
  });

  it('says of stored addresses that there are too many', async () => {
    const contactInfo = { ...partialContactInfo, operationalContactPublic: [{ email: 'support@mesa.example' }, { email: 'second@mesa.example' }] };
    const form = await (await showForm(new MemoryAdapter({ store: storeWith(contactInfo) }))).loaded();
    expect(form.text).to.contain('Keep at most 1 here: there are 2.');
  });

  it('lists stored addresses that are there twice, and marks the second', async () => {
    const contactInfo = { technicalEmergencyContacts: [{ email: 'a@example.com' }, { email: 'A@example.com' }, { email: 'a@example.com' }] };
    const form = await (await showForm(new MemoryAdapter({ store: storeWith(contactInfo) }))).loaded();
    expect(form.removable).to.deep.equal(['a@example.com', 'A@example.com', 'a@example.com']);
    expect(form.text.match(/This is here twice/g)).to.have.length(2);
  });
});

describe('contact-info-form: alert contacts', () => {
  it('chooses several of the active users, and no others', async () => {
    const form = await (await showForm(scenarioAdapter('partial'))).loaded();
    await form.choose('Alert Contacts', 'Laura Méndez');
    await form.choose('Alert Contacts', 'Diego Ruiz');
    expect(form.form.value.alertContacts).to.deep.equal(['laura', 'diego']);
    const box = byRole<HTMLInputElement>(form.root, 'combobox', 'Alert Contacts');
    box.focus();
    await sendKeys({ type: 'ana' });
    await eventually(() => form.text.includes('No active user matches'), 'the invited one is not offered');
  });

  it('says of somebody who is not active any more that another is needed', async () => {
    const form = await (await showForm(new MemoryAdapter({ store: storeWith({ ...completeContactInfo, alertContacts: ['noor', 'laura'] }) }))).loaded();
    expect(form.text).to.contain('Noor Haddad');
    expect(form.text).to.contain('This user was deactivated');
    expect(form.form.evaluation.fields.alertContacts).to.equal('invalid');
  });

  it('is explained where it is unavailable, and not shown where it does not apply', async () => {
    const sandbox = await (await showForm(scenarioAdapter('partial'), { environment: 'sandbox' })).loaded();
    expect(sandbox.text).to.contain('Only available in production');
    const feeds = await (await showForm(scenarioAdapter('partial'), { integrationType: 'feeds-only' })).loaded();
    expect(feeds.text).not.to.contain('merchant issues');
  });
});

describe('contact-info-form: saving', () => {
  it('says that it is saved once the adapter has acknowledged, not before', async () => {
    const acknowledgement = deferred();
    const working = new MemoryAdapter({ store: storeWith(completeContactInfo) });
    const adapter = altered(working, { saveContactInfo: (request) => acknowledgement.promise.then(() => working.saveContactInfo(request)) });
    const form = await (await showForm(adapter)).loaded();
    const recorder = new Recorder(form.form, ...formEvents);
    await form.enter(nonEmergency, 'new@example.com');
    const submitted = form.form.submit();
    await eventually(() => form.text.includes('Saving…'), 'it is being saved');
    expect(form.text).not.to.contain('Saved');
    acknowledgement.resolve();
    expect(await submitted).to.equal(true);
    await form.settled();
    expect(form.text).to.contain('Saved.');
    const { revision } = (await working.loadContactInfo({ accountId: 'mesa', signal: new AbortController().signal }))!;
    expect(recorder.of('contact-info-saved').map(({ detail }) => detail as unknown)).to.deep.equal([{ revision, changedKeys: ['technicalNonEmergencyContacts'] }]);
    expect(recorder.of('contact-info-submit')[0].detail).to.deep.include({ changedKeys: ['technicalNonEmergencyContacts'] });
    expect(recorder.of('contact-info-dirty').map(({ detail }) => (detail as { dirty: boolean }).dirty)).to.deep.equal([true, false]);
    expect(JSON.stringify(recorder.details)).not.to.contain('@');
  });

  it('lists what is missing, takes the focus there, and leads to the field', async () => {
    const form = await (await showForm(scenarioAdapter('empty'))).loaded();
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.have.length(7);
    expect(deepActiveElement()?.id).to.equal('summary');
    byRole(form.root, 'link', emergency).click();
    await form.settled();
    expect(deepActiveElement()).to.equal(form.box(emergency));
  });

  it('saves what is incomplete for later, and lets a colleague go on', async () => {
    const store = storeWith();
    const form = await (await showForm(new MemoryAdapter({ store }), { onboarding: true })).loaded();
    await form.enter(emergency, 'on-call@example.com');
    await form.press('Save and finish later');
    await eventually(() => form.text.includes('Saved. You, or a colleague, can go on from here.'), 'it is saved');
    const other = await (await showForm(new MemoryAdapter({ store }))).loaded();
    expect(other.removable).to.deep.equal(['on-call@example.com']);
  });

  it('does not save when the host cancels, or what it waits for fails, and says so', async () => {
    const store = storeWith(completeContactInfo);
    const form = await (await showForm(new MemoryAdapter({ store }))).loaded();
    const before = await new Colleague(store).load();
    await form.enter(nonEmergency, 'new@example.com');
    form.form.addEventListener('contact-info-submit', (event) => event.preventDefault(), { once: true });
    expect(await form.form.submit()).to.equal(false);
    form.form.addEventListener('contact-info-submit', (event) => event.detail.waitUntil(Promise.reject(new Error('no'))), { once: true });
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.text).to.contain('the portal stopped it');
    expect(form.removable).to.include('new@example.com');
    expect(await new Colleague(store).load()).to.deep.equal(before);
  });

  it('keeps everything when saving fails, says why, and saves on another try', async () => {
    for (const [code, text] of [['quota', 'There is no room left'], ['unavailable', 'cannot be reached'], ['forbidden', 'Your role does not allow this']] as const) {
      const form = await (await showForm(scenarioAdapter(code === 'quota' ? 'full' : code === 'unavailable' ? 'save-fails' : 'complete', code === 'forbidden' ? viewers.reader : viewers.administrator))).loaded();
      const recorder = new Recorder(form.form, 'contact-info-error');
      await form.enter(nonEmergency, 'new@example.com');
      expect(await form.form.submit(), code).to.equal(false);
      await form.settled();
      expect(form.text).to.contain(text);
      expect(form.removable).to.include('new@example.com');
      expect(recorder.details).to.deep.equal([{ code, operation: 'save' }]);
      expect(deepActiveElement()?.id).to.equal('failure');
    }
  });

  it('discards what was not saved', async () => {
    const form = await (await showForm(scenarioAdapter('partial'))).loaded();
    await form.enter(nonEmergency, 'new@example.com');
    form.box(emergency).focus();
    await sendKeys({ type: 'half' });
    await form.press('Discard changes');
    expect(form.form.isDirty).to.equal(false);
    expect(form.removable).not.to.include('new@example.com');
    expect(form.box(emergency).value).to.equal('');
  });

  it('shows what the store refuses at its field', async () => {
    const working = new MemoryAdapter({ store: storeWith(completeContactInfo) });
    const issues = [{ path: ['technicalNonEmergencyContacts', 1, 'email'], code: 'email.refused-by-us' }];
    const form = await (await showForm(altered(working, { saveContactInfo: () => Promise.reject(new PersistenceError('invalid', 'No.', { issues })) }))).loaded();
    await form.enter(nonEmergency, 'new@example.com');
    expect(await form.form.submit()).to.equal(false);
    await form.settled();
    expect(form.summary).to.have.length(1);
    expect(form.summary[0]).to.contain(nonEmergency);
  });
});

describe('contact-info-form: two people', () => {
  it('takes over what a colleague saves, where nothing was changed here', async () => {
    const store = storeWith(partialContactInfo);
    const form = await (await showForm(new MemoryAdapter({ store }))).loaded();
    await form.enter(nonEmergency, 'mine@example.com');
    await new Colleague(store).saves({ ...partialContactInfo, operationalContactInternal: [{ email: 'theirs@example.com' }] });
    await eventually(() => form.removable.includes('theirs@example.com'), 'theirs is shown');
    expect(form.removable).to.include('mine@example.com');
    expect(form.form.isDirty).to.equal(true);
    expect(await form.form.submitForLater()).to.equal(true);
    expect((await new Colleague(store).load())?.contactInfo).to.deep.include({ technicalNonEmergencyContacts: [{ email: 'mine@example.com' }], operationalContactInternal: [{ email: 'theirs@example.com' }] });
  });

  for (const choice of ['mine', 'theirs'] as const) {
    it(`shows both values of a field that both changed, and saves the one that is chosen: ${choice}`, async () => {
      const store = storeWith(completeContactInfo);
      const form = await (await showForm(new MemoryAdapter({ store }))).loaded();
      const recorder = new Recorder(form.form, 'contact-info-conflict');
      await form.enter(nonEmergency, 'mine@example.com');
      await new Colleague(store).saves({ ...completeContactInfo, technicalNonEmergencyContacts: [{ email: 'theirs@example.com' }] });
      await eventually(() => recorder.events.length === 1, 'the conflict is told');
      expect(recorder.details).to.deep.equal([{ keys: ['technicalNonEmergencyContacts'] }]);
      await form.conflictsShown();
      expect(form.text).to.contain('theirs@example.com').and.to.contain('mine@example.com');
      expect(await form.form.submit(), 'nothing is overwritten unseen').to.equal(false);
      await form.press(choice === 'mine' ? `Keep yours for ${nonEmergency}` : `Take theirs for ${nonEmergency}`);
      if (choice === 'mine') expect(await form.form.submit()).to.equal(true);
      const expected = choice === 'mine' ? [{ email: 'engineering@mesa.example' }, { email: 'mine@example.com' }] : [{ email: 'theirs@example.com' }];
      expect((await new Colleague(store).load())?.contactInfo.technicalNonEmergencyContacts).to.deep.equal(expected);
      expect(form.form.isDirty).to.equal(false);
    });
  }

  it('is told of a conflict by the save, where the store does not watch', async () => {
    const form = await (await showForm(altered(scenarioAdapter('conflict'), { watch: undefined }))).loaded();
    await form.enter(emergency, 'mine@example.com');
    expect(await form.form.submitForLater()).to.equal(false);
    await form.conflictsShown();
    expect(form.text).to.contain('The same fields were changed here and elsewhere').and.to.match(/Last saved by Diego Ruiz ?, now/).and.to.contain('night-shift@mesa.example');
    expect(hasRole(form.root, 'button', `Take theirs for ${emergency}`)).to.equal(true);
  });
});

describe('contact-info-form: a conflict that does not say what is stored', () => {
  for (const current of [undefined, { contactInfo: 'junk' }]) {
    it(`is answered by reading it, merging and saving again (${JSON.stringify(current)})`, async () => {
      const store = storeWith(partialContactInfo);
      const working = new MemoryAdapter({ store });
      const saveContactInfo: PersistenceAdapter['saveContactInfo'] = (request) => working.saveContactInfo(request).catch(() => {
        throw new PersistenceError('conflict', 'No.', { current } as never);
      });
      const form = await (await showForm(altered(working, { saveContactInfo, watch: undefined }))).loaded();
      await form.enter(nonEmergency, 'mine@example.com');
      await new Colleague(store).saves({ ...partialContactInfo, operationalContactInternal: [{ email: 'theirs@example.com' }] });
      expect(await form.form.submitForLater()).to.equal(true);
      expect((await new Colleague(store).load())?.contactInfo).to.deep.include({ technicalNonEmergencyContacts: [{ email: 'mine@example.com' }], operationalContactInternal: [{ email: 'theirs@example.com' }] });
    });
  }
});

describe('contact-info-form: the account and the adapter', () => {
  it('puts one account’s work away before it shows another', async () => {
    const adapter = new MemoryAdapter({ accounts: { mesa: { contactInfo: partialContactInfo }, other: { contactInfo: { technicalEmergencyContacts: [{ email: 'other@example.com' }] } } } });
    const form = await (await showForm(adapter)).loaded();
    await form.enter(nonEmergency, 'mine@example.com');
    form.form.accountId = 'other';
    await eventually(() => form.removable.join() === 'other@example.com', 'the other account is shown');
    expect(form.form.isDirty).to.equal(false);
  });

  it('tells nothing of a save that ends after it left the page', async () => {
    const late = deferred();
    const slow = scenarioAdapter('complete');
    const form = await (await showForm(altered(slow, { saveContactInfo: (request) => late.promise.then(() => slow.saveContactInfo(request)) }))).loaded();
    await form.enter(nonEmergency, 'mine@example.com');
    const recorder = new Recorder(form.form, 'contact-info-saved');
    const submitted = form.form.submit();
    await eventually(() => form.text.includes('Saving…'), 'it is being saved');
    form.form.remove();
    late.resolve();
    expect(await submitted).to.equal(false);
    expect(recorder.events).to.deep.equal([]);
  });

  it('names the path of a record that does not parse, and offers no form over it', async () => {
    const form = await showForm(scenarioAdapter('corrupt'));
    const recorder = new Recorder(form.form, 'contact-info-error');
    await eventually(() => form.text.includes('technicalEmergencyContacts › 0 › email'), 'the path is named');
    expect(form.buttons()).to.deep.equal(['Try again']);
    await form.press('Try again');
    await eventually(() => recorder.events.length > 0, 'the failure is told');
    expect(recorder.details[0]).to.deep.equal({ code: 'corrupt', operation: 'load' });
  });

  it('is read-only for a viewer who may not edit', async () => {
    const form = await (await showForm(scenarioAdapter('partial', viewers.reader), { viewer: viewers.reader })).loaded();
    expect(form.buttons(), 'what only shows').to.have.members(['What users will see', 'History']);
    expect(form.text).to.contain('Your role lets you see this, not change it.');
    expect(await form.form.submit()).to.equal(false);
  });
});
