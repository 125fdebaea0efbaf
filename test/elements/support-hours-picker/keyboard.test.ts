import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/support-hours-picker.js';
import { weekdays, type SupportHours } from '../../../src/domain/support-hours.js';
import { hoursParts } from '../../../src/elements/support-hours-picker/hours-parts.js';
import { descriptionOf, descendants, deepActiveElement, nameOf } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { pressChord } from '../../support/keys.js';
import { SupportHoursPickerHarness } from '../../support/support-hours-picker.harness.js';
import { clock, hours, office, schedule } from './fixtures.js';

before(() => Promise.all([hoursParts.tools(), hoursParts.repairs(), hoursParts.summary(), hoursParts.timetable()]));

async function show(value: SupportHours | null, { readonly = false } = {}): Promise<SupportHoursPickerHarness> {
  const wrapper = await fixture(html`<div lang="en-GB"><button>before</button><support-hours-picker ?readonly=${readonly} .clock=${clock} .value=${value!}
    .channels=${[{ key: 'phone', label: 'Phone line' }]}></support-hours-picker></div>`);
  const picker = new SupportHoursPickerHarness(wrapper.querySelector('support-hours-picker')!);
  await picker.settle();
  wrapper.querySelector('button')!.focus();
  return picker;
}

/** Presses keys as a person does who sees what has the focus. */
class Hands {
  readonly #picker: SupportHoursPickerHarness;

  constructor(picker: SupportHoursPickerHarness) {
    this.#picker = picker;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await (key.includes('+') ? pressChord(key) : sendKeys({ press: key }));
    await this.#picker.settle();
  }

  async type(text: string): Promise<void> {
    await sendKeys({ type: text });
    await this.#picker.settle();
  }

  /** Tab, until what has the focus is called that. */
  async tabTo(name: string, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let steps = 0; steps < 60; steps++) {
      await this.press(key);
      const found = nameOf(deepActiveElement()!);
      if (found === name) return;
      passed.push(found);
    }
    throw new Error(`Tab never came to “${name}”: ${passed.join(' | ')}`);
  }
}

describe('support-hours-picker: by keyboard alone', () => {
  it('adds a schedule, names it, gives it hours, copies them, undoes, redoes, removes it and takes that back', async () => {
    const picker = await show(null);
    const hands = new Hands(picker);
    await hands.tabTo('Add schedule');
    await hands.press('Enter');
    await hands.type('Phone');
    await hands.tabTo('Hours on Monday');
    await hands.type('8-12, 13-16:30');
    await hands.press('Enter');
    const monday = [{ open: '08:00', close: '12:00' }, { open: '13:00', close: '16:30' }];
    expect(picker.value.schedules[0]).to.have.property('label', 'Phone');
    expect(picker.value.schedules[0].weekly.mo).to.deep.equal(monday);

    await hands.tabTo('Copy Monday to other days');
    await hands.press('Enter');
    expect(nameOf(deepActiveElement()!)).to.equal('Weekdays');
    await hands.press('Enter');
    const week = () => weekdays.map((day) => picker.value.schedules[0].weekly[day].length);
    expect(week()).to.deep.equal([2, 2, 2, 2, 2, 0, 0]);
    expect(nameOf(deepActiveElement()!)).to.equal('Copy Monday to other days');

    await hands.press('Control+z');
    expect(week()).to.deep.equal([2, 0, 0, 0, 0, 0, 0]);
    await hands.press('Control+Shift+z');
    expect(week()).to.deep.equal([2, 2, 2, 2, 2, 0, 0]);

    await hands.tabTo('Remove Phone', 'Shift+Tab');
    await hands.press('Enter');
    expect(picker.value.schedules).to.have.length(0);
    expect(nameOf(deepActiveElement()!)).to.equal('Undo');
    await hands.press('Enter');
    expect(week()).to.deep.equal([2, 2, 2, 2, 2, 0, 0]);
    expect(picker.focused).not.to.equal(null);
  });

  it('moves and duplicates schedules from the menu', async () => {
    const picker = await show(hours(schedule({ label: 'Phone' }), schedule({ id: 'b', label: 'Chat' })));
    const hands = new Hands(picker);
    await hands.tabTo('More for Chat');
    await hands.press('ArrowDown');
    expect(nameOf(deepActiveElement()!)).to.equal('Duplicate');
    await hands.press('ArrowDown');
    await hands.press('Enter');
    await eventually(() => picker.value.schedules[0].label === 'Chat', 'it is moved');
    expect(nameOf(deepActiveElement()!)).to.equal('More for Chat');
    await hands.press('ArrowDown');
    await hands.press('Enter');
    expect(picker.value.schedules.map(({ label }) => label)).to.deep.equal(['Chat', 'Chat (copy)', 'Phone']);
    expect(picker.focused).to.have.property('value', 'Chat (copy)');
  });

  it('mends an overlap', async () => {
    const picker = await show(hours(schedule({ weekly: { ...schedule().weekly, mo: [office, { open: '16:00', close: '18:00' }] } })));
    const hands = new Hands(picker);
    await hands.tabTo('Merge into 09:00–18:00');
    await hands.press('Enter');
    expect(picker.value.schedules[0].weekly.mo).to.deep.equal([{ open: '09:00', close: '18:00' }]);
    expect(nameOf(deepActiveElement()!)).to.equal('Hours on Monday');
  });
});

const implicitRoles: Record<string, string> = {
  button: 'button', 'input[type="text"]': 'textbox', 'input[type="checkbox"]': 'checkbox', ul: 'list', li: 'listitem', table: 'table', 'th[scope="row"]': 'rowheader', 'th[scope="col"]': 'columnheader',
  caption: 'caption', fieldset: 'group',
};

/** What a screen reader comes across, in order, with names and what else is said. */
function tree(root: ParentNode): string[] {
  return [...descendants(root)].flatMap((element) => {
    const isHidden = element.closest('[aria-hidden="true"], [hidden]') !== null || !element.checkVisibility();
    const role = element.getAttribute('role') ?? Object.entries(implicitRoles).find(([selector]) => element.matches(selector))?.[1];
    if (isHidden || !role || role === 'presentation' || role === 'none') return [];
    const name = role === 'list' || role === 'listitem' ? '' : element.localName === 'fieldset' ? element.querySelector('legend')?.textContent?.trim() ?? '' : nameOf(element);
    const states = ['pressed', 'expanded', 'invalid', 'disabled', 'haspopup'].flatMap((state) => {
      const value = element.getAttribute(`aria-${state}`);
      return value === null || value === 'false' ? [] : [value === 'true' ? state : `${state}=${value}`];
    });
    return [[role, name && JSON.stringify(name), ...states].filter(Boolean).join(' ')];
  });
}

describe('support-hours-picker: as a screen reader has it', () => {
  it('is a group of named schedules with named days', async () => {
    const picker = await show(hours(schedule({ label: 'Office' })));
    const found = tree(picker.root);
    const day = (name: string, closed: boolean) => [
      `group ${JSON.stringify(name)}`, `textbox "Hours on ${name}"`, `button "Closed"${closed ? ' pressed' : ''}`, 'button "24 h"', `button "Copy ${name} to other days"`,
    ];
    expect(found.slice(0, 3)).to.deep.equal(['group "Support hours"', 'group "Office"', 'textbox "Name"']);
    expect(found.find((line) => line.startsWith('combobox'))).to.match(/^combobox "Time zone"/);
    expect(found).to.include.members(['button "More for Office" haspopup=menu', 'button "Remove Office"', 'group "Channels"', 'checkbox "Phone line"', 'group "Fill in the week"', 'group "Exceptions"']);
    const from = found.indexOf('group "Monday"');
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].flatMap((name, index) => day(name, index > 4));
    expect(found.slice(from, from + days.length)).to.deep.equal(days);
    expect(found.slice(-6)).to.deep.equal(['button "Add schedule"', 'button "Paste hours"', 'button "Undo" disabled', 'button "Redo" disabled', 'button "Week view"', 'status']);
  });

  it('says a problem with its box, and what can be done in a group after it', async () => {
    const picker = await show(hours(schedule({ weekly: { ...schedule().weekly, mo: [office, { open: '16:00', close: '18:00' }] } })));
    const found = tree(picker.root);
    const at = found.indexOf('textbox "Hours on Monday" invalid');
    expect(at).to.be.greaterThan(0);
    expect(found.slice(at)).to.include.members(['group "Ways to mend it"', 'button "Merge into 09:00–18:00"']);
    expect(descriptionOf(picker.day('Monday').box)).to.match(/^16:00–18:00: This overlaps 09:00–17:00\. For example/);
  });

  it('is a table with a caption and headers where it can only be read', async () => {
    const picker = await show(hours(schedule({ label: 'Office' })), { readonly: true });
    const found = tree(picker.root);
    expect(found.filter((line) => /^(table|caption|columnheader)/.test(line)).map((line) => line.split(' ')[0])).to.deep.equal(['table', 'caption', 'columnheader', 'columnheader']);
    expect(found.filter((line) => line.startsWith('rowheader'))).to.have.length(7);
    expect(found.filter((line) => line.startsWith('button') || line.startsWith('textbox'))).to.deep.equal(['button "Week view"']);
  });
});
