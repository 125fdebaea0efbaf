const marks = /\p{Mark}/gu;

/**
 * Case and accents folded, and what is written as two letters or one made the same; sigma at the end of a word is the one of its
 * middle, since who types has not come to the end. The same for whoever writes, searches or marks what was found.
 */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(marks, '').toLowerCase().replaceAll('ς', 'σ').replaceAll('ß', 'ss').replaceAll('ı', 'i').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('đ', 'd');
}
