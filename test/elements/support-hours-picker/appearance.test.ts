import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/support-hours-picker.js';
import type { SupportHours } from '../../../src/domain/support-hours.js';
import { SupportHoursPickerHarness } from '../../support/support-hours-picker.harness.js';
import { hoursParts } from '../../../src/elements/support-hours-picker/hours-parts.js';
import { clock, hours, office, schedule } from './fixtures.js';
import { eventually } from '../../support/eventually.js';

before(() => Promise.all([hoursParts.timetable(), hoursParts.summary(), hoursParts.tools()]));

const night = schedule({ id: 'n', label: 'Night', weekly: { ...schedule().weekly, fr: [{ open: '18:00', close: '02:00' }], sa: [{ open: '00:00', close: '24:00' }] } });
const holidays = [{ from: '2027-01-06', to: '2027-01-06', intervals: [], label: 'Epiphany' }];

async function show(value: SupportHours | null, { lang = 'en-GB', dir = 'ltr', readonly = false } = {}): Promise<SupportHoursPickerHarness> {
  const wrapper = await fixture(html`<div lang=${lang} dir=${dir}>
    <support-hours-picker ?readonly=${readonly} .clock=${clock} .value=${value!}></support-hours-picker></div>`);
  const picker = new SupportHoursPickerHarness(wrapper.querySelector('support-hours-picker')!);
  await picker.settle();
  return picker;
}

describe('support-hours-picker: now', () => {
  it('says whether a schedule is open, and until when, in its own zone', async () => {
    expect((await show(hours(schedule()))).text).to.contain('Open now · closes 17:00');
    expect((await show(hours(schedule({ timeZone: 'Asia/Tokyo' })))).text).to.match(/Closed now · opens Thursday.* 0?9:00/);
    expect((await show(hours(schedule({ timeZone: 'America/New_York' })))).text).to.match(/Closed now · opens 0?9:00/);
    expect((await show(hours(schedule()), { lang: 'en-US' })).text).to.contain('Open now · closes 5:00 PM');
  });

  it('says that 24/7 never closes', async () => {
    const picker = await show(null);
    await picker.press('24/7');
    expect(picker.text).to.contain('Always open');
  });
});

describe('support-hours-picker: exceptions', () => {
  it('adds one, in order, and removes it again', async () => {
    const picker = await show(hours(schedule({ exceptions: [{ from: '2027-12-25', to: '2027-12-25', intervals: [] }] })));
    const form = await picker.openException('Add exception');
    const date = form.querySelector<HTMLInputElement>('input[type="date"]')!;
    expect(picker.focused).to.equal(date);
    date.value = '2027-01-06';
    date.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await picker.fill(picker.get('textbox', 'Hours', form), '10-14');
    await picker.fill(picker.get('textbox', 'Occasion', form), 'Epiphany', 'Enter');
    expect(picker.value.schedules[0].exceptions[0]).to.deep.include({ from: '2027-01-06', to: '2027-01-06', label: 'Epiphany' });
    expect(picker.value.schedules[0].exceptions[0].intervals[0]).to.deep.include({ open: '10:00', close: '14:00' });
    expect(picker.eventTypes).to.deep.equal(['input', 'change']);
    expect(picker.focused).to.equal(picker.get('button', 'Add exception'));
    const [item] = picker.all('listitem').filter((one) => one.textContent!.includes('Epiphany'));
    await picker.press(picker.all('button', undefined, item)[1].getAttribute('aria-label')!);
    expect(picker.value.schedules[0].exceptions.map(({ from }) => from)).to.deep.equal(['2027-12-25']);
  });

  it('refuses one without a date, and one that collides, with the reason and the text kept', async () => {
    const picker = await show(hours(schedule({ exceptions: holidays })));
    const form = await picker.openException('Add exception');
    await picker.fill(picker.get('textbox', 'Occasion', form), 'Kings');
    await picker.press('Add', form);
    expect(picker.all('alert')).to.have.length(1);
    const date = form.querySelector<HTMLInputElement>('input[type="date"]')!;
    expect(date.getAttribute('aria-invalid')).to.equal('true');
    date.value = '2027-01-06';
    date.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await picker.press('Add', form);
    expect(picker.value.schedules[0].exceptions).to.have.length(1);
    expect(picker.all('alert')[0].textContent!.trim()).not.to.equal('');
    expect(picker.get('textbox', 'Occasion', form)).to.have.property('value', 'Kings');
    await picker.press('Cancel', form);
    expect(picker.all('group', 'New exception')).to.have.length(0);
    expect(picker.events).to.have.length(0);
  });
});

describe('support-hours-picker: channels', () => {
  it('offers the host’s channels, and keeps those that the host does not know', async () => {
    const picker = await show(hours(schedule({ channels: ['fax'] })));
    picker.element.channels = [{ key: 'phone', label: 'Phone' }];
    await picker.settle();
    picker.get('checkbox', 'Phone').click();
    await picker.settle();
    expect(picker.value.schedules[0].channels).to.deep.equal(['fax', 'phone']);
    picker.get('checkbox', 'fax').click();
    await picker.settle();
    expect(picker.value.schedules[0].channels).to.deep.equal(['phone']);
  });
});

describe('support-hours-picker: read-only', () => {
  it('shows a timetable, and no controls but the one for the week view', async () => {
    const picker = await show(hours(schedule({ label: 'Phone', exceptions: holidays }), night), { readonly: true });
    expect([...picker.all('button'), ...picker.all('textbox'), ...picker.all('combobox')]).to.deep.equal([picker.get('button', 'Week view')]);
    const [phone, other] = picker.all('table');
    expect([...phone.querySelectorAll('tbody tr')].map((row) => row.textContent!.replace(/\s+/g, ' ').trim())[0]).to.equal('Monday 09:00–17:00');
    expect(phone.querySelectorAll('tbody th[scope="row"]')).to.have.length(7);
    expect(other.textContent).to.contain('until 02:00 the next day').and.contain('Open 24 hours').and.contain('Closed');
    expect(picker.text).to.contain('Epiphany').and.contain('Madrid – Europe/Madrid').and.contain('Open now');
    expect(picker.element.matches(':state(readonly)')).to.equal(true);
  });

  it('says the week in a sentence, in the language of the page', async () => {
    const value = hours(schedule({ label: 'Phone', exceptions: holidays }));
    const readonly = await show(value, { readonly: true });
    expect(readonly.text).to.contain('Monday to Friday from 09:00 to 17:00, Saturday and Sunday closed.');
    expect((await show(value, { lang: 'es', readonly: true })).text).to.contain('De lunes a viernes de 9:00 a 17:00, sábado y domingo cerrado.');
    const editor = await show(value);
    expect(editor.text).to.contain('Monday to Friday from 09:00 to 17:00, Saturday and Sunday closed (Central European Time).');
    await editor.day('Monday').type('10-12');
    await eventually(() => editor.text.includes('Monday from 10:00 to 12:00'), 'the sentence follows');
  });

  it('says no sentence of hours that break a rule', async () => {
    const editor = await show(hours(schedule({ weekly: { ...schedule().weekly, mo: [{ open: '09:00', close: '09:00' }] } })));
    expect(editor.text).not.to.contain('Tuesday to Friday');
  });

  it('says so where there are no hours', async () => {
    expect((await show(null, { readonly: true })).text).to.contain('No support hours are given.');
  });
});

describe('support-hours-picker: languages', () => {
  it('speaks Spanish, and understands its words', async () => {
    const picker = await show(hours(schedule()), { lang: 'es' });
    expect(picker.get('button', 'Añadir horario')).to.exist;
    const monday = picker.day('lunes');
    await monday.type('cerrado');
    expect(picker.value.schedules[0].weekly.mo).to.deep.equal([]);
    expect(monday.box.value).to.equal('Cerrado');
  });

  it('follows the language when it changes, and writes only what it can read again', async () => {
    const picker = await show(hours(schedule()));
    for (const lang of ['ar-EG', 'fa', 'ja', 'de', 'en-US']) {
      picker.element.parentElement!.lang = lang;
      await picker.settle();
      await Promise.resolve();
      await picker.settle();
      const box = picker.root.querySelector<HTMLInputElement>('#schedule-0-mo-hours')!;
      await picker.fill(box, box.value, 'Enter');
      expect(picker.value.schedules[0].weekly.mo, lang).to.deep.equal([office]);
      expect(box.getAttribute('aria-invalid'), lang).to.equal('false');
    }
    expect(picker.events).to.have.length(0);
  });
});

describe('support-hours-picker: for everyone', () => {
  const broken = hours(schedule({ exceptions: holidays, weekly: { ...schedule().weekly, mo: [{ open: '09:00', close: '09:00' }] } }), night);
  const states: [what: string, show: () => Promise<SupportHoursPickerHarness>][] = [
    ['empty', () => show(null)],
    ['with problems', () => show(broken)],
    ['read-only', () => show(broken, { readonly: true })],
    ['right to left', () => show(broken, { dir: 'rtl', lang: 'ar' })],
    ['with an unknown zone', () => show(hours(schedule({ timeZone: 'Mars/Olympus_Mons' })))],
    ['unreadable', () => show('nonsense' as unknown as SupportHours)],
    ['with panels open', async () => {
      const picker = await show(hours(schedule()));
      await picker.openException('Add exception');
      await picker.press('Copy Monday to other days');
      return picker;
    }],
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [what, prepare] of states) {
      it(`has nothing that axe finds: ${what}, ${colorScheme}`, async () => {
        document.documentElement.style.colorScheme = colorScheme;
        document.body.style.background = 'Canvas';
        const picker = await prepare();
        await expect(picker.element).to.be.accessible();
      });
    }
  }

  it('does not overflow at 300 pixels', async () => {
    const picker = await show(broken);
    picker.element.parentElement!.style.inlineSize = '300px';
    await picker.settle();
    await picker.openException('Add exception', picker.get('group', 'Night'));
    const base = picker.root.querySelector<HTMLElement>('[part="base"]')!;
    expect(base.scrollWidth).to.be.at.most(300);
    const edge = base.getBoundingClientRect().right;
    for (const control of [...picker.all('button'), ...picker.all('textbox')]) expect(control.getBoundingClientRect().right).to.be.at.most(edge + 0.5);
  });

  it('breaks no name of a day, whatever the room and the language', async () => {
    for (const lang of ['es', 'de', 'pl', 'pt-BR', 'en-GB']) {
      const picker = await show(hours(schedule()), { lang });
      for (const width of [222, 254, 300, 560]) {
        picker.element.parentElement!.style.inlineSize = `${width}px`;
        await picker.settle();
        for (const day of picker.all('group').filter((group) => group.querySelector('[data-entry]') && !group.querySelector('[role="group"] [data-entry]'))) {
          const name = picker.root.querySelector(`#${day.getAttribute('aria-labelledby')}`)!;
          const lines = [...name.childNodes].flatMap((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return [...range.getClientRects()].filter((rect) => rect.width > 0).map(({ bottom }) => Math.round(bottom / 8));
          });
          // A name of two parts may have two lines: it has a hyphen to break at.
          const most = name.textContent!.includes('-') ? 2 : 1;
          expect(new Set(lines).size, `${name.textContent} at ${width} px`).to.be.within(1, most);
        }
      }
    }
  });

  it('can be filled in by keyboard alone', async () => {
    const picker = await show(null);
    const press = async (...keys: string[]) => {
      const { sendKeys } = await import('@web/test-runner-commands');
      for (const key of keys) await sendKeys(key.length > 1 ? { press: key } : { type: key });
      await picker.settle();
    };
    await press('Tab', 'Enter');
    await press(...'Phone', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', ...'9-12', 'Tab');
    expect(picker.value.schedules[0].label).to.equal('Phone');
    expect(picker.value.schedules[0].weekly.mo[0]).to.deep.include({ open: '09:00', close: '12:00' });
  });
});
