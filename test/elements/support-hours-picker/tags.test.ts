import { expect } from 'chai';
import { parseTags, tagName, tagNames } from '../../../src/elements/support-hours-picker/tools/tags.js';

describe('languages and regions', () => {
  for (const [lang, text, tags] of [
    ['en', 'English, Spanish', ['en', 'es']],
    ['en', 'es-mx; PT_br', ['es-MX', 'pt-BR']],
    ['es', 'inglés, Spanish, alemán', ['en', 'es', 'de']],
    ['en', 'romanian', ['ro']],
    ['en', 'en, English, EN', ['en']],
    ['en', 'Klingonese, our own dialect', ['Klingonese', 'our own dialect']],
    ['en', ' , ;', []],
    ['en', '', []],
  ] as const) {
    it(`${lang}: “${text}” is ${JSON.stringify(tags)}`, () => {
      expect(parseTags('languages', text, lang)).to.deep.equal(tags);
    });
  }

  it('reads again what it has written', () => {
    const stored = ['en', 'es-MX', 'zh-Hant', 'x-ours', 'ES', 'a b'];
    expect(parseTags('regions', stored.join(', '), 'en')).to.deep.equal(stored);
    const tags = parseTags('languages', stored.join(', '), 'en');
    expect(parseTags('languages', tags.join(', '), 'es')).to.deep.equal(tags);
  });

  it('keeps regions as they are', () => {
    expect(parseTags('regions', 'ES, North,  Spain , ES', 'en')).to.deep.equal(['ES', 'North', 'Spain']);
  });

  it('names what has a name', () => {
    expect(tagName('languages', 'pt-BR', 'en')).to.equal('Brazilian Portuguese');
    expect(tagName('languages', 'our own', 'en')).to.equal('our own');
    expect(tagName('regions', 'ES', 'es')).to.equal('España');
    expect(tagName('regions', '419', 'en')).to.equal('Latin America');
    expect(tagName('regions', 'North', 'en')).to.equal('North');
    expect(tagNames('languages', ['en', 'es'], 'en')).to.equal('English and Spanish');
  });
});
