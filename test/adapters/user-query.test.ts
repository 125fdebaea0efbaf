import { expect } from 'chai';
import { MemoryUsers } from '../../src/adapters/memory-users.js';
import { pageFrom, selectionFrom } from '../../src/adapters/user-query.js';
import { storedUser } from '../../src/adapters/stored-user.js';
import type { User } from '../../src/domain/user.js';
import { userSortKeys, type UserQuery } from '../../src/ports/persistence-adapter.js';

const people = ['Ana', 'bo', 'Ángela', 'Çelik', 'Łukasz', 'Straße', 'ILGIN', 'ılgın'].map((name, index): User => ({
  id: String(index), name, email: `u${index}@example.com`, role: index % 2 ? 'editor' : 'tester', status: 'active', mailingLists: [], revision: '1',
  ...(index % 3 === 0 && { lastActiveAt: `2026-0${index + 1}-01T00:00:00Z` }),
}));

function pageOf(users: readonly User[], query: UserQuery) {
  const directory = new MemoryUsers();
  for (const user of users) directory.put(storedUser(user));
  const selection = selectionFrom(query);
  return pageFrom(directory.find(selection), selection);
}

describe('a page of users', () => {
  const ids = (query: UserQuery) => pageOf(people, query).users.map(({ id }) => id).join('');

  it('is sorted by folded name, and then by address', () => {
    expect(ids({})).to.equal('02136745');
    const namesakes = ['c', 'a', 'b'].map((local, index): User => ({ ...people[0], id: String(index), email: `${local}@example.com` }));
    expect(pageOf(namesakes, {}).users.map(({ email }) => email[0]).join('')).to.equal('abc');
  });
  it('begins with those who have no name, by address', () => {
    const nameless: User = { ...people[0], id: 'x', name: '', email: 'zoe@example.com' };
    expect(pageOf([...people, nameless], {}).users[0].id).to.equal('x');
  });
  it('is by name within one role or status', () => {
    expect(ids({ sort: { by: 'role', direction: 'ascending' } })).to.equal('13750264');
    expect(ids({ sort: { by: 'status', direction: 'descending' } })).to.equal('54763120');
  });
  it('begins with those who were never active', () => expect(ids({ sort: { by: 'lastActiveAt', direction: 'ascending' } })).to.equal('21745036'));
  it('is by name where it is to be sorted by nothing that there is', () => expect(ids({ sort: { by: 'toString', direction: 'ascending' } as never })).to.equal('02136745'));
  it('finds what it folds alike', () => {
    expect(ids({ search: 'lukasz' })).to.equal('4');
    expect(ids({ search: 'STRASSE' })).to.equal('5');
    expect(ids({ search: 'ilgin' })).to.equal('67');
  });
  it('takes limits that are none for the nearest one', () => {
    for (const [limit, length] of [[0, 1], [-5, 1], [2.9, 2], [1e9, 8]]) expect(pageOf(people, { limit }).users, String(limit)).to.have.length(length);
  });
  it('takes a limit that is no number for none', () => {
    const many = Array.from({ length: 60 }, (_, index): User => ({ ...people[0], id: String(index), email: `u${index}@example.com` }));
    expect(pageOf(many, { limit: Number.NaN }).users).to.have.length(50);
  });
  it('begins from the beginning for a cursor that none of its pages gave', () => {
    const ofAnotherOrder = pageOf(people, { limit: 1, sort: { by: 'email', direction: 'ascending' } }).nextCursor!;
    for (const cursor of ['', 'x', '{}', '[]', '["a"]', '["name","a"]', '["name","a",1]', '["name","a","b","c"]', 'null', ofAnotherOrder]) {
      expect(ids({ cursor, limit: 1 }), cursor).to.equal('0');
    }
  });
  it('is empty after the last', () => {
    for (const by of userSortKeys) {
      const first = pageOf([people[0], { ...people[1], id: '1' }], { limit: 1, sort: { by, direction: 'ascending' } });
      expect(pageOf([first.users[0]], { cursor: first.nextCursor!, sort: { by, direction: 'ascending' } }), by).to.deep.equal({ users: [], total: 1, nextCursor: null });
    }
  });
});
