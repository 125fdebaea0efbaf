import { expect } from 'chai';
import { byRole } from '../../support/deep-query.js';
import { scenarioAdapter } from '../../support/accounts.js';
import { eventually } from '../../support/eventually.js';
import { GateHarness } from './gate.harness.js';

const show = async () => (await GateHarness.show({ adapter: scenarioAdapter('partial'), exitHref: '#left', supportHref: '#support' })).filled();

/** Waits for what a browser does in its own time. */
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

describe('onboarding-gate: ways out', () => {
  afterEach(() => history.replaceState(null, '', '#'));

  it('has none that was not given', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial') })).filled();
    expect(gate.text).not.to.match(/Leave for now|Contact support|Help guide/);
  });

  it('asks the host before it leaves, and goes where exit-href says', async () => {
    const gate = await show();
    byRole(gate.root, 'link', 'Leave for now').click();
    await eventually(() => location.hash === '#left', 'it has left');
    const [exit] = gate.recorder.of('onboarding-exit');
    expect([exit.cancelable, exit.bubbles, exit.composed]).to.deep.equal([true, true, true]);
  });

  it('does not leave when the host cancels, or what it waits for fails', async () => {
    const gate = await show();
    let asked = 0;
    gate.gate.addEventListener('onboarding-exit', (event) => {
      asked += 1;
      if (asked === 1) event.preventDefault();
      else event.detail.waitUntil(Promise.reject(new Error('not now')));
    });
    for (let times = 0; times < 2; times += 1) byRole(gate.root, 'link', 'Leave for now').click();
    await nextFrame();
    expect([asked, location.hash]).to.deep.equal([2, '']);
  });

  it('waits for what the host does first', async () => {
    const gate = await show();
    let finish: () => void = () => undefined;
    gate.gate.addEventListener('onboarding-exit', (event) => event.detail.waitUntil(new Promise<void>((resolve) => (finish = resolve))));
    byRole(gate.root, 'link', 'Leave for now').click();
    await nextFrame();
    expect(location.hash).to.equal('');
    finish();
    await eventually(() => location.hash === '#left', 'it has left');
  });

  it('tells that support was asked for', async () => {
    const gate = await show();
    const link = byRole<HTMLAnchorElement>(gate.root, 'link', /Contact support/);
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect(gate.recorder.of('onboarding-support').map(({ detail }) => detail as unknown)).to.deep.equal([{}]);
  });

  it('follows no script', async () => {
    const gate = await (await GateHarness.show({ adapter: scenarioAdapter('partial'), exitHref: 'javascript:alert(1)', supportHref: 'data:text/html,x' })).filled();
    expect(gate.text).not.to.match(/Leave for now|Contact support/);
  });
});

describe('onboarding-gate: embedding mistakes', () => {
  it('says that the account is missing, once the host had time to name it', async () => {
    const gate = await GateHarness.show({ adapter: scenarioAdapter('complete'), account: '' });
    expect(gate.text).to.equal('');
    await eventually(() => gate.text.includes('does not say which account'), 'it says so');
    expect([gate.isHeld, gate.isPortalUsable]).to.deep.equal([true, false]);
    gate.gate.accountId = 'mesa';
    expect((await gate.becomes('complete')).isPortalUsable).to.equal(true);
    expect(gate.isHeld).to.equal(false);
  });

  it('says that the environment is unknown', async () => {
    const gate = await GateHarness.show({ adapter: scenarioAdapter('complete'), environment: 'staging' });
    expect(gate.text).to.contain('names an environment that does not exist');
  });

  it('says that there is no adapter, once the host had time to set one', async () => {
    const gate = await GateHarness.show();
    expect(gate.text).to.equal('');
    await eventually(() => gate.text.includes('not connected to a place'), 'it says so');
    expect(gate.isHeld).to.equal(true);
    gate.gate.adapter = scenarioAdapter('complete');
    expect((await gate.becomes('complete')).isPortalUsable).to.equal(true);
  });
});
