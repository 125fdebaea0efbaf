import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../../src/define/support-hours-picker.js';
import { describeZone, zoneDirectory } from '../../../../src/elements/support-hours-picker/zone/zone-directory.js';
import { eventually } from '../../../support/eventually.js';
import { SupportHoursPickerHarness } from '../../../support/support-hours-picker.harness.js';
import { clock, hours, schedule } from '../fixtures.js';

async function show(timeZone: string, more = hours(), lang = 'en-GB'): Promise<SupportHoursPickerHarness> {
  const value = hours(schedule({ timeZone }), ...more.schedules);
  const wrapper = await fixture(html`<div lang=${lang}><support-hours-picker .clock=${clock} .value=${value}></support-hours-picker></div>`);
  const picker = new SupportHoursPickerHarness(wrapper.querySelector('support-hours-picker')!);
  await picker.settle();
  return picker;
}

function options(picker: SupportHoursPickerHarness): string[] {
  return picker.all('option').map((option) => option.textContent!.replace(/\s+/g, ' ').trim());
}

/** Opens the list, and waits for the engine's zones with their names. */
async function open(picker: SupportHoursPickerHarness): Promise<HTMLInputElement> {
  const box = picker.get('combobox', 'Time zone') as HTMLInputElement;
  box.focus();
  box.click();
  await eventually(() => options(picker).length > 0, 'zones are listed');
  await zoneDirectory('en-GB', clock()).ready;
  await picker.settle();
  picker.element.requestUpdate();
  await picker.settle();
  return box;
}

describe('support-hours-picker: time zone', () => {
  it('lists the viewer’s own zone first, with country, name, both offsets and its time, and says how many more there are', async () => {
    const picker = await show('Asia/Tokyo');
    await open(picker);
    expect(options(picker)).to.have.length(50);
    expect(options(picker)[0]).to.match(/^Madrid, Spain yours · Central European Time · UTC\+1, in summer UTC\+2 · now 10:30$/);
    expect(picker.status).to.match(/\d+ more: keep typing/);
  });

  it('selects what is in the box, searches while typing, and takes the zone chosen by key', async () => {
    const picker = await show('Europe/Madrid');
    const box = await open(picker);
    expect(box.selectionEnd! - box.selectionStart!).to.equal(box.value.length);
    await sendKeys({ type: 'lisb' });
    await picker.settle();
    expect(options(picker)).to.have.length(1);
    expect(picker.events).to.have.length(0);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await picker.settle();
    expect(picker.value.schedules[0].timeZone).to.equal('Europe/Lisbon');
    expect(box.value).to.equal('Lisbon – Europe/Lisbon');
    expect(picker.eventTypes).to.deep.equal(['input', 'change']);
  });

  it('finds zones by offset, and UTC, which not every engine lists', async () => {
    const picker = await show('Europe/Madrid');
    await open(picker);
    await sendKeys({ type: '+5:45' });
    await picker.settle();
    expect(options(picker).join()).to.contain('Kathmandu, Nepal').and.contain('UTC+5:45').and.contain('now 15:15');
    await picker.fill(picker.get('combobox', 'Time zone'), 'utc');
    expect(options(picker).some((option) => option.startsWith('UTC'))).to.equal(true);
    await picker.fill(picker.get('combobox', 'Time zone'), 'atlantis');
    expect(picker.status).to.contain('No time zone matches');
  });

  it('goes back to the zone in force on Escape, and when it is left', async () => {
    const picker = await show('Europe/Madrid');
    const box = await open(picker);
    await sendKeys({ type: 'lisb' });
    await sendKeys({ press: 'Escape' });
    await picker.settle();
    expect(box.value).to.equal('Madrid – Europe/Madrid');
    await picker.fill(box, 'lisb', 'Tab');
    expect(box.value).to.equal('Madrid – Europe/Madrid');
    expect(picker.events).to.have.length(0);
  });

  it('keeps a zone that the browser does not know, shows and explains it', async () => {
    const picker = await show('Mars/Olympus_Mons');
    const box = picker.get('combobox', 'Time zone') as HTMLInputElement;
    expect(box.value).to.contain('Mars/Olympus_Mons');
    expect(picker.text).to.contain('does not know the time zone Mars/Olympus_Mons');
    expect(picker.text).not.to.contain('Closed now');
    await picker.day('Monday').press('Closed');
    expect(picker.value.schedules[0].timeZone).to.equal('Mars/Olympus_Mons');
  });

  it('marks the zone in force also under another of its names', async () => {
    const picker = await show('Asia/Calcutta');
    await open(picker);
    await picker.fill(picker.get('combobox', 'Time zone'), 'india');
    expect(picker.all('option').filter((option) => option.getAttribute('aria-selected') === 'true')).to.have.length(1);
  });

  it('finds zones by country in the element’s language and in English, by another name, and by abbreviation', async () => {
    const picker = await show('Europe/Madrid', hours(), 'es');
    const box = picker.get('combobox', 'Zona horaria');
    box.focus();
    box.click();
    for (const [query, found] of [['alemania', 'Berlin, Alemania'], ['germany', 'Berlin, Alemania'], ['calcutta', 'Kolkata, India'], ['kiev', 'Kyiv, Ucrania'], ['jst', 'Tokyo, Japón']]) {
      await picker.fill(box, query);
      await eventually(() => options(picker)[0]?.startsWith(found), query);
    }
    await eventually(() => /UTC\+9 · ahora 18:30/.test(options(picker)[0]), 'the zone is described');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await picker.settle();
    expect(picker.value.schedules[0].timeZone).to.equal('Asia/Tokyo');
  });

  it('takes a zone that is touched', async () => {
    const picker = await show('Europe/Madrid');
    const box = await open(picker);
    await picker.fill(box, 'nepal');
    const { x, y, width, height } = picker.all('option')[0].getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await picker.settle();
    expect(picker.value.schedules[0].timeZone).to.equal('Asia/Kathmandu');
    expect(box.getAttribute('aria-expanded')).to.equal('false');
  });

  it('points assistive technology at the active option and says how many there are', async () => {
    const picker = await show('Europe/Madrid');
    const box = await open(picker);
    await picker.fill(box, 'spain');
    await sendKeys({ press: 'ArrowDown' });
    await picker.settle();
    const active = picker.root.getElementById(box.getAttribute('aria-activedescendant')!)!;
    expect(active.getAttribute('role')).to.equal('option');
    expect(active.textContent).to.contain('Madrid, Spain');
    expect(active.parentElement!.getAttribute('role')).to.equal('listbox');
    expect(box.getAttribute('aria-controls')).to.equal(active.parentElement!.id);
  });
});

describe('zone directory', () => {
  it('lists every zone of the engine once, and UTC', async () => {
    const directory = zoneDirectory('en', clock());
    await directory.ready;
    const ids = directory.entries.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids).to.include.members(['UTC', 'Europe/Madrid', 'America/Argentina/Buenos_Aires']);
    expect(directory.entries.every(({ name, offsets }) => !/\d/.test(name) && Number.isFinite(offsets?.now))).to.equal(true);
    expect(directory.entries.find(({ id }) => id === 'Europe/Madrid')).to.deep.include({ name: 'Central European Time', country: 'Spain', abbreviations: 'CEST CET' });
    expect(zoneDirectory('en', clock())).to.equal(directory);
  });

  it('offers what is in our data only where the engine knows it', async () => {
    const directory = zoneDirectory('en', clock());
    await directory.ready;
    for (const { id } of directory.entries) expect(() => new Intl.DateTimeFormat('en', { timeZone: id }), id).not.to.throw();
  });

  const offsets: [zone: string, at: string, now: number, standard: number, summer: number][] = [
    ['Europe/Madrid', '2026-01-14T09:30:45Z', 60, 60, 120], ['Europe/Madrid', '2026-07-14T09:30:45Z', 120, 60, 120],
    ['Australia/Sydney', '2026-01-14T23:59:59Z', 660, 600, 660], ['Asia/Kolkata', '2026-01-14T23:59:59Z', 330, 330, 330],
    ['America/St_Johns', '2026-01-01T01:00:00Z', -210, -210, -150], ['UTC', '2026-01-01T00:00:00Z', 0, 0, 0],
  ];
  for (const [zone, at, now, standard, summer] of offsets) {
    it(`knows that ${zone} is ${now} minutes from UTC at ${at}, and both offsets of the year`, () => {
      expect(describeZone('ar-EG', zone, new Date(at)).offsets).to.deep.equal({ now, standard, summer });
    });
  }
});
