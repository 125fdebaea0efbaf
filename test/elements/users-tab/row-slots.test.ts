import { expect } from 'chai';
import fc from 'fast-check';
import { RowSlots } from '../../../src/elements/users-tab/list/row-slots.js';

describe('which of the drawn rows becomes which', () => {
  const assign = (slots: RowSlots, keys: string) => {
    const assigned = slots.assign([...keys]);
    return [...keys].map((key) => assigned.get(key));
  };

  it('leaves whoever is still there where they are, in whatever order', () => {
    const slots = new RowSlots();
    expect(assign(slots, 'abc')).to.deep.equal([1, 2, 3]);
    expect(assign(slots, 'cab')).to.deep.equal([3, 1, 2]);
    expect(assign(slots, 'bd')).to.deep.equal([2, 4]);
  });

  it('does not give a row to somebody new while another stays', () => {
    const slots = new RowSlots();
    assign(slots, 'abc');
    expect(assign(slots, 'abd')).to.deep.equal([1, 2, 4]);
  });

  it('fills the drawn rows anew where nobody stays', () => {
    const slots = new RowSlots();
    assign(slots, 'abc');
    expect(assign(slots, 'defg')).to.deep.equal([1, 2, 3, 4]);
    expect(assign(slots, 'h')).to.deep.equal([1]);
    expect(assign(slots, 'ij')).to.deep.equal([1, 5]);
    expect(assign(slots, '')).to.deep.equal([]);
    expect(assign(slots, 'i')).to.deep.equal([6]);
  });

  it('never draws two as one', () => {
    const page = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 8 });
    fc.assert(fc.property(fc.array(page, { maxLength: 12 }), (pages) => {
      const slots = new RowSlots();
      for (const keys of pages) {
        const assigned = assign(slots, keys.join(''));
        expect(new Set(assigned).size).to.equal(keys.length);
        expect(assign(slots, keys.join('')), 'drawing again changes nothing').to.deep.equal(assigned);
      }
    }));
  });
});
