import { expect } from 'chai';
import { defaultRoles, type User } from '../../../src/domain/user.js';
import {
  changesOf, isStillMeant, planBulk, reasonToLeaveOut, type BulkAnswers, type BulkFacts, type BulkIntent, type BulkPlan,
} from '../../../src/elements/users-tab/bulk/bulk-plan.js';

const user = (id: string, changes: Partial<User> = {}): User => ({
  id, name: id, email: `${id}@mesa.example`, role: 'editor', status: 'active', mailingLists: [], revision: '1', ...changes,
});
const me = user('me', { role: 'administrator' });
const ada = user('ada', { role: 'administrator' });
const [eve, ted] = [user('eve'), user('ted', { role: 'tester' })];
const ina = user('ina', { status: 'invited' });
const off = user('off', { status: 'deactivated' });
const owner = user('owner', { role: 'owner' });
const roles = [...defaultRoles, { key: 'owner', canEditContactInfo: true, canManageUsers: true, rank: 50 }];

const facts = (changes: Partial<BulkFacts> = {}): BulkFacts => ({ viewer: { id: 'me', role: 'administrator' }, roles, activeManagers: 5, named: new Map(), ...changes });
const answers = (changes: Partial<BulkAnswers> = {}): BulkAnswers => ({ includesViewer: false, staying: undefined, replacement: undefined, ...changes });
const plan = (users: User[], intent: BulkIntent, known: Partial<BulkFacts> = {}, answered: Partial<BulkAnswers> = {}) => planBulk(users, intent, facts(known), answers(answered));
const targets = (planned: BulkPlan) => planned.targets.map(({ id }) => id).join(' ');
const leftOut = (planned: BulkPlan) => planned.leftOut.map((one) => `${one.user.id}: ${one.reason}`);

const everybody = [me, ada, eve, ted, ina, off, owner];
const remove: BulkIntent = { kind: 'remove' };
const deactivate: BulkIntent = { kind: 'deactivate' };

describe('bulk plan: who is changed, who is left out, and why', () => {
  const cases: [name: string, intent: BulkIntent, targets: string, leftOut: string[]][] = [
    ['removing', remove, 'eve ted ina off ada', ['owner: rank', 'me: self']],
    ['deactivating', deactivate, 'eve ted ada', ['ina: invited', 'off: unchanged', 'owner: rank', 'me: self']],
    ['reactivating', { kind: 'reactivate' }, 'off', ['me: unchanged', 'ada: unchanged', 'eve: unchanged', 'ted: unchanged', 'ina: invited', 'owner: rank']],
    ['inviting again', { kind: 'resend' }, 'ina', ['me: not-invited', 'ada: not-invited', 'eve: not-invited', 'ted: not-invited', 'off: not-invited', 'owner: rank']],
    ['a lower role', { kind: 'role', role: 'tester' }, 'eve ina off ada', ['ted: unchanged', 'owner: rank', 'me: self']],
    ['the same role as the viewer’s', { kind: 'role', role: 'administrator' }, 'eve ted ina off', ['me: unchanged', 'ada: unchanged', 'owner: rank']],
    ['lists, of the viewer too', { kind: 'lists', add: ['news'], remove: [] }, 'ada eve ted ina off me', ['owner: rank']],
  ];
  for (const [name, intent, expectedTargets, expectedLeftOut] of cases) {
    it(name, () => {
      const planned = plan(everybody, intent);
      expect([targets(planned), leftOut(planned)]).to.deep.equal([expectedTargets, expectedLeftOut]);
      expect(planned.refusal).to.equal(undefined);
      expect(planned.targets.length + planned.leftOut.length, 'nobody is lost').to.equal(everybody.length);
    });
  }

  it('changes managers after all others, and the viewer last', () => {
    expect(targets(plan([me, ada, eve, ted], remove, {}, { includesViewer: true }))).to.equal('eve ted ada me');
  });

  it('compares no ranks where nobody is known to be looking', () => {
    expect(leftOut(plan(everybody, remove, { viewer: null }))).to.deep.equal([]);
  });

  it('gives nobody a role above the viewer’s own', () => {
    expect(plan([eve], { kind: 'role', role: 'owner' }).refusal).to.equal('role-rank');
  });

  it('adds to lists and takes from them, and leaves those alone who have it like that', () => {
    const intent: BulkIntent = { kind: 'lists', add: ['news'], remove: ['old'] };
    const both = user('both', { mailingLists: ['old', 'own'] });
    const already = user('already', { mailingLists: ['own', 'news'] });
    expect(changesOf(both, intent)).to.deep.equal({ mailingLists: ['own', 'news'] });
    expect(leftOut(plan([both, already], intent))).to.deep.equal(['already: unchanged']);
    expect(reasonToLeaveOut(user('x', { mailingLists: ['b', 'a'] }), { kind: 'lists', add: ['a', 'b'], remove: [] }, facts())).to.equal('unchanged');
  });
});

describe('bulk plan: the viewer’s own account', () => {
  it('is asked about, and left out unless it is asked for', () => {
    expect(plan([me, eve], remove).asksAboutViewer).to.equal(true);
    expect(targets(plan([me, eve], remove, {}, { includesViewer: true }))).to.equal('eve me');
    expect(plan([eve], remove).asksAboutViewer).to.equal(false);
    expect(plan([me, eve], { kind: 'lists', add: ['news'], remove: [] }).asksAboutViewer).to.equal(false);
  });
});

describe('bulk plan: somebody stays who can manage users', () => {
  const intents: [string, BulkIntent][] = [['removed', remove], ['deactivated', deactivate], ['of a lower role', { kind: 'role', role: 'editor' }]];
  for (const [name, intent] of intents) {
    it(`refuses that all of them are ${name}, until one stays`, () => {
      const bob = { ...ada, id: 'bob' };
      const refused = plan([ada, bob, ted], intent, { viewer: null, activeManagers: 2 });
      expect([refused.refusal, refused.managers.map(({ id }) => id)]).to.deep.equal(['last-administrator', ['ada', 'bob']]);
      const mended = plan([ada, bob, ted], intent, { viewer: null, activeManagers: 2 }, { staying: 'bob' });
      expect([mended.refusal, targets(mended), leftOut(mended)]).to.deep.equal([undefined, 'ted ada', ['bob: staying']]);
      expect(mended.managers.length, 'it can be answered otherwise').to.equal(2);
    });
  }

  it('counts the viewer who is left out as one who stays', () => {
    expect(plan([me, ada, eve], remove, { activeManagers: 2 }).refusal).to.equal(undefined);
    expect(plan([me, ada, eve], remove, { activeManagers: 2 }, { includesViewer: true }).refusal).to.equal('last-administrator');
  });

  it('is no question where another one is outside, where none is inside, or where the role manages users too', () => {
    expect(plan([ada, eve], remove, { activeManagers: 2 }).refusal).to.equal(undefined);
    expect(plan([eve, ted], remove, { activeManagers: 1 }).refusal).to.equal(undefined);
    expect(plan([ada], { kind: 'role', role: 'owner' }, { viewer: null, activeManagers: 1 }).refusal).to.equal(undefined);
    expect(plan([{ ...ada, status: 'deactivated' }], remove, { viewer: null, activeManagers: 1 }).refusal, 'a deactivated one counts for nothing').to.equal(undefined);
  });

  it('lets nobody stay who is not one of them', () => {
    expect(plan([ada, eve], remove, { viewer: null, activeManagers: 1 }, { staying: 'eve' }).refusal).to.equal('last-administrator');
  });
});

describe('bulk plan: somebody takes over who is not among them', () => {
  const named = new Map([['eve', ['alertContacts']], ['ted', ['alertContacts', 'other']], ['off', ['alertContacts']]]);

  it('asks for one for all who are named, and takes nobody of the set, and nobody inactive', () => {
    const asked = plan([eve, ted, ina], remove, { named });
    expect([asked.refusal, asked.named.map(({ id }) => id), asked.namedIn]).to.deep.equal(['alert-contact', ['eve', 'ted'], ['alertContacts', 'other']]);
    for (const replacement of [eve, off, ina]) expect(plan([eve, ted, ina], remove, { named }, { replacement }).refusal, replacement.id).to.equal('alert-contact');
    expect(plan([eve, ted, ina], remove, { named }, { replacement: ada }).refusal).to.equal(undefined);
  });

  it('takes the viewer, as long as the viewer is left out', () => {
    expect(plan([eve, me], remove, { named }, { replacement: me }).refusal).to.equal(undefined);
    expect(plan([eve, me], remove, { named }, { replacement: me, includesViewer: true }).refusal).to.equal('alert-contact');
  });

  it('asks for nobody where those who are named keep their access', () => {
    expect(plan([eve, ted], { kind: 'role', role: 'read-only' }, { named }).refusal).to.equal(undefined);
    expect(plan([off], deactivate, { named }).named).to.deep.equal([]);
  });
});

describe('bulk plan: what is still meant of a user whom somebody else changed', () => {
  const cases: [name: string, intent: BulkIntent, now: Partial<User>, meant: boolean][] = [
    ['a role, after another name', { kind: 'role', role: 'tester' }, { name: 'Eve' }, true],
    ['a role, after another role', { kind: 'role', role: 'tester' }, { role: 'administrator' }, false],
    ['lists, after other lists', { kind: 'lists', add: ['a'], remove: [] }, { mailingLists: ['b'], role: 'tester' }, true],
    ['removing, after another name', remove, { name: 'Eve' }, true],
    ['removing, after another role', remove, { role: 'administrator' }, false],
    ['deactivating, after another role', deactivate, { role: 'tester' }, true],
    ['inviting again, after it was accepted', { kind: 'resend' }, { status: 'invited' }, false],
  ];
  for (const [name, intent, now, meant] of cases) it(`${name}: ${meant ? 'yes' : 'no'}`, () => expect(isStillMeant(eve, { ...eve, ...now }, intent)).to.equal(meant));
});

it('bulk plan: takes a hundred thousand users in one go', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => user(`user-${index}`, { role: index % 5 ? 'editor' : 'administrator' }));
  const planned = plan(many, remove, { activeManagers: 20_001, named: new Map(many.slice(0, 50).map(({ id }) => [id, ['alertContacts']])) });
  expect([planned.targets.length, planned.named.length, planned.refusal]).to.deep.equal([100_000, 50, 'alert-contact']);
});
