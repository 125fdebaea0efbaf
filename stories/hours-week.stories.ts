import { html, type TemplateResult } from 'lit';
import '../src/define/support-hours-picker.js';
import type { Interval, Schedule, SupportHours } from '../src/domain/support-hours.js';
import type { SupportHoursPicker } from '../src/elements/support-hours-picker/support-hours-picker.js';

export default { title: 'Support hours picker: week view', component: 'support-hours-picker' };

const winter = () => new Date('2026-01-14T09:30:00Z');
/** The week in which the clocks of Europe go back. */
const autumn = () => new Date('2026-10-23T09:30:00Z');
const spring = () => new Date('2026-03-27T09:30:00Z');

const office: Interval[] = [{ open: '09:00', close: '17:00' }];
const night: Interval[] = [{ open: '22:00', close: '06:00' }];
const always: Interval[] = [{ open: '00:00', close: '24:00' }];

function everyDay(row: Interval[]): Schedule['weekly'] {
  return { mo: row, tu: row, we: row, th: row, fr: row, sa: row, su: row };
}

function schedule(changes: Partial<Schedule> = {}): Schedule {
  return { id: 'office', label: 'Office', timeZone: 'Europe/Madrid', exceptions: [], weekly: { ...everyDay(office), sa: [], su: [] }, ...changes };
}

interface Shown {
  clock?: () => Date;
  readonly?: boolean;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  /** The schedule that is being changed. */
  changing?: string;
}

/** A picker whose week view has been asked for. */
function week(schedules: Schedule[], { clock = winter, readonly = false, lang = 'en-GB', dir = 'ltr', changing }: Shown = {}): TemplateResult {
  const value: SupportHours = { version: 1, schedules };
  const press = (picker: SupportHoursPicker, selector: string) => picker.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
  const open = async (element: Element | undefined) => {
    const picker = element as SupportHoursPicker | undefined;
    await picker?.updateComplete;
    if (!picker?.isConnected || picker.shadowRoot?.querySelector('.week')) return;
    press(picker, '[aria-expanded="false"]:not([aria-controls])');
    if (changing === undefined) return;
    for (let tries = 0; tries < 200 && !picker.shadowRoot?.querySelector(changing); tries += 1) await new Promise(requestAnimationFrame);
    press(picker, changing);
  };
  const shown = html`<support-hours-picker ?readonly=${readonly} .clock=${clock} .value=${value}></support-hours-picker>`;
  const wrapper = html`<div lang=${lang} dir=${dir}>${shown}</div>`;
  queueMicrotask(() => requestAnimationFrame(() => document.querySelectorAll('support-hours-picker').forEach((picker) => void open(picker))));
  return wrapper;
}

const worldwide = [
  schedule({ label: 'Madrid' }),
  schedule({ id: 'b', label: 'New York', timeZone: 'America/New_York' }),
  schedule({ id: 'c', label: 'Kolkata', timeZone: 'Asia/Kolkata', exceptions: [{ from: '2026-01-14', to: '2026-01-15', intervals: [], label: 'Pongal' }] }),
];

export const SeveralZones = { render: () => week(worldwide) };
export const ClocksGoBack = { render: () => week([schedule({ weekly: everyDay(night) })], { clock: autumn }) };
export const ClocksGoForward = { render: () => week([schedule({ weekly: everyDay(night) })], { clock: spring }) };
export const AlwaysOpen = { render: () => week([schedule({ weekly: everyDay(always) })]) };
export const Overnight = { render: () => week([schedule({ weekly: everyDay(night) })]) };
export const EmptyWeek = { render: () => week([schedule({ weekly: everyDay([]) })]) };
export const ReadonlyWeek = { render: () => week(worldwide, { readonly: true }) };
export const UnknownZone = { render: () => week([schedule(), schedule({ id: 'b', label: 'Base', timeZone: 'Mars/Olympus_Mons' })]) };
export const Changing = { render: () => week([schedule()], { changing: '#week-change-0' }) };
export const Spanish = { render: () => week(worldwide, { lang: 'es' }) };
export const RightToLeft = { render: () => week(worldwide, { lang: 'ar', dir: 'rtl' }) };
