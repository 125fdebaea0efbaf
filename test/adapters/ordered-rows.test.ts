import { expect } from 'chai';
import fc from 'fast-check';
import { OrderedRows } from '../../src/adapters/ordered-rows.js';
import { comparatorOf, placeOf, selectAfter, sliceAfter } from '../../src/adapters/user-order.js';
import { storedUser, type StoredUser } from '../../src/adapters/stored-user.js';
import { userSortKeys } from '../../src/ports/persistence-adapter.js';
import { tries } from '../support/tries.js';

const row = fc.record({ id: fc.nat({ max: 30 }), name: fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 2 }), role: fc.constantFrom('x', 'y') }).map(({ id, name, role }) =>
  storedUser({ id: String(id), name, email: `${id}@example.com`, role, status: 'active', mailingLists: [], revision: '1' }));
const by = fc.constantFrom(...userSortKeys);

/** Replaces and deletes by id, as a directory does. */
function play(order: OrderedRows<StoredUser>, steps: readonly { row: StoredUser; isDeleted: boolean }[], rows = new Map<string, StoredUser>()) {
  for (const { row: one, isDeleted } of steps) {
    const before = rows.get(one.id);
    if (before) order.delete(before);
    rows.delete(one.id);
    if (isDeleted) continue;
    order.add(one);
    rows.set(one.id, one);
  }
  return rows;
}

describe('ordered rows', () => {
  const steps = fc.array(fc.record({ row, isDeleted: fc.boolean() }), { maxLength: 60 });
  const few = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 12 });

  it('are the rows in order after any changes, from any place, in both directions', () => {
    fc.assert(fc.property(by, few, steps, fc.option(row), (of, initial, changes, start) => {
      const order = new OrderedRows(of, initial, 2);
      const rows = play(order, changes, new Map(initial.map((one) => [one.id, one])));
      const sorted = [...rows.values()].sort(comparatorOf(of));
      const place = start && placeOf(start, of);
      for (const direction of ['ascending', 'descending'] as const) {
        const expected = (direction === 'ascending' ? sorted : [...sorted].reverse()).filter((one) =>
          !start || comparatorOf(of)(one, start) * (direction === 'ascending' ? 1 : -1) > 0);
        expect([...order.after(place, direction)]).to.deep.equal(expected);
        expect(selectAfter([...rows.values()], { by: of, direction }, place, 3), 'a page of them, selected').to.deep.equal(expected.slice(0, 3));
        expect(sliceAfter(sorted, { by: of, direction }, place, 3), 'a page of them, cut').to.deep.equal(expected.slice(0, 3));
      }
    }), { numRuns: tries(500) });
  });

  it('are found by what they contain now, whatever was searched before', () => {
    fc.assert(fc.property(by, few, steps, fc.constantFrom('a', 'ab', 'e', '1@', '\n'), (of, initial, changes, search) => {
      const order = new OrderedRows(of, initial, 2);
      const rows = new Map(initial.map((one) => [one.id, one]));
      for (const step of changes) {
        order.containing(search);
        play(order, [step], rows);
      }
      const expected = [...rows.values()].filter(({ searchText }) => searchText.includes(search)).sort(comparatorOf(of));
      expect(order.containing(search)).to.deep.equal(expected);
    }), { numRuns: tries(300) });
  });
});
