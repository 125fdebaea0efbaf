import { expect } from 'chai';
import fc from 'fast-check';
import { addressKey, checkEmailAddress, isSameAddress, type EmailAddressOptions } from '../../src/domain/email-address.js';
import { tries } from '../support/tries.js';
import emailSuite from '../data/email/json-schema-test-suite-email.json' with { type: 'json' };
import idnEmailSuite from '../data/email/json-schema-test-suite-idn-email.json' with { type: 'json' };
import platformTests from '../data/email/wpt-email.json' with { type: 'json' };

/** The code of the refusal, or `accepted`. */
function verdict(text: string, options?: EmailAddressOptions): string {
  const result = checkEmailAddress(text, options);
  return result.ok ? 'accepted' : result.issues.map(({ code }) => code).join(' ');
}

function asciiOf(text: string, options?: EmailAddressOptions): string | null {
  const result = checkEmailAddress(text, options);
  return result.ok ? result.value.ascii : null;
}

describe('checkEmailAddress', () => {
  describe('accepts', () => {
    const accepted = [
      'a@b.co', 'joe.bloggs@example.com', 'joe+alerts@example.com', "o'brien@example.ie", "!#$%&'*+/=?^_`{|}~-@example.com",
      'a@b-c.d--e.example', '1@2.example', 'a@xn--mnchen-3ya.de', 'a@xn--a.example', 'A@EXAMPLE.COM', `${'a'.repeat(64)}@example.com`,
      `a@${'b'.repeat(63)}.com`, 'test@exämle.com', 'a@例え.テスト', 'a@faß.de', 'a@cafe\u0301.com', 'a@نامه\u200cای.com', 'a@ශ්\u200dරී.com', 'a@क्\u200cष.com',
      'a@paral·lel.cat', 'a@PARAL·LEL.cat', 'a@paraŀlel.cat', 'a@テスト・サイト.com', 'a@サーバー・x.com', 'a@x・漢字.com', 'a@テスト･サイト.com',
      'a@צ׳יפס.com', 'a@צה״ל.com', 'a@\u0375α.com', 'a@हिन्दी.com', 'a@Ⅳ.com', 'a@ʻokina.com',
    ];
    for (const address of accepted) it(address, () => expect(verdict(address)).to.equal('accepted'));
  });

  describe('refuses, each with its own code', () => {
    const refused: [string, string][] = [
      ['', 'email.empty'], [' \u00a0\u200b\ufeff\n', 'email.empty'],
      ['2962', 'email.missing-at'], ['joe＠example.com', 'email.full-width-at'],
      ['@example.com', 'email.missing-local-part'], ['joe@', 'email.missing-domain'], ['@', 'email.missing-local-part'],
      ['a@b@example.com', 'email.several-ats'], ['a@b.com,c@d.com', 'email.several-ats'],
      ['"joe bloggs"@example.com', 'email.quoted-local-part'], ['"a@b"@example.com', 'email.quoted-local-part'],
      ['"a\nb"@example.com', 'email.quoted-local-part'],
      ['joe@[127.0.0.1]', 'email.address-literal'], ['joe@[IPv6:::1]', 'email.address-literal'],
      ['joe bloggs@example.com', 'email.space'], ['joe@exam ple.com', 'email.space'], ['joe@exam\tple.com', 'email.space'],
      ['joe@exam\nple.com', 'email.space'], ['joe@exam\u00a0ple.com', 'email.space'], ['joe@exam\u3000ple.com', 'email.space'],
      ['jo\u200be@example.com', 'email.invisible-character'], ['joe@exam\u00adple.com', 'email.invisible-character'],
      ['joe@exam\u200bple.com', 'email.invisible-character'], ['joe@exam\u202eple.com', 'email.invisible-character'],
      ['jo\u200de@example.com', 'email.invisible-character'],
      ['.joe@example.com', 'email.leading-dot'], ['joe.@example.com', 'email.trailing-dot'], ['jo..e@example.com', 'email.consecutive-dots'],
      ['joe@example..com', 'email.consecutive-dots'], ['joe@例え。。jp', 'email.consecutive-dots'],
      ['joe@.example.com', 'email.domain-leading-dot'], ['joe@example.com.', 'email.domain-trailing-dot'],
      ['joe@example.com。', 'email.domain-trailing-dot'], ['joe@example.com…', 'email.domain-trailing-dot'],
      ['jo(e@example.com', 'email.local-character'], ['jo\u0000e@example.com', 'email.local-character'], ['<joe@example.com', 'email.local-character'],
      ['jö@example.com', 'email.non-ascii-local'], [`${'a'.repeat(65)}@example.com`, 'email.local-too-long'],
      ['joe@localhost', 'email.domain-without-dot'], ['joe@お', 'email.domain-without-dot'],
      ['joe@exam_ple.com', 'email.domain-character'], ['joe@example.com:25', 'email.domain-character'], ['joe@example.com/x', 'email.domain-character'],
      ['joe@example.com\\x', 'email.domain-character'], ['joe@example.com?x', 'email.domain-character'], ['joe@example.com#x', 'email.domain-character'],
      ['joe@ex%61mple.com', 'email.domain-character'], ['joe@example.com>', 'email.domain-character'], ['joe@invalid=domain.com', 'email.domain-character'],
      ['joe@exam＿ple.com', 'email.domain-character'],
      ['joe@％41.com', 'email.domain-character'], ['joe@é℀.com', 'email.domain-character'], ['joe@a＠b.com', 'email.domain-character'],
      ['joe@a／b.com', 'email.domain-character'], ['joe@a：80.com', 'email.domain-character'], ['joe@é%41.com', 'email.domain-character'],
      ...['”', '“', '„', '’', '‘', '‚', '»', '«', '›', '→', '—', '•', '☺', '©', '】', '½', '℅', '€', '×', '´', '¨', '\u0085', '\ud800', '\ufffd', '\ue000']
        .map((character): [string, string] => [`a@b.com${character}`, 'email.domain-character']),
      ['a@“b.com', 'email.domain-character'], ['a@b。com】', 'email.domain-character'], ['a@例え、jp', 'email.domain-character'], ['a@日本！.jp', 'email.domain-character'],
      ['a@l·m.cat', 'email.domain-character'], ['a@·lel.cat', 'email.domain-character'], ['a@x・y.com', 'email.domain-character'], ['a@・.・.com', 'email.domain-character'],
      ['a@x׳.com', 'email.domain-character'], ['a@״צהל.com', 'email.domain-character'], ['a@α\u0375.com', 'email.domain-character'], ['a@\u0375x.com', 'email.domain-character'],
      ['joe@-example.com', 'email.domain-hyphen'], ['joe@example-.com', 'email.domain-hyphen'], ['joe@é.example-', 'email.domain-hyphen'],
      [`joe@${'b'.repeat(64)}.com`, 'email.domain-label-too-long'], [`joe@${'bé'.repeat(32)}.com`, 'email.domain-label-too-long'],
      ['joe@127.0.0.1', 'email.numeric-domain'], ['joe@example.1', 'email.numeric-domain'], ['joe@example.0x1f', 'email.numeric-domain'],
      ['joe@１２７.0.0.1', 'email.numeric-domain'],
      ['joe@é.1', 'email.domain-not-convertible'], ['joe@١٢.عربي', 'email.domain-not-convertible'], ['joe@⒈é.com', 'email.domain-not-convertible'],
      ['joe@\u0301a.com', 'email.domain-not-convertible'], ['joe@exam\u200dple.com', 'email.invisible-character'],
      ['joe@exam\u200cple.com', 'email.invisible-character'], ['joe@é\u200dé.com', 'email.invisible-character'],
      ['joe@دا\u200cد.com', 'email.invisible-character'], ['joe@نامه\u200c.com', 'email.invisible-character'], ['joe@\u200cنامه.com', 'email.invisible-character'],
      ['joe@é.xn--a', 'email.domain-not-convertible'], ['joe@a\u0085b.com', 'email.domain-character'],
      ['joe@\ud800.com', 'email.domain-character'],
      [`${'a'.repeat(64)}@${`${'b'.repeat(62)}.`.repeat(3)}com`, 'email.too-long'], [`a@${'b.'.repeat(600)}com`, 'email.too-long'],
    ];
    for (const [text, code] of refused) it(`${JSON.stringify(text).slice(0, 60)}: ${code}`, () => expect(verdict(text)).to.equal(code));
  });

  it('says which character, which limit and nothing else of the text', () => {
    expect(checkEmailAddress('jo(e@example.com')).to.deep.equal({ ok: false, issues: [{ path: [], code: 'email.local-character', params: { character: '(' } }] });
    expect(checkEmailAddress('j\u{1d54f}@example.com')).to.deep.equal({ ok: false, issues: [{ path: [], code: 'email.non-ascii-local', params: { character: '\u{1d54f}' } }] });
    expect(checkEmailAddress(`${'a'.repeat(70)}@example.com`)).to.deep.equal({ ok: false, issues: [{ path: [], code: 'email.local-too-long', params: { max: 64, length: 70 } }] });
    expect(checkEmailAddress('a@b.com”')).to.deep.equal({ ok: false, issues: [{ path: [], code: 'email.domain-character', params: { character: '”' } }] });
    expect(checkEmailAddress('a@b.com🙂')).to.deep.equal({ ok: false, issues: [{ path: [], code: 'email.domain-character', params: { character: '🙂' } }] });
    expect(checkEmailAddress('2962')).to.deep.equal({ ok: false, issues: [{ path: [], code: 'email.missing-at' }] });
  });

  it('counts the whole in the form that travels: 254 octets are accepted, 255 are not', () => {
    const domain = `${`${'b'.repeat(61)}.`.repeat(3)}com`;
    const rest = 254 - domain.length - 1;
    expect(verdict(`${'a'.repeat(rest - 30)}@${'c'.repeat(29)}.${domain}`)).to.equal('accepted');
    expect(verdict(`${'a'.repeat(rest - 30)}@${'c'.repeat(30)}.${domain}`)).to.equal('email.too-long');
    const written = `${'a'.repeat(64)}@${'ü.'.repeat(29)}example`;
    expect(new TextEncoder().encode(written).length).to.be.below(254);
    expect(verdict(written)).to.equal('email.too-long');
  });

  it('keeps the domain as written and gives A-labels beside it', () => {
    const result = checkEmailAddress(' Joe@Müncheñ.Example ');
    expect(result).to.deep.equal({ ok: true, value: { address: 'Joe@Müncheñ.Example', ascii: 'Joe@xn--mnche-sta6e.example' }, warnings: [] });
  });

  it('drops invisible characters and blanks around the text', () => {
    const result = checkEmailAddress('\u202a\ufeff \u200bjoe@example.com\u200b\u00a0\u202c\r\n');
    expect(result.ok && result.value.address).to.equal('joe@example.com');
  });

  it('reads ideographic full stops as dots and compatibility letters as what they stand for', () => {
    expect(asciiOf('a@例え。jp')).to.equal('a@xn--r8jz45g.jp');
    expect(asciiOf('a@ｅｘａｍｐｌｅ．ｃｏｍ')).to.equal('a@example.com');
    expect(asciiOf('a@faß.de')).to.equal('a@xn--fa-hia.de');
    expect(asciiOf('a@FAẞ.de')).to.equal('a@xn--fa-hia.de');
    expect(asciiOf('a@①.é.com')).to.equal('a@1.xn--9ca.com');
  });

  it('accepts local parts outside ASCII only where the host allows SMTPUTF8, invisible and broken ones never', () => {
    const options = { allowSmtpUtf8: true };
    expect(verdict('δοκιμή@example.com', options)).to.equal('accepted');
    expect(verdict('δοκιμή@example.com')).to.equal('email.non-ascii-local');
    expect(verdict('jo\u202ee@example.com', options)).to.equal('email.invisible-character');
    expect(verdict('jo\ud800e@example.com', options)).to.equal('email.local-character');
    expect(verdict(`${'é'.repeat(32)}@example.com`, options)).to.equal('accepted');
    expect(verdict(`${'é'.repeat(33)}@example.com`, options)).to.equal('email.local-too-long');
  });

  it('never throws, and what it accepts it accepts again', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.tuple(fc.string(), fc.string({ unit: 'grapheme' })).map((parts) => parts.join('@')));
    fc.assert(fc.property(text, (written) => {
      const result = checkEmailAddress(written, { allowSmtpUtf8: true });
      if (!result.ok) return result.issues.length === 1 && result.issues[0].code.startsWith('email.');
      expect(written).to.contain(result.value.address);
      expect(asciiOf(result.value.address, { allowSmtpUtf8: true })).to.equal(result.value.ascii);
      expect(asciiOf(result.value.ascii, { allowSmtpUtf8: true })).to.equal(result.value.ascii);
    }), { seed: 1, numRuns: tries(2000) });
  });

  it('takes a million characters of anything', () => {
    for (const unit of ['a', '.', '@', ' ', '\u200b', 'é', '"', '[', 'a@', '\ud800']) {
      expect(verdict(`x${unit.repeat(1_000_000)}x`), unit).to.equal('email.too-long');
    }
  });
});

describe('addressKey and isSameAddress', () => {
  it('fold the case of the local part and compare domains by A-label', () => {
    expect(addressKey(' Joe.Bloggs@MÜNCHEN.de ')).to.equal('joe.bloggs@xn--mnchen-3ya.de');
    expect(isSameAddress('joe@münchen.de', 'JOE@xn--mnchen-3ya.DE')).to.equal(true);
    expect(isSameAddress('joe@mu\u0308nchen.de', 'joe@münchen.de')).to.equal(true);
    expect(isSameAddress('ΟΔΟΣ@example.com', 'οδος@example.com')).to.equal(true);
    expect(isSameAddress('ΟΔΟΣ@example.com', 'οδοσ@example.com')).to.equal(true);
    expect(isSameAddress('cafe\u0301@example.com', 'CAFÉ@example.com')).to.equal(true);
  });

  it('keep apart what a server may tell apart', () => {
    expect(isSameAddress('joe.bloggs@example.com', 'joebloggs@example.com')).to.equal(false);
    expect(isSameAddress('joe+a@example.com', 'joe@example.com')).to.equal(false);
    expect(isSameAddress('joe@example.com', 'joe@example.org')).to.equal(false);
  });

  it('give a text that is no address a key too', () => {
    expect(addressKey(' Not An Address ')).to.equal('not an address');
    expect(addressKey('')).to.equal('');
    expect(isSameAddress('Joe', 'joe ')).to.equal(true);
    expect(isSameAddress('joe', 'joe@example.com')).to.equal(false);
  });

  it('never throw, and a key is its own key', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.string({ unit: 'grapheme' }).map((part) => `${part}@example.com`));
    fc.assert(fc.property(text, (written) => addressKey(addressKey(written)) === addressKey(written)), { seed: 2, numRuns: tries(2000) });
  });
});

describe('the JSON Schema test suites for e-mail', () => {
  const refusedOnPurpose: Record<string, string> = {
    'a quoted string with a space in the local part is valid': 'email.quoted-local-part',
    'a quoted string with a double dot in the local part is valid': 'email.quoted-local-part',
    'a quoted string with a @ in the local part is valid': 'email.quoted-local-part',
    'a non-ASCII quoted local part is valid': 'email.quoted-local-part',
    'an IPv4-address-literal after the @ is valid': 'email.address-literal',
    'an IPv6-address-literal after the @ is valid': 'email.address-literal',
  };
  const suites = [{ suite: emailSuite, options: {} }, { suite: idnEmailSuite, options: { allowSmtpUtf8: true } }];

  for (const { suite, options } of suites) {
    for (const { description, tests } of suite) {
      describe(description, () => {
        for (const test of tests) {
          const { data } = test;
          // Formats say nothing about what is not a string.
          if (typeof data !== 'string') continue;
          it(test.description, () => {
            const expected = refusedOnPurpose[test.description];
            if (expected) expect(verdict(data, options)).to.equal(expected);
            else expect(checkEmailAddress(data, options).ok).to.equal(test.valid);
          });
        }
      });
    }
  }

  it('hold every address that is refused on purpose', () => {
    const descriptions = suites.flatMap(({ suite }) => suite.flatMap(({ tests }) => tests.map(({ description }) => description)));
    expect(descriptions).to.include.members(Object.keys(refusedOnPurpose));
  });
});

describe('the web platform tests for single addresses', () => {
  for (const { multiple, value, mismatch } of platformTests['typeMismatch@1eb505c1']) {
    if (multiple || value === '') continue;
    it(JSON.stringify(value), () => expect(checkEmailAddress(value).ok).to.equal(!mismatch));
  }

  for (const { multiple, value, becomes } of platformTests['email-value-idn.html@28b49026 (value content attribute)']) {
    if (!multiple) it(`${value} becomes ${becomes}`, () => expect(asciiOf(value)).to.equal(becomes));
  }
});
