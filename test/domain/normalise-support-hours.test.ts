import { expect } from 'chai';
import fc from 'fast-check';
import { intervalOf, minutesOf } from '../../src/domain/interval-minutes.js';
import { formatLocalTime, parseClosingTime, parseOpeningTime } from '../../src/domain/local-time.js';
import { normalise } from '../../src/domain/normalise-support-hours.js';
import { openIntervals } from '../../src/domain/open-hours.js';
import { weekdays } from '../../src/domain/support-hours.js';
import { validateSupportHours } from '../../src/domain/validate-support-hours.js';
import { daily, exception, hours, intervals, schedule } from './hours.fixtures.js';
import { tries } from '../support/tries.js';

const row = (text: string) => normalise(hours(schedule({ mo: text }))).schedules[0].weekly.mo.map(({ open, close }) => `${open}-${close}`).join(' ');

describe('normalise', () => {
  for (const [before, after] of [
    ['14:00-18:00 09:00-13:00', '09:00-13:00 14:00-18:00'],
    ['09:00-12:00 12:00-17:00', '09:00-17:00'],
    ['09:00-13:00 12:00-17:00 16:00-16:30', '09:00-17:00'],
    ['00:00-12:00 12:00-24:00', '00:00-24:00'],
    ['18:00-24:00 22:00-06:00', '18:00-06:00'],
    ['09:00-21:00 21:00-09:00', '09:00-21:00 21:00-09:00'],
    ['10:00-11:00 nine-five 08:00-09:00', '08:00-09:00 10:00-11:00 nine-five'],
    ['', ''],
  ]) {
    it(`${before} is ${after}`, () => expect(row(before)).to.equal(after));
  }

  it('does not join the intervals of two days', () => {
    const { weekly } = normalise(hours(schedule({ mo: '09:00-24:00', tu: '00:00-10:00' }))).schedules[0];
    expect([weekly.mo, weekly.tu]).to.deep.equal([intervals('09:00-24:00'), intervals('00:00-10:00')]);
  });

  it('sorts exceptions and their rows, and keeps what is not its own', () => {
    const before = hours(daily('', { colour: 'teal', exceptions: [exception('2026-12-26', '2026-12-26', '12:00-13:00 10:00-12:00', 'Later'), exception('2026-12-24', '2026-12-24')] }));
    const [after] = normalise({ ...before, note: 'x' }).schedules;
    expect(after).to.deep.include({ colour: 'teal' });
    expect(after.exceptions).to.deep.equal([exception('2026-12-24', '2026-12-24'), exception('2026-12-26', '2026-12-26', '10:00-13:00', 'Later')]);
  });

  it('leaves what it was given as it was', () => {
    const before = hours(schedule({ mo: '14:00-18:00 09:00-13:00' }));
    const copy = structuredClone(before);
    normalise(before);
    expect(before).to.deep.equal(copy);
  });

  it('joins what touches inside an hour that a clock change skips, and would else be open for a while', () => {
    const before = hours(schedule({ su: '02:00-02:30 02:30-03:00' }, { timeZone: 'Europe/Madrid' }));
    const spansOf = (of: typeof before) => openIntervals(of, new Date('2026-03-28T12:00Z'), new Date('2026-03-29T12:00Z')).map(({ from, to }) => [from, to].map((instant) => instant.toISOString().slice(11, 16)).join('-'));
    expect([spansOf(before), spansOf(normalise(before))]).to.deep.equal([['01:00-01:30'], []]);
  });

  it('changes neither when hours on the hour are open nor, the second time, anything', () => {
    const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
    const interval = fc.tuple(time, fc.oneof(time, fc.constant('24:00'))).map((pair) => pair.join('-'));
    const rows = fc.array(fc.array(interval, { maxLength: 4 }).map((list) => list.join(' ')), { minLength: 7, maxLength: 7 });
    fc.assert(fc.property(rows, (list) => {
      const before = hours(schedule(Object.fromEntries(weekdays.map((name, index) => [name, list[index]])), { timeZone: 'Europe/Madrid' }));
      const after = normalise(before);
      expect(normalise(after)).to.deep.equal(after);
      // Whatever the order: what validation says of it is only about overlaps and times.
      if (validateSupportHours(before).some(({ code }) => code !== 'hours.unsorted')) return;
      const [from, to] = [new Date('2026-03-20T00:00Z'), new Date('2026-04-05T00:00Z')];
      expect(openIntervals(after, from, to)).to.deep.equal(openIntervals(before, from, to));
    }), { seed: 5, numRuns: tries(500) });
  });
});

describe('times and intervals', () => {
  it('open from 00:00 to 23:59 and close from 00:01 to 24:00', () => {
    expect(['00:00', '23:59', '24:00', '9:00', '09:60', ''].map(parseOpeningTime)).to.deep.equal([0, 1_439, null, null, null, null]);
    expect(['00:00', '00:01', '23:59', '24:00', '24:01'].map(parseClosingTime)).to.deep.equal([null, 1, 1_439, 1_440, null]);
  });

  it('are read back as they were written', () => {
    for (let minutes = 0; minutes < 1_440; minutes += 1) expect(parseOpeningTime(formatLocalTime(minutes))).to.equal(minutes);
    for (const interval of intervals('09:00-17:00 22:00-06:00 00:00-24:00 12:00-00:01')) expect(intervalOf(minutesOf(interval)!)).to.deep.equal(interval);
  });
});
