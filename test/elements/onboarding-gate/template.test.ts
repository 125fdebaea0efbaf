import { expect } from 'chai';
import { MemoryAdapter } from '../../../src/adapters/memory.js';
import { PersistenceError } from '../../../src/ports/persistence-error.js';
import type { PersistenceAdapter } from '../../../src/ports/persistence-adapter.js';
import { accountId, altered, Colleague, completeContactInfo, partialContactInfo, scenarioAdapter, storeWith } from '../../support/accounts.js';
import { eventually } from '../../support/eventually.js';
import { settle } from './blocking.fixture.js';
import { GateHarness } from './gate.harness.js';

/** Upgraded once it is in the document, and counted. */
let upgrades = 0;
customElements.define('upgraded-portal', class extends HTMLElement {
  connectedCallback(): void {
    upgrades += 1;
  }
});

const run = () => (window as typeof window & { portalRuns?: number }).portalRuns ?? 0;
const parts = (gate: HTMLElement) => gate.querySelectorAll('.late');

/** A gate whose portal is partly, or wholly, in a template. */
async function show(adapter: PersistenceAdapter | undefined, whenUnavailable: 'block' | 'allow' = 'block'): Promise<GateHarness> {
  const template = document.createElement('template');
  template.innerHTML = '<section class="late"><main><h1>Bookings</h1></main><upgraded-portal></upgraded-portal></section>Some text.';
  // As one that the page's own parser read; what comes by `innerHTML` never runs.
  const script = document.createElement('script');
  script.textContent = 'window.portalRuns = (window.portalRuns ?? 0) + 1';
  template.content.querySelector('section')!.append(script);
  const harness = await GateHarness.show({ adapter, whenUnavailable });
  harness.gate.append(template);
  await harness.gate.updateComplete;
  return harness;
}

describe('onboarding-gate: a portal in a template', () => {
  beforeEach(() => {
    upgrades = 0;
    delete (window as typeof window & { portalRuns?: number }).portalRuns;
  });
  afterEach(() => localStorage.clear());

  const expectNothingStamped = async ({ gate }: GateHarness) => {
    await settle();
    expect([parts(gate).length, upgrades, run()]).to.deep.equal([0, 0, 0]);
  };

  it('is not in the document while it is checked', async () => {
    const harness = await show(scenarioAdapter('never'));
    expect(harness.gate.status).to.equal('checking');
    await expectNothingStamped(harness);
  });

  it('is not in the document while it is incomplete', async () => {
    await expectNothingStamped(await (await show(scenarioAdapter('partial'))).becomes('incomplete'));
  });

  it('is not in the document while the account cannot be checked and that holds the portal', async () => {
    await expectNothingStamped(await (await show(scenarioAdapter('offline'))).becomes('unavailable'));
  });

  it('is not in the document while the gate has no account', async () => {
    const harness = await GateHarness.show({ adapter: scenarioAdapter('complete'), account: '' });
    harness.gate.innerHTML = '<template><p class="late">Late</p></template>';
    await eventually(() => harness.text.includes('does not say which account'), 'it says so');
    expect(parts(harness.gate)).to.have.length(0);
  });

  it('is stamped right after the template when the portal opens: scripts run and elements upgrade, once', async () => {
    const harness = await (await show(scenarioAdapter('complete'))).becomes('complete');
    const { gate } = harness;
    await eventually(() => parts(gate).length > 0, 'it is stamped');
    const template = gate.querySelector('template')!;
    expect(template.nextSibling).to.equal(parts(gate)[0]);
    expect([parts(gate).length, upgrades, run()]).to.deep.equal([1, 1, 1]);
    expect(harness.text).to.contain('Bookings').and.to.contain('Some text.');
    expect(template.content.querySelector('.late'), 'what it was stamped from stays').not.to.equal(null);
    await gate.recheck();
    await settle();
    expect([parts(gate).length, upgrades, run()]).to.deep.equal([1, 1, 1]);
  });

  it('is stamped when a colleague completes the account', async () => {
    const store = storeWith(partialContactInfo);
    const harness = await (await show(new MemoryAdapter({ store }))).becomes('incomplete');
    await new Colleague(store).saves(completeContactInfo);
    await harness.becomes('complete');
    await eventually(() => parts(harness.gate).length === 1, 'it is stamped');
    expect([upgrades, run()]).to.deep.equal([1, 1]);
  });

  it('is stamped where the account cannot be checked and the host allows it', async () => {
    const harness = await (await show(scenarioAdapter('offline'), 'allow')).becomes('unavailable');
    await eventually(() => parts(harness.gate).length === 1, 'it is stamped');
  });

  it('stays, unseen and out of reach, when the gate closes again, and is not stamped again', async () => {
    const adapter = new MemoryAdapter({ accounts: { [accountId]: { contactInfo: completeContactInfo, users: [] } } });
    const directoryless = altered(adapter, { users: undefined });
    const harness = await (await show(directoryless)).becomes('complete');
    const { gate } = harness;
    await eventually(() => parts(gate).length === 1, 'it is stamped');
    const [part] = parts(gate);
    gate.accountId = 'another';
    await harness.becomes('incomplete');
    await eventually(() => harness.isHeld, 'it is held');
    expect(parts(gate)[0]).to.equal(part);
    expect(part.checkVisibility({ visibilityProperty: true } as CheckVisibilityOptions)).to.equal(false);
    expect(harness.isPortalUsable).to.equal(false);
    gate.accountId = accountId;
    await harness.becomes('complete');
    await settle();
    expect([parts(gate).length, upgrades, run()]).to.deep.equal([1, 1, 1]);
    expect(part.checkVisibility({ visibilityProperty: true } as CheckVisibilityOptions)).to.equal(true);
  });

  it('is not stamped twice by an outage in between', async () => {
    let isDown = true;
    const working = new MemoryAdapter({ store: storeWith(completeContactInfo) });
    const adapter = altered(working, {
      loadContactInfo: (request) => (isDown ? Promise.reject(new PersistenceError('unavailable', 'Down.')) : working.loadContactInfo(request)),
    });
    const harness = await (await show(adapter, 'allow')).becomes('unavailable');
    await eventually(() => parts(harness.gate).length === 1, 'it is stamped');
    isDown = false;
    window.dispatchEvent(new Event('online'));
    await harness.becomes('complete');
    await settle();
    expect([parts(harness.gate).length, upgrades, run()]).to.deep.equal([1, 1, 1]);
  });

  it('leaves templates alone that are not its own: those in the portal, and in its named slots', async () => {
    const harness = await (await GateHarness.show({ adapter: scenarioAdapter('complete') })).becomes('complete');
    harness.gate.querySelector('main')!.insertAdjacentHTML('beforeend', '<template><p class="late">Row</p></template>');
    harness.gate.insertAdjacentHTML('beforeend', '<template slot="notice"><p class="late">Notice</p></template>');
    await harness.gate.recheck();
    await settle();
    expect(parts(harness.gate)).to.have.length(0);
  });
});
