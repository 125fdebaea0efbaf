import { expect } from 'chai';
import { Colleague } from '../../support/accounts.js';
import { byRole, hasRole } from '../../support/deep-query.js';
import { before, key, Line, typed } from './bad-line.fixture.js';
import { emergency, nonEmergency } from './form.fixture.js';

/** What browsers do when the network goes and comes. */
function goes(state: 'offline' | 'online'): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => state === 'online' });
  window.dispatchEvent(new Event(state));
}

describe('contact-info-form, without a connection', () => {
  // @ts-expect-error -- the prototype's is left
  afterEach(() => delete navigator.onLine);

  const saveOffline = async () => {
    const line = await new Line().show();
    goes('offline');
    line.adapter.begin('offline');
    await line.type();
    await line.press('Save');
    return line;
  };
  const comesBack = async (line: Line) => {
    line.adapter.heal();
    goes('online');
    await line.settled();
  };

  it('keeps working, says what will be, and saves once it is back', async () => {
    const line = await saveOffline();
    expect(line.says).to.contain('You are offline. Nothing you typed is lost: it is saved once you are connected').and.not.contain('Saved.');
    expect(line.form.form.value[key]).to.deep.equal(typed);
    expect(await line.stored()).to.deep.equal(before);
    await comesBack(line);
    await line.expectSaved(typed);
  });

  it('saves what was typed after that, too', async () => {
    const line = await saveOffline();
    await line.type('later@example.com');
    await comesBack(line);
    await line.expectSaved([...typed, { email: 'later@example.com' }]);
  });

  it('brings it together with what others saved meanwhile', async () => {
    const line = await saveOffline();
    const colleague = new Colleague(line.store);
    const stored = (await colleague.load())!.contactInfo;
    await colleague.saves({ ...stored, technicalEmergencyContacts: [{ email: 'colleague@example.com' }] });
    await comesBack(line);
    await line.expectSaved(typed, 2);
    expect((await colleague.load())!.contactInfo.technicalEmergencyContacts).to.deep.equal([{ email: 'colleague@example.com' }]);
  });

  it('asks which holds where others changed the same field, and overwrites nothing', async () => {
    const line = await saveOffline();
    const colleague = new Colleague(line.store);
    await colleague.saves({ ...(await colleague.load())!.contactInfo, [key]: [{ email: 'colleague@example.com' }] });
    await comesBack(line);
    expect(await line.stored()).to.deep.equal([{ email: 'colleague@example.com' }]);
    expect(line.form.form.value[key]).to.deep.equal(typed);
    expect(line.recorder.of('contact-info-conflict').map(({ detail }) => detail)).to.deep.equal([{ keys: [key] }]);
  });

  it('takes nothing out of the hands of whoever is typing, nor their focus', async () => {
    const line = await saveOffline();
    const box = line.form.box(emergency);
    box.focus();
    box.value = 'half-typed';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await comesBack(line);
    expect(await line.stored()).to.deep.equal(before);
    expect(box.value).to.equal('half-typed');
    expect(box.matches(':focus')).to.equal(true);
    expect(line.says, 'what it says is true').to.contain('There are unsaved changes.').and.not.contain('once you are connected');
  });

  it('waits until it is asked with what became wrong meanwhile', async () => {
    const line = await saveOffline();
    byRole(line.form.root, 'button', `Remove typed@example.com`).click();
    byRole(line.form.root, 'button', `Remove ${before[0].email}`).click();
    await line.settled();
    await comesBack(line);
    expect(await line.stored()).to.deep.equal(before);
    expect(line.form.summary, 'nothing is reproached').to.deep.equal([]);
    expect(line.says).to.contain('There are unsaved changes.').and.not.contain('once you are connected');
    await line.press('Save');
    expect(line.form.summary.join()).to.contain(nonEmergency);
  });

  it('saves nothing by itself that was refused, or was never asked for', async () => {
    const line = await new Line().show();
    await line.type();
    await comesBack(line);
    expect(await line.stored()).to.deep.equal(before);
    line.adapter.next('save', 'forbidden');
    await line.press('Save');
    await comesBack(line);
    expect(await line.stored()).to.deep.equal(before);
    expect(hasRole(line.form.root, 'alert')).to.equal(true);
  });

  it('saves nothing once the element is gone', async () => {
    const line = await saveOffline();
    line.form.form.remove();
    await comesBack(line);
    expect(await line.stored()).to.deep.equal(before);
  });
});
