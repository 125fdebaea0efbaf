import { html, type TemplateResult } from 'lit';
import '../src/define/support-hours-picker.js';
import type { SupportHoursPicker } from '../src/elements/support-hours-picker/support-hours-picker.js';
import type { Exception, Schedule, SupportHours } from '../src/domain/support-hours.js';

export default { title: 'Support hours picker: editing', component: 'support-hours-picker' };

/** A Wednesday morning in winter. */
const clock = () => new Date('2026-01-14T09:30:00Z');

const office = { open: '09:00', close: '17:00' };
const weekly: Schedule['weekly'] = { mo: [office], tu: [office], we: [office], th: [office], fr: [office], sa: [], su: [] };

function schedule(changes: Partial<Schedule> = {}): Schedule {
  return { id: 'office', label: 'Office', timeZone: 'Europe/Madrid', exceptions: [], weekly, ...changes };
}

function picker(...schedules: Schedule[]): TemplateResult {
  return html`<support-hours-picker .clock=${clock} .value=${{ version: 1, schedules } as SupportHours}></support-hours-picker>`;
}

/** One that something is done with as soon as it is shown. */
function acting(act: (root: ParentNode) => void): SupportHoursPicker {
  const element = Object.assign(document.createElement('support-hours-picker'), { clock, value: { version: 1, schedules: [schedule()] } as SupportHours });
  void element.updateComplete.then(() => act(element.renderRoot));
  return element;
}

/** Overlaps, also from Sunday to Monday, and hours without length, each with what can be done about it. */
export const Repairs = {
  render: () => picker(schedule({
    weekly: {
      ...weekly, mo: [{ open: '01:00', close: '08:00' }, { open: '09:00', close: '17:00' }], tu: [{ open: '09:00', close: '13:00' }, { open: '12:00', close: '18:00' }],
      we: [{ open: '09:00', close: '09:00' }], su: [{ open: '22:00', close: '02:00' }],
    },
  })),
};
export const LanguagesAndRegions = { render: () => picker(schedule({ languages: ['en', 'es-MX', 'zh-Hant'], regions: ['ES', 'North'] })) };
/** Names of host and user with markup and with another direction. */
export const StrangeNames = {
  render: () => picker(schedule({ label: '<b>Bold</b>', channels: ['carrier-pigeon'] }), schedule({ id: 'b', label: 'الدعم الفني' }), schedule({ id: 'c', label: 'A'.repeat(80) })),
};
/** What is understood of what is being typed. */
export const Typing = {
  render: () => acting((root) => {
    const box = root.querySelector<HTMLInputElement>('#schedule-0-mo-hours');
    if (!box) return;
    box.value = '9-17:30, 18-2';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }),
};
/** The panel in which hours from elsewhere are pasted. */
export const Pasting = { render: () => acting((root) => root.querySelector<HTMLElement>('#paste')?.click()) };
const days = (count: number): Exception[] => Array.from({ length: count }, (_, index) => {
  const date = new Date(Date.UTC(2020, 0, 1 + index * 2)).toISOString().slice(0, 10);
  return { from: date, to: date, intervals: [] };
});
export const ReadonlyWithEverything = {
  render: () => html`<support-hours-picker readonly .clock=${clock} .value=${{
    version: 1, schedules: [schedule({ label: 'Phone', languages: ['en', 'es'], regions: ['ES'], channels: ['phone'], exceptions: days(3) })],
  } as SupportHours}></support-hours-picker>`,
};
