import { expect } from 'chai';
import type { User } from '../../../src/domain/user.js';
import { passedPage, shownPage } from '../../../src/elements/users-tab/list/shown-page.js';
import { backFromNobody, changeBetween, firstPage, firstQuery, narrow, nextPage, previousPage, sortBy, toUserQuery, widen } from '../../../src/elements/users-tab/list/users-query.js';
import type { UserPage } from '../../../src/ports/persistence-adapter.js';

const user = (id: string, revision = '1'): User => ({ id, name: id, email: `${id}@mesa.example`, role: 'editor', status: 'active', mailingLists: [], revision });
const users = (...ids: string[]) => ids.map((id) => user(id));
const page = (ids: string[], rest: Partial<UserPage> = {}): UserPage => ({ users: users(...ids), total: ids.length, nextCursor: null, ...rest });
const many = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`);

const first = shownPage(page(['a', 'b'], { total: 4, nextCursor: 'x' }), firstQuery);
const second = nextPage(firstQuery, 'x', passedPage(first));

const shown = ({ rows, from, to, total, isAtLeast, nextCursor, doubts }: ReturnType<typeof shownPage>) =>
  `${rows.map((row) => row.user?.id ?? '?').join('')} ${from}–${to} of ${isAtLeast ? '≥' : ''}${total}${nextCursor === null ? '' : ` → ${nextCursor}`} ${doubts.join()}`.trim();

describe('a page as it is shown', () => {
  const unreadable = (index: number) => ({ index, issue: { path: ['users', index], code: 'malformed' } });
  for (const [what, given, query, expected] of [
    ['a true one', page(['a', 'b'], { total: 4, nextCursor: 'x' }), firstQuery, 'ab 1–2 of 4 → x'],
    ['the page after it', page(['c', 'd'], { total: 4 }), second, 'cd 3–4 of 4'],
    ['nobody', page([]), firstQuery, '0–0 of 0'],
    ['nobody, with more to come', page([], { total: 9, nextCursor: 'x' }), firstQuery, '0–0 of 9 → x'],
    ['a user who is there twice', page(['a', 'b', 'a'], { total: 2 }), firstQuery, 'ab 1–2 of 2 repeated'],
    ['a user of the page before', page(['b', 'c'], { total: 4 }), second, 'bc 3–4 of 4 repeated'],
    ['a user of the page before who was changed meanwhile', page([], { users: [user('b', '2'), user('c')], total: 4 }), second, 'bc 3–4 of 4'],
    ['a user of the page before who was active meanwhile', page([], { users: [{ ...user('b'), lastActiveAt: '2026-11-25T09:00:00Z' }, user('c')], total: 4 }), second, 'bc 3–4 of 4'],
    ['the page before again, and somebody who cannot be read', page(['a', 'b'], { total: 9, nextCursor: 'y', unreadable: [unreadable(2)] }), second, 'ab? 3–5 of 9 loop'],
    ['the page before again', page(['a', 'b'], { total: 9, nextCursor: 'y' }), second, 'ab 3–4 of 9 loop'],
    ['a cursor that leads to the same page', page(['c', 'd'], { total: 9, nextCursor: 'x' }), second, 'cd 3–4 of 9 loop'],
    ['a cursor that leads to the page before', page(['e'], { total: 9, nextCursor: 'x' }), nextPage(second, 'y', passedPage(first)), 'e 5–5 of 9 loop'],
    ['an empty cursor', page(['a'], { nextCursor: '' }), firstQuery, 'a 1–1 of 1'],
    ['a cursor that led to nobody', page(['a', 'b'], { nextCursor: 'x' }), backFromNobody(second), 'ab 1–2 of 2'],
    ['too few in all', page(['c', 'd'], { total: 3 }), second, 'cd 3–4 of ≥4'],
    ['too few in all, since more come', page(['c', 'd'], { total: 4, nextCursor: 'y' }), second, 'cd 3–4 of ≥4 → y'],
    ['a total that is no count', page(['a'], { total: 1, isTotalUnknown: true, nextCursor: 'x' }), firstQuery, 'a 1–1 of ≥1 → x'],
    ['a total beyond counting', page(['a'], { total: 1e308, nextCursor: 'x' }), firstQuery, 'a 1–1 of ≥1 → x'],
    ['half a user in all', page(['a'], { total: 1.5 }), firstQuery, 'a 1–1 of ≥1'],
    ['an end that comes too soon', page(['a', 'b'], { total: 100_000 }), firstQuery, 'ab 1–2 of 100000 short'],
    ['somebody who cannot be read', page(['a', 'b'], { total: 3, unreadable: [unreadable(1)] }), firstQuery, 'a?b 1–3 of 3'],
    ['two at the end who cannot be read', page(['a'], { total: 3, unreadable: [unreadable(1), unreadable(2)] }), firstQuery, 'a?? 1–3 of 3'],
  ] as const) {
    it(what, () => expect(shown(shownPage(given, query))).to.equal(expected));
  }

  it('has more rows than were asked for, up to a thousand, and says where it ends', () => {
    const all = shownPage(page(many(800), { total: 800 }), firstQuery);
    expect([all.rows.length, all.to, all.doubts]).to.deep.equal([800, 800, []]);
    const cut = shownPage(page(many(1_200), { total: 1_200 }), firstQuery);
    expect([cut.rows.length, cut.to, cut.total, cut.doubts]).to.deep.equal([1_000, 1_000, 1_200, ['excess']]);
  });

  it('counts what the pages before it really had', () => {
    const large = shownPage(page(many(70), { total: 71, nextCursor: 'x' }), firstQuery);
    expect(shown(shownPage({ users: users('z'), total: 71, nextCursor: null }, nextPage(firstQuery, 'x', passedPage(large))))).to.equal('z 71–71 of 71');
  });

  it('ends at last, whatever cursors come', () => {
    let query = firstQuery;
    let turns = 0;
    for (; turns < 50; turns += 1) {
      const looping = shownPage({ users: users(`u${turns}`), total: 9, nextCursor: ['x', 'y'][turns % 2] }, query);
      if (looping.nextCursor === null) break;
      query = nextPage(query, looping.nextCursor, passedPage(looping));
    }
    expect(turns).to.equal(2);
  });
});

describe('what is asked for', () => {
  it('starts from the first page again whenever something else is listed', () => {
    for (const query of [narrow(second, { search: 'x' }), sortBy(second, 'role'), firstPage(second), widen(second), previousPage(second)]) {
      expect([query.cursors, query.passed]).to.deep.equal([[undefined], []]);
    }
  });

  it('says to the port only what narrows', () => {
    expect(toUserQuery(narrow(firstQuery, { search: '  ' }))).to.deep.include({ search: undefined, roles: undefined, statuses: undefined, cursor: undefined, limit: 50 });
    expect(toUserQuery(narrow(firstQuery, { search: ' a ', roles: ['editor', 'tester'], statuses: ['invited'] })))
      .to.deep.include({ search: 'a', roles: ['editor', 'tester'], statuses: ['invited'] });
    expect(toUserQuery(second)).to.deep.include({ cursor: 'x' });
  });

  it('keeps the order when search and filters are cleared', () => {
    expect(widen(narrow(sortBy(firstQuery, 'role'), { search: 'x' })).sort).to.deep.equal({ by: 'role', direction: 'ascending' });
  });

  it('tells what has changed', () => {
    expect(changeBetween(firstQuery, { ...firstQuery })).to.equal(undefined);
    expect(changeBetween(firstQuery, narrow(firstQuery, { search: ' ' }))).to.equal(undefined);
    expect(changeBetween(firstQuery, narrow(firstQuery, { roles: ['editor'] }))).to.equal('narrowing');
    expect(changeBetween(second, narrow(second, { search: 'a' }))).to.equal('narrowing');
    expect(changeBetween(second, sortBy(second, 'name'))).to.equal('sort');
    expect(changeBetween(firstQuery, second)).to.equal('page');
    expect(changeBetween(firstQuery, backFromNobody(second))).to.equal('page');
  });
});
