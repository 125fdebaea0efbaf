import { expect } from 'chai';
import { foldText } from '../../src/domain/fold-text.js';

describe('foldText', () => {
  for (const [text, folded] of [
    ['ÁRBOL', 'arbol'], ['a\u0301', 'a'], ['Straße', 'strasse'], ['Ł ø đ ı', 'l o d i'], ['Æthelœþ', 'aetheloeth'], ['ﬁne ２', 'fine 2'], ['İ', 'i'],
    ['日本', '日本'], ['Ёлка й', 'елка и'], ['ΟΔΥΣΣΕΎΣ', 'οδυσσευσ'], ['עִבְרִית', 'עברית'], ['عُمَر أحمد', 'عمر احمد'],
    ['Ana\u200b Gó\u00admez\u202e', 'ana gomez'],
  ]) it(`folds ${text}`, () => expect(foldText(text)).to.equal(folded));

  it('keeps what is a letter, though Unicode calls it a mark', () => {
    for (const [one, other] of [['किरण', 'कुरण'], ['กิน', 'กัน']]) expect(foldText(one), one).not.to.equal(foldText(other));
  });

  it('makes the same of what is written in one character or several', () => {
    for (const text of ['Å', 'が', '한국', 'ế', 'प़']) expect(foldText(text.normalize('NFD')), text).to.equal(foldText(text.normalize('NFC')));
  });

  it('changes nothing that is folded', () => {
    for (const text of ['Straße', 'Ǆ', 'ﬀ', 'ς', 'İIıi', 'ẞ', '𝕏', '㎏', 'ΐ']) expect(foldText(foldText(text)), text).to.equal(foldText(text));
  });
});
