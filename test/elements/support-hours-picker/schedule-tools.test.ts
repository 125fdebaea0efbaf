import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/support-hours-picker.js';
import type { SupportHours } from '../../../src/domain/support-hours.js';
import { duplicateSchedule, moveSchedule } from '../../../src/elements/support-hours-picker/tools/schedule-order.js';
import { allByRole, byRole } from '../../support/deep-query.js';
import { eventually } from '../../support/eventually.js';
import { SupportHoursPickerHarness } from '../../support/support-hours-picker.harness.js';
import { clock, hours, office, schedule } from './fixtures.js';

const three = hours(schedule({ label: 'Phone' }), schedule({ id: 'b', label: 'Chat', timeZone: 'Asia/Tokyo' }), schedule({ id: 'c', label: 'Mail' }));

async function show(value: SupportHours = three, { lang = 'en-GB', readonly = false } = {}): Promise<SupportHoursPickerHarness> {
  const wrapper = await fixture(html`<div lang=${lang}><support-hours-picker ?readonly=${readonly} .clock=${clock} .value=${value}></support-hours-picker></div>`);
  const picker = new SupportHoursPickerHarness(wrapper.querySelector('support-hours-picker')!);
  await eventually(() => (readonly ? picker.all('table').length : picker.all('button', `${lang === 'es' ? 'Más acciones para' : 'More for'} ${value.schedules[0].label}`).length) > 0, 'the tools are there');
  return picker;
}

function labels(picker: SupportHoursPickerHarness): string[] {
  return picker.value.schedules.map(({ label }) => label);
}

async function choose(picker: SupportHoursPickerHarness, name: string, item: string): Promise<void> {
  await picker.press(`More for ${name}`);
  byRole(picker.root, 'menuitem', item).click();
  await picker.settle();
  await picker.settle();
}

describe('support-hours-picker: several schedules', () => {
  it('moves one up and down, with the focus on it', async () => {
    const picker = await show();
    await choose(picker, 'Chat', 'Move up');
    expect(labels(picker)).to.deep.equal(['Chat', 'Phone', 'Mail']);
    expect(picker.focused).to.equal(picker.get('button', 'More for Chat'));
    expect(picker.status).to.contain('Chat is now number 1 of 3.');
    await choose(picker, 'Chat', 'Move down');
    await choose(picker, 'Chat', 'Move down');
    expect(labels(picker)).to.deep.equal(['Phone', 'Mail', 'Chat']);
    expect(picker.focused).to.equal(picker.get('button', 'More for Chat'));
    expect(picker.eventTypes).to.have.length(6);
  });

  it('says at the ends why it goes no further, and does nothing', async () => {
    const picker = await show();
    await picker.press('More for Phone');
    const up = byRole(picker.root, 'menuitem', 'Move up');
    expect(up.getAttribute('aria-disabled')).to.equal('true');
    up.click();
    await picker.settle();
    expect(picker.status).to.contain('It is the first one.');
    expect(labels(picker)).to.deep.equal(['Phone', 'Chat', 'Mail']);
    await sendKeys({ press: 'Escape' });
    await picker.press('More for Mail');
    expect(byRole(picker.root, 'menuitem', 'Move down').getAttribute('aria-disabled')).to.equal('true');
    expect(picker.events).to.have.length(0);
  });

  it('offers no moving where there is nowhere to go', async () => {
    const picker = await show(hours(schedule({ label: 'Phone' })));
    await picker.press('More for Phone');
    expect(allByRole(picker.root, 'menuitem').map(({ textContent }) => textContent)).to.deep.equal(['Duplicate', 'Languages and regions', 'Export hours']);
  });

  it('keeps what is being typed with the schedule that moves', async () => {
    const picker = await show();
    await picker.day('Monday', 'Chat').type('whenever');
    await choose(picker, 'Chat', 'Move up');
    expect(picker.day('Monday', 'Chat').box.value).to.equal('whenever');
    expect(picker.day('Monday', 'Phone').box.value).to.equal('09:00–17:00');
  });

  it('duplicates one, with its hours and zone, an id of its own, and the focus in its name', async () => {
    const picker = await show();
    await choose(picker, 'Chat', 'Duplicate');
    expect(labels(picker)).to.deep.equal(['Phone', 'Chat', 'Chat (copy)', 'Mail']);
    const [, original, copy] = picker.value.schedules;
    expect(copy).to.deep.equal({ ...original, id: copy.id, label: 'Chat (copy)' });
    expect(new Set(picker.value.schedules.map(({ id }) => id)).size).to.equal(4);
    expect(picker.focused).to.have.property('value', 'Chat (copy)');
    await picker.day('Monday', 'Chat (copy)').press('Closed');
    expect(picker.value.schedules[1].weekly.mo).to.deep.equal([office]);
  });

  it('undoes and redoes moving, duplicating, a zone, a name, a tag and an exception, each in one step', async () => {
    const picker = await show();
    const steps = [JSON.stringify(picker.value)];
    const step = async (what: Promise<void>) => {
      await what;
      steps.push(JSON.stringify(picker.value));
    };
    await step(choose(picker, 'Phone', 'Move down'));
    await step(choose(picker, 'Mail', 'Duplicate'));
    await step(picker.fill(picker.get('textbox', 'Name', picker.get('group', 'Chat')), 'Talk', 'Tab'));
    await choose(picker, 'Talk', 'Languages and regions');
    await step(picker.fill(picker.get('textbox', 'Languages'), 'Spanish', 'Tab'));
    const zone = picker.get('combobox', 'Time zone', picker.get('group', 'Talk')) as HTMLInputElement;
    await picker.fill(zone, 'Lisbon');
    await eventually(() => picker.all('option').length > 0, 'zones are found');
    await sendKeys({ press: 'ArrowDown' });
    await step(sendKeys({ press: 'Enter' }).then(() => picker.settle()));
    expect(picker.value.schedules[0].timeZone).to.equal('Europe/Lisbon');
    const form = await picker.openException('Add exception', picker.get('group', 'Talk'));
    const date = form.querySelector<HTMLInputElement>('input[type="date"]')!;
    date.value = '2026-05-01';
    date.dispatchEvent(new Event('input', { bubbles: true }));
    await picker.settle();
    await step(picker.press('Add', form));
    expect(new Set(steps).size).to.equal(steps.length);

    for (const text of steps.slice(0, -1).reverse()) {
      await picker.press('Undo');
      expect(JSON.stringify(picker.value)).to.equal(text);
    }
    for (const text of steps.slice(1)) {
      await picker.press('Redo');
      expect(JSON.stringify(picker.value)).to.equal(text);
    }
  });
});

describe('support-hours-picker: languages and regions', () => {
  it('asks for them when somebody wants to, and shows what was understood', async () => {
    const picker = await show();
    expect(picker.all('textbox', 'Languages')).to.have.length(0);
    await choose(picker, 'Chat', 'Languages and regions');
    const box = picker.get('textbox', 'Languages') as HTMLInputElement;
    expect(picker.focused).to.equal(box);
    await picker.fill(box, 'english, Spanish, Elvish of ours', 'Tab');
    expect(picker.value.schedules[1].languages).to.deep.equal(['en', 'es', 'Elvish of ours']);
    expect(box.value).to.equal('en, es, Elvish of ours');
    expect(picker.text).to.contain('English, Spanish and Elvish of ours');
    await picker.fill(picker.get('textbox', 'Regions') as HTMLInputElement, 'PT, North', 'Tab');
    expect(picker.value.schedules[1].regions).to.deep.equal(['PT', 'North']);
    expect(picker.text).to.contain('Portugal and North');
    await picker.fill(box, '', 'Tab');
    expect(picker.value.schedules[1]).not.to.have.property('languages');
  });

  it('shows stored ones at once, unknown ones and markup as they are', async () => {
    const value = hours(schedule({ label: '<b>Phone</b>', languages: ['qq-XX', '<img src=x onerror=alert(1)>'], regions: ['ES'] }));
    const picker = await show(value);
    expect((picker.get('textbox', 'Languages') as HTMLInputElement).value).to.equal('qq-XX, <img src=x onerror=alert(1)>');
    expect(picker.root.querySelector('img')).to.equal(null);
    const readonly = await show(value, { readonly: true });
    expect(readonly.text).to.contain('<b>Phone</b>').and.contain('Spain').and.contain('<img src=x onerror=alert(1)>');
    expect(readonly.root.querySelector('img, b')).to.equal(null);
  });

  it('speaks Spanish', async () => {
    const picker = await show(hours(schedule({ label: 'Chat', languages: ['en'] })), { lang: 'es' });
    expect(picker.get('textbox', 'Idiomas')).to.exist;
    expect(picker.text).to.contain('inglés');
  });
});

describe('the order of schedules', () => {
  it('moves within the list, and nothing where there is no place', () => {
    expect(moveSchedule(three, 0, 2).schedules.map(({ label }) => label)).to.deep.equal(['Chat', 'Mail', 'Phone']);
    expect(moveSchedule(three, 0, -1)).to.equal(three);
    expect(moveSchedule(three, 2, 3)).to.equal(three);
    expect(moveSchedule(three, 7, 0)).to.equal(three);
  });

  it('copies without sharing', () => {
    const { schedules } = duplicateSchedule(three, 0, { id: 'x', label: 'y' });
    expect(schedules[1]).to.deep.equal({ ...three.schedules[0], id: 'x', label: 'y' });
    expect(schedules[1].weekly.mo).not.to.equal(schedules[0].weekly.mo);
  });
});
