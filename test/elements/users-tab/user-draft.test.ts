import { expect } from 'chai';
import { defaultRoles, type Role, type User } from '../../../src/domain/user.js';
import { roleDifference } from '../../../src/elements/users-tab/change/role-difference.js';
import { changesOf, draftOf, rebase, type UserDraft } from '../../../src/elements/users-tab/change/user-draft.js';

const diego: User = { id: 'diego', name: 'Diego', email: 'diego@mesa.example', role: 'editor', status: 'active', mailingLists: ['a', 'b'], revision: '1' };

describe('a draft of a user', () => {
  const changes: [string, Partial<UserDraft>, object][] = [
    ['nothing', {}, {}],
    ['spaces around the name', { name: ' Diego ' }, {}],
    ['a name', { name: 'Diego R. ' }, { name: 'Diego R.' }],
    ['no name any more', { name: '' }, { name: '' }],
    ['a role', { role: 'tester' }, { role: 'tester' }],
    ['lists in another order', { mailingLists: ['b', 'a'] }, {}],
    ['another list', { mailingLists: ['a', 'b', 'c'] }, { mailingLists: ['a', 'b', 'c'] }],
    ['one for another', { mailingLists: ['a', 'c'] }, { mailingLists: ['a', 'c'] }],
  ];
  for (const [what, change, sent] of changes) {
    it(`sends what was changed: ${what}`, () => expect(changesOf(diego, { ...draftOf(diego), ...change })).to.deep.equal(sent));
  }

  const meanwhile: [string, Partial<UserDraft>, Partial<User>, object][] = [
    ['what was left alone is theirs', {}, { name: 'D. Ruiz', role: 'tester', mailingLists: ['c'] }, {}],
    ['another part', { name: 'Diego R.' }, { role: 'tester', mailingLists: [] }, { name: 'Diego R.' }],
    ['the same part', { name: 'Diego R.' }, { name: 'D. Ruiz' }, { name: 'Diego R.' }],
    ['the same part, in the same way', { name: 'D. Ruiz' }, { name: 'D. Ruiz' }, {}],
    ['a list here, another there', { mailingLists: ['a', 'b', 'c'] }, { mailingLists: ['a'] }, { mailingLists: ['a', 'c'] }],
    ['left here, joined there', { mailingLists: ['b'] }, { mailingLists: ['a', 'b', 'd'] }, { mailingLists: ['b', 'd'] }],
    ['joined on both sides', { mailingLists: ['a', 'b', 'c'] }, { mailingLists: ['a', 'b', 'c'] }, {}],
  ];
  for (const [what, mine, theirs, sent] of meanwhile) {
    it(`goes on from what somebody else stored: ${what}`, () => {
      const now = { ...diego, ...theirs };
      expect(changesOf(now, rebase({ ...draftOf(diego), ...mine }, diego, now))).to.deep.equal(sent);
    });
  }
});

describe('the difference between two roles', () => {
  const role = (key: string): Role | undefined => defaultRoles.find((one) => one.key === key);
  const own = { key: 'auditor', canEditContactInfo: false, canManageUsers: true, rank: 35, canSeeReports: true, canPay: true };
  const cases: [string, Role | undefined, Role | undefined, object][] = [
    ['more', role('editor'), role('administrator'), { gains: ['canManageUsers'], loses: [] }],
    ['less', role('administrator'), role('read-only'), { gains: [], loses: ['canEditContactInfo', 'canManageUsers'] }],
    ['the same', role('tester'), role('read-only'), { gains: [], loses: [] }],
    ['from a role that nobody defined', undefined, role('editor'), { gains: ['canEditContactInfo'], loses: [] }],
    ['an ability of the host’s own, as far as it has words', role('editor'), own, { gains: ['canManageUsers', 'canSeeReports'], loses: ['canEditContactInfo'] }],
    ['and the other way round', own, role('editor'), { gains: ['canEditContactInfo'], loses: ['canManageUsers', 'canSeeReports'] }],
    ['a statement that is neither yes nor no', role('read-only'), { ...role('read-only')!, canSeeReports: 'sometimes' }, { gains: [], loses: [] }],
  ];
  for (const [what, from, to, difference] of cases) {
    it(what, () => expect(roleDifference(from, to, (ability) => ability === 'canSeeReports')).to.deep.equal(difference));
  }
});
