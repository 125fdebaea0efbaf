import { expect } from 'chai';
import fc from 'fast-check';
import { parseAddressList } from '../../src/domain/address-list.js';
import { isSameAddress } from '../../src/domain/email-address.js';
import { tries } from '../support/tries.js';
import platformTests from '../data/email/wpt-email.json' with { type: 'json' };

/** What was read, in few characters: `address` or `name <address>`, and of what was rejected the text and its code. */
function read(text: string): { entries: string[]; rejected: string[] } {
  const { entries, rejected } = parseAddressList(text);
  return {
    entries: entries.map(({ email, name }) => (name === undefined ? email : `${name} <${email}>`)),
    rejected: rejected.map(({ text: kept, issue }) => `${kept} (${issue.code})`),
  };
}

function reads(text: string, entries: string[], rejected: string[] = []): void {
  it(JSON.stringify(text), () => expect(read(text)).to.deep.equal({ entries, rejected }));
}

describe('parseAddressList', () => {
  describe('separators', () => {
    reads('', []);
    reads(' \n\t,;，、 ', []);
    reads('a@x.com,b@x.com;c@x.com\nd@x.com\te@x.com，f@x.com、g@x.com；h@x.com', ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com', 'e@x.com', 'f@x.com', 'g@x.com', 'h@x.com']);
    reads('a@x.com\r\nb@x.com\r\n\r\nc@x.com\rd@x.com\u2028e@x.com', ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com', 'e@x.com']);
    reads('a@x.com b@x.com\u00a0c@x.com\u3000d@x.com', ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com']);
    reads(' ; ,, a@x.com ,;\t', ['a@x.com']);
    reads('A@x.com, a@x.com', ['A@x.com', 'a@x.com']);
    reads('a@x b@x.com', ['b@x.com'], ['a@x (email.domain-without-dot)']);
  });

  describe('names', () => {
    reads('Ana Pérez <ana@x.com>', ['Ana Pérez <ana@x.com>']);
    reads('"Pérez, Ana" <ana@x.com>; "Li; Bo" <bo@x.com>', ['Pérez, Ana <ana@x.com>', 'Li; Bo <bo@x.com>']);
    reads('“Pérez, Ana” <ana@x.com>, „Li, Bo“ <bo@x.com>, «Li, Cy» <cy@x.com>', ['Pérez, Ana <ana@x.com>', 'Li, Bo <bo@x.com>', 'Li, Cy <cy@x.com>']);
    reads('"Ana \\"Ace\\" C:\\\\P" <ana@x.com>', ['Ana "Ace" C:\\P <ana@x.com>']);
    reads('Ana "Ace, the" Pérez <ana@x.com>', ['Ana "Ace, the" Pérez <ana@x.com>']);
    reads('Ana\u00a0 Pérez<ana@x.com>', ['Ana Pérez <ana@x.com>']);
    reads('<ana@x.com> < bo@x.com ><cy@x.com>', ['ana@x.com', 'bo@x.com', 'cy@x.com']);
    reads('Ｌｉ ＜bo@x.com＞', ['Ｌｉ <bo@x.com>']);
    reads('"ana@x.com" <ana@x.com>; ana@x.com<mailto:ana@x.com>; bo@x.com <bo@x.com>', ['ana@x.com', 'ana@x.com', 'bo@x.com']);
    reads('bo@x.com <ana@x.com>', ['bo@x.com', 'ana@x.com']);
    reads('Ana <ana@x.com> Bo <bo@x.com> tail', ['Ana <ana@x.com>', 'Bo <bo@x.com>'], ['tail (email.missing-at)']);
    reads('Pérez, Ana <ana@x.com>; O’Neil-Smith, J. R. <jr@x.com>;\n王，小明 <ming@x.com>', ['Pérez, Ana <ana@x.com>', 'O’Neil-Smith, J. R. <jr@x.com>', '王，小明 <ming@x.com>']);
    reads('Ann, Bob <bob@x.com>, Eve <eve@x.com>', ['Bob <bob@x.com>', 'Eve <eve@x.com>'], ['Ann (email.missing-at)']);
    reads('Eve <eve@x.com>, Ann, Bob <bob@x.com>', ['Eve <eve@x.com>', 'Bob <bob@x.com>'], ['Ann (email.missing-at)']);
    reads('nonsense, Bob <bob@x.com>', ['Bob <bob@x.com>'], ['nonsense (email.missing-at)']);
    reads('Ann, "Bob" <bob@x.com>', ['Bob <bob@x.com>'], ['Ann (email.missing-at)']);
    reads('Ann; Bob <bob@x.com>', ['Bob <bob@x.com>'], ['Ann (email.missing-at)']);
    reads('Ann, Bob <bob@x>', [], ['Ann (email.missing-at)', 'Bob <bob@x> (email.domain-without-dot)']);
  });

  describe('tables and lists', () => {
    reads('Ana Pérez\tana@x.com\r\nLi, Bo\tbo@x.com\r\n', ['Ana Pérez <ana@x.com>', 'Li, Bo <bo@x.com>']);
    reads('Name\tE-mail\nAna\tana@x.com', ['Ana <ana@x.com>'], ['Name (email.missing-at)', 'E-mail (email.missing-at)']);
    reads('ana@x.com\tAna\nbo@x.com\tBo', ['ana@x.com', 'bo@x.com'], ['Ana (email.missing-at)', 'Bo (email.missing-at)']);
    reads('Sales 24\tana@x.com', ['ana@x.com'], ['Sales 24 (email.missing-at)']);
    reads('Li\tBo <bo@x.com>', ['Bo <bo@x.com>'], ['Li (email.missing-at)']);
    reads('1. a@x.com\n2) b@x.com\n(3) c@x.com\n4.\td@x.com\n5. Ana <e@x.com>', ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com', 'Ana <e@x.com>']);
    reads('- a@x.com\n* b@x.com\n• c@x.com\n•d@x.com\n▪ – "Li, Bo" <e@x.com>\n> f@x.com', ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com', 'Li, Bo <e@x.com>', 'f@x.com']);
    reads('a@x.com • b@x.com - c@x.com 4) d@x.com', ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com']);
    reads('-a@x.com, 1.a@x.com', ['-a@x.com', '1.a@x.com']);
    reads('a@x.com., b@x.com。\nc@x.com...\nAna <d@x.com>.', ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com'].map((one) => (one === 'd@x.com' ? `Ana <${one}>` : one)));
    reads('To: a@x.com; Ana <b@x.com>\nCc:c@x.com\nPara: "Li, Bo" <d@x.com>\nE-mail:\te@x.com', ['a@x.com', 'Ana <b@x.com>', 'c@x.com', 'Li, Bo <d@x.com>', 'e@x.com']);
    reads('2962, •, --, 7.', [], ['2962 (email.missing-at)']);
  });

  describe('mailto:', () => {
    reads('mailto:a@x.com', ['a@x.com']);
    reads('MAILTO:a%2Bb@x.com?subject=Hi%20there&body=x, <mailto:c@x.com>; mailto: d@x.com', ['a+b@x.com', 'c@x.com', 'd@x.com']);
    reads('mailto:a%b@x.com', ['a%b@x.com']);
    reads('mailto:a@x.com?cc=b@x.com mailto:a@x.com?cc=b%40x.com', [], ['mailto:a@x.com?cc=b@x.com (email.mailto-query)', 'mailto:a@x.com?cc=b%40x.com (email.mailto-query)']);
    reads('mailto:a@x.com?subject=Hello there', [], ['mailto:a@x.com?subject=Hello there (email.space)']);
    reads('a@x.com?subject=Hello', [], ['a@x.com?subject=Hello (email.domain-character)']);
  });

  describe('what is quoted is no address', () => {
    reads('"a@x.com"', [], ['"a@x.com" (email.quoted-text)']);
    reads('"a@x.com","b@x.com"', [], ['"a@x.com" (email.quoted-text)', '"b@x.com" (email.quoted-text)']);
    reads('"a@x.com, b@x.com" <c@x.com>', ['a@x.com, b@x.com <c@x.com>']);
    reads('"Ana <a@x.com>; Bo"', [], ['"Ana <a@x.com>; Bo" (email.quoted-text)']);
    reads('a@x.com "b@x.com"', [], ['a@x.com "b@x.com" (email.quoted-text)']);
    reads('"joe bloggs"@x.com, "a@b"@x.com', [], ['"joe bloggs"@x.com (email.quoted-local-part)', '"a@b"@x.com (email.quoted-local-part)']);
    reads('"Ana"', [], ['"Ana" (email.missing-at)']);
    for (const [open, close] of ['“”', '„“', '„”', '””', '«»', '»«', '‹›', '›‹', '「」', '『』', '‘’', '‚‘', '‚’', '＂＂']) {
      reads(`${open}Jan, a@b.com, x${close} <c@d.com>`, ['Jan, a@b.com, x <c@d.com>']);
      reads(`e@f.com, ${open}a@b.com, x@y.com${close}; g@h.com`, ['e@f.com', 'g@h.com'], [`${open}a@b.com, x@y.com${close} (email.quoted-text)`]);
    }
    reads('« Jan, a@b.com » <c@d.com>', ['Jan, a@b.com <c@d.com>']);
    reads('田中「a@b.com、x」<c@d.com>、「佐藤、花」様 <e@f.com>', ['田中「a@b.com、x」 <c@d.com>', '「佐藤、花」様 <e@f.com>']);
    reads('‘Pat O’Brien, a@b.com’ <c@d.com>', ['Pat O’Brien, a@b.com <c@d.com>']);
    reads('„Ana” <a@x.com>, ‚Li, Bo‘ <b@x.com>, »Li, Cy« <c@x.com>', ['Ana <a@x.com>', 'Li, Bo <b@x.com>', 'Li, Cy <c@x.com>']);
  });

  describe('apostrophes are no quotes', () => {
    reads('Pat O’Brien <a@x.com>, O‘Neil <b@x.com>; D’Arcy, Ann’s <c@x.com>', ['Pat O’Brien <a@x.com>', 'O‘Neil <b@x.com>', 'D’Arcy, Ann’s <c@x.com>']);
    reads('Gerard ’t Hooft <a@x.com>, the Joneses’ <b@x.com>', ['Gerard ’t Hooft <a@x.com>', 'the Joneses’ <b@x.com>']);
    reads('Gerard ‘t Hooft <a@x.com>, the Joneses’ <b@x.com>', ['Gerard ‘t Hooft <a@x.com>', 'the Joneses’ <b@x.com>']);
    reads('‘Iolani Lee <a@x.com>; Pat O’Brien <b@x.com>', ['‘Iolani Lee <a@x.com>', 'Pat O’Brien <b@x.com>']);
    reads('Rock ‘n’ Roll <a@x.com>', ['Rock ‘n’ Roll <a@x.com>']);
  });

  describe('stray quotes and brackets swallow nothing', () => {
    reads('"Ana <a@x.com>, "Bo" <b@x.com>', ['"Ana <a@x.com>', 'Bo <b@x.com>']);
    reads('"Ana, a@x.com\nb@x.com', ['a@x.com', 'b@x.com'], ['"Ana (email.missing-at)']);
    reads('Ana", a@x.com, "b@x.com', ['a@x.com'], ['Ana" (email.missing-at)', '"b@x.com (email.local-character)']);
    reads('5" tube, a@x.com, 7" tube <b@x.com>', ['a@x.com', '7" tube <b@x.com>'], ['5" tube (email.missing-at)']);
    reads('Ana ” , a@x.com, “Bo” <b@x.com>', ['a@x.com', 'Bo <b@x.com>'], ['Ana ” (email.missing-at)']);
    reads('» a@x.com\n› b@x.com › c@x.com\n「d@x.com', [], ['» a@x.com (email.space)', '› b@x.com › c@x.com (email.several-ats)', '「d@x.com (email.non-ascii-local)']);
    reads('“Ana, “Bo” <b@x.com>', ['Bo <b@x.com>'], ['“Ana (email.missing-at)']);
    reads('"a\\\nb@x.com", c@x.com', ['c@x.com'], ['"a\\ (email.missing-at)', 'b@x.com" (email.domain-character)']);
    reads('<a@x.com, b@x.com', ['b@x.com'], ['<a@x.com (email.local-character)']);
    reads('<a@x.com; Bo <b@x.com>', ['Bo <b@x.com>'], ['<a@x.com (email.local-character)']);
    reads('<a@x.com\nb@x.com>', [], ['<a@x.com (email.local-character)', 'b@x.com> (email.domain-character)']);
    reads('a@x.com>, b@x.com', ['b@x.com'], ['a@x.com> (email.domain-character)']);
    reads('<a@x.com, b@x.com>', [], ['<a@x.com, b@x.com> (email.several-ats)']);
    reads('Ana <>, <a@x.com', [], ['Ana <> (email.empty)', '<a@x.com (email.local-character)']);
    it('a bracket that closes too late to hold an address', () => {
      const addresses = Array.from({ length: 100 }, (_, index) => `user${index}@example.com`);
      expect(read(`< ${addresses.join(', ')} >`).entries).to.deep.equal(addresses.slice(1, -1).concat(addresses[99]));
      expect(read(`< ${addresses.join(', ')} >`).rejected).to.deep.equal([`< ${addresses[0]} (email.space)`]);
    });
  });

  describe('what cannot be told apart is rejected whole', () => {
    reads('joe bloggs@x.com', [], ['joe bloggs@x.com (email.space)']);
    reads('write to a@x.com or b@x.com', [], ['write to a@x.com or b@x.com (email.several-ats)']);
    reads('"Ana" a@x.com', [], ['"Ana" a@x.com (email.space)']);
    reads('a＠x.com', [], ['a＠x.com (email.full-width-at)']);
    reads('a@x.com/b@x.com', [], ['a@x.com/b@x.com (email.several-ats)']);
  });

  it('accepts local parts outside ASCII where the host allows SMTPUTF8', () => {
    expect(read('jö@x.com').rejected).to.deep.equal(['jö@x.com (email.non-ascii-local)']);
    expect(parseAddressList('jö@x.com', { allowSmtpUtf8: true })).to.deep.equal({ entries: [{ email: 'jö@x.com' }], rejected: [] });
  });

  it('keeps IDN domains as written, and they compare', () => {
    const { entries } = parseAddressList('a@münchen.de; A@XN--MNCHEN-3YA.DE');
    expect(entries.map(({ email }) => email)).to.deep.equal(['a@münchen.de', 'A@XN--MNCHEN-3YA.DE']);
    expect(isSameAddress(entries[0].email, entries[1].email)).to.equal(true);
  });

  for (const separator of ['; ', ',', '\r\n', '\t', ' ']) {
    it(`reads 50,000 addresses, in order and without loss, between ${JSON.stringify(separator)}`, () => {
      const addresses = Array.from({ length: 50_000 }, (_, index) => `user${index}@example.com`);
      const written = addresses.map((address, index) => [address, `<${address}>`, `"Last, First" <${address}>`, `Name ${index} <${address}>`][index % 4]);
      const { entries, rejected } = parseAddressList(written.join(separator));
      expect(rejected).to.deep.equal([]);
      expect(entries.map(({ email }) => email)).to.deep.equal(addresses);
    });
  }

  for (const unit of ['a', 'a ', '"', '" ', '"\\', '\\"', '“', '“„', '„', '”', '»', '» «', '‘', '‚‘', '「', '「『', '<', '< ', '>', '<"', '.', '-', '1. ', '(', '@', 'a@', 'a@ ', 'A, ', 'A\t', 'mailto:', '\u200b', '\ud800']) {
    it(`takes a megabyte of ${JSON.stringify(unit)} and still finds the address after it`, () => {
      const { entries, rejected } = parseAddressList(`${unit.repeat(1_000_000 / unit.length)}x\nb@x.com`);
      expect(entries).to.deep.equal([{ email: 'b@x.com' }]);
      expect(rejected.map(({ text }) => text).join('')).to.contain('x');
    });
  }
});

describe('the web platform tests for address lists', () => {
  for (const { multiple, value, mismatch } of platformTests['typeMismatch@1eb505c1']) {
    if (!multiple) continue;
    // A semicolon is no separator to browsers. It is to people.
    it(value, () => expect(read(value)).to.deep.equal({ entries: ['test1@example.com', 'test2@example.com'], rejected: [] }, String(mismatch)));
  }

  for (const { value, sanitised, valid } of platformTests['email.html@10281425 sanitisation']) {
    it(JSON.stringify(value), () => {
      const { entries, rejected } = read(value);
      expect(rejected.length === 0).to.equal(valid ?? true);
      if (sanitised) expect(entries.join(',')).to.equal(sanitised);
    });
  }

  it('IDN domains', () => {
    const { value } = platformTests['email-value-idn.html@28b49026 (value content attribute)'].find(({ multiple }) => multiple)!;
    expect(read(value)).to.deep.equal({ entries: value.split(', '), rejected: [] });
  });
});

describe('no loss', () => {
  /** The runs of the invariant that address-list.ts opens with, decoration removed, in no order. */
  function runsOf(...texts: string[]): string[] {
    return texts.flatMap((text) => text.split(/[\s,;，；、"＂“”„«»‹›‘’‚「」『』<>＜＞\\]+/)).map(withoutDecoration).filter((run) => run !== '').sort();
  }

  const decorations: [RegExp, string][] = [
    [/^\p{Default_Ignorable_Code_Point}+|\p{Default_Ignorable_Code_Point}+$/gu, ''],
    [/^(?:[-*+>·•‣⁃∙–—■-◿✓✔➢・\uf0a7\uf0b7]+|\(?\d{1,6}[.)])$/, ''],
    [/^(?:[·•‣⁃∙–—■-◿✓✔➢・\uf0a7\uf0b7]+|(?:to|cc|e-mail):)/i, ''],
    [/^mailto:([^?]*)(?:\?[^@]*)?$/i, '$1'],
    [/[.。．]+$/, ''],
  ];

  function withoutDecoration(run: string): string {
    for (const [pattern, replacement] of decorations) {
      const rest = run.replace(pattern, replacement);
      if (rest !== run) return withoutDecoration(rest);
    }
    return run;
  }

  function expectNoLoss(text: string): void {
    const { entries, rejected } = parseAddressList(text, { allowSmtpUtf8: true });
    const kept = [...entries.flatMap(({ email, name }) => [email, name ?? '']), ...rejected.map((one) => one.text)];
    expect(runsOf(...kept)).to.deep.equal(runsOf(text));
  }

  it('of well-formed and ill-formed pieces in any order, between any separators', () => {
    const kinds: ((index: number) => string)[] = [
      (index) => `user${index}@example.com`, (index) => `<user${index}@example.com>`, (index) => `Name${index} <user${index}@example.com>`,
      (index) => `"Last${index}, First" <user${index}@example.com>`, (index) => `Last${index}, First <user${index}@example.com>`,
      (index) => `“Last${index}; First” <user${index}@exämple.com>`, (index) => `mailto:user${index}@example.com?subject=x`,
      (index) => `mailto:user${index}@example.com?cc=other${index}@example.com`, (index) => `"user${index}@example.com"`,
      (index) => `Name${index}`, (index) => `junk${index}`, (index) => `user${index}@localhost`, (index) => `"quoted part${index}"@example.com`,
      (index) => `(comment${index})`, (index) => `user${index}@example.com.`, (index) => `\u200buser${index}@example.com\u200b`,
      () => '"', () => '“', () => '”', () => '„', () => '»', () => '«', () => '‘', () => '’', () => '「', () => '」', (index) => `„Last${index}, First” <user${index}@example.com>`,
      (index) => `‘O’Last${index}, First’ <user${index}@example.com>`, () => '<', () => '>', () => '＜', () => '\\', () => '@', () => '...', () => '-', () => '•', () => '1.', () => 'To:', () => 'mailto:',
    ];
    const separators = ['', ' ', '\u00a0', '\u3000', ',', ', ', ';', '; ', '\n', '\r\n', '\t', '，', '、'];
    const pieces = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...separators)), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, (parts) => expectNoLoss(parts.map(([kind, separator], index) => `${kind(index)}${separator}`).join(''))),
      { seed: 3, numRuns: tries(10_000) },
    );
  });

  it('of anything at all', () => {
    const character = fc.constantFrom(...'aB1@@..,;:"\'<>()\\/-+*? \t\n“”„«»‹›‘’‚「」＜＞，；、。•–é\u200b\u00a0\ud83d');
    fc.assert(fc.property(fc.string({ unit: character, maxLength: 60 }), expectNoLoss), { seed: 4, numRuns: tries(20_000) });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), expectNoLoss), { seed: 5, numRuns: tries(2000) });
  });

  it('and no address between quotes is ever an entry', () => {
    const filler = fc.string({ unit: fc.constantFrom(...'aB1 ,;<>@.-'), maxLength: 8 });
    const quotes = fc.constantFrom('""', '“”', '„“', '„”', '””', '«»', '»«', '‹›', '›‹', '「」', '『』', '＂＂');
    fc.assert(fc.property(quotes, filler, filler, filler, ([open, close], before, after, outside) => {
      const { entries } = parseAddressList(`${outside}\n${open}${before} hidden@example.com ${after}${close}\n${outside}`);
      expect(entries.map(({ email }) => email)).not.to.include('hidden@example.com');
    }), { seed: 6, numRuns: tries(4000) });
  });

  it('and every address in a form that is understood is an entry', () => {
    const forms = [
      (address: string) => address, (address: string) => `<${address}>`, (address: string) => `Ana Li <${address}>`,
      (address: string) => `"Li, Ana" <${address}>`, (address: string) => `- mailto:${address}`, (address: string) => `1. ${address}`,
    ];
    const separator = fc.constantFrom(',', ';', '\n', '\t', '，', '、', ' , ', ';\r\n');
    const parts = fc.array(fc.tuple(fc.constantFrom(...forms), separator), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(parts, (chosen) => {
      const addresses = chosen.map((_, index) => `user${index}@example.com`);
      const { entries, rejected } = parseAddressList(chosen.map(([form, mark], index) => form(addresses[index]) + mark).join(''));
      expect(rejected).to.deep.equal([]);
      expect(entries.map(({ email }) => email)).to.deep.equal(addresses);
    }), { seed: 7, numRuns: tries(500) });
  });
});
