import { expect } from 'chai';
import fc from 'fast-check';
import { formatLocalDate, parseLocalDate, weekdayIndex } from '../../src/domain/local-date.js';
import suite from '../data/hours/json-schema-test-suite-date.json' with { type: 'json' };

const day = 86_400_000;

describe('parseLocalDate', () => {
  for (const { description, data, valid } of suite.flatMap(({ tests }) => tests)) {
    if (typeof data !== 'string') continue;
    it(`${description}: ${JSON.stringify(data)}`, () => expect(parseLocalDate(data) !== null).to.equal(valid));
  }

  it('counts days as Date does, for every day of four centuries', () => {
    const wrong: string[] = [];
    for (let instant = Date.UTC(1899, 11, 28); instant < Date.UTC(2301, 0, 5); instant += day) {
      const date = new Date(instant);
      const text = date.toISOString().slice(0, 10);
      const days = instant / day;
      if (parseLocalDate(text) !== days || formatLocalDate(days) !== text || (weekdayIndex(days) + 1) % 7 !== date.getUTCDay()) wrong.push(text);
    }
    expect(wrong).to.deep.equal([]);
  });

  it('reads back what it writes, from year 0 to 9999', () => {
    fc.assert(fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (days) => parseLocalDate(formatLocalDate(days)) === days), { seed: 1 });
  });

  it('clamps years that have no four digits', () => {
    expect(formatLocalDate(-800_000)).to.match(/^0000-/);
    expect(formatLocalDate(4_000_000)).to.match(/^9999-/);
  });
});
