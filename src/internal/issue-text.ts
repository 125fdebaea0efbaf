import type { Issue } from '../domain/issue.js';

/** How an element looks up its texts. */
export interface Texts {
  /** BCP 47, for `Intl`. */
  readonly lang: string;
  text(key: string, params?: Readonly<Record<string, unknown>>): string;
  has(key: string): boolean;
}

/** A parameter that was not given. */
const gap = /\{\w+\}/;

/**
 * An issue in words: the text for its code (with `.variant`, the field's kind for example, where there is one), else for
 * the first part of its code, else that something was not accepted. A code that nobody has words for never shows as a code,
 * and a text never with a gap: where somebody else's issue lacks what its text is about, the next one is taken.
 */
export function issueText(texts: Texts, issue: Issue, variant = ''): string {
  const exact = `issue.${issue.code}`;
  const candidates = [`${exact}.${variant}`, exact, `issue.${issue.code.split('.')[0]}`];
  const found = candidates.filter((key) => texts.has(key)).map((key) => texts.text(key, issue.params));
  return found.find((text) => !gap.test(text)) ?? texts.text('issue.unknown');
}
