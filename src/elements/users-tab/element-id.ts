/**
 * A text of any characters as a part of an element's id: without the spaces at which lists of ids are cut. Different texts
 * stay different.
 */
export function toElementId(text: string): string {
  return Array.from(text, (character) => (/[A-Za-z0-9-]/.test(character) ? character : `_${character.codePointAt(0)}_`)).join('');
}
