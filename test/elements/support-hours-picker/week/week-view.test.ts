import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands';
import '../../../../src/define/support-hours-picker.js';
import type { Schedule, SupportHours } from '../../../../src/domain/support-hours.js';
import { eventually } from '../../../support/eventually.js';
import { pressChord } from '../../../support/keys.js';
import { SupportHoursPickerHarness } from '../../../support/support-hours-picker.harness.js';
import { clock, hours, office, schedule } from '../fixtures.js';

interface Shown {
  lang?: string;
  dir?: 'ltr' | 'rtl';
  readonly?: boolean;
  at?: () => Date;
}

async function show(value: SupportHours, { lang = 'en-GB', dir = 'ltr', readonly = false, at = clock }: Shown = {}): Promise<SupportHoursPickerHarness> {
  const wrapper = await fixture(html`<div lang=${lang} dir=${dir}><support-hours-picker ?readonly=${readonly} .clock=${at} .value=${value}></support-hours-picker></div>`);
  const picker = new SupportHoursPickerHarness(wrapper.querySelector('support-hours-picker')!);
  await picker.settle();
  const name = lang === 'es' ? 'Vista de la semana' : 'Week view';
  await picker.press(name);
  await eventually(() => picker.all('group', name).length === 1, 'the week view is there');
  return picker;
}

async function change(picker: SupportHoursPickerHarness, name: string): Promise<HTMLElement> {
  await picker.press(`Change ${name} in the week`);
  await eventually(() => picker.focused?.getAttribute('role') === 'gridcell', 'the grid has the focus');
  return picker.all('grid')[0];
}

function cell(picker: SupportHoursPickerHarness, start: string): HTMLElement {
  return picker.all('gridcell').find((one) => one.getAttribute('aria-label')!.startsWith(start))!;
}

function centre(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

async function drag(from: [number, number], to: [number, number]): Promise<void> {
  await sendMouse({ type: 'move', position: from });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: to });
}

function weekly(picker: SupportHoursPickerHarness): Schedule['weekly'] {
  return picker.value.schedules[0].weekly;
}

const newYork = schedule({ id: 'b', label: 'New York', timeZone: 'America/New_York' });

describe('support-hours-picker, week view: what is open when', () => {
  it('is drawn with a text alternative, and says in words when nobody is there', async () => {
    const picker = await show(hours(schedule({ label: 'Madrid' }), newYork));
    expect(picker.all('img').map((one) => one.getAttribute('aria-label'))[0]).to.match(/^Week of 12\s?–\s?18 January 2026, drawn\. The table below says the same\.$/);
    const gaps = picker.all('list').find((list) => list.getAttribute('aria-labelledby') === 'week-gaps')!;
    expect(gaps.textContent).to.match(/Mon,? 12 Jan|Mon/).and.to.match(/23:00/);
    expect(picker.text).to.contain('Nobody is there (98 hrs in all)').and.to.contain('Several schedules at once: 10 hrs');
    const details = picker.root.querySelector('details')!;
    details.open = true;
    const [table] = picker.all('table', undefined, details);
    expect(table.textContent!.replace(/\s+/g, ' ')).to.match(/Monday,? 12 January Madrid: 09:00–17:00 ?New York: 15:00–23:00/);
  });

  it('shows the hours in a schedule’s zone when that is chosen', async () => {
    const picker = await show(hours(schedule({ label: 'Madrid' }), newYork));
    const zone = picker.root.querySelector<HTMLSelectElement>('.week select')!;
    expect([...zone.options].map(({ text }) => text.trim())).to.deep.equal(['Madrid (your time zone)', 'New York']);
    zone.value = 'America/New_York';
    zone.dispatchEvent(new Event('change', { bubbles: true }));
    await picker.settle();
    expect(picker.root.querySelector('.week details')!.textContent!.replace(/\s+/g, ' ')).to.match(/Madrid: 03:00–11:00 ?New York: 09:00–17:00/);
    expect(picker.text).to.contain('Now: Wednesday 04:30');
  });

  it('goes to other weeks, and back to this one', async () => {
    const picker = await show(hours(schedule()));
    await picker.press('Next week');
    expect(picker.status).to.match(/Week of 19\s?–\s?25 January 2026/);
    expect(picker.text).not.to.contain('Now:');
    await picker.press('This week');
    await picker.press('Previous week');
    expect(picker.status).to.match(/Week of 5\s?–\s?11 January 2026/);
  });

  it('says when clocks change, and how long that day is', async () => {
    const back = await show(hours(schedule()), { at: () => new Date('2026-10-23T09:30:00Z') });
    expect(back.text).to.match(/The clocks go back on Sunday,? 25 October, by 1 hr: that day has 25 hrs/);
    const forward = await show(hours(schedule()), { at: () => new Date('2026-03-27T09:30:00Z') });
    expect(forward.text).to.match(/The clocks go forward on Sunday,? 29 March, by 1 hr: that day has 23 hrs/);
  });

  it('names exceptions of the week, and a schedule whose zone is not known', async () => {
    const exception = { from: '2026-01-14', to: '2026-01-14', intervals: [], label: 'Inventory' };
    const picker = await show(hours(schedule({ label: 'Shop', exceptions: [exception] }), schedule({ id: 'b', label: 'Base', timeZone: 'Mars/Olympus_Mons' })));
    expect(picker.text).to.match(/Exception of Shop: .*14 Jan.* · Inventory/);
    expect(picker.text).to.contain('Not drawn, because this browser does not know the time zone Mars/Olympus_Mons: Base');
    expect(picker.text).to.contain('When nobody is cannot be told.').and.not.to.contain('in all');
  });

  it('can be read where nothing can be changed, and in Spanish', async () => {
    const picker = await show(hours(schedule({ label: 'Oficina' })), { readonly: true, lang: 'es' });
    expect(picker.text).to.match(/Hay alguien durante 40 h/).and.not.to.contain('Cambiar');
  });

  it('is put away by the same button', async () => {
    const picker = await show(hours(schedule()));
    await picker.press('Week view');
    expect(picker.all('img')).to.have.length(0);
    expect(picker.get('button', 'Week view').getAttribute('aria-expanded')).to.equal('false');
  });
});

describe('support-hours-picker, week view: by keyboard', () => {
  it('opens and closes what is selected, each as one step, and says so', async () => {
    const picker = await show(hours(schedule({ label: 'Office' })));
    await change(picker, 'Office');
    expect(picker.focused!.getAttribute('aria-label')).to.equal('Monday, 09:00–09:30, open');
    await sendKeys({ press: 'ArrowUp' });
    await pressChord('Shift+ArrowUp');
    await pressChord('Shift+ArrowRight');
    await picker.settle();
    expect(picker.status).to.contain('Monday to Tuesday, 08:00–09:00, closed');
    expect(picker.all('gridcell').filter((one) => one.getAttribute('aria-selected') === 'true')).to.have.length(4);
    await sendKeys({ press: ' ' });
    await picker.settle();
    expect(weekly(picker).mo).to.deep.equal([{ open: '08:00', close: '17:00' }]);
    expect(weekly(picker).tu).to.deep.equal([{ open: '08:00', close: '17:00' }]);
    expect(picker.status).to.contain('Opened: Monday to Tuesday, 08:00–09:00.');
    expect(picker.eventTypes).to.deep.equal(['input', 'change']);
    await sendKeys({ press: 'Enter' });
    await picker.settle();
    expect(weekly(picker).mo).to.deep.equal([office]);
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'ArrowDown' });
    await picker.settle();
    expect(picker.all('gridcell').filter((one) => one.getAttribute('aria-selected') === 'true')).to.have.length(1);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Delete' });
    await picker.settle();
    expect(picker.status).to.contain('Closed: Tuesday');
    await picker.press('Undo');
    expect(weekly(picker).tu).to.deep.equal([office]);
  });

  it('goes to the left for the next day where lines do', async () => {
    const picker = await show(hours(schedule({ label: 'Office' })), { dir: 'rtl' });
    await change(picker, 'Office');
    await sendKeys({ press: 'ArrowLeft' });
    expect(picker.focused!.getAttribute('aria-label')).to.contain('Tuesday');
    await sendKeys({ press: 'End' });
    expect(picker.focused!.getAttribute('aria-label')).to.contain('Sunday');
    await sendKeys({ press: 'PageUp' });
    expect(picker.focused!.getAttribute('aria-label')).to.contain('05:00–05:30');
  });

  it('goes back to all schedules, with the focus where it came from', async () => {
    const picker = await show(hours(schedule({ label: 'Office' }), newYork));
    await change(picker, 'New York');
    await picker.press('Back to all schedules');
    await eventually(() => picker.focused === picker.get('button', 'Change New York in the week'), 'the focus is back');
  });
});

describe('support-hours-picker, week view: the schedule that is changed', () => {
  it('stays the same where another is removed, and ends where it is removed itself', async () => {
    const picker = await show(hours(schedule({ label: 'Office' }), newYork));
    await change(picker, 'New York');
    await picker.press('Remove Office');
    expect(picker.all('grid')[0].getAttribute('aria-label')).to.contain('New York');
    await picker.press('Undo', picker.root.querySelector('.removed')!);
    await picker.press('Remove New York');
    expect(picker.all('grid')).to.have.length(0);
    expect(picker.all('img')).to.have.length(1);
  });
});

describe('support-hours-picker, week view: by pointer', () => {
  afterEach(() => resetMouse());

  async function painting(value = schedule({ label: 'Office' }), shown: Shown = {}): Promise<SupportHoursPickerHarness> {
    const picker = await show(hours(value), shown);
    (await change(picker, 'Office')).scrollIntoView({ block: 'center' });
    return picker;
  }

  it('opens what is dragged over, on several days, as one step', async () => {
    const picker = await painting();
    await drag(centre(cell(picker, 'Saturday, 10:00')), centre(cell(picker, 'Sunday, 12:00')));
    await picker.settle();
    expect(weekly(picker).sa).to.deep.equal([]);
    expect(picker.events).to.have.length(0);
    await sendMouse({ type: 'up' });
    await picker.settle();
    expect(weekly(picker).sa).to.have.length(1);
    expect(weekly(picker).sa).to.deep.equal(weekly(picker).su);
    expect(weekly(picker).sa[0].open).to.match(/^10:(00|15)$/);
    expect(weekly(picker).sa[0].close).to.match(/^12:(15|30)$/);
    expect(picker.eventTypes).to.deep.equal(['input', 'change']);
    await picker.press('Undo');
    expect(weekly(picker).sa).to.deep.equal([]);
  });

  it('closes where it begins on what is open, and moves an end that it takes hold of', async () => {
    const picker = await painting();
    await drag(centre(cell(picker, 'Monday, 12:00')), centre(cell(picker, 'Monday, 12:30')));
    await sendMouse({ type: 'up' });
    await picker.settle();
    expect(weekly(picker).mo).to.have.length(2);
    const end = cell(picker, 'Tuesday, 17:00').getBoundingClientRect();
    await drag([Math.round(end.left + end.width / 2), Math.round(end.top)], [Math.round(end.left + end.width / 2), Math.round(cell(picker, 'Tuesday, 20:00').getBoundingClientRect().top)]);
    await sendMouse({ type: 'up' });
    await picker.settle();
    expect(weekly(picker).tu).to.deep.equal([{ open: '09:00', close: '20:00' }]);
  });

  it('is cancelled by Escape', async () => {
    const picker = await painting();
    await drag(centre(cell(picker, 'Saturday, 10:00')), centre(cell(picker, 'Saturday, 12:00')));
    await sendKeys({ press: 'Escape' });
    await sendMouse({ type: 'up' });
    await picker.settle();
    expect(weekly(picker).sa).to.deep.equal([]);
    expect(picker.status).to.contain('Cancelled. Nothing was changed.');
    expect(picker.events).to.have.length(0);
  });

  it('turns one cell over when it is clicked', async () => {
    const picker = await painting();
    await sendMouse({ type: 'click', position: centre(cell(picker, 'Saturday, 10:00')) });
    await picker.settle();
    expect(weekly(picker).sa).to.deep.equal([{ open: '10:00', close: '10:30' }]);
    expect(picker.focused).to.equal(cell(picker, 'Saturday, 10:00'));
  });

  it('paints with a finger that is held, and leaves one that moves at once to scrolling', async () => {
    const picker = await painting();
    const grid = picker.all('grid')[0];
    const send = (type: string, [clientX, clientY]: [number, number]) => grid.dispatchEvent(new PointerEvent(type, {
      bubbles: true, composed: true, isPrimary: true, pointerId: 7, pointerType: 'touch', button: type === 'pointermove' ? -1 : 0, clientX, clientY,
    }));
    const [from, to] = [centre(cell(picker, 'Saturday, 10:00')), centre(cell(picker, 'Saturday, 12:00'))];
    send('pointerdown', from);
    send('pointermove', to);
    send('pointerup', to);
    await picker.settle();
    expect(weekly(picker).sa).to.deep.equal([]);
    send('pointerdown', from);
    const scroll = new Event('touchmove', { bubbles: true, cancelable: true });
    grid.dispatchEvent(scroll);
    expect(scroll.defaultPrevented).to.equal(false);
    await eventually(() => {
      const later = new Event('touchmove', { bubbles: true, cancelable: true });
      grid.dispatchEvent(later);
      return later.defaultPrevented;
    }, 'it paints');
    send('pointermove', to);
    send('pointerup', to);
    await picker.settle();
    expect(weekly(picker).sa).to.have.length(1);
  });
});
