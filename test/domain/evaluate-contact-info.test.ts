import { expect } from 'chai';
import { evaluateContactInfo, referencedUserIds, type EvaluationRequest } from '../../src/domain/evaluate-contact-info.js';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';
import { requirementSetSchema } from '../../src/domain/requirements.js';
import data from './evaluate-contact-info.vectors.json';

interface Vector extends Omit<EvaluationRequest, 'at' | 'requirements'> {
  name: string;
  at: string;
  requirements?: EvaluationRequest['requirements'];
  expected: unknown;
}

describe('evaluateContactInfo', () => {
  for (const { name, expected, at, requirements, ...request } of data.vectors as unknown as Vector[]) {
    it(name, () => {
      const answer = evaluateContactInfo({ ...request, requirements: requirements ?? partnerPortalRequirements, at: new Date(at) });
      expect(answer).to.deep.equal(expected);
    });
  }

  it('does not change what it is given', () => {
    for (const vector of data.vectors as unknown as Vector[]) {
      const before = JSON.stringify(vector);
      evaluateContactInfo({ ...vector, requirements: vector.requirements ?? partnerPortalRequirements, at: new Date(vector.at) });
      expect(JSON.stringify(vector)).to.equal(before);
    }
  });

  it('answers for a date that is none, and gives no grace then', () => {
    const requirements = requirementSetSchema.parse({
      version: '1', fields: [{ key: 'later', kind: 'contacts', audience: 'internal', requirement: 'required', graceUntil: '2999-01-01' }],
    });
    const { complete } = evaluateContactInfo({ requirements, environment: 'production', contactInfo: null, at: new Date(Number.NaN), activeUserIds: null });
    expect(complete).to.equal(false);
  });

  it('finds the users that a record names, once each, and reads nothing else', () => {
    const ids = referencedUserIds({ alertContacts: ['a', 'b', 'a'], technicalEmergencyContacts: [{ email: 'x@example.com' }] }, partnerPortalRequirements);
    expect(ids).to.deep.equal(['a', 'b']);
    expect(referencedUserIds({ alertContacts: 'broken' }, partnerPortalRequirements)).to.deep.equal([]);
    expect(referencedUserIds(null, partnerPortalRequirements)).to.deep.equal([]);
  });
});
