import { nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { OnboardingGate } from '../../../src/elements/onboarding-gate/onboarding-gate.js';
import { checked } from '../../../src/ports/checked.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import { altered, Colleague, completeContactInfo, deferred, laura, partialContactInfo, scenarioAdapter, storeWith, viewers } from '../../support/accounts.js';
import { byRole, deepActiveElement, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { GateHarness } from './gate.harness.js';

afterEach(() => localStorage.clear());

describe('onboarding-gate: what it shows', () => {
  it('shows neither portal nor modal while it is checking', async () => {
    const gate = await GateHarness.show({ adapter: scenarioAdapter('never') });
    expect([gate.gate.status, gate.isHeld, gate.isPortalUsable, gate.text]).to.deep.equal(['checking', false, false, '']);
  });

  it('gives the focus to nothing of a portal that is held, whatever the portal’s own rules show', async () => {
    const gate = await GateHarness.show({ adapter: scenarioAdapter('never') });
    gate.link.style.visibility = 'visible';
    gate.link.focus();
    expect(document.activeElement).not.to.equal(gate.link);
  });

  it('holds the portal while something is missing', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial') })).filled();
    expect([gate.isHeld, gate.isPortalUsable]).to.deep.equal([true, false]);
    expect(byRole(gate.root, 'heading', 'Contact information')).to.equal(deepActiveElement());
    expect(gate.text).to.contain('2 of 7 complete');
    expect(gate.text).not.to.contain('Inside');
  });

  it('shows the portal of a complete account, and no modal', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('complete') })).becomes('complete');
    expect([gate.isHeld, gate.isPortalUsable]).to.deep.equal([false, true]);
    expect(gate.recorder.types).to.deep.equal(['onboarding-status']);
  });

  it('asks for six fields in the sandbox', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('empty'), environment: 'sandbox' })).filled();
    expect(gate.text).to.contain('0 of 6 complete');
  });

  it('asks for no users of an adapter that has none', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('no-directory') })).filled();
    expect(gate.text).to.contain('2 of 6 complete');
  });

  it('keeps what was typed while the other tab is looked at, and moves between tabs by arrow keys', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial') })).filled();
    const form = gate.root.querySelector('contact-info-form')!;
    const box = byRole<HTMLInputElement>(form.shadowRoot!, 'textbox', 'Technical Non-Emergency Contacts');
    box.focus();
    await sendKeys({ type: 'half@' });
    byRole(gate.root, 'tab', 'Contact information').focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await gate.gate.updateComplete;
    await eventually(() => hasRole(gate.root, 'table', 'Users'), 'the users are shown');
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'Enter' });
    await gate.gate.updateComplete;
    expect(box.value).to.equal('half@');
    expect(box.checkVisibility()).to.equal(true);
  });

  it('shows who may not edit what is there, and no way to save', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial', viewers.reader), viewer: viewers.reader })).filled();
    expect(hasRole(gate.root, 'button', 'Save and continue')).to.equal(false);
    expect(gate.text).to.contain('Your role lets you see this');
  });

  it('shows what the host puts in its slots', async () => {
    const slotted = html`<strong slot="brand">Mesa</strong><a slot="support" href="tel:+34">Call us</a><a slot="help" href="#h">Read</a><button slot="exit">Later</button><p slot="notice">Cookies</p>`;
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial'), supportHref: 'mailto:x@example.com', slotted })).filled();
    for (const text of ['Mesa', 'Call us', 'Read', 'Later', 'Cookies']) expect(gate.text).to.contain(text);
    expect(gate.text).not.to.contain('Contact support');
  });
});

describe('onboarding-gate: what the modal shows is loaded late', () => {
  const { loaders } = OnboardingGate;
  afterEach(() => (OnboardingGate.loaders = loaders));

  it('says that it is loading, holding the portal all the while', async () => {
    const loading = deferred();
    OnboardingGate.loaders = { ...loaders!, contactInfo: () => loading.promise };
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial') })).becomes('incomplete');
    expect([gate.isHeld, gate.text.includes('Loading…')]).to.deep.equal([true, true]);
    loading.resolve();
    expect((await gate.filled()).text).not.to.contain('Loading…');
  });

  it('says so where it could not be loaded, and tries again when asked', async () => {
    let isOnline = false;
    OnboardingGate.loaders = { ...loaders!, contactInfo: () => (isOnline ? loaders!.contactInfo() : Promise.reject(new TypeError('Failed to fetch'))) };
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial') })).becomes('incomplete');
    await eventually(() => gate.text.includes('could not be loaded'), 'it is said');
    expect(gate.isHeld).to.equal(true);
    isOnline = true;
    byRole(gate.root, 'button', 'Try again').click();
    await gate.filled();
    expect(gate.text).not.to.contain('could not be loaded');
  });

  it('shows the form without waiting for the users, and asks for them again where they could not be loaded', async () => {
    let isOnline = false;
    let asked = 0;
    OnboardingGate.loaders = {
      ...loaders!,
      users: () => {
        asked += 1;
        return isOnline ? loaders!.users() : Promise.reject(new TypeError('Failed to fetch'));
      },
    };
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial') })).filled();
    await eventually(() => asked > 0, 'the users are fetched while nothing else is to be done');
    expect(gate.text).not.to.contain('could not be loaded');
    isOnline = true;
    byRole(gate.root, 'tab', 'Users').click();
    await eventually(() => hasRole(gate.root, 'table', 'Users'), 'the users are shown');
  });
});

describe('onboarding-gate: opening', () => {
  it('opens when a colleague completes it, tells so once, and gives the focus to the portal', async () => {
    const store = storeWith(partialContactInfo);
    const gate = await (await GateHarness.show({ adapter: new MemoryAdapter({ store }) })).filled();
    const { revision } = await new Colleague(store).saves(completeContactInfo);
    await gate.becomes('complete');
    await eventually(() => gate.recorder.of('onboarding-completed').length > 0, 'completion is told');
    expect([gate.isHeld, gate.isPortalUsable]).to.deep.equal([false, true]);
    expect(gate.recorder.types).to.deep.equal(['onboarding-status', 'onboarding-status', 'onboarding-completed']);
    expect(gate.recorder.details).to.deep.equal([
      { status: 'incomplete', previous: 'checking', missing: ['alertContacts', 'technicalNonEmergencyContacts', 'merchantIssuesContacts', 'operationalContactInternal', 'operationalSupport'] },
      { status: 'complete', previous: 'incomplete', missing: [] },
      { revision },
    ]);
    expect(document.activeElement).to.equal(gate.gate.querySelector('main'));
  });

  it('opens every gate of the page', async () => {
    const store = storeWith(partialContactInfo);
    const gates = [await GateHarness.show({ adapter: new MemoryAdapter({ store }) }), await GateHarness.show({ adapter: new MemoryAdapter({ store }) })];
    for (const gate of gates) await gate.becomes('incomplete');
    await new Colleague(store).saves(completeContactInfo);
    for (const gate of gates) expect((await gate.becomes('complete')).isPortalUsable).to.equal(true);
  });

  it('does not open before the adapter has acknowledged', async () => {
    const acknowledgement = deferred();
    const working = new MemoryAdapter({ store: storeWith({ ...completeContactInfo, technicalNonEmergencyContacts: [] }) });
    const adapter = altered(working, { saveContactInfo: (request) => acknowledgement.promise.then(() => working.saveContactInfo(request)) });
    const gate = await (await GateHarness.show({ adapter })).filled();
    const form = gate.root.querySelector('contact-info-form')!;
    const box = byRole<HTMLInputElement>(form.shadowRoot!, 'textbox', 'Technical Non-Emergency Contacts');
    box.focus();
    await sendKeys({ type: 'engineering@mesa.example,' });
    const submitted = form.submit();
    await eventually(() => gate.text.includes('Saving…'), 'it is being saved');
    expect(gate.text).to.contain('7 of 7 complete');
    expect([gate.gate.status, gate.isHeld]).to.deep.equal(['incomplete', true]);
    acknowledgement.resolve();
    expect(await submitted).to.equal(true);
    await gate.becomes('complete');
  });

  it('does not open for a save that the store does not give back', async () => {
    const working = new MemoryAdapter({ store: storeWith(partialContactInfo) });
    const adapter = altered(working, { saveContactInfo: ({ contactInfo }) => Promise.resolve({ contactInfo, revision: 'lost', updatedAt: '' }) });
    const gate = await (await GateHarness.show({ adapter })).filled();
    const form = gate.root.querySelector('contact-info-form')!;
    form.value = completeContactInfo;
    await form.updateComplete;
    await form.submit();
    await gate.gate.recheck();
    await gate.gate.updateComplete;
    expect([gate.gate.status, gate.isHeld]).to.deep.equal(['incomplete', true]);
    expect(gate.recorder.of('onboarding-completed')).to.deep.equal([]);
  });

  it('does not close over a portal in use, unless it is asked to look again', async () => {
    const store = storeWith(completeContactInfo);
    const gate = await (await GateHarness.show({ adapter: new MemoryAdapter({ store }) })).becomes('complete');
    await new Colleague(store).saves(partialContactInfo);
    await gate.readAgain();
    expect(gate.isPortalUsable).to.equal(true);
    await gate.gate.recheck();
    expect((await gate.becomes('incomplete')).isHeld).to.equal(true);
  });

  it('asks for the one field that production adds', async () => {
    const sandboxed = { ...completeContactInfo, alertContacts: [] };
    const gate = await (await GateHarness.show({ adapter: new MemoryAdapter({ store: storeWith(sandboxed) }), environment: 'sandbox' })).becomes('complete');
    gate.gate.environment = 'production';
    await gate.becomes('incomplete');
    await eventually(() => gate.recorder.of('onboarding-status').length === 2, 'the change is told');
    expect(gate.recorder.details.at(-1)).to.deep.equal({ status: 'incomplete', previous: 'complete', missing: ['alertContacts'] });
    expect(gate.text).to.contain('6 of 7 complete');
    gate.gate.environment = 'sandbox';
    expect((await gate.becomes('complete')).isPortalUsable).to.equal(true);
    expect(gate.recorder.of('onboarding-completed')).to.deep.equal([]);
  });

  it('does not close over a portal in use for another adapter, nor for requirements that say the same', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('complete') })).becomes('complete');
    gate.gate.adapter = scenarioAdapter('partial');
    gate.gate.requirements = structuredClone(gate.gate.requirements);
    await gate.gate.updateComplete;
    await gate.readAgain();
    expect([gate.gate.status, gate.isHeld, gate.isPortalUsable]).to.deep.equal(['complete', false, true]);
    gate.gate.adapter = undefined;
    await gate.gate.updateComplete;
    expect([gate.isHeld, gate.isPortalUsable]).to.deep.equal([false, true]);
    expect(gate.recorder.types).to.deep.equal(['onboarding-status']);
    gate.gate.adapter = scenarioAdapter('partial');
    await gate.gate.updateComplete;
    await gate.gate.recheck();
    expect((await gate.becomes('incomplete')).isHeld).to.equal(true);
  });

  it('tells of one account’s completion once, however many gates there are', async () => {
    const store = storeWith(partialContactInfo);
    const adapter = new MemoryAdapter({ store });
    const gates = [await GateHarness.show({ adapter }), await GateHarness.show({ adapter })];
    for (const gate of gates) await gate.becomes('incomplete');
    await new Colleague(store).saves(completeContactInfo);
    for (const gate of gates) await gate.becomes('complete');
    expect(gates.flatMap(({ recorder }) => recorder.of('onboarding-completed'))).to.have.length(1);
  });

  it('does not take one account’s record for another’s', async () => {
    const late = deferred();
    const working = new MemoryAdapter({ accounts: { mesa: { contactInfo: completeContactInfo, users: [laura] } } });
    const adapter = altered(working, { durable: true, loadContactInfo: (request) => (request.accountId === 'mesa' ? late.promise.then(() => working.loadContactInfo(request)) : new Promise(() => undefined)) });
    const gate = await GateHarness.show({ adapter });
    gate.gate.accountId = 'other';
    late.resolve();
    await gate.gate.updateComplete;
    await nextFrame();
    expect([gate.gate.status, gate.isPortalUsable]).to.deep.equal(['checking', false]);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('portero.complete'))).to.deep.equal([]);
  });

  it('begins anew for another account, and goes on holding while another adapter is asked', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('complete') })).becomes('complete');
    gate.gate.accountId = 'another';
    expect((await gate.becomes('incomplete')).isHeld).to.equal(true);
    gate.gate.adapter = scenarioAdapter('never');
    await gate.gate.updateComplete;
    expect([gate.gate.status, gate.isHeld, gate.isPortalUsable]).to.deep.equal(['incomplete', true, false]);
    gate.gate.adapter = new MemoryAdapter({ accounts: { another: { contactInfo: completeContactInfo, users: [laura] } } });
    expect((await gate.becomes('complete')).isPortalUsable).to.equal(true);
  });

  it('gives its adapter to the elements of the portal', async () => {
    const adapter = scenarioAdapter('complete');
    const gate = await (await GateHarness.show({ adapter })).becomes('complete');
    const page = document.createElement('contact-info-form');
    page.accountId = gate.gate.accountId;
    gate.gate.querySelector('main')!.append(page);
    await eventually(() => page.shadowRoot?.querySelector('.field'), 'the form is loaded');
    expect((page as unknown as { store: unknown }).store).to.equal(checked(adapter));
  });
});

describe('onboarding-gate: when the account cannot be checked', () => {
  it('holds the portal, says what happened, and opens once it can be checked', async () => {
    let isDown = true;
    const working = new MemoryAdapter({ store: storeWith(completeContactInfo) });
    const adapter = altered(working, {
      loadContactInfo: (request) => (isDown ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.loadContactInfo(request)),
    });
    const gate = await (await GateHarness.show({ adapter })).becomes('unavailable');
    expect([gate.isHeld, gate.isPortalUsable]).to.deep.equal([true, false]);
    expect(gate.text).to.contain('could not be checked');
    expect(gate.recorder.of('onboarding-error').map(({ detail }) => detail as unknown)).to.deep.equal([{ code: 'unavailable', operation: 'load' }]);
    isDown = false;
    byRole(gate.root, 'button', 'Try again').click();
    expect((await gate.becomes('complete')).isPortalUsable).to.equal(true);
  });

  it('says so while it is filled in, tries again by itself, and opens once what was saved can be read', async () => {
    let isDown = false;
    const working = new MemoryAdapter({ store: storeWith(partialContactInfo) });
    const adapter = altered(working, {
      watch: undefined,
      loadContactInfo: (request) => (isDown ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.loadContactInfo(request)),
      saveContactInfo: async (request) => {
        const record = await working.saveContactInfo(request);
        isDown = true;
        return record;
      },
    });
    const gate = await (await GateHarness.show({ adapter })).filled();
    const form = gate.root.querySelector('contact-info-form')!;
    form.value = completeContactInfo;
    expect(await form.submit()).to.equal(true);
    await eventually(() => gate.text.includes('cannot be reached at the moment'), 'it is said');
    expect([gate.gate.status, gate.isHeld, gate.text.includes('Trying again by itself')]).to.deep.equal(['incomplete', true, true]);
    isDown = false;
    expect((await gate.becomes('complete')).isPortalUsable).to.equal(true);
    await eventually(() => gate.recorder.of('onboarding-completed').length === 1, 'completion is told');
  });

  it('asks a store whose watch fails all the same', async () => {
    const adapter = altered(scenarioAdapter('partial'), { watch: () => { throw new Error('No stream here.'); } });
    expect((await (await GateHarness.show({ adapter })).filled()).isHeld).to.equal(true);
  });

  it('tries again by itself', async () => {
    let loads = 0;
    const working = new MemoryAdapter({ store: storeWith(partialContactInfo) });
    const adapter = altered(working, {
      loadContactInfo: (request) => ((loads += 1) === 1 ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.loadContactInfo(request)),
    });
    const gate = await (await GateHarness.show({ adapter })).becomes('unavailable');
    expect((await gate.becomes('incomplete')).isHeld).to.equal(true);
  });

  it('opens with a banner where the host allows it', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('offline'), whenUnavailable: 'allow' })).becomes('unavailable');
    expect([gate.isHeld, gate.isPortalUsable]).to.deep.equal([false, true]);
    expect(gate.text).to.contain('You can go on working');
  });

  it('names the path of a record that does not parse, and overwrites nothing', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('corrupt'), supportHref: 'mailto:help@example.com' })).becomes('unavailable');
    expect(gate.text).to.contain('technicalEmergencyContacts › 0 › email');
    expect(hasRole(gate.root, 'button', 'Try again')).to.equal(true);
    expect(hasRole(gate.root, 'link', /Contact support/)).to.equal(true);
    expect(gate.root.querySelector('contact-info-form')).to.equal(null);
  });
});

describe('onboarding-gate: an account seen complete before', () => {
  const durable = (adapter: MemoryAdapter) => altered(adapter, { durable: true });

  it('opens at once, and stays open where the store does not answer', async () => {
    await (await GateHarness.show({ adapter: durable(new MemoryAdapter({ store: storeWith(completeContactInfo) })) })).becomes('complete');
    const again = await GateHarness.show({ adapter: altered(scenarioAdapter('never'), { durable: true }) });
    expect([again.gate.status, again.isPortalUsable]).to.deep.equal(['complete', true]);
    const down = await GateHarness.show({ adapter: altered(scenarioAdapter('offline'), { durable: true }) });
    await eventually(() => down.recorder.of('onboarding-error').length > 0, 'the failure is told');
    expect([down.gate.status, down.isPortalUsable]).to.deep.equal(['complete', true]);
  });

  it('closes where the first check finds it incomplete', async () => {
    await (await GateHarness.show({ adapter: durable(new MemoryAdapter({ store: storeWith(completeContactInfo) })) })).becomes('complete');
    const gate = await GateHarness.show({ adapter: durable(new MemoryAdapter({ store: storeWith(partialContactInfo) })) });
    expect((await gate.becomes('incomplete')).isHeld).to.equal(true);
  });

  it('is remembered for that account, environment and requirements only, and holds no contact', async () => {
    await (await GateHarness.show({ adapter: durable(new MemoryAdapter({ store: storeWith(completeContactInfo) })) })).becomes('complete');
    const kept = Object.entries({ ...localStorage }).flat().join();
    expect(kept).to.contain('mesa').and.not.to.contain('@');
    const never = altered(scenarioAdapter('never'), { durable: true });
    expect((await GateHarness.show({ adapter: never, account: 'other' })).gate.status).to.equal('checking');
    expect((await GateHarness.show({ adapter: never, environment: 'sandbox' })).gate.status).to.equal('checking');
  });

  it('is not remembered of a store that is gone with the page', async () => {
    await (await GateHarness.show({ adapter: scenarioAdapter('complete') })).becomes('complete');
    expect(localStorage.length).to.equal(0);
  });
});
