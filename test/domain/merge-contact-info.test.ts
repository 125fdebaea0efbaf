import { expect } from 'chai';
import fc from 'fast-check';
import { isEqualJson } from '../../src/domain/equal.js';
import { changedKeys, mergeContactInfo } from '../../src/domain/merge-contact-info.js';
import { tries } from '../support/tries.js';

const value = fc.option(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.array(fc.record({ email: fc.constantFrom('a', 'b') }), { maxLength: 2 })), { nil: undefined });
const info = fc.dictionary(fc.constantFrom('one', 'two', 'three', 'four'), value);
const options = { numRuns: tries(2_000), seed: 20261124 };

describe('mergeContactInfo', () => {
  it('takes what only one side changed', () => {
    const base = { a: [1], b: [1], c: [1] };
    expect(mergeContactInfo(base, { ...base, a: [2] }, { ...base, b: [3] })).to.deep.equal({ merged: { a: [2], b: [3], c: [1] }, conflicts: [] });
  });

  it('keeps mine and says so where both changed', () => {
    expect(mergeContactInfo({ a: 1 }, { a: 2 }, { a: 3 })).to.deep.equal({ merged: { a: 2 }, conflicts: ['a'] });
  });

  it('is no conflict when both did the same', () => {
    expect(mergeContactInfo({ a: 1 }, { a: [2] }, { a: [2] })).to.deep.equal({ merged: { a: [2] }, conflicts: [] });
  });

  it('takes keys that every object inherits for keys like any other', () => {
    for (const key of ['toString', 'constructor', '__proto__']) {
      for (const value of [{}, 'x']) {
        const mine = Object.fromEntries([[key, value]]);
        expect(Object.entries(mergeContactInfo({}, mine, {}).merged), key).to.deep.equal([[key, value]]);
        expect(Object.entries(mergeContactInfo({}, {}, mine).merged), key).to.deep.equal([[key, value]]);
        expect(Object.entries(mergeContactInfo(mine, {}, mine).merged), key).to.deep.equal([]);
        expect(changedKeys({}, mine)).to.deep.equal([key]);
        expect(changedKeys(mine, {})).to.deep.equal([key]);
      }
    }
  });

  it('follows a key that one side removed', () => {
    expect(mergeContactInfo({ a: 1, b: 1 }, { b: 1 }, { a: 1, b: 1 })).to.deep.equal({ merged: { b: 1 }, conflicts: [] });
  });

  it('loses no change of either side unseen', () => {
    fc.assert(fc.property(info, info, info, (base, mine, theirs) => {
      const { merged, conflicts } = mergeContactInfo(base, mine, theirs);
      for (const key of changedKeys(base, mine)) expect(isEqualJson(merged[key], mine[key])).to.equal(true);
      for (const key of changedKeys(base, theirs)) {
        expect(isEqualJson(merged[key], theirs[key]) || conflicts.includes(key)).to.equal(true);
      }
      for (const key of conflicts) expect(isEqualJson(mine[key], theirs[key])).to.equal(false);
    }), options);
  });

  it('is theirs where I changed nothing, and mine where they did not', () => {
    fc.assert(fc.property(info, info, (base, other) => {
      expect(isEqualJson(mergeContactInfo(base, base, other).merged, other)).to.equal(true);
      expect(isEqualJson(mergeContactInfo(base, other, base).merged, other)).to.equal(true);
    }), options);
  });
});

describe('isEqualJson', () => {
  it('compares by what is said, not by how it is kept', () => {
    expect(isEqualJson({ a: 1, b: undefined }, { a: 1 })).to.equal(true);
    expect(isEqualJson({ a: [1, 2] }, { a: [2, 1] })).to.equal(false);
    expect(isEqualJson([], {})).to.equal(false);
    expect(isEqualJson(null, {})).to.equal(false);
    expect(isEqualJson('1', 1)).to.equal(false);
    expect(isEqualJson(JSON.parse('{"__proto__":{}}'), {})).to.equal(false);
    expect(isEqualJson({ a: JSON.parse('{"__proto__":{}}') }, { a: {} })).to.equal(false);
  });

  it('agrees with the JSON text when keys are in one order', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      if (JSON.stringify(a) === JSON.stringify(b)) expect(isEqualJson(a, b)).to.equal(true);
      expect(isEqualJson(a, structuredClone(a))).to.equal(true);
    }), options);
  });
});
