/*
 * Marks that people leave out where they search: accents, also of Greek and Cyrillic, vowel points of Hebrew and Arabic. Those
 * of other scripts stay, since a vowel sign of Devanagari or Thai is no accent but a letter.
 */
const ignored = /(?=\p{Mark})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Latin}\p{Script=Cyrillic}]|\p{Default_Ignorable_Code_Point}/gu;
const written = /[ßæœøłđðħŧþıς]/g;
/** Letters that Unicode does not take apart, as people write them where they have no such key. */
const asWritten: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', þ: 'th', ı: 'i', ς: 'σ' };

/**
 * A text as it is searched and sorted by: case and accents folded, compatible characters made the same, and what cannot be
 * seen left out; sigma at the end of a word is the one of its middle, since who types has not come to the end. The same for
 * whoever writes, searches or marks what was found.
 */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(ignored, '').toLowerCase().replace(written, (letter) => asWritten[letter]);
}
