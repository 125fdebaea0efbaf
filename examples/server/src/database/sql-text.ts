/*
 * Strings of JavaScript as text of PostgreSQL. Its text has no NUL and no lone surrogate, and with `collate "C"` it is in the order
 * of code points, while the order of users is that of code units (src/adapters/user-order.ts). Here every code unit
 * becomes a code point of its own, in the same order, so that what is equal, less or contained is so on both sides. What
 * people write is left as it is, but for emoji and rare scripts.
 */

const nul = '\u0001\u{10fffe}';
const afterNul = '\u0001\u{10ffff}';

/** How far code units move that PostgreSQL would refuse, or sort before surrogates. */
const shift = 0x800;

export function sqlText(text: string): string {
  return text.replace(/[\u0000\u0001\ud800-\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    if (code === 0) return nul;
    return code === 1 ? afterNul : String.fromCodePoint(code + shift);
  });
}

/** Code points. Three such texts fit into an entry of an index, which holds 2,704 bytes. */
const longestKey = 200;

/** What text is sorted by: users whose names are the same for so long are in the order of their ids. */
export function sqlSortKey(text: string): string {
  const encoded = sqlText(text);
  // A code point is two units at most.
  return encoded.length <= longestKey ? encoded : Array.from(encoded.slice(0, 2 * longestKey)).slice(0, longestKey).join('');
}
