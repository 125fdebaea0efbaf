import { foldText } from '../../../domain/fold-text.js';
import { graphemesOf } from '../../../internal/graphemes.js';

/** A part of a text that matches what was searched for, or one between such parts. */
export interface TextPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/**
 * Where a text matches a search, folded as the adapters fold it. Parts are of the text as it is written, and whole characters
 * as people see them: what folds to two letters, or to none, is marked with what is beside it or not at all. Joined, they are
 * the text.
 */
export function partsOf(text: string, search: string): TextPart[] {
  const wanted = foldText(search).trim();
  if (wanted === '' || !foldText(text).includes(wanted)) return [{ text, isMatch: false }];
  const graphemes = graphemesOf(text);
  const isMarked = new Array<boolean>(graphemes.length).fill(false);
  const { folded, owners } = foldEach(graphemes);
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    isMarked.fill(true, owners[at], owners[at + wanted.length - 1] + 1);
  }
  const parts: { text: string; isMatch: boolean }[] = [];
  graphemes.forEach((grapheme, index) => {
    const last = parts[parts.length - 1];
    if (last?.isMatch === isMarked[index]) last.text += grapheme;
    else parts.push({ text: grapheme, isMatch: isMarked[index] });
  });
  return parts;
}

/** The folded text, and which grapheme each of its code units comes from. */
function foldEach(graphemes: readonly string[]): { folded: string; owners: number[] } {
  const owners: number[] = [];
  const folded = graphemes.map((grapheme, index) => {
    const one = foldText(grapheme);
    for (let unit = 0; unit < one.length; unit += 1) owners.push(index);
    return one;
  }).join('');
  return { folded, owners };
}
