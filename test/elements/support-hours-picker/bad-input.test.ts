import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/support-hours-picker.js';
import type { Schedule, SupportHours } from '../../../src/domain/support-hours.js';
import { hoursParts } from '../../../src/elements/support-hours-picker/hours-parts.js';
import { SupportHoursPickerHarness } from '../../support/support-hours-picker.harness.js';
import { clock, hours, office, schedule } from './fixtures.js';

before(() => Promise.all([hoursParts.tools(), hoursParts.repairs(), hoursParts.summary(), hoursParts.timetable()]));

async function show(value: SupportHours, { readonly = false } = {}): Promise<SupportHoursPickerHarness> {
  const wrapper = await fixture(html`<div lang="en-GB"><support-hours-picker ?readonly=${readonly} .clock=${clock} .value=${value}
    .channels=${[{ key: 'phone', label: '<i>Phone</i>' }]}></support-hours-picker></div>`);
  const picker = new SupportHoursPickerHarness(wrapper.querySelector('support-hours-picker')!);
  await picker.settle();
  return picker;
}

const weekly = schedule().weekly;
const cases: [what: string, changes: Partial<Schedule>, said: RegExp][] = [
  ['hours that close when they open', { weekly: { ...weekly, mo: [{ open: '09:00', close: '09:00' }] } }, /09:00–09:00 has no length/],
  ['an overlap around Sunday night', { weekly: { ...weekly, mo: [{ open: '01:00', close: '05:00' }], su: [{ open: '22:00', close: '02:00' }] } }, /overlaps 22:00–02:00 on Sunday/],
  ['times that are none', { weekly: { ...weekly, mo: [{ open: 'nine', close: '17:00' }] } }, /nine is not a time of day/],
  ['a day that ends at 00:00', { weekly: { ...weekly, mo: [{ open: '09:00', close: '00:00' }] } }, /end of the day as 24:00/],
  ['29 February in a wrong year', { exceptions: [{ from: '2026-02-29', to: '2026-02-29', intervals: [] }] }, /There is no 29 February in 2026/],
];

describe('support-hours-picker: bad input', () => {
  for (const [what, changes, said] of cases) {
    it(`shows ${what}, is invalid, and keeps the value`, async () => {
      const value = hours(schedule(changes));
      const picker = await show(structuredClone(value));
      expect(picker.text).to.match(said);
      expect(picker.element.checkValidity()).to.equal(false);
      expect(picker.value).to.deep.equal(value);
      const readonly = await show(structuredClone(value), { readonly: true });
      expect(readonly.value).to.deep.equal(value);
      expect(readonly.all('table')).to.have.length(1);
    });
  }

  it('keeps a zone that nobody knows, and claims nothing of it', async () => {
    const value = hours(schedule({ timeZone: 'Mars/Olympus_Mons' }));
    const picker = await show(value);
    expect(picker.text).to.contain('does not know the time zone Mars/Olympus_Mons').and.not.contain('Open now').and.not.contain('Closed now');
    expect(picker.element.checkValidity()).to.equal(true);
    await picker.day('Monday').press('Closed');
    expect(picker.value.schedules[0].timeZone).to.equal('Mars/Olympus_Mons');
  });

  it('shows markup in names as it is, and keeps what it does not know', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const value = hours({ ...schedule({ label: markup, channels: ['phone', 'pigeon<b>'], exceptions: [{ from: '2026-05-01', to: '2026-05-01', intervals: [], label: markup }] }), custom: { kept: true } });
    for (const readonly of [false, true]) {
      const picker = await show(structuredClone(value), { readonly });
      expect(picker.root.querySelector('img, b, i')).to.equal(null);
      expect(picker.text).to.contain(markup).and.contain('pigeon<b>').and.contain('<i>Phone</i>');
    }
    const picker = await show(structuredClone(value));
    await picker.day('Monday').type('10-12');
    expect(picker.value.schedules[0]).to.deep.include({ channels: ['phone', 'pigeon<b>'], custom: { kept: true }, label: markup });
    expect(picker.value.schedules[0].weekly.tu).to.deep.equal([office]);
  });

  it('takes 10,000 exceptions, and a change beside them', async function () {
    this.timeout(60_000);
    const exceptions = Array.from({ length: 10_000 }, (_, index) => {
      const date = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
      return { from: date, to: date, intervals: [] };
    });
    const picker = await show(hours(schedule({ exceptions })));
    await picker.day('Monday').type('10-12');
    expect(picker.value.schedules[0].weekly.mo).to.deep.equal([{ open: '10:00', close: '12:00' }]);
    expect(picker.value.schedules[0].exceptions).to.deep.equal(exceptions);
    expect(picker.element.checkValidity()).to.equal(true);
  });
});
