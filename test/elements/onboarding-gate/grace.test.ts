import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { partnerPortalRequirements } from '../../../src/domain/partner-portal-requirements.js';
import type { RequirementSet } from '../../../src/domain/requirements.js';
import { Colleague, completeContactInfo, storeWith, viewers } from '../../support/accounts.js';
import { byRole, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { GateHarness } from './gate.harness.js';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function withSecurityContacts(version: string, graceUntil?: string): RequirementSet {
  return { version, fields: [...partnerPortalRequirements.fields, { key: 'securityContacts', kind: 'contacts', audience: 'internal', requirement: 'required', graceUntil }] };
}
const strings = { 'fields.securityContacts.label': 'Security contacts' };

async function show(requirements: RequirementSet, store = storeWith(completeContactInfo), viewer = viewers.administrator): Promise<GateHarness> {
  return GateHarness.show({ adapter: new MemoryAdapter({ store, viewer, requirements }), viewer, requirements, strings });
}

async function noticed(gate: GateHarness): Promise<GateHarness> {
  await gate.becomes('complete');
  await eventually(() => hasRole(gate.root, 'group', 'Soon needed'), 'the notice is there');
  return gate;
}

describe('onboarding-gate: requirements that change', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('is asked again for what a raised version adds, and for nothing else', async () => {
    const gate = await (await GateHarness.show({ adapter: new MemoryAdapter({ store: storeWith(completeContactInfo) }), strings })).becomes('complete');
    gate.gate.requirements = withSecurityContacts('2');
    await gate.becomes('incomplete');
    await gate.filled();
    await eventually(() => gate.recorder.of('onboarding-status').length === 2, 'it is told');
    expect(gate.recorder.details.at(-1)).to.deep.equal({ status: 'incomplete', previous: 'complete', missing: ['securityContacts'] });
    expect(gate.text).to.contain('7 of 8 complete');
  });

  it('says until when the portal opens without, and leaves it open', async () => {
    const gate = await noticed(await show(withSecurityContacts('2', inDays(30))));
    expect([gate.isHeld, gate.isPortalUsable]).to.deep.equal([false, true]);
    const date = new Intl.DateTimeFormat(navigator.language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(inDays(30)));
    expect(gate.text).to.contain(`Still missing: Security contacts. The portal stays open without until ${date}.`);
  });

  it('blocks once the grace is over', async () => {
    const gate = await (await show(withSecurityContacts('2', inDays(-1)))).becomes('incomplete');
    expect(gate.isHeld).to.equal(true);
  });

  it('is not said again in this visit once it was put off', async () => {
    const store = storeWith(completeContactInfo);
    const requirements = withSecurityContacts('2', inDays(30));
    const gate = await noticed(await show(requirements, store));
    byRole(gate.root, 'button', 'Later').click();
    await gate.gate.updateComplete;
    expect(hasRole(gate.root, 'group', 'Soon needed')).to.equal(false);
    const next = await (await show(requirements, store)).becomes('complete');
    await next.gate.updateComplete;
    expect(hasRole(next.root, 'group', 'Soon needed')).to.equal(false);
  });

  it('opens the form at once when asked, which can be closed, and thanks once it is there', async () => {
    const store = storeWith(completeContactInfo);
    const requirements = withSecurityContacts('2', inDays(30));
    const gate = await noticed(await show(requirements, store));
    byRole(gate.root, 'button', 'Add it now').click();
    await eventually(() => gate.root.querySelector('contact-info-form')?.shadowRoot?.querySelector('.field'), 'the form is there');
    expect(gate.isHeld).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await eventually(() => !gate.isHeld, 'Escape closes what is not required yet');
    expect([gate.gate.status, gate.isPortalUsable]).to.deep.equal(['complete', true]);

    await noticed(gate);
    byRole(gate.root, 'button', 'Add it now').click();
    await eventually(() => gate.isHeld, 'it is open again');
    byRole(gate.root, 'button', 'Close').click();
    await eventually(() => !gate.isHeld, 'closed by its button');

    await noticed(gate);
    byRole(gate.root, 'button', 'Add it now').click();
    await eventually(() => gate.isHeld, 'it is open again');
    await new Colleague(store).saves({ ...completeContactInfo, securityContacts: [{ email: 'security@mesa.example' }] });
    await eventually(() => !gate.isHeld && gate.text.includes('Everything is there.'), 'it closes by itself');
    expect(gate.recorder.of('onboarding-completed')).to.deep.equal([]);
  });

  it('offers nothing to somebody who may not add it', async () => {
    const gate = await noticed(await show(withSecurityContacts('2', inDays(30)), storeWith(completeContactInfo), viewers.reader));
    expect(hasRole(gate.root, 'button', 'Add it now')).to.equal(false);
    expect(hasRole(gate.root, 'button', 'Later')).to.equal(true);
  });
});
