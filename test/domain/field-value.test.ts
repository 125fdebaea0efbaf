import { expect } from 'chai';
import { findMalformed, isEmptyFieldValue, parseFieldValue, validateContact, validateContactInfo } from '../../src/domain/field-value.js';
import type { FieldDefinition, FieldKind, RequirementSet } from '../../src/domain/requirements.js';
import { daily, hours } from './hours.fixtures.js';

const field = (key: string, kind: FieldKind, more: Partial<FieldDefinition> = {}): FieldDefinition => ({ key, kind, audience: 'internal', requirement: 'required', ...more });
const requirements: RequirementSet = { version: '1', fields: [field('people', 'users', { max: 2 }), field('mail', 'contacts', { max: 2 }), field('open', 'hours', { max: 1 })] };

const found = (contactInfo: Record<string, unknown>) => validateContactInfo(contactInfo, requirements).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('parseFieldValue', () => {
  for (const kind of ['users', 'contacts', 'hours'] as const) {
    it(`takes nothing for no answer, of kind ${kind}`, () => {
      for (const nothing of [undefined, null]) {
        const parsed = parseFieldValue(kind, nothing);
        expect(parsed.ok && isEmptyFieldValue(parsed.value)).to.equal(true);
      }
    });

    it(`says where another shape begins, of kind ${kind}`, () => {
      for (const other of ['text', 7, true, [7], { schedules: 7 }]) {
        const parsed = parseFieldValue(kind, other);
        expect(parsed.ok, JSON.stringify(other)).to.equal(false);
        if (!parsed.ok) expect(parsed.issues.every(({ code }) => code === 'malformed')).to.equal(true);
      }
    });
  }

  it('gives the path of what is malformed', () => {
    const parsed = parseFieldValue('contacts', [{ email: 'a@example.com' }, { email: 7 }]);
    expect(parsed.ok ? [] : parsed.issues.map(({ path }) => path)).to.deep.equal([[1, 'email']]);
  });

  it('keeps keys that are not its own', () => {
    const parsed = parseFieldValue('contacts', [{ email: 'a@example.com', pager: 7 }]);
    expect(parsed.ok && parsed.value.value).to.deep.equal([{ email: 'a@example.com', pager: 7 }]);
  });

  it('takes a version of hours that it does not know for malformed', () => {
    expect(parseFieldValue('hours', { version: 2, schedules: [] }).ok).to.equal(false);
  });
});

describe('validateContactInfo', () => {
  it('finds nothing wrong with nothing', () => expect(found({})).to.deep.equal([]));
  it('finds nothing in what every object inherits', () => {
    const inherited: RequirementSet = { version: '1', fields: ['toString', 'constructor', '__proto__'].map((key) => field(key, 'contacts')) };
    expect(validateContactInfo({}, inherited)).to.deep.equal([]);
    expect(findMalformed({}, inherited)).to.deep.equal([]);
    expect(validateContactInfo(Object.fromEntries([['__proto__', 'x']]), inherited).map(({ path }) => path)).to.deep.equal([['__proto__']]);
  });
  it('leaves keys that no definition names alone', () => expect(found({ other: 'x' })).to.deep.equal([]));
  it('finds duplicates', () => {
    expect(found({ people: ['a', 'a'], mail: [{ email: 'a@example.com' }, { email: 'A@example.com' }] })).to.deep.equal(['people.1 duplicate', 'mail.1 duplicate']);
  });
  it('finds too many', () => {
    expect(found({ people: ['a', 'b', 'c'], open: hours(daily(''), daily('', { id: 'two' })) })).to.deep.equal(['people too-many', 'open too-many']);
  });
  it('finds what is malformed and what breaks a rule', () => {
    expect(found({ people: 'a', mail: [{ email: 'nobody' }], open: hours(daily('9-17')) }).slice(0, 3)).to.deep.equal([
      'people malformed', 'mail.0.email email.missing-at', 'open.schedules.0.weekly.mo.0.open hours.time-format',
    ]);
  });
  it('tells what is malformed from what breaks a rule', () => {
    expect(findMalformed({ people: 'a', mail: [{ email: 'nobody' }] }, requirements).map(({ path }) => path)).to.deep.equal([['people']]);
  });
});

describe('validateContact', () => {
  const codes = (contact: Parameters<typeof validateContact>[0]) => validateContact(contact).map(({ path, code }) => `${path.join('.')} ${code}`);

  it('takes an international number and a language', () => {
    expect(codes({ email: 'a@example.com', phone: '+34911234567', language: 'zh-Hant-TW', name: 'Ana', notes: '' })).to.deep.equal([]);
    expect(codes({ email: 'a@example.com', phone: '', language: '' })).to.deep.equal([]);
  });

  for (const phone of ['911234567', '+0911234567', '+34 911 234 567', '+1234567890123456', '+', 'phone']) {
    it(`refuses the number ${phone}`, () => expect(codes({ email: 'a@example.com', phone })).to.deep.equal(['phone contact.phone']));
  }
  for (const language of ['english please', 'x', 'e', 'en_GB', '-']) {
    it(`refuses the language ${language}`, () => expect(codes({ email: 'a@example.com', language })).to.deep.equal(['language contact.language']));
  }
});
