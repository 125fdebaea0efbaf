import { expect } from 'chai';
import fc from 'fast-check';
import { coverage } from '../../src/domain/coverage.js';
import { isOpen, nextChange, openIntervals } from '../../src/domain/open-hours.js';
import type { Schedule, Span, SupportHours } from '../../src/domain/support-hours.js';
import { runs, validSchedule } from './hours.arbitraries.js';
import { daily, exception, hours, schedule } from './hours.fixtures.js';

const day = 86_400_000;
const at = (text: string) => new Date(text);
const texts = (spans: Span[]) => spans.map(({ from, to }) => `${from.toISOString().slice(5, 16)} ${to.toISOString().slice(5, 16)}`);

function covered(subject: SupportHours | Schedule, from: string, to: string) {
  const { open, gaps, overlaps, minutes } = coverage(subject, at(from), at(to));
  return { open: texts(open), gaps: texts(gaps), overlaps: texts(overlaps), minutes };
}

describe('coverage', () => {
  const europe = daily('08:00-16:00', { id: 'eu', timeZone: 'Europe/Madrid' });
  const america = daily('09:00-17:00', { id: 'us', timeZone: 'America/New_York' });

  it('joins schedules of several zones, and says what is left and what is double', () => {
    expect(covered(hours(europe, america), '2026-11-23T00:00Z', '2026-11-24T00:00Z')).to.deep.equal({
      open: ['11-23T07:00 11-23T22:00'], gaps: ['11-23T00:00 11-23T07:00', '11-23T22:00 11-24T00:00'], overlaps: ['11-23T14:00 11-23T15:00'],
      minutes: { open: 900, gap: 540, overlap: 60 },
    });
  });

  it('counts once what three share, and does not take touching for overlapping', () => {
    const three = hours(daily('09:00-17:00', { id: 'a' }), daily('10:00-12:00', { id: 'b' }), daily('11:00-13:00', { id: 'c' }), daily('17:00-18:00', { id: 'd' }));
    expect(covered(three, '2026-11-23T00:00Z', '2026-11-24T00:00Z')).to.deep.include({ open: ['11-23T09:00 11-23T18:00'], overlaps: ['11-23T10:00 11-23T13:00'] });
  });

  it('is of real time in weeks of clock changes', () => {
    const always = schedule({ su: '00:00-24:00' }, { timeZone: 'Europe/Madrid' });
    expect(covered(always, '2026-03-28T12:00Z', '2026-03-30T12:00Z').minutes).to.deep.equal({ open: 23 * 60, gap: 25 * 60, overlap: 0 });
    expect(covered(always, '2026-10-24T12:00Z', '2026-10-26T12:00Z').minutes).to.deep.equal({ open: 25 * 60, gap: 23 * 60, overlap: 0 });
  });

  it('reaches over years', () => {
    const { minutes } = coverage(daily('00:00-12:00', { timeZone: 'UTC', exceptions: [exception('2028-02-29', '2028-02-29')] }), at('2026-01-01T00:00Z'), at('2031-01-01T00:00Z'));
    expect(minutes).to.deep.equal({ open: (1_826 - 1) * 720, gap: 1_826 * 720 + 720, overlap: 0 });
  });

  it('is nothing but gaps without a schedule, and nothing at all between no instants', () => {
    expect(covered(hours(), '2026-11-23T00:00Z', '2026-11-24T00:00Z')).to.deep.include({ open: [], gaps: ['11-23T00:00 11-24T00:00'] });
    for (const [from, to] of [['2026-11-24T00:00Z', '2026-11-23T00:00Z'], ['2026-11-24T00:00Z', '2026-11-24T00:00Z'], ['never', '2026-11-24T00:00Z']]) {
      expect(coverage(europe, at(from), at(to))).to.deep.equal({ open: [], gaps: [], overlaps: [], minutes: { open: 0, gap: 0, overlap: 0 } });
    }
  });

  it('claims no gap while the zone of a schedule is not known', () => {
    const mars = daily('09:00-17:00', { id: 'mars', timeZone: 'Mars/Olympus_Mons' });
    expect(covered(hours(europe, mars), '2026-11-23T00:00Z', '2026-11-24T00:00Z')).to.deep.equal({
      open: ['11-23T07:00 11-23T15:00'], gaps: [], overlaps: [], minutes: { open: 480, gap: 0, overlap: 0 },
    });
  });

  it('knows nothing at the end of time', () => {
    expect(coverage(europe, new Date(8.64e15 - day), new Date(8.64e15))).to.deep.include({ open: [], gaps: [] });
  });
});

describe('coverage, isOpen, nextChange and openIntervals', function () {
  this.timeout(0);

  it('agree on whatever hours', () => {
    const one = validSchedule(['Europe/Madrid', 'America/St_Johns', 'Australia/Lord_Howe', 'Mars/Olympus_Mons'], '2026-03-25');
    const several = fc.array(one, { maxLength: 3 }).map((list) => hours(...list.map((each, index) => ({ ...each, id: String(index) }))));
    const range = fc.tuple(fc.integer({ min: 0, max: 20 * 96 }), fc.integer({ min: 1, max: 8 * 96 })).map(([from, length]) => {
      const begin = Date.UTC(2026, 2, 22) + from * 900_000;
      return [new Date(begin), new Date(begin + length * 900_000)] as const;
    });
    fc.assert(fc.property(several, range, fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { minLength: 4, maxLength: 4 }), (subject, [from, to], places) => {
      const { open, gaps, overlaps, minutes } = coverage(subject, from, to);
      expect(texts(openIntervals(subject, from, to))).to.deep.equal(texts(open));
      const isKnown = subject.schedules.every(({ timeZone }) => !timeZone.startsWith('Mars'));
      const length = (to.getTime() - from.getTime()) / 60_000;
      if (isKnown) expect(minutes.open + minutes.gap).to.be.closeTo(length, 1e-6);
      else expect(gaps).to.deep.equal([]);
      for (const list of [open, gaps, overlaps]) {
        list.forEach((span, index) => {
          expect(span.from < span.to && span.from >= from && span.to <= to).to.equal(true);
          if (index > 0) expect(span.from > list[index - 1].to).to.equal(true);
        });
      }
      const edges = [...open, ...gaps, ...overlaps].flatMap((span) => [span.from.getTime(), span.to.getTime(), span.to.getTime() - 1]);
      for (const instant of [...edges, ...places.map((place) => Math.floor(from.getTime() + place * (to.getTime() - from.getTime())))]) {
        if (instant < from.getTime() || instant >= to.getTime()) continue;
        const moment = new Date(instant);
        const isIn = (list: Span[]) => list.some((span) => span.from <= moment && moment < span.to);
        expect(isOpen(subject, moment)).to.equal(isIn(open) ? true : isIn(gaps) ? false : null);
        expect(isIn(overlaps)).to.equal(subject.schedules.filter((each) => isOpen(each, moment)).length > 1);
        const change = nextChange(subject, moment);
        if (change) expect([isOpen(subject, change.at), isOpen(subject, new Date(change.at.getTime() - 1))]).to.deep.equal([change.open, change.open ? (isKnown ? false : null) : true]);
      }
    }), runs(20_000, 300));
  });
});
