import { expect } from 'chai';
import {
  allMatching, choose, chosenOf, chosenUsers, countAgain, countChosen, countElsewhere, isAbout, isChosen, nobodyChosen, rangeOf,
} from '../../../src/elements/users-tab/bulk/user-selection.js';
import { firstQuery, narrow, nextPage, sortBy } from '../../../src/elements/users-tab/list/users-query.js';

const passed = { rows: 50, states: new Map<string, string>() };
const page = ['a', 'b', 'c', 'd'];
const chosenOn = (selection: Parameters<typeof isChosen>[0]) => page.filter((id) => isChosen(selection, id)).join('');

describe('user selection: single users', () => {
  it('is chosen, and not chosen any more, wherever the rest is', () => {
    const some = choose(choose(nobodyChosen, ['a', 'c'], true), ['x', 'y'], true);
    expect([chosenOn(some), countChosen(some), countElsewhere(some, page)]).to.deep.equal(['ac', 4, 2]);
    const fewer = choose(some, ['a', 'x'], false);
    expect([chosenOn(fewer), countChosen(fewer), countElsewhere(fewer, page)]).to.deep.equal(['c', 2, 1]);
    expect(countChosen(choose(fewer, ['c'], true)), 'nobody twice').to.equal(2);
  });

  it('says how much of a page is chosen', () => {
    expect([[], ['a', 'd'], page, ['x']].map((ids) => chosenOf(chosenUsers(ids), page))).to.deep.equal(['none', 'some', 'all', 'none']);
    expect(chosenOf(chosenUsers(['x']), [])).to.equal('none');
  });

  it('stays over searches, filters, pages and orders', () => {
    for (const query of [narrow(firstQuery, { search: 'ana' }), narrow(firstQuery, { roles: ['editor'] }), sortBy(firstQuery, 'email'), nextPage(firstQuery, 'c', passed)]) {
      expect(isAbout(chosenUsers(['a']), query)).to.equal(true);
    }
  });
});

describe('user selection: ranges', () => {
  const cases: [from: string | undefined, to: string, range: string][] = [
    ['a', 'c', 'abc'], ['c', 'a', 'abc'], ['b', 'b', 'b'], [undefined, 'c', 'c'], ['x', 'c', 'c'], ['d', 'a', 'abcd'],
  ];
  for (const [from, to, range] of cases) {
    it(`from ${from} to ${to} is ${range}`, () => expect(rangeOf(page, from, to).join('')).to.equal(range));
  }
});

describe('user selection: all that match', () => {
  const query = narrow(firstQuery, { search: 'ana', statuses: ['active'] });
  const all = allMatching(query, 1_234);

  it('has everybody, also whom nobody has seen, but for those that were taken out', () => {
    expect([isChosen(all, 'whoever'), countChosen(all), countElsewhere(all, page)]).to.deep.equal([true, 1_234, 1_230]);
    const some = choose(all, ['b', 'x'], false);
    expect([chosenOn(some), chosenOf(some, page), countChosen(some), countElsewhere(some, page)]).to.deep.equal(['acd', 'some', 1_232, 1_229]);
    expect(countChosen(choose(some, ['x'], true))).to.equal(1_233);
  });

  it('is nobody once all were taken out', () => {
    expect(choose(allMatching(query, 4), page, false)).to.equal(nobodyChosen);
  });

  it('is of one search and its filters, whatever the page and the order', () => {
    expect(isAbout(all, nextPage(sortBy(query, 'email'), 'cursor', passed))).to.equal(true);
    expect(isAbout(all, narrow(query, { search: ' ana ' })), 'spaces search for nothing').to.equal(true);
    for (const change of [{ search: 'anas' }, { statuses: [] }, { roles: ['editor'] }]) expect(isAbout(all, narrow(query, change))).to.equal(false);
  });

  it('follows how many match, and does not believe less than is seen', () => {
    expect(countChosen(countAgain(all, 1_300, 50))).to.equal(1_300);
    expect(countChosen(countAgain(all, 3, 50))).to.equal(50);
    expect(countAgain(all, 1_234, 50)).to.equal(all);
    expect(countAgain(choose(all, page, false), 4, 4)).to.equal(nobodyChosen);
  });
});
