import { expect, fixture, html } from '@open-wc/testing';
import '../../../../src/define/support-hours-picker.js';
import type { Exception } from '../../../../src/domain/support-hours.js';
import { SupportHoursPickerHarness } from '../../../support/support-hours-picker.harness.js';
import { clock, hours, schedule } from '../fixtures.js';

type Event3 = [summary: string, from: string, to?: string];

function calendar(events: readonly Event3[], end = 'END:VCALENDAR\r\n'): string {
  const lines = events.map(([summary, from, to]) => `BEGIN:VEVENT\r\nSUMMARY:${summary}\r\nDTSTART;VALUE=DATE:${from}\r\n${to ? `DTEND;VALUE=DATE:${to}\r\n` : ''}END:VEVENT\r\n`);
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${lines.join('')}${end}`;
}

const spanish = calendar([['Año Nuevo', '20260101'], ['Viernes Santo', '20260403'], ['Día del Trabajo', '20260501'], ['Navidad', '20261225', '20261227'], ['Lejos', '20300101']]);

async function open(exceptions: Exception[] = [], lang = 'en-GB'): Promise<SupportHoursPickerHarness> {
  const wrapper = await fixture(html`<div lang=${lang}><support-hours-picker .clock=${clock} .value=${hours(schedule({ exceptions }))}></support-hours-picker></div>`);
  const picker = new SupportHoursPickerHarness(wrapper.querySelector('support-hours-picker')!);
  await picker.settle();
  await picker.press('Import holidays');
  await picker.waitFor(() => picker.focused?.textContent === 'Choose a file');
  return picker;
}

function panel(picker: SupportHoursPickerHarness): HTMLElement {
  return picker.get('group', 'Import holidays');
}

async function give(picker: SupportHoursPickerHarness, content: BlobPart, name = 'festivos.ics'): Promise<void> {
  const files = new DataTransfer();
  files.items.add(new File([content], name, { type: 'text/calendar' }));
  const input = panel(picker).querySelector<HTMLInputElement>('input[type="file"]')!;
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await picker.settle();
  await picker.waitFor(() => !picker.status.includes('Reading'));
}

function boxes(picker: SupportHoursPickerHarness): HTMLInputElement[] {
  return [...panel(picker).querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
}

function exceptions(picker: SupportHoursPickerHarness): Exception[] {
  return picker.value.schedules[0].exceptions;
}

function refusal(picker: SupportHoursPickerHarness): string {
  return picker.all('alert', undefined, panel(picker)).map((alert) => alert.textContent!.trim()).join(' ');
}

describe('support-hours-picker: import of holidays', () => {
  it('shows what is in the next two years, all of it chosen, and adds it as one step', async () => {
    const picker = await open();
    await give(picker, spanish);
    expect(picker.status).to.contain('festivos.ics: 3 dates found.');
    expect(boxes(picker).map((box) => box.checked)).to.deep.equal([true, true, true]);
    expect(panel(picker).textContent).to.contain('Viernes Santo').and.contain('Día del Trabajo').and.contain('Navidad');
    expect(exceptions(picker)).to.deep.equal([]);
    await picker.press('Add 3 exceptions');
    expect(exceptions(picker).map(({ from, to, label }) => `${from} ${to} ${label}`)).to.deep.equal([
      '2026-04-03 2026-04-03 Viernes Santo', '2026-05-01 2026-05-01 Día del Trabajo', '2026-12-25 2026-12-26 Navidad',
    ]);
    expect(picker.eventTypes).to.deep.equal(['input', 'change']);
    expect(picker.status).to.contain('3 exceptions were added.');
    expect(picker.focused).to.equal(picker.get('button', 'Import holidays'));
    await picker.press('Undo');
    expect(exceptions(picker)).to.deep.equal([]);
  });

  it('leaves out what is not chosen', async () => {
    const picker = await open();
    await give(picker, spanish);
    boxes(picker)[1].click();
    await picker.settle();
    await picker.press('Add 2 exceptions');
    expect(exceptions(picker).map(({ label }) => label)).to.deep.equal(['Viernes Santo', 'Navidad']);
  });

  it('chooses none and all, and adds nothing where nothing is chosen', async () => {
    const picker = await open();
    await give(picker, spanish);
    await picker.press('Choose none');
    await picker.press('Add 0 exceptions');
    expect(refusal(picker)).to.equal('Choose at least one date to add.');
    await picker.press('Choose all');
    expect(picker.all('button', 'Add 3 exceptions')).to.have.length(1);
    expect(picker.events).to.have.length(0);
  });

  it('marks and leaves out what is an exception already', async () => {
    const own = { from: '2026-12-26', to: '2026-12-26', intervals: [], label: 'Mine' };
    const picker = await open([own]);
    await give(picker, spanish);
    expect(boxes(picker).map((box) => [box.checked, box.disabled])).to.deep.equal([[true, false], [true, false], [false, true]]);
    expect(panel(picker).textContent).to.contain('Left out: Sat, 26 Dec 2026 is an exception already.').and.contain('1 date is left out');
    await picker.press('Add 2 exceptions');
    expect(exceptions(picker).map(({ label }) => label)).to.deep.equal(['Viernes Santo', 'Día del Trabajo', 'Mine']);
  });

  it('reads the file again for other dates, and keeps what was not chosen', async () => {
    const picker = await open();
    await give(picker, spanish);
    boxes(picker)[0].click();
    const [, to] = panel(picker).querySelectorAll<HTMLInputElement>('input[type="date"]');
    expect(to.value).to.equal('2028-01-14');
    to.value = '2031-01-01';
    to.dispatchEvent(new Event('change', { bubbles: true }));
    await picker.settle();
    expect(picker.all('button', 'Add 3 exceptions')).to.have.length(1);
    expect(panel(picker).textContent).to.contain('Lejos');
    to.value = '2025-01-01';
    to.dispatchEvent(new Event('change', { bubbles: true }));
    await picker.settle();
    expect(refusal(picker)).to.contain('The end is before the beginning.');
    expect(picker.events).to.have.length(0);
  });

  it('takes a file that is dropped', async () => {
    const picker = await open();
    const files = new DataTransfer();
    files.items.add(new File([spanish], 'dropped.ics'));
    panel(picker).dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    await picker.waitFor(() => picker.status.includes('dropped.ics: 3 dates found.'));
  });

  it('reads other encodings, and says what it guessed', async () => {
    const picker = await open();
    const latin = Uint8Array.from(spanish, (letter) => letter.charCodeAt(0));
    await give(picker, latin);
    expect(panel(picker).textContent).to.contain('Día del Trabajo').and.contain('read as Windows-1252');
    const wide = new Uint16Array([0xfeff, ...Array.from(spanish, (letter) => letter.charCodeAt(0))]);
    await give(picker, wide);
    expect(panel(picker).textContent).to.contain('Día del Trabajo').and.not.contain('Windows-1252');
  });

  const many = (count: number) => calendar(Array.from({ length: count }, (_, index): Event3 => [`N${index}`, new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10).replaceAll('-', '')]));
  const refused: [what: string, content: BlobPart, words: RegExp][] = [
    ['a file that was cut', calendar([['Navidad', '20261225']], ''), /ends too early, so nothing was taken over/],
    ['a file that is no calendar', 'Dear all, we are closed on Monday.', /festivos\.ics: This is not a calendar file/],
    ['an empty file', '', /This is not a calendar file/],
    ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]), /This is a workbook/],
    ['an event at a time of day', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Lunch\r\nDTSTART:20260403T120000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n', /“Lunch” \(line 2\) is at a time of day/],
    ['a file without dates of the time', calendar([['Lejos', '20300101']]), /no all-day events between these dates/],
    ['a file that is too large', new Uint8Array(5_000_001), /larger than 5 MB/],
  ];
  for (const [what, content, words] of refused) {
    it(`refuses ${what}, with the reason, and loses nothing`, async () => {
      const own = { from: '2026-12-26', to: '2026-12-26', intervals: [], label: 'Mine' };
      const picker = await open([own]);
      await give(picker, content);
      expect(refusal(picker)).to.match(words);
      expect(boxes(picker)).to.have.length(0);
      expect(exceptions(picker)).to.deep.equal([own]);
      await give(picker, spanish);
      expect(refusal(picker)).to.equal('');
      expect(boxes(picker)).to.have.length(3);
    });
  }

  it('finds two years in a file of fifty thousand events', async () => {
    const picker = await open();
    await give(picker, many(50_000));
    expect(picker.status).to.contain('731 dates found.');
    expect(boxes(picker)).to.have.length(20);
    await picker.press('Add 731 exceptions');
    expect(exceptions(picker)).to.have.length(731);
  });

  it('has nothing that axe finds, and leaves with Escape and the focus where it was', async () => {
    const picker = await open([{ from: '2026-12-26', to: '2026-12-26', intervals: [] }]);
    await give(picker, spanish);
    await expect(picker.element).to.be.accessible();
    boxes(picker)[0].focus();
    boxes(picker)[0].dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await picker.settle();
    expect(picker.focused).to.equal(picker.get('button', 'Import holidays'));
    expect(picker.events).to.have.length(0);
  });
});
