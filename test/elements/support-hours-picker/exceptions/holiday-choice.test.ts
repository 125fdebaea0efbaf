import { expect } from 'chai';
import { compareHolidays, yearsAfter } from '../../../../src/elements/support-hours-picker/exceptions/holiday-choice.js';
import { orderExceptions, todayOf } from '../../../../src/elements/support-hours-picker/exceptions/exception-order.js';

const dates = (from: string, to = from) => ({ from, to, intervals: [] });

describe('holidays beside exceptions that are there', () => {
  const existing = [dates('2026-01-01'), dates('2026-05-01', '2026-05-20'), dates('2026-05-10'), dates('2026-12-24', '2026-12-26')];
  const cases: [from: string, to: string, takenBy: string | undefined][] = [
    ['2026-01-01', '2026-01-01', '2026-01-01'],
    ['2026-01-02', '2026-01-02', undefined],
    ['2026-04-30', '2026-05-01', '2026-05-01'],
    // After the end of the second and the third, and within the first that begins earlier.
    ['2026-05-15', '2026-05-15', '2026-05-01'],
    ['2026-05-21', '2026-12-23', undefined],
    ['2026-12-26', '2027-01-06', '2026-12-24'],
    ['2027-01-07', '2027-01-07', undefined],
  ];
  for (const [from, to, takenBy] of cases) {
    it(`says that ${from} to ${to} is ${takenBy ? `taken by ${takenBy}` : 'free'}`, () => {
      expect(compareHolidays([dates(from, to)], existing)[0].takenBy?.from).to.equal(takenBy);
    });
  }

  it('says it of each of several, in the order of their dates', () => {
    const found = compareHolidays(cases.map(([from, to]) => dates(from, to)).reverse(), existing);
    expect(found.map(({ exception, takenBy }) => [exception.from, takenBy?.from])).to.deep.equal([...cases].sort((a, b) => (a[1] < b[1] ? -1 : 1)).map(([from, , takenBy]) => [from, takenBy]));
  });

  for (const [date, years, expected] of [['2026-01-14', 2, '2028-01-14'], ['2028-02-29', 2, '2030-02-28'], ['2024-02-29', 4, '2028-02-29']] as const) {
    it(`takes ${date} ${years} years further`, () => expect(yearsAfter(date, years)).to.equal(expected));
  }
});

describe('the order of exceptions', () => {
  const all = [dates('2026-03-01'), dates('2025-01-01'), dates('2026-01-10', '2026-01-20'), dates('2025-12-25'), dates('2026-02-30')];
  it('has the next first and of the past the latest first; what goes on today is not past', () => {
    const { coming, past } = orderExceptions(all, '2026-01-20');
    expect(coming.map(({ index }) => index)).to.deep.equal([2, 4, 0]);
    expect(past.map(({ index }) => index)).to.deep.equal([3, 1]);
  });

  it('has what is to be mended before all else, whenever it was', () => {
    const { coming, past } = orderExceptions(all, '2026-01-20', (index) => index === 4 || index === 1);
    expect(coming.map(({ index }) => index)).to.deep.equal([1, 4, 2, 0]);
    expect(past.map(({ index }) => index)).to.deep.equal([3]);
  });

  it('goes by the date where the schedule is', () => {
    const now = new Date('2026-01-14T23:30:00Z');
    expect([todayOf({ timeZone: 'Asia/Tokyo' }, now), todayOf({ timeZone: 'America/New_York' }, now), todayOf({ timeZone: 'Mars/Olympus' }, now)])
      .to.deep.equal(['2026-01-15', '2026-01-14', '2026-01-14']);
  });
});
