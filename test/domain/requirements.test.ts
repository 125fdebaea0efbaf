import { expect } from 'chai';
import { partnerPortalRequirements, merchantIntegrationTypes } from '../../src/domain/partner-portal-requirements.js';
import { availabilityOf, requirementSetSchema, type FieldDefinition, type RequirementRule } from '../../src/domain/requirements.js';
import { canEditContactInfo, canManageUsers, defaultRoles, findRole } from '../../src/domain/user.js';
import * as z from 'zod/mini';

const field = (requirement: FieldDefinition['requirement']): FieldDefinition => ({ key: 'x', kind: 'contacts', audience: 'internal', requirement });
const rule = (requirement: RequirementRule['requirement'], environments?: ('sandbox' | 'production')[], integrationTypes?: string[]): RequirementRule => ({
  requirement, ...(environments && { environments }), ...(integrationTypes && { integrationTypes }),
});

describe('availabilityOf', () => {
  const production = { environment: 'production', integrationType: 'a' };

  it('is the level where that is all there is', () => {
    expect(availabilityOf(field('required'), production)).to.deep.equal({ requirement: 'required' });
    expect(availabilityOf(field('optional'), production)).to.deep.equal({ requirement: 'optional' });
    expect(availabilityOf(field('unavailable'), production)).to.deep.equal({ requirement: 'unavailable', because: 'definition' });
  });

  it('is what the first rule that matches says', () => {
    const rules = field([rule('optional', ['sandbox']), rule('required', undefined, ['a']), rule('unavailable')]);
    expect(availabilityOf(rules, production)).to.deep.equal({ requirement: 'required' });
    expect(availabilityOf(rules, { environment: 'sandbox', integrationType: 'a' })).to.deep.equal({ requirement: 'optional' });
    expect(availabilityOf(rules, { environment: 'production' })).to.deep.equal({ requirement: 'unavailable', because: 'definition' });
  });

  it('says what keeps a field out', () => {
    expect(availabilityOf(field([]), production)).to.deep.equal({ requirement: 'unavailable', because: 'definition' });
    expect(availabilityOf(field([rule('required', ['sandbox'])]), production)).to.deep.equal({ requirement: 'unavailable', because: 'environment' });
    expect(availabilityOf(field([rule('required', undefined, ['b'])]), production)).to.deep.equal({ requirement: 'unavailable', because: 'integration-type' });
    // Another environment would help, another integration type is not needed.
    expect(availabilityOf(field([rule('required', ['sandbox'], ['a']), rule('required', undefined, ['b'])]), production)).to.deep.equal({ requirement: 'unavailable', because: 'environment' });
  });

  it('matches no integration type where none is given', () => {
    expect(availabilityOf(field([rule('required', undefined, ['a'])]), { environment: 'production' }).requirement).to.equal('unavailable');
  });
});

describe('the partner portal’s requirements', () => {
  const available = (environment: string, integrationType?: string) =>
    partnerPortalRequirements.fields.filter((one) => availabilityOf(one, { environment, integrationType }).requirement === 'required').length;

  it('are a valid requirement set', () => expect(z.safeParse(requirementSetSchema, partnerPortalRequirements).success).to.equal(true));
  it('are seven in production, for types with merchants', () => expect(available('production', merchantIntegrationTypes[0])).to.equal(7));
  it('are six in production for other types, and in the sandbox with merchants', () => {
    expect([available('production', 'other'), available('production'), available('sandbox', merchantIntegrationTypes[0])]).to.deep.equal([6, 6, 6]);
  });
});

describe('roles', () => {
  it('allow everything to nobody in particular', () => {
    for (const viewer of [null, undefined]) expect([canEditContactInfo(viewer, defaultRoles), canManageUsers(viewer, defaultRoles)]).to.deep.equal([true, true]);
  });

  for (const [role, edits, manages] of [['read-only', false, false], ['tester', false, false], ['editor', true, false], ['administrator', true, true], ['unheard-of', false, false]] as const) {
    it(`allow a viewer who is ${role} what they say`, () => {
      const viewer = { id: 'me', role };
      expect([canEditContactInfo(viewer, defaultRoles), canManageUsers(viewer, defaultRoles)]).to.deep.equal([edits, manages]);
    });
  }

  it('are found by key', () => {
    expect(findRole(defaultRoles, 'editor')?.rank).to.equal(30);
    expect(findRole(defaultRoles, 'constructor')).to.equal(undefined);
  });
});
