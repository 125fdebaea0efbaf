import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { Colleague } from '../../support/accounts.js';
import { byRole, deepActiveElement, descriptionOf, hasRole, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { pressChord } from '../../support/keys.js';
import { addresses, ann, bo, cy, showContacts } from './contacts.fixture.js';

const focused = () => nameOf(deepActiveElement()!);

describe('contacts field: how many', () => {
  it('says how many are asked for, beside the box and to whoever is in it', async () => {
    const form = await showContacts({});
    const describedBy = (label: string) => form.box(label).getAttribute('aria-describedby')!.split(' ').map((id) => form.root.getElementById(id)?.textContent ?? '').join(' ');
    expect(describedBy('Team (optional)')).to.contain('2 to 3 addresses.');
    expect(describedBy('Public')).to.contain('Exactly one address.');
    expect(form.text).to.contain('2 to 3 addresses.').and.to.contain('Exactly one address.').and.not.to.contain('No more can be added.');
  });

  it('says when there is no more room, keeps what is typed then, and takes it once there is', async () => {
    const form = await showContacts();
    expect(form.text).to.contain('2 to 3 addresses. No more can be added.');
    await form.enter('Team (optional)', 'dee@x.example');
    expect(form.box('Team (optional)').value).to.equal('dee@x.example');
    expect(form.text).to.contain('There is room for 3 addresses only.');
    expect(await form.form.submitForLater()).to.equal(false);
    await form.press('Remove bo@x.example');
    expect(form.text).not.to.contain('There is room for');
    form.box('Team (optional)').focus();
    await sendKeys({ press: 'Enter' });
    await form.settled();
    expect(addresses(form)).to.deep.equal(['ann', 'cy', 'dee']);
  });

  it('keeps every piece of a paste that is beyond the room', async () => {
    const form = await showContacts({ team: [ann] });
    await form.paste('Team (optional)', 'bo@x.example, Cy Low <cy@x.example>, "Dee, D." <dee@x.example>, ed@x.example');
    expect(addresses(form)).to.deep.equal(['ann', 'bo', 'cy']);
    const group = byRole(form.root, 'group', '2 pieces were not accepted as addresses.');
    expect(group.textContent).to.contain('"Dee, D." <dee@x.example>').and.to.contain('ed@x.example').and.to.contain('There is room for 3 addresses only.');
    await form.press('Remove ann@x.example');
    await form.press('Edit "Dee, D." <dee@x.example>');
    await form.settled();
    await sendKeys({ press: 'Enter' });
    await form.settled();
    expect(form.form.value.team).to.deep.equal([bo, { email: 'cy@x.example', name: 'Cy Low' }, { email: 'dee@x.example', name: 'Dee, D.' }]);
  });
});

describe('contacts field: writing an address anew', () => {
  for (const key of ['Enter', 'F2']) {
    it(`begins with ${key}, is committed with Enter, and keeps what is not about the address`, async () => {
      const form = await showContacts();
      byRole(form.root, 'button', 'Change Ann ann@x.example').focus();
      await sendKeys({ press: key });
      await form.settled();
      expect(focused()).to.equal('Address instead of ann@x.example');
      await sendKeys({ type: 'anna@x.example' });
      await sendKeys({ press: 'Enter' });
      await form.settled();
      const { name, phone, language, notes, crm } = ann;
      expect((form.form.value.team as unknown[])[0]).to.deep.equal({ email: 'anna@x.example', name, phone, language, notes, crm });
      expect(form.announced).to.equal('Changed ann@x.example to anna@x.example.');
      expect(focused()).to.equal('Change Ann anna@x.example');
    });
  }

  it('begins with a double click beside the address, and from the menu', async () => {
    const form = await showContacts();
    byRole(form.root, 'button', 'Change bo@x.example').closest('li')!.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
    await form.settled();
    expect(focused()).to.equal('Address instead of bo@x.example');
    await sendKeys({ press: 'Escape' });
    await form.settled();
    await form.act('cy@x.example', 'Change address');
    expect(focused()).to.equal('Address instead of cy@x.example');
  });

  it('is committed by going elsewhere', async () => {
    const form = await showContacts();
    await form.press('Change bo@x.example');
    await form.settled();
    await sendKeys({ type: 'bob@x.example' });
    form.box('Others (optional)').focus();
    await form.settled();
    expect(addresses(form)).to.deep.equal(['ann', 'bob', 'cy']);
    expect(deepActiveElement()).to.equal(form.box('Others (optional)'));
  });

  it('is taken back with Escape, or the button beside it, and changes nothing then', async () => {
    const form = await showContacts();
    let escaped = false;
    form.form.addEventListener('keydown', (event) => (escaped ||= event.key === 'Escape'));
    await form.press('Change bo@x.example');
    await form.settled();
    await sendKeys({ type: 'nonsense' });
    await sendKeys({ press: 'Escape' });
    await form.settled();
    expect(escaped, 'Escape was about the box only').to.equal(false);
    expect(focused()).to.equal('Change bo@x.example');
    await form.press('Change bo@x.example');
    await form.settled();
    await sendKeys({ type: 'more nonsense' });
    await form.press('Keep bo@x.example as it was');
    await form.settled();
    expect(addresses(form)).to.deep.equal(['ann', 'bo', 'cy']);
    expect(form.form.isDirty).to.equal(false);
  });

  it('that is refused stays in the box, with the reason, and holds a save', async () => {
    const form = await showContacts();
    await form.press('Change bo@x.example');
    await form.settled();
    await sendKeys({ type: 'CY@x.example' });
    await sendKeys({ press: 'Enter' });
    await form.settled();
    const box = byRole<HTMLInputElement>(form.root, 'textbox', 'Address instead of bo@x.example');
    expect(box.value).to.equal('CY@x.example');
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    expect(form.root.getElementById(box.getAttribute('aria-describedby')!)!.textContent).to.equal('This address is in the list already.');
    expect(form.announced).to.equal('This address is in the list already.');
    expect(form.form.evaluation.fields.team).to.equal('invalid');
    expect(await form.form.submitForLater()).to.equal(false);
    await form.settled();
    expect(form.summary.join()).to.contain('This address is in the list already.');
    await form.press('Change cy@x.example');
    await form.settled();
    expect(deepActiveElement(), 'the refused one is seen to first').to.equal(box);
  });

  it('goes on while a colleague changes what stands before it', async () => {
    const form = await showContacts({ team: [ann, bo], others: [cy] });
    await form.press('Change bo@x.example');
    await form.settled();
    await sendKeys({ type: 'bob@x' });
    await new Colleague(form.store).saves({ team: [bo, cy], others: [cy] });
    await eventually(() => !form.removable.includes(ann.email), 'the change has come');
    await sendKeys({ type: '.example' });
    const box = byRole<HTMLInputElement>(form.root, 'textbox', 'Address instead of bo@x.example');
    expect([box.value, box.getAttribute('aria-invalid')]).to.deep.equal(['bob@x.example', 'false']);
    expect(form.announced).not.to.contain('ending');
    await sendKeys({ press: 'Enter' });
    await form.settled();
    expect(addresses(form)).to.deep.equal(['bob', 'cy']);
  });

  it('stays with its entry while others are removed', async () => {
    const form = await showContacts();
    await form.press('Change cy@x.example');
    await form.settled();
    await sendKeys({ type: 'nobody' });
    await sendKeys({ press: 'Enter' });
    await form.press('Remove ann@x.example');
    await form.settled();
    expect(byRole<HTMLInputElement>(form.root, 'textbox', 'Address instead of cy@x.example').value).to.equal('nobody');
    form.form.value = { ...form.form.value, team: [bo] };
    await form.settled();
    expect(byRole(form.root, 'group', '1 piece was not accepted as an address.').textContent).to.contain('nobody');
  });
});

describe('contacts field: order', () => {
  it('moves with Alt and an arrow, says where to, and keeps the focus on the entry', async () => {
    const form = await showContacts();
    byRole(form.root, 'button', 'Change cy@x.example').focus();
    await pressChord('Alt+ArrowUp');
    await form.settled();
    expect(addresses(form)).to.deep.equal(['ann', 'cy', 'bo']);
    expect(form.announced).to.equal('Moved cy@x.example to 2 of 3.');
    expect(focused()).to.equal('Change cy@x.example');
    byRole(form.root, 'button', 'Actions for cy@x.example').focus();
    await pressChord('Alt+ArrowUp');
    await form.settled();
    expect(focused()).to.equal('Actions for cy@x.example');
    expect(hasRole(form.root, 'menu'), 'and opens no menu').to.equal(false);
    await pressChord('Alt+ArrowUp');
    await form.settled();
    expect(addresses(form), 'the first one stays').to.deep.equal(['cy', 'ann', 'bo']);
    expect(form.form.value.team).to.deep.equal([cy, ann, bo]);
  });

  it('moves from the menu, which says why it cannot', async () => {
    const form = await showContacts();
    await form.act('ann@x.example', 'Move down');
    expect(addresses(form)).to.deep.equal(['bo', 'ann', 'cy']);
    expect(focused()).to.equal('Actions for ann@x.example');
    await form.press('Actions for cy@x.example');
    const down = byRole(form.root, 'menuitem', 'Move down');
    expect(down.getAttribute('aria-disabled')).to.equal('true');
    expect(descriptionOf(down)).to.contain('It is the last one.');
  });
});

describe('contacts field: taking back a removal', () => {
  it('offers it until the next change, and brings everything back', async () => {
    const form = await showContacts();
    await form.press('Remove ann@x.example');
    await form.settled();
    expect(form.text).to.contain('Removed ann@x.example. Undo');
    await form.press('Undo removing ann@x.example');
    await form.settled();
    expect(form.form.value.team).to.deep.equal([ann, bo, cy]);
    expect(form.form.isDirty).to.equal(false);
    expect(focused()).to.equal('Remove ann@x.example');
    await form.press('Remove bo@x.example');
    await form.act('ann@x.example', 'Move down');
    expect(hasRole(form.root, 'button', /^Undo/)).to.equal(false);
  });
});

describe('contacts field: same as another', () => {
  it('is offered where there is something to copy and room for it', async () => {
    expect((await showContacts({})).buttons(/^Same as/)).to.deep.equal([]);
    const form = await showContacts();
    expect(form.buttons(/^Same as/)).to.deep.equal(['Same as another field, for Public', 'Same as another field, for Others']);
  });

  it('copies those that are not there, with their details, and is undone by removing', async () => {
    const form = await showContacts({ team: [ann, bo], others: [bo] });
    await form.press('Same as another field, for Others');
    byRole(form.root, 'menuitem', 'Team').click();
    await form.settled();
    expect(form.form.value.others).to.deep.equal([bo, ann]);
    expect(form.announced).to.equal('Copied 1 contact from Team.');
    await form.press('Same as another field, for Others');
    expect(byRole(form.root, 'menuitem', 'Team').getAttribute('aria-disabled')).to.equal('true');
  });

  it('copies no more than there is room for, and says so', async () => {
    const form = await showContacts();
    const button = byRole(form.root, 'button', 'Same as another field, for Public');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await form.settled();
    await sendKeys({ press: 'Enter' });
    await form.settled();
    expect(form.form.value.public).to.deep.equal([ann]);
    expect(form.announced).to.equal('Copied 1 contact from Team. There was no room for 2 more.');
    expect(deepActiveElement()).to.equal(form.box('Public'));
  });
});

describe('contacts field: what it loads', () => {
  // Nothing else in this file opens the details.
  it('is no more than what is shown', async () => {
    const details = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/contact-details'));
    const form = await showContacts();
    expect(details()).to.deep.equal([]);
    await form.details(ann.email);
    expect(details()).to.have.length(1);
  });
});
