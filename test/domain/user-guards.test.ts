import { expect } from 'chai';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';
import { canGrantRole, canTouchUser, guardUserChange, isActiveManager, isOwnLoss, losesAllManagers, losesManager, referencingFields, replaceUser, usersNamed, type UserGuardRequest } from '../../src/domain/user-guards.js';
import { defaultRoles, type User } from '../../src/domain/user.js';

const user = (id: string, role: string, status: User['status'] = 'active'): User => ({ id, role, status, name: id, email: `${id}@example.com`, mailingLists: [], revision: '1' });
const admin = user('admin', 'administrator');
const editor = user('editor', 'editor');

function refusal(request: Partial<UserGuardRequest>) {
  return guardUserChange({ target: editor, intent: {}, viewer: null, roles: defaultRoles, otherActiveManagers: 1, referencedBy: [], ...request });
}

describe('guardUserChange', () => {
  it('refuses nothing that breaks no rule', () => {
    expect(refusal({})).to.equal(null);
    expect(refusal({ intent: { remove: true } })).to.equal(null);
    expect(refusal({ target: admin, intent: { role: 'editor' } })).to.equal(null);
  });

  describe('last-administrator', () => {
    for (const intent of [{ remove: true }, { status: 'deactivated' }, { role: 'editor' }, { role: 'editor', status: 'deactivated' }] as const) {
      it(`refuses ${JSON.stringify(intent)} to the last one`, () => {
        expect(refusal({ target: admin, intent, otherActiveManagers: 0 })?.guard).to.equal('last-administrator');
        expect(refusal({ target: admin, intent })).to.equal(null);
      });
    }
    it('does not mind what takes nothing away', () => {
      for (const intent of [{}, { role: 'administrator' }, { status: 'active' }] as const) expect(refusal({ target: admin, intent, otherActiveManagers: 0 })).to.equal(null);
    });
    it('is about active users', () => {
      for (const status of ['invited', 'deactivated'] as const) expect(refusal({ target: user('x', 'administrator', status), intent: { remove: true }, otherActiveManagers: 0 })).to.equal(null);
    });
  });

  describe('alert-contact', () => {
    const named = { intent: { remove: true } as const, referencedBy: ['alertContacts'] };

    it('refuses the removal of somebody who is named, and says where', () => {
      expect(refusal(named)).to.deep.equal({ guard: 'alert-contact', params: { fields: ['alertContacts'] } });
      expect(refusal({ ...named, intent: { status: 'deactivated' } })?.guard).to.equal('alert-contact');
    });
    it('lets them be changed', () => expect(refusal({ ...named, intent: { role: 'read-only' } })).to.equal(null));
    it('takes another active user instead', () => expect(refusal({ ...named, replacement: user('bo', 'tester') })).to.equal(null));
    it('takes neither the same user nor one who is not active', () => {
      for (const replacement of [editor, user('bo', 'editor', 'invited'), user('bo', 'editor', 'deactivated')]) expect(refusal({ ...named, replacement })?.guard).to.equal('alert-contact');
    });
  });

  describe('role-rank', () => {
    const viewer = { id: 'me', role: 'editor' };

    it('refuses a role above one’s own', () => {
      expect(refusal({ viewer, intent: { role: 'administrator' } })).to.deep.equal({ guard: 'role-rank', params: { role: 'administrator' } });
      expect(refusal({ viewer, intent: { role: 'editor' } })).to.equal(null);
    });
    it('refuses every change of somebody above', () => {
      for (const intent of [{}, { remove: true }, { role: 'read-only' }] as const) expect(refusal({ viewer, target: admin, intent })?.guard).to.equal('role-rank');
    });
    it('refuses a role that nobody defined, to everybody', () => expect(refusal({ intent: { role: 'unheard-of' } })?.guard).to.equal('role-rank'));
    it('lets somebody whose role nobody defines any more be helped', () => expect(refusal({ viewer, target: user('x', 'unheard-of'), intent: { role: 'editor' } })).to.equal(null));
  });
});

describe('what an interface asks', () => {
  const viewer = { id: 'admin', role: 'administrator' };

  it('whether a role may be granted', () => {
    expect(['read-only', 'editor', 'administrator', 'unheard-of'].map((role) => canGrantRole({ id: 'me', role: 'editor' }, defaultRoles, role))).to.deep.equal([true, true, false, false]);
    expect(canGrantRole(null, defaultRoles, 'administrator')).to.equal(true);
  });
  it('whether somebody may be touched', () => {
    expect(canTouchUser(viewer, defaultRoles, editor)).to.equal(true);
    expect(canTouchUser({ id: 'me', role: 'editor' }, defaultRoles, editor)).to.equal(false);
    expect(canTouchUser(null, defaultRoles, admin)).to.equal(true);
  });
  it('who counts as managing users', () => {
    expect([admin, editor, user('x', 'administrator', 'invited')].map((one) => isActiveManager(one, defaultRoles))).to.deep.equal([true, false, false]);
    expect(losesManager({ target: admin, intent: { role: 'editor' }, roles: defaultRoles })).to.equal(true);
    expect(losesManager({ target: editor, intent: { remove: true }, roles: defaultRoles })).to.equal(false);
  });
  it('whether people take something from themselves', () => {
    const own = (intent: UserGuardRequest['intent'], target = admin) => isOwnLoss({ target, intent, viewer, roles: defaultRoles });
    expect([own({ remove: true }), own({ status: 'deactivated' }), own({ role: 'editor' })]).to.deep.equal([true, true, true]);
    expect([own({}), own({ role: 'administrator' }), own({ remove: true }, editor)]).to.deep.equal([false, false, false]);
    expect(isOwnLoss({ target: admin, intent: { remove: true }, viewer: null, roles: defaultRoles })).to.equal(false);
  });
});

describe('users in contact information', () => {
  const requirements = { ...partnerPortalRequirements, fields: [...partnerPortalRequirements.fields, { key: 'deputies', kind: 'users' as const, audience: 'internal' as const, requirement: 'optional' as const }] };

  it('are found in every field of their kind', () => {
    expect(referencingFields({ alertContacts: ['a', 'b'], deputies: ['a'], technicalEmergencyContacts: [] }, requirements, 'a')).to.deep.equal(['alertContacts', 'deputies']);
    expect(referencingFields({ alertContacts: 'a' }, requirements, 'a')).to.deep.equal([]);
    expect(referencingFields(null, requirements, 'a')).to.deep.equal([]);
  });
  it('are not looked for in what every object inherits', () => {
    const inherited = { version: '1', fields: ['toString', '__proto__'].map((key) => ({ key, kind: 'users' as const, audience: 'internal' as const, requirement: 'optional' as const })) };
    expect(referencingFields({}, inherited, 'a')).to.deep.equal([]);
    const named = Object.fromEntries([['__proto__', ['a']]]);
    expect(referencingFields(named, inherited, 'a')).to.deep.equal(['__proto__']);
    expect(Object.entries(replaceUser(named, inherited, 'a', 'b'))).to.deep.equal([['__proto__', ['b']]]);
  });
  it('are replaced where they were, once', () => {
    const before = { alertContacts: ['x', 'a', 'b'], deputies: ['a'], kept: 1 };
    expect(replaceUser(before, requirements, 'a', 'b')).to.deep.equal({ alertContacts: ['x', 'b'], deputies: ['b'], kept: 1 });
    expect(before.deputies).to.deep.equal(['a']);
  });
});

describe('losesAllManagers', () => {
  const loses = (targets: User[], activeManagers: number, intent: UserGuardRequest['intent'] = { remove: true }) => losesAllManagers({ targets, intent, roles: defaultRoles, activeManagers });
  const another = user('another', 'administrator');

  it('is about the set, where no change of one of them would be refused', () => {
    expect([loses([admin, another], 2), loses([admin, another], 3), loses([admin], 2)]).to.deep.equal([true, false, false]);
    expect([loses([admin, another], 2, { status: 'deactivated' }), loses([admin, another], 2, { role: 'editor' }), loses([admin, another], 2, { role: 'administrator' })]).to.deep.equal([true, true, false]);
  });

  it('counts only those who lose something', () => {
    expect([loses([], 0), loses([editor], 0), loses([user('x', 'administrator', 'deactivated')], 1)]).to.deep.equal([false, false, false]);
  });
});

describe('usersNamed', () => {
  it('has everybody who is named, with the fields, and nobody twice', () => {
    const requirements = { version: '1', fields: ['a', 'b', 'c'].map((key) => ({ key, kind: key === 'c' ? 'contacts' as const : 'users' as const, audience: 'internal' as const, requirement: 'optional' as const })) };
    const named = usersNamed({ a: ['x', 'y', 'x'], b: ['y'], c: [{ email: 'y@mesa.example' }] }, requirements);
    expect([...named]).to.deep.equal([['x', ['a']], ['y', ['a', 'b']]]);
    expect([...usersNamed(null, requirements)]).to.deep.equal([]);
    expect([...usersNamed({ a: 'no list' }, requirements)]).to.deep.equal([]);
  });
});
