import { expect } from 'chai';
import fc from 'fast-check';
import type { Texts } from '../../../src/internal/issue-text.js';
import { compareLines, hiddenDifference, shorten, valueLines, type MarkedLine, type ValueLine } from '../../../src/elements/contact-info-form/value-lines.js';
import { tries } from '../../support/tries.js';

const texts: Texts = { lang: 'en-GB', has: () => true, text: (key) => key };
const words = { texts, nameOf: (id: string) => ({ ana: 'Ana', bea: 'Bea' })[id] ?? '?' };
const textsOf = (lines: readonly ValueLine[] | null) => lines?.map(({ text }) => text);
const signed = (lines: readonly MarkedLine[]) => lines.map(({ mark, text }) => `${{ same: ' ', added: '+', removed: '-' }[mark]}${text}`);
const plain = (...list: string[]): ValueLine[] => list.map((text) => ({ text }));
const day = [{ open: '09:00', close: '17:00' }];
const hours = (weekly: object, more: object = {}) => ({
  version: 1, schedules: [{ id: 'main', label: 'Main', timeZone: 'Europe/Madrid', exceptions: [], weekly: { mo: [], tu: [], we: [], th: [], fr: [], sa: [], su: [], ...weekly }, ...more }],
});

describe('a value in words', () => {
  it('is a line for each contact, with all that is known of it', () => {
    expect(textsOf(valueLines('contacts', [{ email: 'a@example.com', name: 'Ana', phone: '+34600000000', language: 'es', notes: 'Mornings' }, { email: 'b@example.com' }], words)))
      .to.deep.equal(['Ana · a@example.com · +34600000000 · es · Mornings', 'b@example.com']);
  });

  it('is a line for each user, by name, and tells two of one name apart', () => {
    expect(textsOf(valueLines('users', ['ana', 'gone'], words))).to.deep.equal(['Ana', '?']);
    const lines = (id: string) => valueLines('users', [id], { texts, nameOf: () => 'Ana' })!;
    expect(signed(compareLines(lines('one'), lines('two')))).to.deep.equal(['-Ana', '+Ana']);
  });

  it('is a line for each day that is open, each exception, and whom the hours are for', () => {
    const value = hours({ mo: day, su: [...day, { open: '20:00', close: '24:00' }] }, {
      exceptions: [{ from: '2026-12-24', to: '2026-12-26', intervals: [], label: 'Navidad' }, { from: 'soon', to: 'later', intervals: day }], channels: ['mail', 'chat'],
    });
    // Engines set the dash with spaces, or without.
    expect(textsOf(valueLines('hours', value, words))?.map((line) => line.replace(/\s*–\s*/g, '–'))).to.deep.equal([
      'Main (Europe/Madrid)', 'Mon 09:00–17:00', 'Sun 09:00–17:00, 20:00–24:00', '24–26 Dec 2026 · value.closed · Navidad', 'soon–later · 09:00–17:00', 'mail, chat',
    ]);
  });

  it('is nothing for what is absent, and none for what does not parse', () => {
    expect(valueLines('contacts', undefined, words)).to.deep.equal([]);
    expect(valueLines('hours', null, words)).to.deep.equal([]);
    expect(valueLines('contacts', [{ email: 7 }], words)).to.equal(null);
  });

  it('is data where no kind says how to read it', () => {
    expect(textsOf(valueLines(undefined, ['x', { a: 1 }], words))).to.deep.equal(['x', '{"a":1}']);
    expect(textsOf(valueLines(undefined, 7, words))).to.deep.equal(['7']);
  });
});

describe('two values side by side', () => {
  it('mark what is new, and what is gone where it was', () => {
    expect(signed(compareLines(plain('a', 'b', 'c'), plain('a', 'c', 'd')))).to.deep.equal([' a', '-b', ' c', '+d']);
    expect(signed(compareLines(plain('a'), []))).to.deep.equal(['-a']);
    expect(signed(compareLines([], plain('a')))).to.deep.equal(['+a']);
  });

  it('put what is told of a day now beside what was told of it', () => {
    const before = valueLines('hours', hours({ mo: day, tu: day, we: day }), words)!;
    const after = valueLines('hours', hours({ mo: [{ open: '10:00', close: '17:00' }], we: [{ open: '10:00', close: '17:00' }], th: day }), words)!;
    expect(signed(compareLines(before, after))).to.deep.equal([
      ' Main (Europe/Madrid)', '-Mon 09:00–17:00', '+Mon 10:00–17:00', '-Tue 09:00–17:00', '-Wed 09:00–17:00', '+Wed 10:00–17:00', '+Thu 09:00–17:00',
    ]);
  });

  it('hold every line of both, each as often as it is there', () => {
    const lines = fc.array(fc.record({ text: fc.constantFrom('a', 'b', 'c', 'd'), about: fc.constantFrom(undefined, 'x', 'y') }), { maxLength: 8 });
    const sorted = (list: readonly ValueLine[]) => list.map(({ text, about }) => `${about ?? ''}/${text}`).sort();
    fc.assert(fc.property(lines, lines, (before, after) => {
      const all = compareLines(before, after);
      expect(all.filter(({ mark }) => mark !== 'removed').map(({ text }) => text)).to.deep.equal(after.map(({ text }) => text));
      expect(sorted(all.filter(({ mark }) => mark !== 'added'))).to.deep.equal(sorted(before));
    }), { numRuns: tries(3_000, { needsPage: true }), seed: 20261125 });
  });

  it('say so where the same lines stand in another order, or where what differs is not shown', () => {
    const compare = (before: unknown[], after: unknown[]) => {
      const [one, two] = [valueLines('contacts', before, words)!, valueLines('contacts', after, words)!];
      return hiddenDifference(before, after, compareLines(one, two), one);
    };
    const [a, b] = [{ email: 'a@example.com' }, { email: 'b@example.com' }];
    expect(compare([a, b], [b, a])).to.equal('order');
    expect(compare([a], [{ ...a, verification: 'sent' }])).to.equal('details');
    expect(compare([a], [b])).to.equal(undefined);
    expect(compare([a], [{ ...a }])).to.equal(undefined);
  });

  it('of a long list show what changed, and count the rest', () => {
    const long = Array.from({ length: 300 }, (_, index) => `line ${index}`);
    const { lines, moreSame, moreChanged } = shorten(compareLines(plain(...long), plain(...long.slice(1), 'new')));
    expect(signed(lines)).to.include.members(['-line 0', '+new']);
    expect([lines.length, moreSame, moreChanged]).to.deep.equal([10, 291, 0]);
    const none = shorten(compareLines(plain(...long), []));
    expect([none.lines.length, none.moreChanged]).to.deep.equal([50, 250]);
  });

  it('of thousands are each looked at a few times only', () => {
    let looks = 0;
    const counted = (lines: ReturnType<typeof plain>) => lines.map((line) => new Proxy(line, {
      get: (target, name, receiver) => {
        looks += 1;
        return Reflect.get(target, name, receiver) as unknown;
      },
    }));
    const many = Array.from({ length: 5_000 }, (_, index) => `line ${index}`);
    compareLines(counted(plain(...many)), counted(plain(...many.map((line, index) => (index % 2 ? line : `${line}!`)))));
    expect(looks).to.be.within(10_000, 30 * 10_000);
  });
});
