import { expect } from 'chai';
import { storedUser } from '../../src/adapters/stored-user.js';
import { queryUsers } from '../../src/adapters/user-query.js';
import { foldText } from '../../src/domain/fold-text.js';
import type { User } from '../../src/domain/user.js';

const people = ['Ana', 'bo', 'Ángela', 'Çelik', 'Łukasz', 'Straße', 'ILGIN', 'ılgın'].map((name, index): User => ({
  id: String(index), name, email: `u${index}@example.com`, role: index % 2 ? 'editor' : 'tester', status: 'active', mailingLists: [], revision: '1',
  ...(index % 3 === 0 && { lastActiveAt: `2026-0${index + 1}-01T00:00:00Z` }),
}));
const stored = people.map(storedUser);

describe('foldText', () => {
  for (const [text, folded] of [['ÁRBOL', 'arbol'], ['a\u0301', 'a'], ['Straße', 'strasse'], ['Ł ø đ ı', 'l o d i'], ['ﬁne ２', 'fine 2'], ['日本', '日本'], ['İ', 'i'], ['ΟΔΥΣ Οδυσσέας', 'οδυσ οδυσσεασ']]) {
    it(`folds ${text}`, () => expect(foldText(text)).to.equal(folded));
  }
});

describe('queryUsers', () => {
  const ids = (query: Parameters<typeof queryUsers>[1]) => queryUsers(stored, query).users.map(({ id }) => id).join('');

  it('sorts by folded name, and then by id', () => expect(ids({})).to.equal('02136745'));
  it('sorts those who were never active first', () => expect(ids({ sort: { by: 'lastActiveAt', direction: 'ascending' } })).to.equal('12457036'));
  it('finds what it folds alike', () => {
    expect(ids({ search: 'lukasz' })).to.equal('4');
    expect(ids({ search: 'STRASSE' })).to.equal('5');
    expect(ids({ search: 'ilgin' })).to.equal('67');
  });
  it('takes limits that are none for the nearest one', () => {
    for (const [limit, length] of [[0, 1], [-5, 1], [2.9, 2], [1e9, 8]]) expect(queryUsers(stored, { limit }).users, String(limit)).to.have.length(length);
  });
  it('takes a limit that is no number for none', () => {
    const many = Array.from({ length: 60 }, (_, index) => storedUser({ ...people[0], id: String(index) }));
    expect(queryUsers(many, { limit: Number.NaN }).users).to.have.length(50);
  });
  it('begins from the beginning for a cursor that none of its pages gave', () => {
    for (const cursor of ['', 'x', '{}', '[]', '["a"]', '["a",1]', 'null']) expect(ids({ cursor, limit: 1 }), cursor).to.equal('0');
  });
  it('is empty after the last', () => {
    expect(queryUsers(stored, { cursor: JSON.stringify(['zzz', 'z']) })).to.deep.equal({ users: [], total: 8, nextCursor: null });
  });
});
