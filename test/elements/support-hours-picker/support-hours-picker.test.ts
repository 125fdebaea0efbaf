import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/support-hours-picker.js';
import type { Interval, Schedule, SupportHours } from '../../../src/domain/support-hours.js';
import { SupportHoursPickerHarness } from '../../support/support-hours-picker.harness.js';
import { clock, hours, office, schedule } from './fixtures.js';
import { hoursParts } from '../../../src/elements/support-hours-picker/hours-parts.js';
import { pressChord } from '../../support/keys.js';

before(() => hoursParts.tools());

/* British English: 24 hours, weeks from Monday. */
async function show(value: SupportHours | null = null, lang = 'en-GB'): Promise<SupportHoursPickerHarness> {
  const wrapper = await fixture(html`<div lang=${lang}><support-hours-picker .clock=${clock} .value=${value!}></support-hours-picker></div>`);
  const picker = new SupportHoursPickerHarness(wrapper.querySelector('support-hours-picker')!);
  await picker.settle();
  return picker;
}

function weekly(picker: SupportHoursPickerHarness, index = 0): Schedule['weekly'] {
  return picker.value.schedules[index].weekly;
}

describe('support-hours-picker: beginning', () => {
  it('offers a schedule and ready-made weeks, and says that there are no hours yet', async () => {
    const picker = await show();
    expect(picker.all('button').map((button) => button.textContent!.trim())).to.deep.equal(['Add schedule', 'Weekdays 9:00–17:00', '24/7', 'Paste hours']);
    expect(picker.text).to.contain('No hours yet');
    expect(picker.get('group', 'Support hours')).to.exist;
  });

  it('adds an empty week in the viewer’s zone, and puts the focus in its name', async () => {
    const picker = await show();
    await picker.press('Add schedule');
    expect(picker.value.schedules).to.have.length(1);
    expect(picker.value.schedules[0]).to.deep.include({ label: '', timeZone: 'Europe/Madrid', exceptions: [] });
    expect(Object.values(weekly(picker))).to.deep.equal(Array(7).fill([]));
    expect(picker.focused).to.equal(picker.get('textbox', 'Name'));
    expect(picker.get('combobox', 'Time zone')).to.have.property('value', 'Madrid – Europe/Madrid');
    expect(picker.eventTypes).to.deep.equal(['input', 'change']);
  });

  it('adds a ready-made week', async () => {
    const picker = await show();
    await picker.press('Weekdays 9:00–17:00');
    expect(weekly(picker).fr).to.deep.equal([office]);
    expect(weekly(picker).sa).to.deep.equal([]);
    await picker.press('24/7');
    expect(Object.values(weekly(picker))).to.deep.equal(Array(7).fill([{ open: '00:00', close: '24:00' }]));
    expect(picker.value.schedules).to.have.length(1);
  });

  it('names every day’s group, in the order of the language', async () => {
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const groups = (picker: SupportHoursPickerHarness) =>
      picker.all('group').map((group) => group.querySelector('[id$="-name"]')?.textContent ?? '').filter((name) => days.includes(name));
    expect(groups(await show(hours(schedule())))).to.deep.equal(days);
    expect(groups(await show(hours(schedule()), 'en-US'))).to.deep.equal(['Sunday', ...days.slice(0, 6)]);
  });
});

describe('support-hours-picker: a day', () => {
  const entries: [typed: string, intervals: Interval[], shown: string][] = [
    ['9-17:30', [{ open: '09:00', close: '17:30' }], '09:00–17:30'],
    ['9am–6pm', [{ open: '09:00', close: '18:00' }], '09:00–18:00'],
    ['9-13, 14-18', [{ open: '09:00', close: '13:00' }, { open: '14:00', close: '18:00' }], '09:00–13:00, 14:00–18:00'],
    ['24h', [{ open: '00:00', close: '24:00' }], '24 h'],
    ['Closed', [], 'Closed'],
    ['', [], 'Closed'],
    ['22-2', [{ open: '22:00', close: '02:00' }], '22:00–02:00'],
    ['8-24:00', [{ open: '08:00', close: '24:00' }], '08:00–24:00'],
  ];
  for (const [typed, intervals, shown] of entries) {
    it(`takes “${typed}”`, async () => {
      const picker = await show(hours(schedule({ weekly: { ...schedule().weekly, mo: [{ open: '10:00', close: '11:00' }] } })));
      const monday = picker.day('Monday');
      await monday.type(typed);
      expect(weekly(picker).mo.map(({ open, close }) => ({ open, close }))).to.deep.equal(intervals);
      expect(monday.box.value).to.equal(shown);
      expect(picker.eventTypes).to.deep.equal(['input', 'change']);
      expect(monday.isInvalid).to.equal(false);
    });
  }

  it('commits when the box is left, and not while typing', async () => {
    const picker = await show(hours(schedule()));
    const monday = picker.day('Monday');
    await picker.fill(monday.box, '10-12');
    expect(weekly(picker).mo).to.deep.equal([office]);
    expect(picker.events).to.have.length(0);
    await sendKeys({ press: 'Tab' });
    await picker.settle();
    expect(weekly(picker).mo).to.deep.equal([{ open: '10:00', close: '12:00' }]);
    expect(picker.status).to.contain('Monday: 10:00–12:00');
  });

  it('says that hours go on into the next day', async () => {
    const picker = await show(hours(schedule()));
    const monday = picker.day('Monday');
    await monday.type('18-2');
    expect(monday.description).to.contain('until 02:00 the next day');
  });

  it('keeps a text that it refuses, with the reason, and leaves the value as it was', async () => {
    const picker = await show(hours(schedule()));
    const monday = picker.day('Monday');
    await monday.type('whenever');
    expect(monday.box.value).to.equal('whenever');
    expect(monday.isInvalid).to.equal(true);
    expect(monday.description.length).to.be.greaterThan(10);
    expect(monday.description).not.to.contain('hours.');
    expect(weekly(picker).mo).to.deep.equal([office]);
    expect(picker.events).to.have.length(0);
    expect(picker.element.checkValidity()).to.equal(false);
    await monday.type('9-12');
    expect(picker.element.checkValidity()).to.equal(true);
  });

  it('goes back to its hours on Escape, which then goes no further', async () => {
    const picker = await show(hours(schedule()));
    const monday = picker.day('Monday');
    const seen: string[] = [];
    picker.element.addEventListener('keydown', (event) => seen.push((event as KeyboardEvent).key));
    await monday.type('whenever');
    await picker.fill(monday.box, 'x', 'Escape');
    expect(monday.box.value).to.equal('09:00–17:00');
    expect(monday.isInvalid).to.equal(false);
    expect(seen).not.to.contain('Escape');
  });

  it('has buttons for closed and 24 hours, which lead back to usual hours', async () => {
    const picker = await show(hours(schedule()));
    const monday = picker.day('Monday');
    await monday.press('24 h');
    expect(weekly(picker).mo).to.deep.equal([{ open: '00:00', close: '24:00' }]);
    expect([monday.isPressed('Closed'), monday.isPressed('24 h')]).to.deep.equal([false, true]);
    await monday.press('Closed');
    expect(weekly(picker).mo).to.deep.equal([]);
    expect(monday.isPressed('Closed')).to.equal(true);
    await monday.press('Closed');
    expect(weekly(picker).mo).to.deep.equal([office]);
  });

  it('shows broken rules at the day they are about', async () => {
    const picker = await show(hours(schedule({
      weekly: { ...schedule().weekly, tu: [{ open: '09:00', close: '13:00' }, { open: '12:00', close: '17:00' }], we: [{ open: '09:00', close: '09:00' }] },
    })));
    expect(picker.day('Tuesday').isInvalid).to.equal(true);
    expect(picker.day('Wednesday').isInvalid).to.equal(true);
    expect(picker.day('Wednesday').description).not.to.equal(picker.day('Tuesday').description);
    expect(picker.day('Monday').isInvalid).to.equal(false);
    expect(picker.element.validity.customError).to.equal(true);
    expect(picker.element.matches(':state(invalid)')).to.equal(true);
  });
});

describe('support-hours-picker: copying', () => {
  const monday = [{ open: '07:00', close: '15:00' }];
  const value = hours(schedule({ weekly: { mo: monday, tu: [], we: [], th: [], fr: [], sa: [], su: [] } }));

  it('copies a day to the weekdays', async () => {
    const picker = await show(value);
    await picker.press('Copy Monday to other days');
    expect(picker.focused).to.have.property('textContent').that.contains('Weekdays');
    await picker.press('Weekdays');
    expect(['tu', 'we', 'th', 'fr'].map((day) => weekly(picker)[day as 'tu'])).to.deep.equal(Array(4).fill(monday));
    expect(weekly(picker).sa).to.deep.equal([]);
    expect(picker.focused).to.equal(picker.get('button', 'Copy Monday to other days'));
    expect(picker.status).to.contain('Monday was copied to');
  });

  it('copies a day to all days, and to a single one', async () => {
    const picker = await show(value);
    await picker.press('Copy Monday to other days');
    await picker.press('Sunday', picker.get('group', 'Copy Monday to'));
    expect(weekly(picker)).to.deep.include({ sa: [], su: monday });
    await picker.press('Copy Monday to other days');
    await picker.press('All days');
    expect(Object.values(weekly(picker))).to.deep.equal(Array(7).fill(monday));
  });

  it('closes on Escape, gives the focus back, and goes no further', async () => {
    const picker = await show(value);
    const seen: string[] = [];
    picker.element.addEventListener('keydown', (event) => seen.push((event as KeyboardEvent).key));
    await picker.press('Copy Monday to other days');
    await sendKeys({ press: 'Escape' });
    await picker.settle();
    expect(picker.all('group', 'Copy Monday to')).to.have.length(0);
    expect(picker.focused).to.equal(picker.get('button', 'Copy Monday to other days'));
    expect(seen).not.to.contain('Escape');
  });
});

describe('support-hours-picker: undo', () => {
  it('undoes and redoes every change, by button and by key', async () => {
    const picker = await show(hours(schedule()));
    const monday = picker.day('Monday');
    await monday.type('10-12');
    await monday.press('24 h');
    await picker.press('Undo');
    expect(weekly(picker).mo).to.deep.equal([{ open: '10:00', close: '12:00' }]);
    monday.box.focus();
    await pressChord('Control+z');
    await picker.settle();
    expect(weekly(picker).mo).to.deep.equal([office]);
    await pressChord('Control+Shift+z');
    await picker.press('Redo');
    expect(weekly(picker).mo).to.deep.equal([{ open: '00:00', close: '24:00' }]);
    expect(picker.eventTypes.filter((type) => type === 'change')).to.have.length(6);
  });

  it('leaves undo to a text box while something is being typed there', async () => {
    const picker = await show(hours(schedule()));
    await picker.day('Monday').press('Closed');
    await picker.fill(picker.day('Monday').box, '8');
    await pressChord('Control+z');
    expect(weekly(picker).mo).to.deep.equal([]);
    expect(picker.eventTypes).to.deep.equal(['input', 'change']);
  });

  it('gives a removed schedule back', async () => {
    const picker = await show(hours(schedule({ label: 'Phone' }), schedule({ id: 'b', label: 'Chat' })));
    await picker.press('Remove Phone');
    expect(picker.value.schedules.map(({ label }) => label)).to.deep.equal(['Chat']);
    expect(picker.text).to.contain('Phone was removed.');
    const notice = picker.focused!;
    expect(notice.textContent).to.contain('Undo');
    (notice as HTMLElement).click();
    await picker.settle();
    expect(picker.value.schedules.map(({ label }) => label)).to.deep.equal(['Phone', 'Chat']);
    expect(picker.text).not.to.contain('was removed');
    expect(picker.focused).not.to.equal(null);
  });

  it('says nothing of a change that changes nothing', async () => {
    const picker = await show(hours(schedule()));
    await picker.day('Monday').type('9-17');
    await picker.press('Weekdays 9:00–17:00');
    expect(picker.events).to.have.length(0);
    expect(picker.get('button', 'Undo').getAttribute('aria-disabled')).to.equal('true');
  });
});
