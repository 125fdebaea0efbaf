import { expect } from 'chai';
import fc from 'fast-check';
import { indexesContaining, joinStrings, stringAt } from '../../src/adapters/joined-strings.js';
import { tries } from '../support/tries.js';

/** Few letters, so that what is searched is often found, across ends too. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\ud83d', '\ude00'), maxLength: 5 });

describe('joined strings', () => {
  it('are the strings that were joined', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (strings) => {
      const joined = joinStrings(strings);
      expect(strings.map((_, index) => stringAt(joined, index))).to.deep.equal(strings);
    }));
  });

  it('are found by what is in one of them, once each, and never by what is in two', () => {
    fc.assert(fc.property(fc.array(text), text, (strings, search) => {
      const expected = strings.flatMap((one, index) => (one.includes(search) ? [index] : []));
      expect(indexesContaining(joinStrings(strings), search)).to.deep.equal(expected);
    }), { numRuns: tries(2_000) });
  });
});
