import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { Colleague, completeContactInfo, partialContactInfo, storeWith } from '../../support/accounts.js';
import { allByRole, byRole, deepActiveElement, hasRole } from '../../support/deep-query.js';
import { FaultyAdapter, refusalNames } from '../../support/faulty-adapter.js';
import '../../support/late-code.js';
import { promisesSettled, taskDone } from '../../support/test-scheduler.js';
import { GateHarness } from './gate.harness.js';

const nonEmergency = 'Technical Non-Emergency Contacts';
const key = 'technicalNonEmergencyContacts';
const almost = { ...completeContactInfo, [key]: [] };
const typed = [{ email: 'typed@example.com' }];

async function settled(): Promise<void> {
  await promisesSettled();
  await taskDone();
  await promisesSettled();
}

/** A gate that waits for one address, which the person has typed, on a line of which something is wrong from now on. */
async function show(contactInfo: typeof almost = almost) {
  const store = storeWith(contactInfo);
  const adapter = new FaultyAdapter(new MemoryAdapter({ store }));
  const gate = await (await GateHarness.show({ adapter })).filled();
  const form = gate.root.querySelector('contact-info-form')!;
  const box = byRole<HTMLInputElement>(form.shadowRoot!, 'textbox', nonEmergency);
  box.value = 'typed@example.com,';
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settled();
  const press = async (name: string) => {
    byRole(form.shadowRoot!, 'button', name).click();
    await settled();
  };
  const stored = async () => (await new Colleague(store).load())?.contactInfo[key];
  const says = () => form.shadowRoot!.querySelector('[part="footer"]')!.textContent!;
  return { store, adapter, gate, form, press, stored, says };
}

describe('onboarding-gate, on a bad line: saving what completes the account', () => {
  afterEach(() => localStorage.clear());

  for (const fault of [...refusalNames.filter((name) => name !== 'invalid'), 'refused-by-a-stranger', 'aborted'] as const) {
    it(`holds the portal, keeps what was typed, and opens on another try: ${fault}`, async () => {
      const { adapter, gate, form, press, stored, says } = await show();
      adapter.next('save', fault);
      await press('Save and continue');
      expect([gate.gate.status, gate.isHeld, gate.isPortalUsable]).to.deep.equal(['incomplete', true, false]);
      expect(hasRole(form.shadowRoot!, 'alert')).to.equal(true);
      expect(says()).not.to.contain('Saved.');
      expect(form.value[key]).to.deep.equal(typed);
      await press('Try again');
      expect([gate.gate.status, gate.isPortalUsable]).to.deep.equal(['complete', true]);
      expect(await stored()).to.deep.equal(typed);
      expect(gate.recorder.of('onboarding-completed')).to.have.length(1);
    });
  }

  for (const fault of ['acknowledgement-lost', 'acknowledgement-torn', 'delivered-twice'] as const) {
    it(`opens where the store holds it, whatever was heard: ${fault}`, async () => {
      const { adapter, gate, press, stored } = await show();
      adapter.next('save', fault);
      await press('Save and continue');
      expect([gate.gate.status, gate.isPortalUsable]).to.deep.equal(['complete', true]);
      expect(await stored()).to.deep.equal(typed);
      expect(gate.recorder.of('onboarding-completed')).to.have.length(1);
    });

    it(`opens on another try where the store does not tell: ${fault}`, async () => {
      const { adapter, gate, press, stored } = await show();
      adapter.next('save', fault).begin('watch-lost');
      await press('Save and continue');
      if (fault !== 'delivered-twice') {
        expect([gate.gate.status, gate.isHeld]).to.deep.equal(['incomplete', true]);
        await press('Try again');
      }
      expect([gate.gate.status, gate.isPortalUsable]).to.deep.equal(['complete', true]);
      expect(await stored()).to.deep.equal(typed);
    });
  }

  it('opens once the answer is there, not before', async () => {
    const { adapter, gate, press, says } = await show();
    adapter.next('save', 'late-request');
    await press('Save and continue');
    expect([gate.gate.status, gate.isHeld]).to.deep.equal(['incomplete', true]);
    expect(says()).to.contain('Saving…');
    adapter.scheduler.releaseAll();
    await settled();
    expect([gate.gate.status, gate.isPortalUsable]).to.deep.equal(['complete', true]);
  });

  it('opens on another look where the first one saw what was there before', async () => {
    const { adapter, gate, press } = await show();
    adapter.begin('watch-lost').next('load', 'stale-read', 'stale-read', 'stale-read');
    await press('Save and continue');
    adapter.heal();
    window.dispatchEvent(new Event('online'));
    await settled();
    expect([gate.gate.status, gate.isPortalUsable]).to.deep.equal(['complete', true]);
    expect(gate.recorder.of('onboarding-completed')).to.have.length(1);
  });
});

describe('onboarding-gate, on a bad line: reading', () => {
  afterEach(() => localStorage.clear());

  for (const fault of [...refusalNames, 'refused-by-a-stranger', 'aborted', 'torn-read', 'acknowledgement-lost'] as const) {
    it(`says that the account could not be checked, and goes on from there: ${fault}`, async () => {
      const adapter = new FaultyAdapter(new MemoryAdapter({ store: storeWith(completeContactInfo) })).next('load', fault);
      const gate = await GateHarness.show({ adapter });
      await settled();
      expect([gate.gate.status, gate.isHeld, gate.isPortalUsable]).to.deep.equal(['unavailable', true, false]);
      expect(gate.text).to.contain('could not be checked').and.not.match(/ECONN|undefined/);
      byRole(gate.root, 'button', 'Try again').click();
      await settled();
      expect([gate.gate.status, gate.isPortalUsable]).to.deep.equal(['complete', true]);
    });
  }

  it('shows nothing while it waits, however long that is, and then what is so', async () => {
    const adapter = new FaultyAdapter(new MemoryAdapter({ store: storeWith(partialContactInfo) })).next('load', 'late');
    const gate = await GateHarness.show({ adapter });
    await settled();
    expect([gate.gate.status, gate.isHeld, gate.isPortalUsable, gate.text]).to.deep.equal(['checking', false, false, '']);
    adapter.scheduler.releaseAll();
    await settled();
    expect([gate.gate.status, gate.isHeld]).to.deep.equal(['incomplete', true]);
  });

  it('asks again when it could not be checked and the host switches to another environment', async () => {
    const adapter = new FaultyAdapter(new MemoryAdapter({ store: storeWith(completeContactInfo) })).next('load', 'unavailable');
    const gate = await GateHarness.show({ adapter });
    await settled();
    expect(gate.gate.status).to.equal('unavailable');
    gate.gate.environment = 'sandbox';
    await settled();
    expect([gate.gate.status, gate.isPortalUsable]).to.deep.equal(['complete', true]);
  });

  it('keeps what was typed while the host gives it another adapter for the same account', async () => {
    const { store, gate, form, press, stored } = await show();
    const another = new FaultyAdapter(new MemoryAdapter({ store })).next('load', 'late', 'late');
    const box = byRole<HTMLInputElement>(gate.root, 'textbox', 'Technical Emergency Contacts');
    box.focus();
    await sendKeys({ type: 'half' });
    const closed: Event[] = [];
    gate.root.querySelector('dialog')!.addEventListener('close', (event) => closed.push(event));
    gate.gate.adapter = another;
    await settled();
    expect([gate.gate.status, gate.isHeld, gate.isPortalUsable]).to.deep.equal(['incomplete', true, false]);
    another.scheduler.releaseAll();
    await settled();
    expect([gate.gate.status, gate.isHeld]).to.deep.equal(['incomplete', true]);
    await sendKeys({ type: 'way@example.com' });
    expect(closed, 'nothing takes it from under the person who is typing').to.deep.equal([]);
    expect([deepActiveElement(), box.value]).to.deep.equal([box, 'halfway@example.com']);
    box.value = '';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    expect(gate.root.querySelector('contact-info-form')).to.equal(form);
    expect(form.value[key]).to.deep.equal(typed);
    await press('Save and continue');
    expect(await stored()).to.deep.equal(typed);
    expect(gate.isPortalUsable).to.equal(true);
  });

  it('keeps what was typed while another adapter cannot be reached', async () => {
    const { store, gate, form } = await show();
    gate.gate.adapter = new FaultyAdapter(new MemoryAdapter({ store })).next('load', 'unavailable', 'unavailable');
    await settled();
    expect([gate.gate.status, gate.isHeld]).to.deep.equal(['incomplete', true]);
    expect(gate.text).to.contain('cannot be reached at the moment. Nothing you typed is lost.').and.contain('typed@example.com');
    // The gate's own; the form has one, too.
    allByRole(gate.root, 'button', { name: 'Try again' })[0].click();
    await settled();
    expect(gate.gate.status).to.equal('incomplete');
    expect(form.isConnected && form.value[key]).to.deep.equal(typed);
  });

  it('puts away what was typed for another account', async () => {
    const { gate } = await show();
    gate.gate.accountId = 'olmo';
    await settled();
    expect(gate.gate.status).to.equal('incomplete');
    expect(gate.text).not.to.contain('typed@example.com');
    expect(gate.root.querySelector('contact-info-form')!.value).to.deep.equal({});
  });
});
