import { accepted, refused, type Issue, type Result } from '../issue.js';
import { weekdays } from '../support-hours.js';

/*
 * The words of an OpenStreetMap `opening_hours` text, as far as hours of a week and of dates can hold what they say. A word
 * that is not among them is refused, with what it is and where.
 */

export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export interface Token {
  kind: 'always' | 'time' | 'number' | 'weekday' | 'month' | 'modifier' | 'comment' | '-' | ',' | ';';
  text: string;
  /** Where it begins, in characters. */
  at: number;
  /** Minutes of a time, the number, the index of a weekday or a month from 0. */
  value: number;
}

const pattern = /\s+|(24\/7)|(\d{1,2}):([0-5]\d)(?![\d:])|(\d{1,4})(?![\d:])|([A-Za-z]+)|"([^"]*)"|([-,;])/y;

/** Reads the words of a text, in time linear in its length. */
export function osmTokens(text: string): Result<Token[]> {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) return refused(unsupported(text.slice(at).split(/[\s,;]/)[0] || text.charAt(at), at));
    const [whole, always, hour, minute, number, word, comment, sign] = match;
    const add = (kind: Token['kind'], value = 0, content = whole) => tokens.push({ kind, text: content, at, value });
    if (always) add('always');
    else if (hour) add('time', Number(hour) * 60 + Number(minute));
    else if (number) add('number', Number(number));
    else if (comment !== undefined) add('comment', 0, comment);
    else if (sign) add(sign as Token['kind']);
    else if (word) {
      const known = wordToken(word);
      if (!known) return refused(unsupported(word, at));
      add(...known);
    }
  }
  return accepted(tokens);
}

function wordToken(word: string): [kind: Token['kind'], value: number, text: string] | null {
  const lower = word.toLowerCase();
  const weekday = weekdays.findIndex((day) => day === lower);
  if (weekday >= 0) return ['weekday', weekday, word];
  const month = months.findIndex((name) => name.toLowerCase() === lower);
  if (month >= 0) return ['month', month, word];
  if (lower === 'off' || lower === 'closed') return ['modifier', 0, 'off'];
  return lower === 'open' ? ['modifier', 0, 'open'] : null;
}

/** What a word is about that cannot be kept. */
const reasons: { about: RegExp; code: string }[] = [
  { about: /^\(?(sunrise|sunset|dawn|dusk)/i, code: 'hours.osm-sun' },
  { about: /^(ph|sh|easter)$/i, code: 'hours.osm-holidays' },
];

/** `params.text` is what cannot be kept and `params.at` where it begins, counted from 0. */
export function unsupported(text: string, at: number): Issue {
  const reason = reasons.find(({ about }) => about.test(text));
  return { path: [], code: 'hours.osm-unsupported', ...(reason && { code: reason.code }), params: { text, at } };
}
