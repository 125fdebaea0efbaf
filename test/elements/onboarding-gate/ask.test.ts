import { expect } from 'chai';
import type { OnboardingAskDetail } from '../../../src/elements/onboarding-gate/onboarding-gate.events.js';
import { deferred, scenarioAdapter, viewers } from '../../support/accounts.js';
import { allByRole, byRole, hasRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { GateHarness } from './gate.harness.js';

async function show(scenario: 'partial' | 'no-directory' = 'partial', viewer = viewers.reader): Promise<GateHarness> {
  return (await GateHarness.show({ adapter: scenarioAdapter(scenario, viewer), viewer })).filled();
}

const missing = ['alertContacts', 'technicalNonEmergencyContacts', 'merchantIssuesContacts', 'operationalContactInternal', 'operationalSupport'];

describe('onboarding-gate: a viewer who may not complete it', () => {
  afterEach(() => localStorage.clear());

  it('sees what is missing and who can provide it, with a way to write to them', async () => {
    const gate = await show();
    await eventually(() => hasRole(gate.root, 'link', 'laura.mendez@mesa.example'), 'the people are named');
    for (const text of ['Your role lets you see this', '5 things are missing', 'Alert Contacts', 'Operational Support', 'Laura Méndez', 'Diego Ruiz']) expect(gate.text).to.contain(text);
    for (const text of ['Ana Gómez', 'Noor Haddad']) expect(gate.text, 'not active, or may not either').not.to.contain(text);
    expect(byRole<HTMLAnchorElement>(gate.root, 'link', 'laura.mendez@mesa.example').href).to.equal('mailto:laura.mendez%40mesa.example');
    expect(hasRole(gate.root, 'button', 'Save and continue')).to.equal(false);
  });

  it('has no Users tab where it could do nothing there, and has one for an editor', async () => {
    expect(allByRole((await show()).root, 'tab')).to.deep.equal([]);
    expect(allByRole((await show('partial', viewers.editor)).root, 'tab')).to.have.length(2);
  });

  it('asks them once the host has passed it on, and says so', async () => {
    const gate = await show();
    await eventually(() => hasRole(gate.root, 'link', 'laura.mendez@mesa.example'), 'the people are named');
    const passedOn = deferred();
    const details: OnboardingAskDetail[] = [];
    gate.gate.addEventListener('onboarding-ask', ({ detail }) => {
      details.push(detail);
      detail.waitUntil(passedOn.promise);
    });
    byRole(gate.root, 'button', 'Ask for it to be completed').click();
    await eventually(() => gate.text.includes('Asking…'), 'it is under way');
    expect(gate.text).not.to.contain('passed on');
    byRole(gate.root, 'button', 'Asking…').click();
    passedOn.resolve();
    await eventually(() => gate.text.includes('Your request was passed on.'), 'it is said');
    expect(details.map(({ missing: keys, administratorIds }) => ({ keys, administratorIds }))).to.deep.equal([{ keys: missing, administratorIds: ['diego', 'laura'] }]);
    expect(hasRole(gate.root, 'button', 'Ask again')).to.equal(true);
  });

  it('says so where the request was not passed on', async () => {
    const gate = await show();
    gate.gate.addEventListener('onboarding-ask', (event) => event.preventDefault());
    byRole(gate.root, 'button', 'Ask for it to be completed').click();
    await eventually(() => gate.text.includes('was not passed on'), 'it is said');
    expect(hasRole(gate.root, 'button', 'Ask for it to be completed')).to.equal(true);
  });

  it('can ask without a directory too', async () => {
    const gate = await show('no-directory');
    const asked = new Promise<CustomEvent<OnboardingAskDetail>>((resolve) => gate.gate.addEventListener('onboarding-ask', resolve, { once: true }));
    expect(gate.text).to.contain('Who can complete it is not known here');
    byRole(gate.root, 'button', 'Ask for it to be completed').click();
    expect((await asked).detail.administratorIds).to.deep.equal([]);
  });
});
