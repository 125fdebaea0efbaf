let segmenter: Intl.Segmenter | undefined;

const isPlain = /^[\x20-\x7e]*$/;

/** What a person sees as the characters of a text: none of them is ever cut in two. */
export function graphemesOf(text: string): string[] {
  if (isPlain.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
