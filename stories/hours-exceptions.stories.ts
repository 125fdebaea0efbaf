import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../src/define/support-hours-picker.js';
import type { Exception, Schedule, SupportHours } from '../src/domain/support-hours.js';

export default { title: 'Support hours picker/Exceptions and zones', component: 'support-hours-picker' };

/** A Wednesday morning in winter, so that what is past does not depend on the day somebody looks. */
const clock = () => new Date('2026-01-14T09:30:00Z');
const office = [{ open: '09:00', close: '17:00' }];

const exceptions: Exception[] = [
  { from: '2025-12-24', to: '2025-12-31', intervals: [{ open: '10:00', close: '14:00' }], label: 'Christmas week' },
  { from: '2026-01-06', to: '2026-01-06', intervals: [], label: 'Epiphany' },
  { from: '2026-04-03', to: '2026-04-03', intervals: [], label: 'Good Friday' },
  { from: '2026-08-01', to: '2026-08-15', intervals: [{ open: '09:00', close: '14:00' }], label: 'Summer' },
  { from: '2026-12-24', to: '2026-12-24', intervals: [{ open: '20:00', close: '02:00' }], label: 'Christmas Eve' },
];

const thousands: Exception[] = Array.from({ length: 10_000 }, (_, index) => {
  const date = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
  return { from: date, to: date, intervals: [], label: `Day ${index + 1}` };
});

function hours(own: Exception[], changes: Partial<Schedule> = {}): SupportHours {
  return { version: 1, schedules: [{
    id: 'office', label: 'Office', timeZone: 'Europe/Madrid', exceptions: own,
    weekly: { mo: office, tu: office, we: office, th: office, fr: office, sa: [], su: [] }, ...changes,
  }] };
}

function picker(value: SupportHours, readonly = false): TemplateResult {
  return html`<support-hours-picker .clock=${clock} .value=${value} ?readonly=${readonly}></support-hours-picker>`;
}

/** A picker in which somebody has pressed what is found by a selector: an example of what is loaded on demand. */
function pressed(value: SupportHours, selector: string, then?: (root: ShadowRoot) => void): TemplateResult {
  const handleReady = async (element: Element | undefined) => {
    if (!(element instanceof HTMLElement) || element.dataset.pressed !== undefined) return;
    element.dataset.pressed = '';
    await customElements.whenDefined('support-hours-picker');
    const own = element as HTMLElementTagNameMap['support-hours-picker'];
    await own.updateComplete;
    own.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
    await own.updateComplete;
    if (then && own.shadowRoot) then(own.shadowRoot);
  };
  return html`<support-hours-picker .clock=${clock} .value=${value} ${ref(handleReady)}></support-hours-picker>`;
}

const calendar = `BEGIN:VCALENDAR
VERSION:2.0
${[['Viernes Santo', '20260403'], ['Día del Trabajo', '20260501'], ['Asunción', '20260815'], ['Fiesta Nacional', '20261012'], ['Navidad', '20261225']]
    .map(([name, date]) => `BEGIN:VEVENT\nSUMMARY:${name}\nDTSTART;VALUE=DATE:${date}\nEND:VEVENT`).join('\n')}
END:VCALENDAR
`;

function giveFile(root: ShadowRoot): void {
  const give = () => {
    const input = root.querySelector<HTMLInputElement>('.holidays input[type="file"]');
    if (!input) return;
    watcher.disconnect();
    const files = new DataTransfer();
    files.items.add(new File([calendar], 'festivos.ics', { type: 'text/calendar' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const watcher = new MutationObserver(give);
  watcher.observe(root, { childList: true, subtree: true });
  give();
}

export const List = { render: () => picker(hours(exceptions)) };
export const TenThousand = { render: () => picker(hours(thousands)) };
export const ReadonlyList = { render: () => picker(hours(exceptions), true) };
export const NewException = { render: () => pressed(hours(exceptions), '#schedule-0-exception-add') };
export const ChangeException = { render: () => pressed(hours(exceptions), '#schedule-0-exception-3-edit') };
export const ImportHolidays = { render: () => pressed(hours(exceptions), '#schedule-0-exception-import') };
export const HolidaysFound = { render: () => pressed(hours(exceptions), '#schedule-0-exception-import', giveFile) };
export const TimeZones = { render: () => pressed(hours([]), '#schedule-0-zone') };
export const InSpanish = { render: () => html`<div lang="es">${pressed(hours(exceptions), '#schedule-0-exception-import', giveFile)}</div>` };
