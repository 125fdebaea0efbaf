import { expect } from 'chai';
import fc from 'fast-check';
import { isOpen, nextChange, openIntervals } from '../../src/domain/open-hours.js';
import { weekdays, type Schedule } from '../../src/domain/support-hours.js';
import { wallTimeAt, instantOfWallTime } from '../../src/domain/zoned-time.js';
import { daily, exception, hours, schedule } from './hours.fixtures.js';
import { tries } from '../support/tries.js';

const minute = 60_000;
const day = 86_400_000;
const at = (text: string) => new Date(text);

/** When it opens and closes, as text in UTC. */
function spans(subject: Parameters<typeof openIntervals>[0], from: string, to: string): string[] {
  return openIntervals(subject, at(from), at(to)).map((span) => `${span.from.toISOString().slice(5, 16)} ${span.to.toISOString().slice(5, 16)} ${span.scheduleIds.join('+')}`);
}

describe('isOpen', () => {
  const office = schedule({ mo: '09:00-17:00' });

  it('is half open', () => {
    expect(isOpen(office, at('2026-11-23T08:59:59.999Z'))).to.equal(false);
    expect(isOpen(office, at('2026-11-23T09:00Z'))).to.equal(true);
    expect(isOpen(office, at('2026-11-23T16:59:59.999Z'))).to.equal(true);
    expect(isOpen(office, at('2026-11-23T17:00Z'))).to.equal(false);
  });

  it('takes 23:59 for 23:59, and 24:00 for the end of the day', () => {
    expect(isOpen(daily('00:00-23:59'), at('2026-11-23T23:59:30Z'))).to.equal(false);
    expect(isOpen(daily('00:00-24:00'), at('2026-11-23T23:59:30Z'))).to.equal(true);
  });

  it('goes on past midnight', () => {
    const night = schedule({ su: '22:00-06:00' });
    expect(isOpen(night, at('2026-11-22T23:00Z'))).to.equal(true);
    expect(isOpen(night, at('2026-11-23T05:59Z'))).to.equal(true);
    expect(isOpen(night, at('2026-11-23T06:00Z'))).to.equal(false);
  });

  it('is told in the schedule’s zone', () => {
    const madrid = schedule({ mo: '09:00-17:00' }, { timeZone: 'Europe/Madrid' });
    expect(isOpen(madrid, at('2026-11-23T08:00Z'))).to.equal(true);
    expect(isOpen(madrid, at('2026-06-22T07:00Z'))).to.equal(true);
    expect(isOpen(madrid, at('2026-06-22T15:00Z'))).to.equal(false);
  });

  it('is false of hours without a schedule', () => expect(isOpen(hours(), at('2026-11-23T12:00Z'))).to.equal(false));

  it('is unknown for an unknown zone, unless another schedule is open', () => {
    const mars = daily('00:00-24:00', { id: 'mars', timeZone: 'Mars/Olympus_Mons' });
    expect(isOpen(mars, at('2026-11-23T12:00Z'))).to.equal(null);
    expect(isOpen(hours(mars, office), at('2026-11-23T12:00Z'))).to.equal(true);
    expect(isOpen(hours(mars, office), at('2026-11-23T20:00Z'))).to.equal(null);
  });

  it('is unknown at no instant at all', () => expect(isOpen(office, new Date(Number.NaN))).to.equal(null));

  it('passes over an interval that is none', () => {
    expect(isOpen(daily('09:00-09:00'), at('2026-11-23T09:00Z'))).to.equal(false);
    expect(isOpen(daily('nine-five'), at('2026-11-23T09:00Z'))).to.equal(false);
  });
});

describe('exceptions', () => {
  it('own their dates', () => {
    const office = daily('09:00-17:00', { exceptions: [exception('2026-12-24', '2026-12-25', '10:00-12:00')] });
    expect(spans(office, '2026-12-23T00:00Z', '2026-12-27T00:00Z')).to.deep.equal([
      '12-23T09:00 12-23T17:00 one', '12-24T10:00 12-24T12:00 one', '12-25T10:00 12-25T12:00 one', '12-26T09:00 12-26T17:00 one',
    ]);
  });

  it('cut what spills in from the evening before', () => {
    const night = daily('22:00-06:00', { exceptions: [exception('2026-12-25', '2026-12-25')] });
    expect(spans(night, '2026-12-24T12:00Z', '2026-12-26T12:00Z')).to.deep.equal(['12-24T22:00 12-25T00:00 one']);
  });

  it('own the tails of the intervals that would open on their dates', () => {
    const night = daily('22:00-06:00', { exceptions: [exception('2026-12-25', '2026-12-25', '10:00-11:00')] });
    expect(spans(night, '2026-12-25T00:00Z', '2026-12-26T12:00Z')).to.deep.equal(['12-25T10:00 12-25T11:00 one']);
  });

  it('spill into the next date of the same exception, and into an ordinary one', () => {
    const office = schedule({}, { exceptions: [exception('2026-12-24', '2026-12-25', '22:00-02:00')] });
    expect(spans(office, '2026-12-24T00:00Z', '2026-12-27T00:00Z')).to.deep.equal(['12-24T22:00 12-25T02:00 one', '12-25T22:00 12-26T02:00 one']);
  });

  it('are cut by the next exception', () => {
    const office = schedule({}, { exceptions: [exception('2026-12-24', '2026-12-24', '22:00-02:00'), exception('2026-12-25', '2026-12-25')] });
    expect(spans(office, '2026-12-24T00:00Z', '2026-12-27T00:00Z')).to.deep.equal(['12-24T22:00 12-25T00:00 one']);
  });

  it('that are no dates, or end before they begin, own nothing', () => {
    const office = daily('09:00-17:00', { exceptions: [exception('2026-02-30', '2026-03-01'), exception('2026-12-25', '2026-12-24')] });
    expect(isOpen(office, at('2026-12-25T12:00Z'))).to.equal(true);
    expect(isOpen(office, at('2026-03-01T12:00Z'))).to.equal(true);
  });
});

describe('clock changes', () => {
  it('move a skipped time forward', () => {
    const madrid = schedule({ su: '02:30-05:00' }, { timeZone: 'Europe/Madrid' });
    expect(spans(madrid, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).to.deep.equal(['03-29T01:30 03-29T03:00 one']);
  });

  it('drop an interval that is skipped whole', () => {
    const madrid = schedule({ su: '02:00-03:00' }, { timeZone: 'Europe/Madrid' });
    expect(spans(madrid, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).to.deep.equal([]);
  });

  it('take a repeated time for its first occurrence', () => {
    const madrid = schedule({ su: '02:30-03:30' }, { timeZone: 'Europe/Madrid' });
    expect(spans(madrid, '2026-10-24T12:00Z', '2026-10-25T12:00Z')).to.deep.equal(['10-25T00:30 10-25T02:30 one']);
  });

  it('make 24 hours 23 and 25', () => {
    const madrid = schedule({ su: '00:00-24:00' }, { timeZone: 'Europe/Madrid' });
    const length = (from: string, to: string) => openIntervals(madrid, at(from), at(to)).reduce((sum, span) => sum + span.to.getTime() - span.from.getTime(), 0) / 3_600_000;
    expect(length('2026-03-28T12:00Z', '2026-03-30T12:00Z')).to.equal(23);
    expect(length('2026-10-24T12:00Z', '2026-10-26T12:00Z')).to.equal(25);
  });

  it('skip a whole day in Samoa', () => {
    const apia = daily('00:00-24:00', { timeZone: 'Pacific/Apia' });
    expect(isOpen(apia, at('2011-12-30T12:00Z'))).to.equal(true);
    expect(nextChange(apia, at('2011-12-20T00:00Z'))).to.equal(null);
  });
});

describe('nextChange', () => {
  it('tells of opening and of closing', () => {
    const office = schedule({ mo: '09:00-17:00' });
    expect(nextChange(office, at('2026-11-23T08:00Z'))).to.deep.equal({ at: at('2026-11-23T09:00Z'), open: true });
    expect(nextChange(office, at('2026-11-23T09:00Z'))).to.deep.equal({ at: at('2026-11-23T17:00Z'), open: false });
    expect(nextChange(office, at('2026-11-23T17:00Z'))).to.deep.equal({ at: at('2026-11-30T09:00Z'), open: true });
  });

  it('passes over what touches', () => {
    expect(nextChange(daily('09:00-12:00 12:00-17:00'), at('2026-11-23T10:00Z'))?.at).to.deep.equal(at('2026-11-23T17:00Z'));
    expect(nextChange(schedule({ mo: '09:00-24:00', tu: '00:00-10:00' }), at('2026-11-23T10:00Z'))?.at).to.deep.equal(at('2026-11-24T10:00Z'));
  });

  it('is never of hours that are always open', () => {
    expect(nextChange(daily('00:00-24:00'), at('2026-11-23T10:00Z'))).to.equal(null);
    expect(nextChange(hours(daily('00:00-12:00'), daily('12:00-24:00', { id: 'two' })), at('2026-11-23T10:00Z'))).to.equal(null);
    expect(nextChange(hours(), at('2026-11-23T10:00Z'))).to.equal(null);
  });

  it('finds an exception far off, and nothing beyond the horizon', () => {
    const always = daily('00:00-24:00', { exceptions: [exception('2027-12-25', '2027-12-25')] });
    expect(nextChange(always, at('2026-11-24T00:00Z'))).to.deep.equal({ at: at('2027-12-25T00:00Z'), open: false });
    expect(nextChange(always, at('2026-11-24T00:00Z'), 100)).to.equal(null);
    expect(nextChange(always, at('2026-11-19T00:00Z'))).to.equal(null);
  });

  it('tells of an opening where another zone is not known, and of no closing', () => {
    const mixed = hours(schedule({ mo: '09:00-17:00' }), daily('09:00-17:00', { id: 'mars', timeZone: 'Mars/Olympus_Mons' }));
    expect(nextChange(mixed, at('2026-11-23T08:00Z'))).to.deep.equal({ at: at('2026-11-23T09:00Z'), open: true });
    expect(nextChange(mixed, at('2026-11-23T10:00Z'))).to.equal(null);
  });

  it('is never of no instant', () => expect(nextChange(daily('09:00-17:00'), new Date(Number.NaN))).to.equal(null));

  it('takes a horizon that is no number for the usual one, and a negative one for none', () => {
    const late = daily('00:00-24:00', { exceptions: [exception('2027-12-25', '2027-12-25')] });
    for (const horizon of [Number.NaN, 'soon' as never]) {
      expect(nextChange(late, at('2026-11-24T00:00Z'), horizon)).to.deep.equal({ at: at('2027-12-25T00:00Z'), open: false });
      expect(nextChange(late, at('2026-11-19T00:00Z'), horizon)).to.equal(null);
    }
    expect(nextChange(daily('09:00-17:00'), at('2026-11-24T08:00Z'), -1)).to.equal(null);
    expect(nextChange(daily('09:00-17:00'), at('2026-11-24T08:00Z'), 0)).to.equal(null);
  });

  it('looks ten years ahead at most, however far the horizon', () => {
    const always = (date: string) => daily('00:00-24:00', { exceptions: [exception(date, date)] });
    for (const horizon of [Infinity, Number.MAX_VALUE, 1e9]) {
      expect(nextChange(always('2036-01-01'), at('2026-11-24T00:00Z'), horizon)).to.deep.equal({ at: at('2036-01-01T00:00Z'), open: false });
      expect(nextChange(always('2046-01-01'), at('2026-11-24T00:00Z'), horizon)).to.equal(null);
    }
  });
});

describe('openIntervals', () => {
  it('joins schedules and says which', () => {
    const both = hours(daily('09:00-13:00', { id: 'a' }), daily('12:00-17:00', { id: 'b' }), daily('20:00-21:00', { id: 'c' }));
    expect(spans(both, '2026-11-23T10:00Z', '2026-11-24T00:00Z')).to.deep.equal(['11-23T10:00 11-23T17:00 a+b', '11-23T20:00 11-23T21:00 c']);
  });

  it('is empty of a span that is', () => expect(spans(daily('09:00-17:00'), '2026-11-24T00:00Z', '2026-11-23T00:00Z')).to.deep.equal([]));

  it('leaves out a zone that is not known', () => {
    expect(spans(daily('09:00-17:00', { timeZone: 'Mars/Olympus_Mons' }), '2026-11-23T00:00Z', '2026-11-24T00:00Z')).to.deep.equal([]);
  });
});

describe('the ends of time', () => {
  const ends = [8.64e15, -8.64e15, 8.64e15 - day, day - 8.64e15, 8.64e15 - 400 * day, 8.64e15 - 3_000 * day];

  it('are survived, in any zone and with any horizon', () => {
    for (const timeZone of ['UTC', 'Europe/Madrid', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      for (const subject of [daily('09:00-17:00', { timeZone }), daily('00:00-24:00', { timeZone, exceptions: [exception('2026-12-25', '2026-12-25')] })]) {
        for (const instant of ends) {
          expect([true, false, null]).to.include(isOpen(subject, new Date(instant)));
          for (const horizon of [1, 400, Infinity, Number.NaN]) {
            const change = nextChange(subject, new Date(instant), horizon);
            expect(change === null || Number.isFinite(change.at.getTime())).to.equal(true);
          }
          expect(openIntervals(subject, new Date(instant - 9 * day), new Date(Math.min(instant + 9 * day, 8.64e15)))).to.be.an('array');
        }
      }
    }
  });
});

describe('hours that are changed in place', () => {
  it('are read anew each time', () => {
    const office = daily('09:00-17:00', { exceptions: [] });
    expect(isOpen(office, at('2026-12-25T12:00Z'))).to.equal(true);
    office.exceptions.push(exception('2026-12-25', '2026-12-25'));
    expect(isOpen(office, at('2026-12-25T12:00Z'))).to.equal(false);
    expect(nextChange(office, at('2026-12-24T18:00Z'))?.at).to.deep.equal(at('2026-12-26T09:00Z'));
    office.exceptions.pop();
    expect(isOpen(office, at('2026-12-25T12:00Z'))).to.equal(true);
  });
});

/** The rules read aloud, minute by minute and without any list: slow, and hard to get wrong. */
function isOpenNaively(one: Schedule, instant: number): boolean {
  const dateOf = (wall: number) => new Date(wall).toISOString().slice(0, 10);
  const ownerOf = (date: string) => one.exceptions.find(({ from, to }) => from <= date && date <= to);
  const wallDay = Math.floor(wallTimeAt(one.timeZone, instant)! / day);
  for (let date = wallDay - 3; date <= wallDay + 2; date += 1) {
    const owner = ownerOf(dateOf(date * day));
    const next = ownerOf(dateOf((date + 1) * day));
    const row = owner ? owner.intervals : one.weekly[weekdays[(new Date(date * day).getUTCDay() + 6) % 7]];
    for (const { open, close } of row) {
      const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
      const from = date * day + minutes(open) * minute;
      let to = date * day + (minutes(close) + (close < open ? 1_440 : 0)) * minute;
      if (next && next !== owner) to = Math.min(to, (date + 1) * day);
      if (instantOfWallTime(one.timeZone, from)! <= instant && instant < instantOfWallTime(one.timeZone, to)!) return true;
    }
  }
  return false;
}

describe('isOpen, nextChange and the rules read naively', () => {
  const time = fc.integer({ min: 0, max: 95 }).map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`);
  const interval = fc.tuple(time, fc.oneof(time, fc.constant('24:00'))).filter(([open, close]) => open !== close && close !== '00:00').map(([open, close]) => `${open}-${close}`);
  const row = fc.array(interval, { maxLength: 2 }).map((list) => list.join(' '));
  const exceptions = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 }), row), { maxLength: 2 })
    .map((list) => list.map(([start, length, text], index) => {
      const first = Date.UTC(2026, 2, 22) + (index * 13 + start) * day;
      return exception(new Date(first).toISOString().slice(0, 10), new Date(first + length * day).toISOString().slice(0, 10), text);
    }));
  const schedules = fc.record({ rows: fc.array(row, { minLength: 7, maxLength: 7 }), exceptions, timeZone: fc.constantFrom('Europe/Madrid', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kolkata') })
    .map(({ rows, ...rest }) => schedule(Object.fromEntries(weekdays.map((name, index) => [name, rows[index]])), rest));

  it('agree', () => {
    const instants = fc.integer({ min: 0, max: 30 * 96 }).map((quarter) => Date.UTC(2026, 2, 20) + quarter * 15 * minute);
    fc.assert(fc.property(schedules, fc.array(instants, { minLength: 5, maxLength: 5 }), (one, list) => {
      for (const instant of list) {
        const expected = isOpenNaively(one, instant);
        expect(isOpen(one, new Date(instant)), new Date(instant).toISOString()).to.equal(expected);
        const change = nextChange(one, new Date(instant), 10);
        if (!change) continue;
        expect(change.open).to.equal(!expected);
        expect(isOpen(one, change.at)).to.equal(change.open);
        expect(isOpen(one, new Date(change.at.getTime() - 1))).to.equal(expected);
        for (let between = instant; between < change.at.getTime() && between < instant + 2 * day; between += 15 * minute) {
          expect(isOpenNaively(one, between), `no change at ${new Date(between).toISOString()}`).to.equal(expected);
        }
      }
    }), { seed: 7, numRuns: tries(400) });
  });
});
