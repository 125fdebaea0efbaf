/*
 * Cuts a pasted text into words, quoted strings, angle groups and separators.
 *
 * - Items are in order and do not overlap; between them there is only whitespace.
 * - A quoted string or an angle group is one item only where it closes on its own line, so that a stray quote or bracket
 *   is an ordinary character and swallows nothing. A quote inside or at the wrong end of a word (`5"`) opens nothing, but for
 *   corner brackets, whose languages set nothing apart by spaces. An apostrophe (`O’Brien`) closes nothing.
 * - Time is linear: the search for a close ends at the next character that could open the same thing.
 */

export interface Item {
  kind: 'word' | 'quoted' | 'angle' | 'separator';
  /** Offsets into the text; `end` is exclusive. */
  start: number;
  end: number;
}

const separator = /[,;\t\n\v\f\r\u2028\u2029，；、]/;
const lineBreak = /[\n\v\f\r\u2028\u2029]/;
const whitespace = /\s/;
/** A quote beside one of these belongs to the word, as in `5"` or in a missing close before `"Jane"`. */
const wordCharacter = /[\p{L}\p{N}]/u;
/** What closes a quote, by what opens it. Languages differ: „German“, „Polish”, ”Swedish”, «French», »Danish«. */
const closingQuotes = new Map([
  ['"', '"'], ['＂', '＂'], ['“', '”'], ['„', '“”'], ['”', '”'], ['«', '»'], ['»', '«'], ['‹', '›'], ['›', '‹'], ['‘', '’'], ['‚', '‘’'], ['「', '」'], ['『', '』'],
]);
const cornerBracket = /[「『」』]/;
const apostrophe = /[‘’]/;
/** No address is longer: what a `<` holds beyond this is not one, and the `<` is a stray. */
const maxAngleLength = 1024;

export function scanItems(text: string): Item[] {
  const items: Item[] = [];
  let start = 0;
  while (start < text.length) {
    const item = itemAt(text, start);
    if (item) items.push(item);
    start = item?.end ?? start + 1;
  }
  return items;
}

function itemAt(text: string, start: number): Item | null {
  const character = text.charAt(start);
  if (separator.test(character)) return { kind: 'separator', start, end: start + 1 };
  if (whitespace.test(character)) return null;
  const angleEnd = endOfAngle(text, start);
  if (angleEnd !== null) return { kind: 'angle', start, end: angleEnd };
  const quotedEnd = endOfQuoted(text, start);
  if (quotedEnd === null) return { kind: 'word', start, end: endOfWord(text, start + 1) };
  // A quoted local part is one word with its domain, so that the domain is never read for itself.
  if (text.charAt(quotedEnd) === '@') return { kind: 'word', start, end: endOfWord(text, quotedEnd + 1) };
  return { kind: 'quoted', start, end: quotedEnd };
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const character = text.charAt(end);
    if (separator.test(character) || whitespace.test(character)) break;
    if (endOfAngle(text, end) !== null || endOfQuoted(text, end) !== null) break;
    end += 1;
  }
  return end;
}

function endOfAngle(text: string, start: number): number | null {
  if (!isOpeningAngle(text.charAt(start))) return null;
  const limit = Math.min(text.length, start + maxAngleLength);
  for (let at = start + 1; at < limit; at += 1) {
    const character = text.charAt(at);
    if (character === '>' || character === '＞') return at + 1;
    if (isOpeningAngle(character) || lineBreak.test(character)) return null;
  }
  return null;
}

function isOpeningAngle(character: string): boolean {
  return character === '<' || character === '＜';
}

function endOfQuoted(text: string, start: number): number | null {
  const opening = text.charAt(start);
  const closing = closingQuotes.get(opening);
  if (closing === undefined || text.charAt(start - 1) === '\\' || isInWord(opening, text.charAt(start - 1))) return null;
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (closing.includes(character)) {
      if (!isInWord(character, text.charAt(at + 1))) return at + 1;
      if (!apostrophe.test(character)) return null;
    } else if (endsQuote(character, opening, closing)) {
      return null;
    }
    if (character === '\\' && !lineBreak.test(text.charAt(at + 1))) at += 1;
  }
  return null;
}

function isInWord(quote: string, neighbour: string): boolean {
  return !cornerBracket.test(quote) && wordCharacter.test(neighbour);
}

/** Where no close is to be expected any more: at what opens the same anew, and between ‘ and ’, often one of a name (`‘t Hooft`), at an address. */
function endsQuote(character: string, opening: string, closing: string): boolean {
  if (character === opening || lineBreak.test(character)) return true;
  if (apostrophe.test(closing) && isOpeningAngle(character)) return true;
  return opening === '”' && closingQuotes.get(character)?.includes(closing) === true;
}
