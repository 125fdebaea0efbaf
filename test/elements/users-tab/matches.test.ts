import { expect } from 'chai';
import fc from 'fast-check';
import { foldText } from '../../../src/domain/fold-text.js';
import { partsOf } from '../../../src/elements/users-tab/list/matches.js';
import { isBlank, nameOf, shorten } from '../../../src/elements/users-tab/list/user-name.js';
import { graphemesOf } from '../../../src/internal/graphemes.js';
import { tries } from '../../support/tries.js';

/** What is marked, in brackets. */
const marked = (text: string, search: string) => partsOf(text, search).map((part) => (part.isMatch ? `[${part.text}]` : part.text)).join('');

describe('what is marked of a text', () => {
  for (const [text, search, expected] of [
    ['Laura Méndez', '', 'Laura Méndez'],
    ['Laura Méndez', '   ', 'Laura Méndez'],
    ['Laura Méndez', 'nobody', 'Laura Méndez'],
    ['Laura Méndez', 'mendez', 'Laura [Méndez]'],
    ['Laura Méndez', ' MÉND ', 'Laura [Ménd]ez'],
    ['Laura Me\u0301ndez', 'mén', 'Laura [Me\u0301n]dez'],
    ['Laura Me\u0301ndez', 'me', 'Laura [Me\u0301]ndez'],
    ['Anna', 'n', 'A[nn]a'],
    ['banana', 'ana', 'b[ana]na'],
    ['Straße', 'ss', 'Stra[ß]e'],
    ['Straße', 'strass', '[Straß]e'],
    ['Straße', 'sse', 'Stra[ße]'],
    ['Straße', 's', '[S]tra[ß]e'],
    ['ﬁnance', 'fi', '[ﬁ]nance'],
    ['ﬁnance', 'i', '[ﬁ]nance'],
    ['Łukasz Søren', 'lu', '[Łu]kasz Søren'],
    ['İstanbul', 'ist', '[İst]anbul'],
    ['ｆｕｌｌ width', 'full', '[ｆｕｌｌ] width'],
    ['a.b+c@mesa.example', '.b+c@', 'a[.b+c@]mesa.example'],
    ['👩‍👩‍👧 Ana', 'ana', '👩‍👩‍👧 [Ana]'],
    ['👩‍👩‍👧 Ana', '👩', '[👩‍👩‍👧] Ana'],
    ['한국어', '한국', '[한국]어'],
    ['محمد', 'حم', 'م[حم]د'],
    ['<b>bold</b>', '<b>', '[<b>]bold</b>'],
    ['', 'x', ''],
  ]) {
    it(`“${search}” in “${text}”`, () => expect(marked(text, search)).to.equal(expected));
  }

  it('is whole characters of the text as it is written, whatever is searched for', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'S', 'ß', 'é', 'e', '\u0301', '\u200b', '\u0130', 'ﬁ', 'Σ', '👩', '\u200d', '🇪', '🇸', 'क', 'ि', '각', ' ', '\ud800', '\u202e'), maxLength: 12 });
    fc.assert(fc.property(letters, letters, (text, search) => {
      const parts = partsOf(text, search);
      expect(parts.map((part) => part.text).join('')).to.equal(text);
      expect(parts.flatMap((part) => graphemesOf(part.text)).join('|')).to.equal(graphemesOf(text).join('|'));
      for (const part of parts.filter(({ isMatch }) => isMatch)) expect(foldText(part.text)).to.contain(foldText(search).trim());
    }), { numRuns: tries(2_000, { needsPage: true }) });
  });
});

describe('names in sentences', () => {
  const named = (name: string, email = 'a@mesa.example') => nameOf({ name, email });

  for (const text of ['', ' ', '\u200b\u200d\u2060', '\u00ad\u3164', '\u2800', '\n\t']) {
    it(`are addresses where nothing would be seen of the name ${JSON.stringify(text)}`, () => {
      expect(isBlank(text)).to.equal(true);
      expect(named(text)).to.equal('a@mesa.example');
    });
  }

  it('are as they are written where that is short', () => {
    for (const name of ['Laura Méndez', 'אביגיל כהן', '👩‍👩‍👧', '<b>']) expect(named(name)).to.equal(name);
  });

  it('turn nothing around them round', () => expect(named('\u202eevil\u2066')).to.equal('evil'));

  it('are short, and end with a whole character', () => {
    expect(named('x'.repeat(10_000))).to.equal(`${'x'.repeat(80)}…`);
    expect(shorten('👩‍👩‍👧👩‍👩‍👧', 10)).to.equal('👩‍👩‍👧…');
    expect(shorten('ab\u0301\u0302\u0303', 3)).to.equal('a…');
    expect(shorten('abc', 3)).to.equal('abc');
    expect(shorten(`a${'\u0301'.repeat(10_000)}`, 80)).to.have.length(81);
    expect(shorten(`👩${'\u0301'.repeat(99)}`, 1)).to.equal('…');
  });
});
