import { expect } from 'chai';
import fc from 'fast-check';
import type { Interval } from '../../../src/domain/support-hours.js';
import { dayEntryText, parseDayEntry } from '../../../src/elements/support-hours-picker/day-entry.js';
import { textsFor } from './texts.js';
import { tries } from '../../support/tries.js';

function read(lang: string, text: string): string | undefined {
  const result = parseDayEntry(textsFor(lang), text);
  return result.ok ? result.value.map(({ open, close }) => `${open}-${close}`).join(' ') : undefined;
}

describe('day entry', () => {
  const cases: [lang: string, text: string, read: string | undefined][] = [
    ['en', '9-17:30', '09:00-17:30'],
    ['en', '9am–6pm', '09:00-18:00'],
    ['en', '9:00 AM – 5:00 PM', '09:00-17:00'],
    ['en', '8:00 AM – midnight', '08:00-24:00'],
    ['en', '9-13, 14-18', '09:00-13:00 14:00-18:00'],
    ['en', '  CLOSED ', ''],
    ['en', 'off', ''],
    ['en', '', ''],
    ['en', '24h', '00:00-24:00'],
    ['en', '24 H', '00:00-24:00'],
    ['en', 'Open 24 hours', '00:00-24:00'],
    ['en', '24/7', '00:00-24:00'],
    ['es', 'cerrado', ''],
    ['es', 'todo el día', '00:00-24:00'],
    ['es', '9-14, 16-medianoche', '09:00-14:00 16:00-24:00'],
    ['es', '18-2', '18:00-02:00'],
    ['en', 'whenever', undefined],
    ['en', '9-', undefined],
    ['en', '9-17 or so', undefined],
    ['en', '25-26', undefined],
  ];
  for (const [lang, text, expected] of cases) {
    it(`${lang}: “${text}” is ${expected === undefined ? 'refused' : expected || 'closed'}`, () => expect(read(lang, text)).to.equal(expected));
  }

  it('says in the box what it will read again, in every language', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const time = (value: number) => `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
    const interval = fc.tuple(minute, fc.integer({ min: 1, max: 1440 })).filter(([open, close]) => open !== close)
      .map(([open, close]): Interval => ({ open: time(open), close: time(close) }));
    const lang = fc.constantFrom('en-US', 'en-GB', 'es', 'ar-EG', 'fa', 'ja', 'hi', 'bg', 'de', 'zh-TW', 'ko', 'mr');
    fc.assert(fc.property(lang, interval, (language, one) => {
      expect(read(language, dayEntryText(textsFor(language), [one]))).to.equal(`${one.open}-${one.close}`);
    }), { seed: 7, numRuns: tries(500, { needsPage: true }) });
  });

  it('writes the words for closed and for all day', () => {
    expect(dayEntryText(textsFor('es'), [])).to.equal('Cerrado');
    expect(dayEntryText(textsFor('en'), [{ open: '00:00', close: '24:00' }])).to.equal('24 h');
  });

  it('shows stored hours that make no sense as they are', () => {
    expect(dayEntryText(textsFor('en'), [{ open: '9', close: 'late' }])).to.equal('9–late');
  });
});
