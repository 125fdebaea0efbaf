import type { User } from '../../../domain/user.js';
import { graphemesOf } from '../../../internal/graphemes.js';

/*
 * Names come from anywhere: they may be empty, made of what cannot be seen, turn the direction of the sentence around them,
 * or be as long as a book.
 */

const unseen = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\u2800]/gu;
const directionControls = /[\u202a-\u202e\u2066-\u2069]/g;
const longestInSentence = 80;

/** Whether nothing of a text would be seen. */
export function isBlank(text: string): boolean {
  return text.replace(unseen, '') === '';
}

/** A text without what would turn it, or the sentence around it, round: `evil` is not to be read as `live`. */
export function unturned(text: string): string {
  return text.replace(directionControls, '');
}

/** The beginning of a text, in whole characters: at most that many code units and the dots that say there is more. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  // Two more, since a character may go on beyond the limit.
  for (const grapheme of graphemesOf(text.slice(0, most + 2))) {
    if (kept.length + grapheme.length > most) break;
    kept += grapheme;
  }
  // One character of a thousand marks has to be cut all the same.
  return `${kept || text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A text as a part of a sentence. */
export function inSentence(text: string): string {
  return shorten(unturned(text), longestInSentence);
}

/** What a user is called: an invited one may have no name yet. */
export function nameOf({ name, email }: Pick<User, 'name' | 'email'>): string {
  return inSentence(isBlank(name) ? email : name);
}
