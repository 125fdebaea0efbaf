import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { Colleague } from '../../support/accounts.js';
import type { ContactInfoFormHarness } from '../../support/contact-info-form.harness.js';
import { byRole, deepActiveElement, hasRole, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { addresses, ann, bo, cy, showContacts } from './contacts.fixture.js';

const entry = (form: ContactInfoFormHarness, address: string) => byRole(form.root, 'button', `Remove ${address}`).closest('li')!;

/** What an entry is dragged by: it stands before the address. */
const handle = (form: ContactInfoFormHarness, address: string) => entry(form, address).querySelector('button')!.previousElementSibling!;

type Spot = [x: number, y: number];
const middleOf = (element: Element): Spot => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};
/** Near the side of an entry where lines begin, or end. */
const sideOf = (element: Element, side: 'left' | 'right'): Spot => {
  const { left, right, top, height } = element.getBoundingClientRect();
  return [Math.round(side === 'left' ? left + 6 : right - 6), Math.round(top + height / 2)];
};

async function drag(from: Spot, to: Spot): Promise<void> {
  await sendMouse({ type: 'move', position: from });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [from[0] + 8, from[1]] });
  await sendMouse({ type: 'move', position: to });
}

const marked = (form: ContactInfoFormHarness) => [...form.root.querySelectorAll('[data-drop]')].map((item) => [item.getAttribute('data-drop'), item === entry(form, 'bo@x.example')]);

describe('contacts field: moving with a pointer', () => {
  const short = { team: [{ email: ann.email }, bo, cy] };

  for (const direction of ['ltr', 'rtl'] as const) {
    it(`drops where it shows, in ${direction}`, async () => {
      const form = await showContacts(short);
      document.documentElement.dir = direction;
      try {
        await drag(middleOf(handle(form, cy.email)), sideOf(entry(form, bo.email), direction === 'ltr' ? 'left' : 'right'));
        expect(marked(form)).to.deep.equal([['before', true]]);
        await sendMouse({ type: 'up' });
        await form.settled();
      } finally {
        document.documentElement.dir = '';
      }
      expect(addresses(form)).to.deep.equal(['ann', 'cy', 'bo']);
      expect(form.announced).to.equal('Moved cy@x.example to 2 of 3.');
      expect(nameOf(deepActiveElement()!)).to.equal('Change cy@x.example');
      expect(marked(form)).to.deep.equal([]);
    });
  }

  it('drops above or below an entry that takes a line of its own', async () => {
    const long = (name: string) => ({ email: `${name}@${'y'.repeat(60)}.${'z'.repeat(60)}.example` });
    const form = await showContacts({ team: ['one', 'two', 'three'].map(long) });
    const { left, bottom } = entry(form, long('two').email).getBoundingClientRect();
    await drag(middleOf(handle(form, long('one').email)), [Math.round(left + 40), Math.round(bottom - 4)]);
    expect([...form.root.querySelectorAll('[data-drop]')].map((item) => item.getAttribute('data-drop'))).to.deep.equal(['below']);
    await sendMouse({ type: 'up' });
    await form.settled();
    expect(addresses(form)).to.deep.equal(['two', 'one', 'three']);
  });

  it('moves what was taken, though a colleague removed another one on the way', async () => {
    const form = await showContacts(short);
    const place = sideOf(entry(form, ann.email), 'left');
    await drag(middleOf(handle(form, cy.email)), place);
    await new Colleague(form.store).saves({ team: [{ email: ann.email }, cy, { email: 'dee@x.example' }] });
    await eventually(() => !form.removable.includes(bo.email), 'the change has come');
    await sendMouse({ type: 'up' });
    await form.settled();
    expect(addresses(form)).to.deep.equal(['cy', 'ann', 'dee']);
  });

  it('is cancelled with Escape, which is about nothing else', async () => {
    const form = await showContacts(short);
    let escaped = false;
    form.form.addEventListener('keydown', (event) => (escaped ||= event.key === 'Escape'));
    form.box('Others (optional)').focus();
    await drag(middleOf(handle(form, ann.email)), sideOf(entry(form, cy.email), 'right'));
    await sendKeys({ press: 'Escape' });
    expect([...form.root.querySelectorAll('[data-drop], [data-dragged]')]).to.deep.equal([]);
    await sendMouse({ type: 'up' });
    await form.settled();
    expect(addresses(form)).to.deep.equal(['ann', 'bo', 'cy']);
    expect(form.announced).to.equal('Nothing was moved.');
    expect(escaped).to.equal(false);
    expect(form.form.isDirty).to.equal(false);
  });

  it('goes with a finger too, and not with a second one', async () => {
    const form = await showContacts(short);
    const grip = handle(form, ann.email);
    expect(getComputedStyle(grip).touchAction).to.equal('none');
    const touch = (type: string, target: EventTarget, [clientX, clientY]: Spot, pointerId = 7) =>
      target.dispatchEvent(new PointerEvent(type, { pointerId, pointerType: 'touch', isPrimary: pointerId === 7, clientX, clientY, button: 0, bubbles: true, composed: true, cancelable: true }));
    touch('pointerdown', grip, middleOf(grip));
    touch('pointermove', grip, sideOf(entry(form, bo.email), 'right'), 8);
    expect(marked(form)).to.deep.equal([]);
    touch('pointermove', grip, sideOf(entry(form, bo.email), 'right'));
    expect(marked(form)).to.deep.equal([['after', true]]);
    touch('pointerup', grip, [0, 0], 8);
    touch('pointerup', grip, [0, 0]);
    await form.settled();
    expect(addresses(form)).to.deep.equal(['bo', 'ann', 'cy']);
    touch('pointerdown', handle(form, bo.email), middleOf(handle(form, bo.email)));
    touch('pointermove', grip, sideOf(entry(form, cy.email), 'right'));
    touch('pointercancel', grip, [0, 0]);
    await form.settled();
    expect(addresses(form), 'the browser took the touch for something else').to.deep.equal(['bo', 'ann', 'cy']);
  });

  it('is not offered where there is nothing to change places with', async () => {
    const form = await showContacts({ team: [ann] });
    expect(handle(form, ann.email).checkVisibility()).to.equal(false);
    await form.press('Actions for ann@x.example');
    expect(hasRole(form.root, 'menuitem', /^Move/)).to.equal(false);
  });
});

describe('contacts field: what is dropped', () => {
  const label = 'Others (optional)';
  const file = (name: string, text: string | Uint8Array<ArrayBuffer>, type = 'text/plain') => new File([text], name, { type });

  it('shows where it would go, as long as it may', async () => {
    const form = await showContacts();
    const fill = (data: DataTransfer) => data.setData('text/plain', 'x');
    await form.drop(label, fill, ['dragenter', 'dragover']);
    expect(form.text).to.contain('Drop the addresses here');
    await form.drop(label, fill, ['dragleave']);
    expect(form.text).not.to.contain('Drop the addresses here');
    await form.drop(label, (data) => data.setData('application/x-other', 'x'), ['dragenter', 'dragover']);
    expect(form.text).not.to.contain('Drop the addresses here');
  });

  it('is read as a paste is, after what was being typed', async () => {
    const form = await showContacts();
    form.box(label).focus();
    await sendKeys({ type: 'first@x.example' });
    await form.drop(label, (data) => data.setData('text/plain', 'Ann <ann@x.example>, nonsense, bo@x.example, more nonsense'));
    await eventually(() => addresses(form, 'others').length === 3);
    expect(addresses(form, 'others')).to.deep.equal(['first', 'ann', 'bo']);
    expect(form.text).to.contain('2 pieces were not accepted as addresses.');
  });

  it('may be links to people', async () => {
    const form = await showContacts();
    await form.drop(label, (data) => {
      data.setData('text/uri-list', '# people\r\nmailto:ann@x.example?subject=Hi\r\nmailto:bo@x.example');
      data.setData('text/plain', 'Write to Ann and Bo');
    });
    await eventually(() => addresses(form, 'others').length === 2);
    expect(form.form.value.others).to.deep.equal([{ email: 'ann@x.example' }, bo]);
    expect(form.text).not.to.contain('not accepted');
  });

  it('may be files with lists; others are refused in words, and nothing of them is lost silently', async () => {
    const form = await showContacts();
    await form.drop(label, (data) => {
      data.items.add(file('people.csv', 'Ann,ann@x.example\r\n', ''));
      data.items.add(file('more.txt', 'bo@x.example'));
      data.items.add(file('photo.png', new Uint8Array([1, 2, 3]), 'image/png'));
      data.items.add(file('large.txt', new Uint8Array(1_000_001)));
    });
    await eventually(() => addresses(form, 'others').length === 2, 'both lists were read');
    await form.settled();
    expect(form.text).to.contain('Nothing was read of photo.png: only lists in .txt or .csv files are.');
    expect(form.text).to.contain('Nothing was read of large.txt: it is larger than 1 MB.');
    expect(form.announced).to.contain('photo.png').and.to.contain('large.txt');
    await form.enter(label, 'cy@x.example');
    expect(form.text, 'until the next change').not.to.contain('photo.png');
  });

  it('says so where there was nothing in it', async () => {
    const form = await showContacts();
    await form.drop(label, (data) => data.items.add(file('empty.txt', ' \n')));
    await eventually(() => form.text.includes('There is no text in what was dropped'));
  });
});
