import { expect } from 'chai';
import { enterAddresses, writeContact } from '../../../src/elements/contact-info-form/address-entry.js';
import { countRule, keysOf, locateContact, missingFrom, moveContact, placeOf, replaceAddress, restoreContact, withDetails } from '../../../src/elements/contact-info-form/contact-list.js';
import { applyDetails, readLanguage, readPhone } from '../../../src/elements/contact-info-form/fields/contact-details-model.js';

const list = ['a', 'b', 'c', 'd'].map((name) => ({ email: `${name}@x.example` }));
const letters = (contacts: readonly { email: string }[]) => contacts.map(({ email }) => email.split('@')[0]).join('');

describe('contacts: how many are asked for', () => {
  const cases: [{ min?: number; max?: number }, boolean, string | undefined][] = [
    [{}, false, undefined], [{}, true, 'at-least'], [{ min: 2 }, false, 'at-least'], [{ min: 2, max: 5 }, true, 'between'],
    [{ max: 1 }, true, 'exactly'], [{ max: 1 }, false, 'at-most'], [{ min: 3, max: 3 }, false, 'exactly'], [{ max: 4 }, true, 'at-most'],
  ];
  for (const [rule, required, expected] of cases) {
    it(`${JSON.stringify(rule)}, ${required ? 'required' : 'optional'}: ${String(expected)}`, () => {
      expect(countRule(rule, required)?.key).to.equal(expected && `contacts.asked.${expected}`);
    });
  }
});

describe('contacts: a list that is full', () => {
  it('refuses what is beyond it, in the end, and writes it so that it is read again as the same', () => {
    const { added, repeated, rejected } = enterAddresses(list.slice(0, 1), 'b@x.example; "Li, \\"C\\"" <c@x.example>; nonsense; a@x.example; d@x.example', 2);
    expect(letters(added)).to.equal('b');
    expect(letters(repeated)).to.equal('a');
    expect(rejected.map(({ text, issue }) => [text, issue.code])).to.deep.equal([
      ['nonsense', 'email.missing-at'], ['"Li, \\"C\\"" <c@x.example>', 'contacts-full'], ['d@x.example', 'contacts-full'],
    ]);
    const again = enterAddresses([], rejected.slice(1).map(({ text }) => text).join('\n'));
    expect(again.added).to.deep.equal([{ email: 'c@x.example', name: 'Li, "C"' }, { email: 'd@x.example' }]);
    expect(writeContact({ email: 'a@x.example' })).to.equal('a@x.example');
  });

  it('that holds more than it may already takes none', () => {
    expect(enterAddresses(list, 'e@x.example', 2)).to.deep.include({ added: [], repeated: [] });
  });
});

describe('contacts: order', () => {
  it('moves one anywhere, and loses none', () => {
    expect(letters(moveContact(list, 0, 3))).to.equal('bcda');
    expect(letters(moveContact(list, 3, 0))).to.equal('dabc');
    expect(letters(moveContact(list, 1, 2))).to.equal('acbd');
    expect(letters(list)).to.equal('abcd');
  });

  it('knows where an entry comes to stand beside another', () => {
    for (let from = 0; from < 4; from += 1) {
      for (let over = 0; over < 4; over += 1) {
        const before = letters(moveContact(list, from, placeOf(from, over, 'before')));
        const after = letters(moveContact(list, from, placeOf(from, over, 'after')));
        const [moved, other] = ['abcd'[from], 'abcd'[over]];
        if (from === over) expect([before, after]).to.deep.equal(['abcd', 'abcd']);
        else {
          expect(before).to.contain(moved + other);
          expect(after).to.contain(other + moved);
        }
      }
    }
  });

  it('tells contacts apart, those with the same address too', () => {
    expect(keysOf([list[0], list[1], list[0], list[0]])).to.deep.equal(['a@x.example', 'b@x.example', '1 a@x.example', '2 a@x.example']);
  });

  it('finds one again in a list that changed', () => {
    expect(locateContact(list, 1, 'b@x.example')).to.equal(1);
    expect(locateContact(list.slice(1), 1, 'b@x.example')).to.equal(0);
    expect(locateContact(list, 1, 'z@x.example')).to.equal(-1);
  });
});

describe('contacts: another address for one', () => {
  const known = [{ email: 'a@x.example', name: 'Ann', verification: 'verified' as const, confirmedOn: '2026-01-01', crm: 7 }, list[1]];
  const replaced = (text: string) => {
    const result = replaceAddress(known, 0, text);
    return result.ok ? result.value[0] : result.issues[0].code;
  };

  it('forgets what was found out about the old one, and keeps the rest, known or not', () => {
    expect(replaced(' new@x.example ')).to.deep.equal({ email: 'new@x.example', name: 'Ann', crm: 7 });
    expect(replaced('A@X.example')).to.deep.equal({ ...known[0], email: 'A@X.example' });
    expect(replaced('Bea <bea@x.example>')).to.deep.equal({ email: 'bea@x.example', name: 'Bea', crm: 7 });
    expect(known[0]).to.have.property('verification', 'verified');
  });

  it('is refused where it is none, several, or one that is there', () => {
    expect(replaced('nonsense')).to.equal('email.missing-at');
    expect(replaced('  ')).to.equal('email.empty');
    expect(replaced('c@x.example, d@x.example')).to.equal('contacts-several');
    expect(replaced('B@x.example')).to.equal('contacts-repeated');
  });
});

describe('contacts: back, and from elsewhere', () => {
  it('puts one back where it was, unless it is there by another way', () => {
    expect(letters(restoreContact(list.slice(1), list[0], 0)!)).to.equal('abcd');
    expect(letters(restoreContact(list.slice(0, 1), list[3], 3)!)).to.equal('ad');
    expect(restoreContact(list, { email: 'A@x.example' }, 0)).to.equal(undefined);
  });

  it('takes from another list what is not in this one, each once', () => {
    expect(letters(missingFrom(list.slice(0, 2), [...list, { email: 'D@x.example' }]))).to.equal('cd');
  });
});

describe('contacts: details', () => {
  const numbers: [string, string][] = [
    ['+34 600-000.000', '+34600000000'], ['0034 (600) 000 000', '+34600000000'], ['+44 (0)20 7946 0958', '+442079460958'], ['tel:+1-202-555-0143', '+12025550143'],
    ['＋３４６００００００００', '+34600000000'], ['+٣٤٦٠٠٠٠٠٠٠٠', '+34600000000'], ['\u202a+34 600 000 000\u202c', '+34600000000'], ['', ''],
  ];
  for (const [written, kept] of numbers) {
    it(`reads ${JSON.stringify(written)} as ${kept || 'none'}`, () => expect(readPhone(written)).to.deep.include({ ok: true, value: kept }));
  }

  const refusals: [string, string][] = [
    ['600 000 000', 'contact.phone'], ['+0 600 000 000', 'contact.phone'], ['+34 600 000 000 ext 5', 'contact.phone-character'], ['+1 800 FLOWERS', 'contact.phone-character'],
    ['+34 600+1', 'contact.phone-character'], ['+34 600 000 000 000 000', 'contact.phone-length'], ['+', 'contact.phone'], ['(0)', 'contact.phone'],
  ];
  for (const [written, code] of refusals) {
    it(`refuses ${JSON.stringify(written)} as ${code}`, () => {
      const applied = applyDetails(list[0], { name: '', phone: written, language: '', notes: '' });
      expect(applied.ok ? [] : applied.issues.map((issue) => issue.code)).to.deep.equal([code]);
    });
  }

  it('writes a language as it is usually written', () => {
    expect(readLanguage(' pt_br ')).to.equal('pt-BR');
    expect(readLanguage('')).to.equal('');
    const applied = applyDetails(list[0], { name: '', phone: '', language: 'the usual one', notes: '' });
    expect(applied.ok ? [] : applied.issues.map(({ code }) => code)).to.deep.equal(['contact.language']);
  });

  it('changes nothing else, and leaves out what is empty', () => {
    const contact = { email: 'not an address', phone: '+34600000000', crm: 7, verification: 'sent' as const };
    expect(applyDetails(contact, { name: ' Ann  Lee ', phone: '', language: 'ES', notes: ' x\ny ' }))
      .to.deep.include({ ok: true, value: { email: 'not an address', crm: 7, verification: 'sent', name: 'Ann Lee', language: 'es', notes: 'x\ny' } });
    expect(withDetails({ email: 'a', notes: 'old', crm: 1 }, { email: 'b', name: 'N' })).to.deep.equal({ email: 'a', name: 'N', crm: 1 });
  });
});
