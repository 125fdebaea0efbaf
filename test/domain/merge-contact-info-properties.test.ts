import { expect } from 'chai';
import fc from 'fast-check';
import { valueOf, type ContactInfo } from '../../src/domain/contact-info.js';
import { isEqualJson } from '../../src/domain/equal.js';
import { changedKeys, mergeContactInfo } from '../../src/domain/merge-contact-info.js';
import { tries } from '../support/tries.js';

/* What holds of a merge whatever is merged: keys that objects inherit, empty ones, values that are absent, `null` or of any kind. */

const key = fc.constantFrom('one', 'two', 'three', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '0', 'a b', 'ключ');
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(0, 1, '', 'x', null, [], {}) },
  { weight: 2, arbitrary: fc.array(fc.record({ email: fc.constantFrom('a', 'b'), name: fc.constantFrom('x', undefined) }), { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const info: fc.Arbitrary<ContactInfo> = fc.array(fc.tuple(key, value), { maxLength: 6 }).map((entries) => Object.fromEntries(entries));
/** What most edits are: the same as the base but for a few keys, of which some are taken away. */
const edited = (base: ContactInfo) => fc.array(fc.tuple(key, fc.option(value, { nil: undefined, freq: 3 })), { maxLength: 4 })
  .map((changes) => Object.fromEntries([...Object.entries(base), ...changes].filter(([name]) => !changes.some(([other, now]) => other === name && now === undefined))));
const three = info.chain((base) => fc.tuple(fc.constant(base), fc.oneof(edited(base), info), fc.oneof(edited(base), info)));
const options = { numRuns: tries(5_000), seed: 20261125 };

const same = (a: unknown, b: unknown) => expect(isEqualJson(a, b), `${JSON.stringify(a)} is ${JSON.stringify(b)}`).to.equal(true);

/** The same value, with the keys of every object in another order. */
function reordered(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(reordered);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).reverse().map(([name, one]) => [name, reordered(one)]));
}

describe('mergeContactInfo, whatever is merged', () => {
  it('lets no value of either side disappear unseen', () => {
    fc.assert(fc.property(three, ([base, mine, theirs]) => {
      const { merged, conflicts } = mergeContactInfo(base, mine, theirs);
      for (const one of changedKeys(base, mine)) same(valueOf(merged, one), valueOf(mine, one));
      for (const one of changedKeys(base, theirs)) {
        if (!conflicts.includes(one)) same(valueOf(merged, one), valueOf(theirs, one));
      }
    }), options);
  });

  it('invents nothing: each value is mine or theirs, and what nobody changed is as it was', () => {
    fc.assert(fc.property(three, ([base, mine, theirs]) => {
      const { merged } = mergeContactInfo(base, mine, theirs);
      const touched = new Set([...changedKeys(base, mine), ...changedKeys(base, theirs)]);
      for (const one of new Set([base, mine, theirs, merged].flatMap(Object.keys))) {
        if (touched.has(one)) expect([mine, theirs].some((side) => isEqualJson(valueOf(side, one), valueOf(merged, one))), one).to.equal(true);
        else same(valueOf(merged, one), valueOf(base, one));
      }
    }), options);
  });

  it('calls a conflict exactly what both changed, differently, and once', () => {
    fc.assert(fc.property(three, ([base, mine, theirs]) => {
      const { conflicts } = mergeContactInfo(base, mine, theirs);
      const both = changedKeys(base, mine).filter((one) => changedKeys(base, theirs).includes(one) && changedKeys(mine, theirs).includes(one));
      expect([...conflicts].sort()).to.deep.equal(both.sort());
    }), options);
  });

  it('is the one side where the other changed nothing', () => {
    fc.assert(fc.property(three, ([base, one]) => {
      for (const { merged, conflicts } of [mergeContactInfo(base, one, base), mergeContactInfo(base, base, one), mergeContactInfo(base, one, one)]) {
        same(merged, one);
        expect(conflicts).to.deep.equal([]);
      }
    }), options);
  });

  it('is the same from either side, up to the choice', () => {
    fc.assert(fc.property(three, ([base, mine, theirs]) => {
      const ours = mergeContactInfo(base, mine, theirs);
      const others = mergeContactInfo(base, theirs, mine);
      expect([...ours.conflicts].sort()).to.deep.equal([...others.conflicts].sort());
      expect(changedKeys(ours.merged, others.merged).sort()).to.deep.equal([...ours.conflicts].sort());
      for (const one of ours.conflicts) {
        same(valueOf(ours.merged, one), valueOf(mine, one));
        same(valueOf(others.merged, one), valueOf(theirs, one));
      }
    }), options);
  });

  it('changes nothing more when it is merged again', () => {
    fc.assert(fc.property(three, ([base, mine, theirs]) => {
      const first = mergeContactInfo(base, mine, theirs);
      const again = mergeContactInfo(base, first.merged, theirs);
      same(again.merged, first.merged);
      expect([...again.conflicts].sort()).to.deep.equal([...first.conflicts].sort());
      same(mergeContactInfo(theirs, first.merged, theirs).merged, first.merged);
    }), options);
  });

  it('takes no notice of the order of keys, its own or within values', () => {
    fc.assert(fc.property(three, ([base, mine, theirs]) => {
      const plain = mergeContactInfo(base, mine, theirs);
      const turned = mergeContactInfo(base, reordered(mine) as ContactInfo, reordered(theirs) as ContactInfo);
      same(turned.merged, plain.merged);
      expect([...turned.conflicts].sort()).to.deep.equal([...plain.conflicts].sort());
    }), options);
  });

  it('leaves what it was given as it was, and makes an object like any other', () => {
    fc.assert(fc.property(three, ([base, mine, theirs]) => {
      const before = JSON.stringify([base, mine, theirs]);
      const { merged } = mergeContactInfo(base, mine, theirs);
      expect(JSON.stringify([base, mine, theirs])).to.equal(before);
      expect(Object.getPrototypeOf(merged)).to.equal(Object.prototype);
      expect(Object.values(merged)).not.to.include(undefined);
    }), options);
  });

  it('keeps what is the same after a round trip through JSON', () => {
    fc.assert(fc.property(info, (one) => {
      same(JSON.parse(JSON.stringify(one)), one);
      same(JSON.parse(JSON.stringify({ zero: -0 })), { zero: -0 });
      expect(changedKeys(one, JSON.parse(JSON.stringify(one)) as ContactInfo)).to.deep.equal([]);
    }), options);
  });
});
