import { expect } from 'chai';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { toICalendar } from '../../src/domain/conversions/to-icalendar.js';
import { openIntervals } from '../../src/domain/open-hours.js';
import type { SupportHours } from '../../src/domain/support-hours.js';
import { runs, validSchedule } from './hours.arbitraries.js';
import { daily, exception, hours, schedule } from './hours.fixtures.js';

/*
 * What a reader makes of an exported file that knows nothing of us: it unfolds lines, expands repetitions on local time with
 * Temporal, leaves out instances that do not exist, and gives all instances the real length of the first (RFC 5545, 3.3.10).
 */

interface Event {
  props: Map<string, { params: string; value: string }>;
}

function eventsOf(file: string): Event[] {
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n');
  const events: Event[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({ props: new Map() });
    const [, name, params, value] = /^([A-Z-]+)((?:;[^:]+)?):(.*)$/.exec(line) ?? [];
    if (name && events.length > 0) events[events.length - 1].props.set(name, { params, value });
  }
  return events;
}

/** A written time as the milliseconds it would be in UTC. */
function plain(value: string): number {
  return Date.parse(value.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/, '$1-$2-$3T$4:$5:$6Z'));
}

/** By zone and wall time: what it is in real time, and whether it exists. The same ones are asked for over and over. */
const known = new Map<string, { instant: number; isReal: boolean }>();

function resolve(zone: string, wall: number): { instant: number; isReal: boolean } {
  const key = `${zone} ${wall}`;
  let found = known.get(key);
  if (!found) {
    const local = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
    const zoned = local.toZonedDateTime(zone);
    known.set(key, (found = { instant: zoned.epochMilliseconds, isReal: zoned.toPlainDateTime().equals(local) }));
  }
  return found;
}

function instantsOf({ props }: Event): [number, number][] {
  const [start, end] = [props.get('DTSTART')!, props.get('DTEND')!];
  if (/VALUE=DATE/.test(start.params)) return [];
  if (start.value.endsWith('Z')) return [[plain(start.value), plain(end.value)]];
  const zone = /TZID=(.+)$/.exec(start.params)![1];
  const first = plain(start.value);
  const length = resolve(zone, plain(end.value)).instant - resolve(zone, first).instant;
  const excluded = new Set((props.get('EXDATE')?.value ?? '').split(',').map(plain));
  const rule = Object.fromEntries((props.get('RRULE')?.value ?? 'FREQ=DAILY;COUNT=1').split(';').map((part) => part.split('=')));
  const until = rule.UNTIL ? plain(rule.UNTIL) : Number.POSITIVE_INFINITY;
  const step = (rule.FREQ === 'WEEKLY' ? 7 : 1) * 86_400_000;
  const found: [number, number][] = [];
  if (rule.BYDAY) expect(rule.BYDAY).to.equal(['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(first).getUTCDay()]);
  for (let index = 0; index < Number(rule.COUNT ?? Number.POSITIVE_INFINITY); index += 1) {
    const wall = first + index * step;
    const { instant, isReal } = resolve(zone, wall);
    if (instant > until) break;
    if (isReal && !excluded.has(wall)) found.push([instant, instant + length]);
  }
  return found;
}

function expectExact(subject: SupportHours, from: string, years: number): void {
  const file = toICalendar(subject, { from, years });
  const first = Temporal.PlainDate.from(from);
  const last = first.add({ years }).subtract({ days: 5 });
  const bounds = [first.add({ days: 3 }), last].map((date) => Temporal.Instant.from(`${date.toString()}T12:00Z`).epochMilliseconds);
  const all = eventsOf(file).flatMap(instantsOf).sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [begin, end] of all) {
    const now: [number, number] = [Math.max(begin, bounds[0]), Math.min(end, bounds[1])];
    const before = merged[merged.length - 1];
    if (now[0] >= now[1]) continue;
    if (before && now[0] <= before[1]) before[1] = Math.max(before[1], now[1]);
    else merged.push(now);
  }
  const ours = openIntervals(subject, new Date(bounds[0]), new Date(bounds[1])).map((span) => [span.from.getTime(), span.to.getTime()]);
  expect(merged).to.deep.equal(ours);
}

/** Weeks, but not days, of a month in which some clocks change: forward in Madrid, back in Sydney, by half an hour on Lord Howe. */
const zones = ['Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca', 'UTC'];

describe('toICalendar', function () {
  this.timeout(0);

  it('says of any hours what openIntervals says, through changes of clocks', () => {
    // The exceptions begin a day before clocks go back in Madrid.
    fc.assert(fc.property(validSchedule(zones, '2026-10-23'), (one) => expectExact(hours(one), '2026-09-20', 1)), runs(20_000, 60));
  });

  it('covers several schedules and years', () => {
    const night = daily('22:00-06:00', { timeZone: 'Europe/Madrid', exceptions: [exception('2027-03-27', '2027-03-28', '22:00-04:00', 'Change')] });
    expectExact(hours(night, schedule({ su: '02:30-03:00 12:00-13:00' }, { id: 'two', timeZone: 'America/New_York' }), daily('00:00-24:00', { id: 'three', timeZone: 'Australia/Lord_Howe' })), '2026-01-01', 3);
  });

  const sample = hours(schedule({ mo: '09:00-17:00', fr: '22:00-02:00' }, {
    id: 'phone', label: 'Teléfono; "soporte", línea 1\nnueva', timeZone: 'Europe/Madrid',
    exceptions: [exception('2026-12-25', '2026-12-26', '', 'Navidad 🎄'.repeat(12)), exception('2026-12-28', '2026-12-28', '10:00-12:00', 'Corto')],
  }));

  it('writes lines of at most 75 octets, ended by CRLF, and cuts no character', () => {
    const file = toICalendar(sample, { from: '2026-01-01', years: 2 });
    expect(file.endsWith('END:VCALENDAR\r\n')).to.equal(true);
    expect(file.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length, line).to.be.at.most(75);
    expect(file.replace(/\r\n /g, '')).to.contain(`SUMMARY:${'Navidad 🎄'.repeat(12)}\r\n`).and.to.contain('SUMMARY:Teléfono\\; "soporte"\\, línea 1\\nnueva: Corto');
    expect(file).not.to.contain('\ufffd');
  });

  it('has what RFC 5545 wants of each event, and a zone for each that is named', () => {
    const file = toICalendar(sample, { from: '2026-01-01', stamp: new Date('2026-11-25T12:00:00Z') });
    const events = eventsOf(file);
    const uids = events.map(({ props }) => props.get('UID')!.value);
    expect(new Set(uids).size).to.equal(uids.length);
    for (const { props } of events) expect(props.get('DTSTAMP')!.value).to.equal('20261125T120000Z');
    for (const [, zone] of file.matchAll(/;TZID=([^:;]+)/g)) expect(file).to.contain(`BEGIN:VTIMEZONE\r\nTZID:${zone}\r\n`);
    expect(file.match(/BEGIN:/g)!.length).to.equal(file.match(/END:/g)!.length);
    expect(file).to.contain('BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\n').and.to.contain('TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT');
  });

  it('is the same for the same hours, and keeps the UIDs of what did not change', () => {
    expect(toICalendar(sample)).to.equal(toICalendar(structuredClone(sample)));
    const later = structuredClone(sample);
    later.schedules[0].weekly.mo[0].close = '18:00';
    const uids = (of: SupportHours) => eventsOf(toICalendar(of, { from: '2026-01-01' })).map(({ props }) => props.get('UID')!.value);
    expect(uids(later).filter((uid) => !uids(sample).includes(uid))).to.deep.equal(['week-mo-0900-1800-phone@portero']);
  });

  it('names a schedule whose zone is not known, and leaves it out', () => {
    const file = toICalendar(hours(daily('09:00-17:00', { label: 'Mars', timeZone: 'Mars/Olympus_Mons' })));
    expect(file).to.contain('X-PORTERO-OMITTED:Mars\r\n').and.to.contain('BEGIN:VTIMEZONE\r\nTZID:UTC').and.not.to.contain('VEVENT');
  });

  it('survives strange options and hours', () => {
    for (const options of [{ from: 'soon', years: Number.NaN, stamp: new Date(Number.NaN) }, { years: 1e9 }, { years: -1 }]) {
      expect(toICalendar(hours(daily('nine-five 09:00-09:00', { id: '\ud800', label: '\u0000' }), daily('09:00-10:00', { id: '\ud800' })), options)).to.contain('END:VCALENDAR');
    }
  });
});
