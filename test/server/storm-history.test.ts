import { expect } from 'chai';
import { contradictionsIn, type Revision } from '../storm/history.js';
import type { Operation } from '../storm/writer.js';

/** Tab 0 writes a, then tab 1 writes b over it, and both read. */
const revisions: Revision[] = [
  { revision: 'r1', contactInfo: { tab0: '0.0.0', everybody: '0.0.0' } },
  { revision: 'r2', contactInfo: { tab0: '0.0.0', tab1: '1.0.0', everybody: '1.0.0' } },
];
const write = (tab: number, begin: number, revision: string, more: Partial<Operation> = {}): Operation => ({ tab, kind: 'write', begin, end: begin + 10, outcome: 'done', token: `${tab}.0.0`, revision, ...more });
const read = (begin: number, revision: string | null): Operation => ({ tab: 2, kind: 'read', begin, end: begin + 10, outcome: 'done', revision });
const operations = [read(0, null), write(0, 100, 'r1'), read(200, 'r1'), write(1, 300, 'r2'), read(400, 'r2')];

const replaced = (all: Operation[], index: number, one: Operation) => all.map((other, at) => (at === index ? one : other));

describe('the history of a storm', () => {
  it('is contradicted by nothing where everything happened in its time', () => {
    expect(contradictionsIn(revisions, operations)).to.deep.equal([]);
    expect(contradictionsIn(revisions, [...operations, read(305, 'r1'), read(305, 'r2'), read(95, 'r1'), read(105, null)]), 'at the same time').to.deep.equal([]);
  });

  it('allows for what nobody was told, whether it was done or not', () => {
    const unknown: Operation = { ...write(1, 300, 'r2'), outcome: 'unknown', revision: undefined };
    expect(contradictionsIn(revisions, replaced(operations, 3, unknown))).to.deep.equal([]);
    expect(contradictionsIn(revisions, [{ ...unknown, token: '1.0.1' }, ...operations.slice(1, 3), unknown, operations[4]])).to.deep.equal([]);
    expect(contradictionsIn(revisions.slice(0, 1), [...operations.slice(0, 3), unknown])).to.deep.equal([]);
  });

  const faults: [fault: string, revisions: Revision[], operations: Operation[], contradiction: string][] = [
    ['an acknowledged write that is lost', revisions.slice(0, 1), operations.slice(0, 4), '1.0.0 was acknowledged, and is lost'],
    ['a write over another one unseen', [revisions[0], { revision: 'r2', contactInfo: { tab1: '1.0.0', everybody: '1.0.0' } }], operations, 'revision 2 is not the one before it with 1.0.0'],
    ['half a write', [revisions[0], { revision: 'r2', contactInfo: { tab0: '0.0.0', everybody: '1.0.0' } }], operations, 'revision 2 is not the one before it with 1.0.0'],
    ['a write that was made twice', [...revisions, { ...revisions[1], revision: 'r3' }], operations, '1.0.0 was written twice'],
    ['what nobody wrote', [...revisions, { revision: 'r3', contactInfo: { ...revisions[1].contactInfo, everybody: '7.0.0' } }], operations, 'revision 3 holds 7.0.0, which nobody wrote'],
    ['an older reading after a newer one', revisions, [...operations, read(500, 'r1')], 'a reading of revision 1 by tab 2 began after 1.0.0, revision 2, had ended, and comes before it'],
    ['a reading from before an acknowledged write', revisions, replaced(operations, 2, read(200, null)), 'a reading of revision 0 by tab 2 began after 0.0.0, revision 1, had ended, and comes before it'],
    ['a reading of what was never stored', revisions, [...operations, read(500, 'r9')], 'a revision was read that was never stored: r9'],
    ['a write that comes before one that had ended', [...revisions].reverse().map(({ revision }, index) => ({ revision, contactInfo: index === 0 ? { tab1: '1.0.0', everybody: '1.0.0' } : { tab1: '1.0.0', tab0: '0.0.0', everybody: '0.0.0' } })), [operations[1], operations[3]], '1.0.0, revision 1, began after 0.0.0, revision 2, had ended, and comes before it'],
  ];
  for (const [fault, stored, done, contradiction] of faults) {
    it(`is contradicted by ${fault}`, () => expect(contradictionsIn(stored, done)).to.include(contradiction));
  }
});
