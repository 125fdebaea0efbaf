import OpeningHours from 'opening_hours';
import { Temporal } from 'temporal-polyfill';
import { isOpen, nextChange, openIntervals } from '../src/domain/open-hours.js';
import type { Interval, Schedule, SupportHours } from '../src/domain/support-hours.js';
import { weekdays } from '../src/domain/support-hours.js';
import { weekOf, weekStart } from '../src/elements/support-hours-picker/week/week-model.js';
import { sideBySide } from './side-by-side.js';

/*
 * The same answers about ten schedules by ours, by Temporal (the polyfill, with the plainest code that is right) and by
 * `opening_hours`. That one knows no zone but the machine's, so that all ten are in one, and is given its texts read already.
 */

const zone = 'Europe/Madrid';
process.env.TZ = zone;
const day = 86_400_000;

const weeks: [osm: string, week: Partial<Record<(typeof weekdays)[number], Interval[]>>][] = Array.from({ length: 10 }, (_, index) => {
  const morning = `${String(6 + (index % 4)).padStart(2, '0')}:00-13:30`;
  const rows: Record<string, string> = { 'Mo-Th': `${morning},15:00-19:00`, Fr: `${morning},22:00-02:00`, Sa: '10:00-14:00' };
  const intervals = (text: string): Interval[] => text.split(',').map((one) => {
    const [open, close] = one.split('-');
    return { open, close };
  });
  const workday = () => intervals(rows['Mo-Th']);
  return [
    Object.entries(rows).map(([days, row]) => `${days} ${row}`).join(', '),
    { mo: workday(), tu: workday(), we: workday(), th: workday(), fr: intervals(rows.Fr), sa: intervals(rows.Sa) },
  ];
});
const schedules = weeks.map(([, week], index): Schedule => ({
  id: String(index), label: '', timeZone: zone, exceptions: [],
  weekly: { mo: [], tu: [], we: [], th: [], fr: [], sa: [], su: [], ...week },
}));
const hours: SupportHours = { version: 1, schedules };
const texts = weeks.map(([osm]) => new OpeningHours(osm, null));

type Stretch = [from: number, to: number];

function merged(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const [from, to] of stretches.sort((a, b) => a[0] - b[0])) {
    const last = result[result.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

function byTemporal(from: number, to: number): Stretch[] {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  const last = Temporal.Instant.fromEpochMilliseconds(to).toZonedDateTimeISO(zone).toPlainDate();
  const found: Stretch[] = [];
  for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const row = weekdays[date.dayOfWeek - 1];
    for (const { weekly } of schedules) {
      for (const { open, close } of weekly[row]) {
        const start = date.toZonedDateTime({ timeZone: zone, plainTime: open }).epochMilliseconds;
        const end = (close < open ? date.add({ days: 1 }) : date).toZonedDateTime({ timeZone: zone, plainTime: close }).epochMilliseconds;
        if (start < end && end > from && start < to) found.push([Math.max(start, from), Math.min(end, to)]);
      }
    }
  }
  return merged(found);
}

function byOpeningHours(from: Date, to: Date): Stretch[] {
  return merged(texts.flatMap((text) => text.getOpenIntervals(from, to).map(([begin, end]): Stretch => [begin.getTime(), end.getTime()])));
}

function sameAnswers(...answers: unknown[]): void {
  const [first, ...others] = answers.map((answer) => JSON.stringify(answer));
  others.forEach((other, index) => {
    if (other !== first) throw new Error(`Contender ${index + 2} has another answer: ${other.slice(0, 300)} for ${first.slice(0, 300)}`);
  });
}

export async function benchHours(): Promise<void> {
  const instants = Array.from({ length: 1_000 }, (_, index) => new Date(Date.UTC(2026, 0, 1) + index * 8.7 * 3_600_000));
  const openNow = {
    ours: () => instants.map((at) => isOpen(hours, at)),
    temporal: () => instants.map((at) => byTemporal(at.getTime(), at.getTime() + 1).length > 0),
    openingHours: () => instants.map((at) => texts.some((text) => text.getState(at))),
  };
  sameAnswers(openNow.ours(), openNow.temporal(), openNow.openingHours());
  await sideBySide('Open now? Ten schedules, 1,000 instants of a year', [
    { name: 'isOpen', run: openNow.ours },
    { name: 'temporal-polyfill', run: openNow.temporal },
    { name: 'opening_hours', run: openNow.openingHours },
    { name: 'nextChange', run: () => instants.map((at) => nextChange(hours, at)) },
  ]);

  const [from, to] = [new Date(Date.UTC(2026, 0, 1)), new Date(Date.UTC(2027, 0, 1))];
  const ours = () => openIntervals(hours, from, to).map((span): Stretch => [span.from.getTime(), span.to.getTime()]);
  sameAnswers(ours(), byTemporal(from.getTime(), to.getTime()), byOpeningHours(from, to));
  await sideBySide('When is it open in a year? Ten schedules', [
    { name: 'openIntervals', run: ours },
    { name: 'temporal-polyfill', run: () => byTemporal(from.getTime(), to.getTime()) },
    { name: 'opening_hours', run: () => byOpeningHours(from, to) },
  ], 7);

  const exceptions = Array.from({ length: 10_000 }, (_, index) => {
    const date = new Date(Date.UTC(2020, 0, 1) + index * 2 * day).toISOString().slice(0, 10);
    return { from: date, to: date, intervals: [] };
  });
  const many: SupportHours = { version: 1, schedules: [{ ...schedules[0], exceptions }] };
  const few: SupportHours = { version: 1, schedules: [schedules[0]] };
  await sideBySide('Open now? One schedule, 1,000 instants', [
    { name: 'no exceptions', run: () => instants.map((at) => isOpen(few, at)) },
    { name: '10,000 exceptions', run: () => instants.map((at) => isOpen(many, at)) },
  ]);

  const start = weekStart(from, zone, 'mo')!;
  await sideBySide('A week as the week view draws it', [
    { name: 'one schedule', run: () => weekOf(few, zone, start) },
    { name: 'ten schedules', run: () => weekOf(hours, zone, start) },
  ]);
}
