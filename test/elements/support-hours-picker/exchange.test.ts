import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/support-hours-picker.js';
import type { SupportHours } from '../../../src/domain/support-hours.js';
import { hoursParts } from '../../../src/elements/support-hours-picker/hours-parts.js';
import { allByRole, byRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { SupportHoursPickerHarness } from '../../support/support-hours-picker.harness.js';
import { clock, hours, office, schedule } from './fixtures.js';

before(() => Promise.all([hoursParts.exchange(), hoursParts.tools()]));

async function show(value: SupportHours | null = hours(schedule({ label: 'Phone' })), lang = 'en-GB'): Promise<SupportHoursPickerHarness> {
  const wrapper = await fixture(html`<div lang=${lang}><support-hours-picker .clock=${clock} .value=${value!}></support-hours-picker></div>`);
  const picker = new SupportHoursPickerHarness(wrapper.querySelector('support-hours-picker')!);
  await picker.settle();
  return picker;
}

function box(picker: SupportHoursPickerHarness, name = 'Hours from elsewhere'): HTMLTextAreaElement {
  return byRole<HTMLTextAreaElement>(picker.root, 'textbox', name);
}

async function paste(picker: SupportHoursPickerHarness, text: string): Promise<void> {
  await picker.press('Paste hours');
  await eventually(() => allByRole(picker.root, 'textbox', { name: 'Hours from elsewhere' }).length === 1, 'there is a box for the text');
  const area = box(picker);
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await picker.settle();
}

describe('support-hours-picker: pasting hours', () => {
  it('says what it understands before anything is changed, and replaces a week in one step', async () => {
    const picker = await show(hours(schedule({ label: 'Phone', channels: ['phone'] }), schedule({ id: 'b', label: 'Chat' })));
    const before = picker.value;
    await paste(picker, 'Mo-Th 10:00-18:00; 2026 Dec 25 off "Christmas"');
    expect(picker.focused).to.equal(box(picker));
    expect(picker.text).to.contain('Monday to Thursday from 10:00 to 18:00, Friday to Sunday closed, except 25 December 2026 (Christmas) closed.');
    expect(picker.events).to.have.length(0);
    await picker.press('Replace the week of Phone');
    const [phone, chat] = picker.value.schedules;
    expect(phone.weekly.mo).to.deep.equal([{ open: '10:00', close: '18:00' }]);
    expect(phone.weekly.fr).to.deep.equal([]);
    expect(phone).to.deep.include({ id: 'a', label: 'Phone', timeZone: 'Europe/Madrid', channels: ['phone'] });
    expect(phone.exceptions).to.deep.equal([{ from: '2026-12-25', to: '2026-12-25', intervals: [], label: 'Christmas' }]);
    expect(chat.weekly.mo).to.deep.equal([office]);
    expect(picker.status).to.contain('The week of Phone was replaced.');
    expect(picker.eventTypes).to.deep.equal(['input', 'change']);
    expect(allByRole(picker.root, 'textbox', { name: 'Hours from elsewhere' })).to.have.length(0);
    await picker.press('Undo');
    expect(picker.value).to.deep.equal(before);
  });

  it('begins with a pasted schedule, in the viewer’s zone', async () => {
    const picker = await show(null);
    await paste(picker, '[{"@type":"OpeningHoursSpecification","dayOfWeek":"https://schema.org/Monday","opens":"09:00","closes":"17:00"}]');
    await picker.press('Add as a schedule');
    const [added] = picker.value.schedules;
    expect(added.weekly.mo).to.deep.equal([office]);
    expect(added).to.deep.include({ label: '', timeZone: 'Europe/Madrid' });
    expect(added.id).not.to.equal('imported');
    expect(picker.focused).to.equal(picker.get('textbox', 'Name'));
  });

  it('refuses what it cannot keep, with what and where, and leaves text and hours as they were', async () => {
    const picker = await show();
    const text = 'Mo-Fr 09:00-17:00; PH off';
    await paste(picker, text);
    expect(picker.status).to.contain('“PH').and.contain('at character 20').and.contain('nothing was taken over');
    expect(box(picker).getAttribute('aria-invalid')).to.equal('true');
    expect(picker.all('button', 'Add as a schedule')).to.have.length(0);
    expect(box(picker).value).to.equal(text);
    await sendKeys({ press: 'Escape' });
    await picker.settle();
    expect(box(picker).value).to.equal(text);
    await picker.press('Cancel');
    expect(picker.focused).to.equal(picker.get('button', 'Paste hours'));
    expect(picker.events).to.have.length(0);
  });

  it('warns of what a text leaves out or cuts', async () => {
    const picker = await show();
    await paste(picker, 'Mo-Fr 18:00-02:00; Sa 10:00-12:00');
    expect(picker.status).to.contain('ends at midnight');
    await picker.press('Cancel');
  });

  it('closes on Escape where there is no text to lose', async () => {
    const picker = await show();
    await paste(picker, '');
    await sendKeys({ press: 'Escape' });
    await picker.settle();
    expect(picker.focused).to.equal(picker.get('button', 'Paste hours'));
  });

  it('speaks Spanish, of the refusal too', async () => {
    const picker = await show(hours(schedule({ label: 'Chat' })), 'es');
    await picker.press('Pegar un horario');
    const area = byRole<HTMLTextAreaElement>(picker.root, 'textbox', 'Horario de otro sitio');
    area.value = 'Mo sunrise-17:00';
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await picker.settle();
    expect(picker.status).to.match(/sol/);
    expect(picker.status).not.to.contain('{');
  });
});

describe('support-hours-picker: copying hours elsewhere', () => {
  async function copyAs(picker: SupportHoursPickerHarness, name: string): Promise<void> {
    await picker.press(`More for ${name}`);
    byRole(picker.root, 'menuitem', 'Export hours').click();
    await eventually(() => picker.all('group', `Export the hours of ${name}`).length === 1, 'the ways to copy are there');
    await picker.settle();
  }

  it('shows the hours in other formats, and what these leave out', async () => {
    const picker = await show(hours(schedule({ label: 'Phone', channels: ['phone'] })));
    await copyAs(picker, 'Phone');
    expect(box(picker, 'OpenStreetMap').value).to.equal('Mo-Fr 09:00-17:00');
    const json = JSON.parse(box(picker, 'JSON-LD for a web page').value) as { openingHoursSpecification: unknown[] };
    expect(json.openingHoursSpecification.length).to.be.greaterThan(0);
    expect(picker.text).to.contain('“channels” is not part of this format');
    expect(picker.get('button', 'Copy: OpenStreetMap')).to.exist;
    await picker.press('Close');
    expect(picker.all('group', 'Export the hours of Phone')).to.have.length(0);
  });

  it('gives what can be pasted again', async () => {
    const picker = await show();
    await copyAs(picker, 'Phone');
    const texts = [box(picker, 'OpenStreetMap').value, box(picker, 'JSON-LD for a web page').value];
    await picker.press('Close');
    for (const text of texts) {
      await paste(picker, text);
      await picker.press('Add as a schedule');
    }
    const [phone, ...pasted] = picker.value.schedules;
    expect(pasted.map(({ weekly }) => weekly)).to.deep.equal([phone.weekly, phone.weekly]);
  });

  it('saves a calendar', async () => {
    const picker = await show();
    await copyAs(picker, 'Phone');
    const saved: string[] = [];
    const original = Object.getOwnPropertyDescriptor(HTMLAnchorElement.prototype, 'click');
    HTMLAnchorElement.prototype.click = function click() {
      saved.push(this.download);
    };
    try {
      await picker.press('Download: Calendar file (.ics)');
    } finally {
      if (original) Object.defineProperty(HTMLAnchorElement.prototype, 'click', original);
      else delete (HTMLAnchorElement.prototype as { click?: unknown }).click;
    }
    expect(saved).to.deep.equal(['support-hours.ics']);
  });

  it('says why a format cannot say it', async () => {
    const late = schedule({ label: 'Late', timeZone: 'Mars/Olympus_Mons', weekly: { ...schedule().weekly, mo: [{ open: '09:00', close: '23:59' }] } });
    const picker = await show(hours(late));
    await copyAs(picker, 'Late');
    expect(picker.text).to.contain('23:59 is the end of the day').and.contain('does not know the time zone Mars/Olympus_Mons, so that no calendar');
    expect(picker.all('button', 'Download: Calendar file (.ics)')).to.have.length(0);
    expect(picker.all('button', 'Copy: JSON-LD for a web page')).to.have.length(0);
  });
});
