/*
 * Many strings as one, and where each of them ends: searched, copied and kept in a database in a fraction of the time that as
 * many strings would take (docs/decisions/0011). What is in them does not matter: nothing is found across an end.
 */

export interface JoinedStrings {
  text: string;
  ends: Uint32Array;
}

export function joinStrings(strings: readonly string[]): JoinedStrings {
  let end = 0;
  return { text: strings.join(''), ends: Uint32Array.from(strings, ({ length }) => (end += length)) };
}

export function stringAt({ text, ends }: JoinedStrings, index: number): string {
  return text.slice(index === 0 ? 0 : ends[index - 1], ends[index]);
}

/** Which of the strings contain a text. */
export function indexesContaining({ text, ends }: JoinedStrings, search: string): number[] {
  if (search === '') return Array.from(ends, (_, index) => index);
  const indexes: number[] = [];
  let index = 0;
  let at = text.indexOf(search);
  while (at >= 0) {
    while (ends[index] <= at) index += 1;
    const isWithin = at + search.length <= ends[index];
    if (isWithin) indexes.push(index);
    at = text.indexOf(search, isWithin ? ends[index] : at + 1);
  }
  return indexes;
}
