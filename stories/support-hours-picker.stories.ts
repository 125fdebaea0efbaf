import { html, type TemplateResult } from 'lit';
import '../src/define/support-hours-picker.js';
import type { Exception, Interval, Schedule, SupportHours } from '../src/domain/support-hours.js';

export default { title: 'Support hours picker', component: 'support-hours-picker' };

/** A Wednesday morning in winter, so that what is open now does not depend on the day somebody looks. */
const clock = () => new Date('2026-01-14T09:30:00Z');

const office: Interval[] = [{ open: '09:00', close: '17:00' }];

function schedule(changes: Partial<Schedule> = {}): Schedule {
  return {
    id: 'office', label: 'Office', timeZone: 'Europe/Madrid', exceptions: [],
    weekly: { mo: office, tu: office, we: office, th: office, fr: office, sa: [], su: [] },
    ...changes,
  };
}

function hours(...schedules: Schedule[]): SupportHours {
  return { version: 1, schedules };
}

const exceptions: Exception[] = [
  { from: '2026-01-01', to: '2026-01-01', intervals: [], label: 'New Year’s Day' },
  { from: '2026-12-24', to: '2026-12-31', intervals: [{ open: '10:00', close: '14:00' }], label: 'Christmas week' },
];

const bar = [{ open: '18:00', close: '02:00' }];
const overnight = schedule({
  id: 'night', label: 'Night line',
  weekly: { mo: [], tu: [], we: bar, th: bar, fr: [{ open: '18:00', close: '04:00' }], sa: [{ open: '10:00', close: '24:00' }], su: [] },
});

const siesta = [{ open: '09:00', close: '14:00' }, { open: '16:00', close: '20:00' }];
const split = schedule({ label: 'Shop', weekly: { mo: siesta, tu: siesta, we: siesta, th: siesta, fr: siesta, sa: [{ open: '09:00', close: '14:00' }], su: [] } });

const broken = schedule({
  weekly: {
    mo: [{ open: '09:00', close: '13:00' }, { open: '12:00', close: '17:00' }], tu: [{ open: '09:00', close: '09:00' }],
    we: office, th: office, fr: office, sa: [], su: [],
  },
  exceptions: [{ from: '2026-02-30', to: '2026-02-30', intervals: [] }],
});

const two = hours(
  schedule({ label: 'Phone', channels: ['phone'] }),
  schedule({ id: 'sydney', label: 'Follow-the-sun desk', timeZone: 'Australia/Sydney', channels: ['chat', 'e-mail'] }),
);
const channels = [{ key: 'phone', label: 'Phone' }, { key: 'chat', label: 'Chat' }, { key: 'e-mail', label: 'E-mail' }];

function picker(value: unknown): TemplateResult {
  return html`<support-hours-picker name="hours" .clock=${clock} .value=${value as SupportHours}></support-hours-picker>`;
}

/** Every property by hand. */
export const Playground = {
  args: { label: 'Customer service', value: hours(schedule()), channels, required: false, readonly: false, disabled: false },
  render: (args: object) => Object.assign(document.createElement('support-hours-picker'), args),
};
export const Empty = { render: () => picker(null) };
export const Weekdays = { render: () => picker(hours(schedule())) };
export const Overnight = { render: () => picker(hours(overnight)) };
export const SplitShifts = { render: () => picker(hours(split)) };
export const TwoSchedules = {
  render: () => html`<support-hours-picker .clock=${clock} .value=${two} .channels=${channels}></support-hours-picker>`,
};
export const Exceptions = { render: () => picker(hours(schedule({ exceptions }))) };
export const Invalid = { render: () => picker(hours(broken)) };
export const Unreadable = { render: () => picker('{"version":2}') };
export const UnknownZone = { render: () => picker(hours(schedule({ timeZone: 'Mars/Olympus_Mons' }))) };
export const Readonly = {
  render: () => html`<support-hours-picker readonly .clock=${clock} .channels=${channels}
    .value=${hours(schedule({ label: 'Phone', channels: ['phone'], exceptions }), overnight)}></support-hours-picker>`,
};
export const ReadonlyEmpty = { render: () => html`<support-hours-picker readonly></support-hours-picker>` };
export const Disabled = {
  render: () => html`<support-hours-picker disabled .clock=${clock} .value=${hours(schedule())}></support-hours-picker>`,
};
export const InAForm = {
  render: () => html`<form @submit=${(event: Event) => event.preventDefault()}>
    <label for="hours">Customer service</label>
    <support-hours-picker id="hours" name="hours" required .clock=${clock}></support-hours-picker>
    <p><button type="submit">Submit</button> <button type="reset">Reset</button></p>
  </form>`,
};
export const Spanish = { render: () => html`<div lang="es">${picker(hours(overnight, schedule({ id: 'other', label: '', exceptions })))}</div>` };
export const RightToLeft = { render: () => html`<div lang="ar" dir="rtl">${picker(hours(overnight))}</div>` };
export const Narrow = {
  render: () => html`<style>.narrow { inline-size: 300px; }</style><div class="narrow">${picker(hours(schedule({ exceptions })))}</div>`,
};
export const Dark = {
  render: () => html`<style>.dark { color-scheme: dark; background: #15181e; padding: 1rem; }</style><div class="dark">${picker(hours(overnight, schedule({ id: 'other' })))}</div>`,
};
