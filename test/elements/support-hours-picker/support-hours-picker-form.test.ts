import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/support-hours-picker.js';
import type { SupportHours } from '../../../src/domain/support-hours.js';
import type { SupportHoursPicker } from '../../../src/elements/support-hours-picker/support-hours-picker.js';
import { SupportHoursPickerHarness } from '../../support/support-hours-picker.harness.js';
import { clock, hours, schedule } from './fixtures.js';

interface InForm {
  form: HTMLFormElement;
  picker: SupportHoursPickerHarness;
  data(): FormDataEntryValue | null;
}

async function inForm(template = html`<support-hours-picker name="hours"></support-hours-picker>`): Promise<InForm> {
  const form = await fixture<HTMLFormElement>(html`<form lang="en-GB" @submit=${(event: Event) => event.preventDefault()}>${template}</form>`);
  const picker = new SupportHoursPickerHarness(form.querySelector('support-hours-picker')!);
  picker.element.clock = clock;
  await picker.settle();
  return { form, picker, data: () => new FormData(form).get('hours') };
}

const initial = hours(schedule({ label: 'Phone' }));

describe('support-hours-picker: as a field of a form', () => {
  it('sends JSON, and nothing where there is no schedule', async () => {
    const { picker, data } = await inForm();
    expect(data()).to.equal(null);
    await picker.press('24/7');
    expect(JSON.parse(data() as string)).to.deep.equal(picker.value);
    await picker.press('Remove Schedule 1');
    expect(data()).to.equal(null);
  });

  it('begins with the JSON in its attribute, and returns to it on reset', async () => {
    const { form, picker, data } = await inForm(html`<support-hours-picker name="hours" value=${JSON.stringify(initial)}></support-hours-picker>`);
    expect(picker.value).to.deep.equal(initial);
    await picker.day('Monday').press('Closed');
    await picker.day('Tuesday').type('nonsense');
    form.reset();
    await picker.settle();
    expect(picker.value).to.deep.equal(initial);
    expect(picker.day('Tuesday').box.value).to.equal('09:00–17:00');
    expect(JSON.parse(data() as string)).to.deep.equal(initial);
    expect(picker.get('button', 'Undo').getAttribute('aria-disabled')).to.equal('true');
  });

  it('no longer follows the attribute once it has a value of its own', async () => {
    const { picker } = await inForm(html`<support-hours-picker name="hours" value=${JSON.stringify(initial)}></support-hours-picker>`);
    picker.element.setAttribute('value', JSON.stringify(hours(schedule({ label: 'Other' }))));
    expect(picker.value.schedules[0].label).to.equal('Other');
    picker.element.value = initial;
    picker.element.setAttribute('value', '');
    expect(picker.value).to.deep.equal(initial);
  });

  it('is a value set by a script at once, without an event', async () => {
    const { picker, data } = await inForm();
    picker.element.value = initial;
    expect(JSON.parse(data() as string)).to.deep.equal(initial);
    await picker.settle();
    expect(picker.get('textbox', 'Name')).to.have.property('value', 'Phone');
    picker.element.value = null as unknown as SupportHours;
    await picker.settle();
    expect(data()).to.equal(null);
    expect(picker.events).to.have.length(0);
  });

  it('keeps its history when it is given back the value that it has', async () => {
    const { picker } = await inForm();
    picker.element.value = initial;
    await picker.settle();
    await picker.day('Monday').press('24 h');
    picker.element.value = structuredClone(picker.value);
    await picker.settle();
    await picker.press('Undo');
    expect(picker.value).to.deep.equal(initial);
  });

  it('asks for a schedule where it is required, in words and at the place', async () => {
    const { form, picker } = await inForm(html`<support-hours-picker name="hours" required></support-hours-picker>`);
    expect(picker.element.validity.valueMissing).to.equal(true);
    expect(picker.text).not.to.contain('Add at least one schedule');
    form.requestSubmit();
    await picker.settle();
    expect(picker.text).to.contain('Add at least one schedule.');
    expect(picker.focused).to.equal(picker.get('button', 'Add schedule'));
    await picker.press('24/7');
    expect(form.checkValidity()).to.equal(true);
  });

  it('has its value and validity ready when change is heard', async () => {
    const { form, picker, data } = await inForm(html`<support-hours-picker name="hours" required></support-hours-picker>`);
    const heard: unknown[] = [];
    form.addEventListener('change', (event) => heard.push(event.target === picker.element, picker.element.validity.valid, JSON.parse(data() as string)));
    await picker.press('24/7');
    expect(heard).to.deep.equal([true, true, picker.value]);
    for (const event of picker.events) expect([event.bubbles, event.composed]).to.deep.equal([true, true]);
  });

  it('puts the focus on the first broken day when the form is submitted', async () => {
    const { form, picker } = await inForm();
    picker.element.value = hours(schedule({ weekly: { ...schedule().weekly, we: [{ open: '09:00', close: '09:00' }] } }));
    await picker.settle();
    form.requestSubmit();
    await picker.settle();
    expect(picker.focused).to.equal(picker.day('Wednesday').box);
  });

  it('is restored by the browser', async () => {
    const { picker, data } = await inForm();
    picker.element.formStateRestoreCallback(JSON.stringify(initial));
    await picker.settle();
    expect(picker.value).to.deep.equal(initial);
    expect(JSON.parse(data() as string)).to.deep.equal(initial);
    expect(picker.events).to.have.length(0);
  });

  it('takes no input and has no part in the form while disabled, by itself or by a fieldset', async () => {
    const { form, picker, data } = await inForm(html`<fieldset><support-hours-picker name="hours" .value=${initial}></support-hours-picker></fieldset>`);
    const fieldset = form.querySelector('fieldset')!;
    fieldset.disabled = true;
    await picker.settle();
    expect(data()).to.equal(null);
    for (const control of [...picker.all('button'), ...picker.all('textbox')]) expect(control.matches(':disabled')).to.equal(true);
    expect(picker.element.matches(':state(disabled)')).to.equal(true);
    fieldset.disabled = false;
    picker.element.disabled = true;
    await picker.settle();
    expect(picker.get('combobox', 'Time zone').matches(':disabled')).to.equal(true);
  });

  it('is named by its label, a property or a label element, and a click there leads inside', async () => {
    const { form, picker } = await inForm(html`<label for="h">Customer service</label><support-hours-picker id="h" name="hours"></support-hours-picker>`);
    expect(picker.get('group', 'Customer service')).to.exist;
    form.querySelector('label')!.click();
    expect(picker.focused).to.equal(picker.get('button', 'Add schedule'));
    picker.element.label = 'Operational Support';
    await picker.settle();
    expect(picker.get('group', 'Operational Support')).to.exist;
  });
});

describe('support-hours-picker: what cannot be read', () => {
  const raws: [what: string, raw: unknown][] = [
    ['text that is no JSON', '{"version":'],
    ['another version', { version: 2, schedules: [] }],
    ['a schedule without days', { version: 1, schedules: [{ id: 'a', label: '', timeZone: 'UTC', weekly: {}, exceptions: [] }] }],
    ['a number', 7],
  ];
  for (const [what, raw] of raws) {
    it(`keeps ${what} as it is, invalid and in words, until somebody starts again`, async () => {
      const { picker, data } = await inForm();
      picker.element.value = raw as SupportHours;
      await picker.settle();
      expect(picker.value).to.equal(raw);
      expect(picker.element.checkValidity()).to.equal(false);
      expect(picker.all('alert')[0].textContent).to.contain('cannot be read');
      expect(data()).to.equal(typeof raw === 'string' ? raw : JSON.stringify(raw));
      expect(picker.all('textbox')).to.have.length(0);
      await picker.press('Start again');
      expect(picker.value).to.deep.equal({ version: 1, schedules: [] });
      expect(picker.eventTypes).to.deep.equal(['input', 'change']);
      await picker.press('Undo');
      expect(picker.value).to.equal(raw);
    });
  }

  it('is only shown as such where nothing may be changed', async () => {
    const { picker } = await inForm(html`<support-hours-picker name="hours" readonly value="nonsense"></support-hours-picker>`);
    expect(picker.text).to.contain('cannot be read');
    expect(picker.all('button')).to.have.length(0);
  });

  it('keeps keys that it does not know through an edit', async () => {
    const { picker } = await inForm();
    const extended = { ...hours({ ...schedule(), colour: 'blue' } as ReturnType<typeof schedule>), source: { of: 'elsewhere' } };
    picker.element.value = extended;
    await picker.settle();
    await picker.day('Monday').press('Closed');
    expect(picker.value).to.have.deep.property('source', { of: 'elsewhere' });
    expect(picker.value.schedules[0]).to.have.property('colour', 'blue');
  });
});

describe('support-hours-picker: its life', () => {
  it('takes over what was set before it was defined', async () => {
    const element = document.createElement('support-hours-picker') as SupportHoursPicker;
    const copy = document.createElement('unknown-before') as unknown as SupportHoursPicker;
    copy.value = initial;
    document.body.append(copy, element);
    customElements.define('unknown-before', class extends (customElements.get('support-hours-picker') as CustomElementConstructor) {});
    await copy.updateComplete;
    expect(new SupportHoursPickerHarness(copy).get('textbox', 'Name')).to.have.property('value', 'Phone');
    copy.remove();
    element.remove();
  });

  it('goes on where it was after it is moved', async () => {
    const { form, picker } = await inForm();
    await picker.press('24/7');
    const elsewhere = document.createElement('form');
    document.body.append(elsewhere);
    elsewhere.append(picker.element);
    await picker.settle();
    expect(new FormData(form).get('hours')).to.equal(null);
    expect(new FormData(elsewhere).get('hours')).to.equal(JSON.stringify(picker.value));
    await picker.press('Undo');
    expect(picker.value.schedules).to.have.length(0);
    elsewhere.remove();
  });
});
