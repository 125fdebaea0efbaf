import { expect } from 'chai';
import { evaluateContactInfo, referencedUserIds, type EvaluationRequest } from '../../src/domain/evaluate-contact-info.js';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';
import { requirementSetSchema, type RequirementSet } from '../../src/domain/requirements.js';
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

  it('gives no grace until a date that is none', () => {
    const completeUntil = (graceUntil: string) => evaluateContactInfo({
      requirements: { version: '1', fields: [{ key: 'later', kind: 'contacts', audience: 'internal', requirement: 'required', graceUntil }] },
      environment: 'production', contactInfo: null, at: new Date('2026-11-24T12:00Z'), activeUserIds: null,
    }).complete;
    for (const text of ['nonsense', '', '2026-13-01', '2027-02-29', '2026-1-1', '2027', '9999-99-99', '2027-01-01T00:00Z', 'ÿ']) expect(completeUntil(text), text).to.equal(false);
    expect(['2026-11-23', '2026-11-24', '2026-11-25', '9999-12-31'].map(completeUntil)).to.deep.equal([false, true, true, true]);
  });

  describe('keys that every object inherits', () => {
    const keys = ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf'];
    const requirements: RequirementSet = { version: '1', fields: keys.map((key) => ({ key, kind: 'users', audience: 'internal', requirement: 'required' })) };
    const evaluate = (contactInfo: EvaluationRequest['contactInfo']) => evaluateContactInfo({ requirements, environment: 'production', contactInfo, at: new Date(0), activeUserIds: ['a'] });

    it('are missing until they are answered', () => {
      for (const contactInfo of [{}, null]) {
        const { fields, issues } = evaluate(contactInfo);
        expect(Object.entries(fields)).to.deep.equal(keys.map((key) => [key, 'missing']));
        expect(issues.map(({ code }) => code)).to.deep.equal(keys.map(() => 'required'));
        expect(referencedUserIds(contactInfo, requirements)).to.deep.equal([]);
      }
    });

    it('are fields like any other once they are', () => {
      const contactInfo = Object.fromEntries(keys.map((key) => [key, ['a']]));
      expect(Object.entries(evaluate(contactInfo).fields)).to.deep.equal(keys.map((key) => [key, 'complete']));
      expect(evaluate(contactInfo).complete).to.equal(true);
      expect(referencedUserIds(contactInfo, requirements)).to.deep.equal(['a']);
    });
  });

  it('finds the users that a record names, once each, and reads nothing else', () => {
    const ids = referencedUserIds({ alertContacts: ['a', 'b', 'a'], technicalEmergencyContacts: [{ email: 'x@example.com' }] }, partnerPortalRequirements);
    expect(ids).to.deep.equal(['a', 'b']);
    expect(referencedUserIds({ alertContacts: 'broken' }, partnerPortalRequirements)).to.deep.equal([]);
    expect(referencedUserIds(null, partnerPortalRequirements)).to.deep.equal([]);
  });
});
