import { expect } from 'chai';
import fc from 'fast-check';
import { packRows, unpackRows } from '../../src/adapters/search-blocks.js';
import { storedUser } from '../../src/adapters/stored-user.js';

const text = fc.string({ unit: 'binary', maxLength: 8 });

describe('a search block', () => {
  it('holds any rows, whatever is in them', () => {
    fc.assert(fc.property(fc.array(fc.record({ id: text, name: text, role: text, lastActiveAt: fc.option(text, { nil: undefined }) })), (people) => {
      const rows = people.map((person) => storedUser({ ...person, email: `${person.id.length}@example.com`, status: 'active', mailingLists: [], revision: '1' }));
      expect(unpackRows(packRows(rows))).to.deep.equal(rows.map(({ id, searchText, emailText, role, status, lastActiveAt }) => ({ id, searchText, emailText, role, status, lastActiveAt })));
    }));
  });

  it('may be empty', () => expect(unpackRows(packRows([]))).to.deep.equal([]));
});
