import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../../src/define/support-hours-picker.js';
import type { Exception } from '../../../../src/domain/support-hours.js';
import { SupportHoursPickerHarness } from '../../../support/support-hours-picker.harness.js';
import { clock, hours, schedule } from '../fixtures.js';

const day = (from: string, label?: string, to = from): Exception => ({ from, to, intervals: [], ...(label && { label }) });
const saved = [day('2025-12-25', 'Last Christmas'), day('2026-01-06', 'Epiphany'), day('2026-01-14', 'Today'), day('2026-04-03', 'Good Friday'), day('2026-08-01', 'Summer', '2026-08-15')];

async function show(exceptions: Exception[], readonly = false): Promise<SupportHoursPickerHarness> {
  const value = hours(schedule({ exceptions }));
  const wrapper = await fixture(html`<div lang="en-GB"><support-hours-picker .clock=${clock} .value=${value} ?readonly=${readonly}></support-hours-picker></div>`);
  const picker = new SupportHoursPickerHarness(wrapper.querySelector('support-hours-picker')!);
  await picker.settle();
  return picker;
}

function listed(picker: SupportHoursPickerHarness): string[] {
  return picker.all('listitem').flatMap((item) => [...item.querySelectorAll('bdi')].at(2)?.textContent ?? []);
}

function exceptions(picker: SupportHoursPickerHarness): Exception[] {
  return picker.value.schedules[0].exceptions;
}

async function setDate(picker: SupportHoursPickerHarness, form: HTMLElement, part: 0 | 1, date: string): Promise<void> {
  const box = form.querySelectorAll<HTMLInputElement>('input[type="date"]')[part];
  box.value = date;
  box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await picker.settle();
}

describe('support-hours-picker: the list of exceptions', () => {
  for (const readonly of [false, true]) {
    it(`lists the next one first and folds away what is over${readonly ? ', to be read' : ''}`, async () => {
      const picker = await show(saved, readonly);
      await picker.waitFor(() => listed(picker).length > 0);
      expect(listed(picker)).to.deep.equal(['Today', 'Good Friday', 'Summer']);
      const summary = picker.root.querySelector('summary')!;
      expect(summary.textContent).to.equal('2 past exceptions');
      summary.focus();
      await sendKeys({ press: 'Enter' });
      await picker.waitFor(() => listed(picker).length === 5);
      expect(listed(picker).slice(3)).to.deep.equal(['Epiphany', 'Last Christmas']);
    });
  }

  it('shows some of ten thousand, and more when asked for, with the focus on the first of them', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => day(new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10), `Number ${index}`));
    const picker = await show(many);
    expect(listed(picker)).to.have.length(20);
    await picker.press('Show more (9,980 left)');
    await picker.waitFor(() => picker.focused?.textContent?.includes('Number 20'));
    expect(listed(picker)).to.have.length(40);
    const button = picker.all('button', 'Remove Fri, 1 Jan 2027');
    expect(button).to.have.length(1);
  });

  it('puts what has to be mended first, and says what is wrong with 29 February', async () => {
    const picker = await show([...saved, day('2027-02-29', 'Leap day')]);
    expect(listed(picker)[0]).to.equal('Leap day');
    expect(picker.text).to.contain('There is no 29 February in 2027.');
  });
});

describe('support-hours-picker: changing an exception', () => {
  it('fills in what it is, and takes the change as one step that can be undone', async () => {
    const picker = await show(saved);
    const form = await picker.openException('Change Fri, 3 Apr 2026');
    expect(form.getAttribute('aria-label')).to.equal('Change exception');
    expect(picker.get('textbox', 'Occasion', form)).to.have.property('value', 'Good Friday');
    await picker.fill(picker.get('textbox', 'Hours', form), '9am-1pm');
    expect(form.textContent).to.contain('Understood as: 09:00–13:00');
    await setDate(picker, form, 0, '2026-09-01');
    await picker.press('Change', form);
    expect(exceptions(picker).map(({ from }) => from)).to.deep.equal(['2025-12-25', '2026-01-06', '2026-01-14', '2026-08-01', '2026-09-01']);
    expect(exceptions(picker)[4]).to.deep.equal({ from: '2026-09-01', to: '2026-09-01', intervals: [{ open: '09:00', close: '13:00' }], label: 'Good Friday' });
    expect(picker.eventTypes).to.deep.equal(['input', 'change']);
    await picker.press('Undo');
    expect(exceptions(picker)).to.deep.equal(saved);
  });

  it('changes nothing when it is cancelled, and gives the focus back', async () => {
    const picker = await show(saved);
    await picker.openException('Change Fri, 3 Apr 2026');
    await sendKeys({ press: 'Escape' });
    await picker.settle();
    expect(picker.focused).to.equal(picker.get('button', 'Change Fri, 3 Apr 2026'));
    expect(picker.element.unresolved).to.deep.equal([]);
    expect(picker.events).to.have.length(0);
  });

  it('names the exception whose dates it crosses, and keeps what was written', async () => {
    const picker = await show(saved);
    const form = await picker.openException('Add exception');
    await setDate(picker, form, 0, '2026-07-20');
    await setDate(picker, form, 1, '2026-08-02');
    await picker.press('Add', form);
    expect(picker.all('alert')[0].textContent).to.match(/Another exception has some of these dates: .*Aug 2026 \(Summer\)/);
    expect(picker.element.unresolved).to.have.length(1);
    expect(exceptions(picker)).to.deep.equal(saved);
  });

  it('offers to swap dates that are the wrong way round', async () => {
    const picker = await show([]);
    const form = await picker.openException('Add exception');
    await setDate(picker, form, 0, '2026-05-05');
    await setDate(picker, form, 1, '2026-05-01');
    await picker.press('Add', form);
    await picker.press('Swap the two dates', form);
    await picker.press('Add', form);
    expect(exceptions(picker)).to.deep.equal([{ from: '2026-05-01', to: '2026-05-05', intervals: [] }]);
  });

  it('keeps what was written as a new one where the exception was removed meanwhile', async () => {
    const picker = await show([day('2026-04-03', 'Good Friday'), day('2026-05-01', 'Labour Day')]);
    await picker.press('Remove Fri, 1 May 2026');
    await picker.press('Undo');
    const form = await picker.openException('Change Fri, 1 May 2026');
    await picker.fill(picker.get('textbox', 'Occasion', form), 'First of May');
    await picker.press('Redo');
    expect(picker.get('textbox', 'Occasion', picker.get('group', 'New exception'))).to.have.property('value', 'First of May');
  });
});
