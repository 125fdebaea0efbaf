import { expect } from 'chai';
import fc from 'fast-check';
import { adviceCodes, adviseContactInfo, type AdviceRequest } from '../../src/domain/advise-contact-info.js';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';
import type { FieldDefinition, RequirementSet } from '../../src/domain/requirements.js';
import { tries } from '../support/tries.js';

const at = new Date('2026-07-01T12:00:00Z');
const alias: FieldDefinition = { key: 'emergency', kind: 'contacts', audience: 'internal', requirement: 'required', advise: 'alias' };
const internal: FieldDefinition = { key: 'internal', kind: 'contacts', audience: 'internal', requirement: 'required' };
const open: FieldDefinition = { key: 'open', kind: 'contacts', audience: 'public', requirement: 'required' };
const extra: FieldDefinition = { key: 'extra', kind: 'contacts', audience: 'internal', requirement: 'optional' };

function setOf(...fields: FieldDefinition[]): RequirementSet {
  return { version: '1', fields };
}

function advise(requirements: RequirementSet, contactInfo: AdviceRequest['contactInfo'], more: Partial<AdviceRequest> = {}) {
  return adviseContactInfo({ requirements, environment: 'production', contactInfo, at, ...more });
}

/** The codes for one contact in a field that advises an alias. */
function codesFor(email: string, more: Record<string, unknown> = {}): string[] {
  return advise(setOf(alias), { emergency: [{ email, ...more }] }).map(({ code }) => code);
}

describe('adviseContactInfo', () => {
  it('has nothing to say where nothing was stored, and about good contacts', () => {
    expect(advise(partnerPortalRequirements, null)).to.deep.equal([]);
    expect(advise(partnerPortalRequirements, {
      technicalEmergencyContacts: [{ email: 'on-call@acme.example' }],
      technicalNonEmergencyContacts: [{ email: 'ana.perez@acme.example' }],
      operationalContactInternal: [{ email: 'operations@acme.example', confirmedOn: '2026-06-30' }],
      operationalContactPublic: [{ email: 'help@acme.example' }],
      operationalSupport: { version: 1, schedules: [] },
    })).to.deep.equal([]);
  });

  describe('a personal address where an alias is advised', () => {
    for (const email of ['ana.perez@acme.example', 'Ana_Perez@acme.example', 'j.smith@acme.example', 'ana.perez+oncall@acme.example', 'anap72@gmail.com', 'anap@YAHOO.co.uk']) {
      it(email, () => expect(codesFor(email)).to.deep.equal(['advice.personal-address']));
    }
    for (const email of ['oncall@acme.example', 'on-call@acme.example', 'booking.alerts@acme.example', 'acme.support@gmail.com', 'guardia.tecnica@acme.example', 'anap@acme.example', 'a.b.c.d@acme.example', '42@acme.example']) {
      it(`not ${email}`, () => expect(codesFor(email)).to.deep.equal([]));
    }
    it('not where none is advised', () => expect(advise(setOf(internal), { internal: [{ email: 'ana.perez@gmail.com' }] })).to.deep.equal([]));
    it('points to the contact', () => {
      const contacts = [{ email: 'oncall@acme.example' }, { email: 'ana.perez@acme.example' }];
      expect(advise(setOf(alias), { emergency: contacts })).to.deep.equal([{ path: ['emergency', 1], code: 'advice.personal-address' }]);
    });
  });

  describe('one address everywhere', () => {
    const requirements = setOf(alias, internal, extra);
    it('is said once, at the first contact, with the number of fields', () => {
      const contactInfo = { emergency: [{ email: 'desk@acme.example' }], internal: [{ email: 'DESK@acme.example' }], extra: [{ email: 'desk@ACME.example' }] };
      expect(advise(requirements, contactInfo)).to.deep.equal([{ path: ['emergency', 0], code: 'advice.same-address-everywhere', params: { count: 3 } }]);
    });
    it('is not said while a required field has no answer', () => {
      expect(advise(requirements, { emergency: [{ email: 'desk@acme.example' }], extra: [{ email: 'desk@acme.example' }] })).to.deep.equal([]);
    });
    it('is not said where another contact stands beside it', () => {
      const contactInfo = { emergency: [{ email: 'desk@acme.example' }], internal: [{ email: 'desk@acme.example' }, { email: 'ops@acme.example' }] };
      expect(advise(requirements, contactInfo)).to.deep.equal([]);
    });
    it('is not said of a single field', () => expect(advise(setOf(internal), { internal: [{ email: 'desk@acme.example' }] })).to.deep.equal([]));
  });

  it('the public contact that is an internal one too, with the fields that hold it', () => {
    const contactInfo = {
      internal: [{ email: 'ops@acme.example' }, { email: 'Desk@acme.example' }], extra: [{ email: 'desk@acme.example' }],
      open: [{ email: 'help@acme.example' }, { email: 'desk@acme.example' }],
    };
    expect(advise(setOf(internal, extra, open), contactInfo)).to.deep.equal([
      { path: ['open', 1], code: 'advice.public-is-internal', params: { fields: ['internal', 'extra'] } },
    ]);
  });

  describe('a likely typing error in the domain', () => {
    const cases: [string, string][] = [
      ['Team@gmial.com', 'Team@gmail.com'], ['team@gmal.com', 'team@gmail.com'], ['team@gmaill.com', 'team@gmail.com'], ['team@gnail.com', 'team@gmail.com'],
      ['team@gmail.con', 'team@gmail.com'], ['team@gmail.co', 'team@gmail.com'], ['team@gmai.cm', 'team@gmail.com'], ['team@hotmial.es', 'team@hotmail.es'],
      ['team@yaho.co.uk', 'team@yahoo.co.uk'], ['team@outlok.com', 'team@outlook.com'], ['team@iclould.com', 'team@icloud.com'],
      ['team@acme.con', 'team@acme.com'], ['team@mail.acme.ogr', 'team@mail.acme.org'], ['team@acme.nte', 'team@acme.net'],
    ];
    for (const [email, suggestion] of cases) {
      it(`${email}: ${suggestion}`, () => {
        expect(advise(setOf(internal), { internal: [{ email }] })).to.deep.equal([{ path: ['internal', 0], code: 'advice.likely-typing-error', params: { suggestion } }]);
      });
    }
    for (const email of ['team@gmail.com', 'team@ymail.com', 'team@mail.com', 'team@email.com', 'team@acme.co', 'team@yahoo.se', 'team@hotmail.se', 'team@gmx.at', 'team@gmaaaail.com', 'team@gamli.com', 'team@outlookers.com']) {
      it(`none in ${email}`, () => expect(advise(setOf(internal), { internal: [{ email }] })).to.deep.equal([]));
    }
    it('does not hide that the address is personal', () => {
      expect(codesFor('anap@gmial.com')).to.deep.equal(['advice.likely-typing-error', 'advice.personal-address']);
    });
  });

  describe('an address that nobody reads', () => {
    for (const email of ['noreply@acme.example', 'No-Reply@acme.example', 'do_not_reply@acme.example', 'no.responder@acme.example', 'noreply-alerts@acme.example', 'MAILER-DAEMON@acme.example']) {
      it(email, () => expect(codesFor(email)).to.deep.equal(['advice.no-reply-address']));
    }
    it('not reply@', () => expect(codesFor('reply@acme.example')).to.deep.equal([]));
  });

  describe('a contact that was not confirmed for a while', () => {
    it('after 180 days, or as many as the host says', () => {
      expect(codesFor('oncall@acme.example', { confirmedOn: '2026-01-03' })).to.deep.equal([]);
      expect(codesFor('oncall@acme.example', { confirmedOn: '2026-01-02' })).to.deep.equal(['advice.not-confirmed']);
      const contactInfo = { emergency: [{ email: 'oncall@acme.example', confirmedOn: '2026-06-01' }] };
      expect(advise(setOf(alias), contactInfo, { reviewAfterDays: 31 })).to.deep.equal([]);
      expect(advise(setOf(alias), contactInfo, { reviewAfterDays: 30 })).to.deep.equal([
        { path: ['emergency', 0], code: 'advice.not-confirmed', params: { confirmedOn: '2026-06-01', days: 30 } },
      ]);
    });
    it('not where no day is known, none that exists, or one to come', () => {
      for (const confirmedOn of [undefined, '', 'yesterday', '2026-13-45', '01/02/2020', '2027-01-01']) {
        expect(codesFor('oncall@acme.example', { confirmedOn }), confirmedOn).to.deep.equal([]);
      }
    });
    it('not where now is no time', () => {
      expect(advise(setOf(alias), { emergency: [{ email: 'oncall@acme.example', confirmedOn: '2020-01-01' }] }, { at: new Date(NaN) })).to.deep.equal([]);
    });
  });

  it('passes over fields that are unavailable, other kinds and unknown keys', () => {
    const bad = [{ email: 'noreply@gmial.com' }];
    const requirements = setOf(
      { ...alias, requirement: [{ requirement: 'required', environments: ['sandbox'] }] },
      { ...internal, requirement: [{ requirement: 'required', integrationTypes: ['ordering'] }] },
      { key: 'people', kind: 'users', audience: 'internal', requirement: 'required' },
    );
    const contactInfo = { emergency: bad, internal: bad, people: bad, other: bad };
    expect(advise(requirements, contactInfo)).to.deep.equal([]);
    expect(advise(requirements, contactInfo, { environment: 'sandbox' }).map(({ path }) => path[0])).to.deep.equal(['emergency', 'emergency']);
    expect(advise(requirements, contactInfo, { integrationType: 'ordering' }).map(({ path }) => path[0])).to.deep.equal(['internal', 'internal']);
  });

  it('passes over what does not parse and what is no address, and keeps the places of the rest', () => {
    const contacts = [null, 'noreply@acme.example', { email: 7 }, { email: 'noreply' }, { email: 'noreply@acme.example', name: 7 }, { email: 'noreply@acme.example', future: {} }];
    expect(advise(setOf(alias), { emergency: contacts })).to.deep.equal([{ path: ['emergency', 5], code: 'advice.no-reply-address' }]);
    for (const value of [undefined, null, 'noreply@acme.example', 7, { 0: { email: 'noreply@acme.example' } }]) {
      expect(advise(setOf(alias), { emergency: value })).to.deep.equal([]);
    }
  });

  it('never throws, and every path leads to a contact', () => {
    const email = fc.oneof(fc.emailAddress(), fc.string(), fc.constantFrom('noreply@gmial.com', 'ana.perez@gmail.com', 'ops@acme.con'));
    const contact = fc.oneof(fc.record({ email, confirmedOn: fc.oneof(fc.string(), fc.constantFrom('2020-01-01')) }), fc.anything());
    const value = fc.oneof(fc.array(contact, { maxLength: 4 }), fc.anything());
    fc.assert(fc.property(fc.record({ emergency: value, internal: value, open: value }), (contactInfo) => {
      for (const { path: [key, index], code } of advise(setOf(alias, internal, open), contactInfo)) {
        expect(adviceCodes).to.include(code);
        expect((contactInfo as Record<string, unknown[]>)[key][Number(index)]).to.have.property('email');
      }
    }), { seed: 8, numRuns: tries(1000) });
  });
});
