import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/support-hours-picker.js';
import type { Interval, Schedule } from '../../../src/domain/support-hours.js';
import { eventually } from '../../support/eventually.js';
import { SupportHoursPickerHarness } from '../../support/support-hours-picker.harness.js';
import { clock, hours, office, schedule } from './fixtures.js';

async function show(weekly: Partial<Schedule['weekly']> = {}, lang = 'en-GB'): Promise<SupportHoursPickerHarness> {
  const value = hours(schedule({ weekly: { ...schedule().weekly, ...weekly } }));
  const wrapper = await fixture(html`<div lang=${lang}><support-hours-picker .clock=${clock} .value=${value}></support-hours-picker></div>`);
  const picker = new SupportHoursPickerHarness(wrapper.querySelector('support-hours-picker')!);
  await picker.settle();
  return picker;
}

function week(picker: SupportHoursPickerHarness): Schedule['weekly'] {
  return picker.value.schedules[0].weekly;
}

async function repair(picker: SupportHoursPickerHarness, day: string, name: string): Promise<void> {
  const { group } = picker.day(day);
  await eventually(() => picker.all('button', name, group).length === 1, `${name} is offered`);
  await picker.press(name, group);
}

describe('support-hours-picker: what is typed', () => {
  for (const [lang, typed, understood] of [
    ['en-GB', '9-17:30', '09:00–17:30'],
    ['en-GB', '9am–6pm', '09:00–18:00'],
    ['en-GB', '0930 1800', '09:30–18:00'],
    ['en-GB', '21h30 - 23h', '21:30–23:00'],
    ['es', '9 a. m. a 6 p. m.', '9:00–18:00'],
    ['en-GB', '8-24:00', '08:00–24:00'],
    ['en-GB', '9-13, 14-18', '09:00–13:00, 14:00–18:00'],
    ['en-GB', '9-17:30, 18-2', '09:00–17:30, 18:00–02:00 (until 02:00 the next day)'],
    ['en-US', '9-5', '9:00 AM – 5:00 AM (until 5:00 AM the next day)'],
    ['en-GB', '24h', 'Open 24 hours'],
    ['en-GB', 'off', 'Closed'],
    ['en-GB', '9-', ''],
    ['en-GB', 'when', ''],
  ]) {
    it(`${lang}: “${typed}” is shown as ${understood || 'nothing yet'} while it is being typed`, async () => {
      const picker = await show({}, lang);
      const monday = picker.day(lang === 'es' ? 'lunes' : 'Monday');
      await picker.fill(monday.box, typed);
      const said = monday.description.replace(/^Por ejemplo.*|^For example.*/, '').replace(/ ?(For example|Por ejemplo).*/, '');
      expect(said).to.equal(understood);
      expect(picker.events).to.have.length(0);
    });
  }

  it('moves nothing while somebody types', async () => {
    const picker = await show({ mo: [{ open: '18:00', close: '02:00' }] });
    const monday = picker.day('Monday');
    const height = monday.group.getBoundingClientRect().height;
    await picker.fill(monday.box, '9-13, 18-2');
    expect(monday.group.getBoundingClientRect().height).to.equal(height);
  });
});

describe('support-hours-picker: repairs', () => {
  const split: Interval[] = [{ open: '09:00', close: '13:00' }, { open: '12:00', close: '17:00' }];

  it('says at the interval what is wrong, and merges what overlaps', async () => {
    const picker = await show({ mo: split });
    expect(picker.day('Monday').description).to.match(/^12:00–17:00: This overlaps 09:00–13:00. For example/);
    await repair(picker, 'Monday', 'Merge into 09:00–17:00');
    expect(week(picker).mo).to.deep.equal([office]);
    expect(picker.day('Monday').isInvalid).to.equal(false);
    expect(picker.focused).to.equal(picker.day('Monday').box);
    expect(picker.status).to.contain('Monday: 09:00–17:00');
    expect(picker.eventTypes).to.deep.equal(['input', 'change']);
    expect(picker.element.checkValidity()).to.equal(true);
    await picker.press('Undo');
    expect(week(picker).mo).to.deep.equal(split);
  });

  it('moves what is after midnight from Sunday to Monday', async () => {
    const picker = await show({ mo: [{ open: '01:00', close: '08:00' }], su: [{ open: '22:00', close: '02:00' }] });
    expect(picker.day('Monday').description).to.contain('This overlaps 22:00–02:00 on Sunday.');
    await repair(picker, 'Monday', 'Move the part after midnight to Monday');
    expect(week(picker).mo).to.deep.equal([{ open: '00:00', close: '08:00' }]);
    expect(week(picker).su).to.deep.equal([{ open: '22:00', close: '24:00' }]);
    expect(picker.status).to.contain('Monday: 00:00–08:00').and.contain('Sunday: 22:00–24:00');
  });

  it('names the day where the merged hours stand', async () => {
    const picker = await show({ mo: [{ open: '01:00', close: '08:00' }], su: [{ open: '22:00', close: '02:00' }] });
    await repair(picker, 'Monday', 'Merge into 22:00–08:00 on Sunday');
    expect([week(picker).mo, week(picker).su]).to.deep.equal([[], [{ open: '22:00', close: '08:00' }]]);
  });

  it('opens all day what was typed without length', async () => {
    const picker = await show();
    await picker.day('Monday').type('9-9');
    expect(picker.day('Monday').isInvalid).to.equal(true);
    await repair(picker, 'Monday', 'Open 24 hours');
    expect(week(picker).mo).to.deep.equal([{ open: '00:00', close: '24:00' }]);
    expect(picker.day('Monday').isInvalid).to.equal(false);
  });

  it('opens or removes what is stored without length', async () => {
    const stored = [{ open: '08:00', close: '12:00' }, { open: '13:00', close: '13:00' }];
    const picker = await show({ mo: stored });
    await repair(picker, 'Monday', 'Remove these hours');
    expect(week(picker).mo).to.deep.equal([stored[0]]);
    await picker.press('Undo');
    await repair(picker, 'Monday', 'Open 24 hours');
    expect(week(picker).mo).to.deep.equal([{ open: '00:00', close: '24:00' }]);
  });

  it('offers nothing for a text that only the person can explain', async () => {
    const picker = await show();
    await picker.day('Monday').type('whenever');
    expect(picker.all('group', 'Ways to mend it')).to.have.length(0);
  });

  it('speaks Spanish', async () => {
    const picker = await show({ mo: split }, 'es');
    await repair(picker, 'lunes', 'Unir en 9:00–17:00');
    expect(week(picker).mo).to.deep.equal([office]);
  });
});
