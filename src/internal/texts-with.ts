import type { Texts } from './issue-text.js';
import { formatMessage, type Messages } from './messages.js';

/** An element's texts, and the English ones that a part brings along which was loaded later. Those of the language come first. */
export function textsWith(texts: Texts, messages: Messages): Texts {
  return {
    get lang() {
      return texts.lang;
    },
    has: (key) => texts.has(key) || Object.hasOwn(messages, key),
    text: (key, params) => (texts.has(key) || !Object.hasOwn(messages, key) ? texts.text(key, params)
      : formatMessage(messages[key], /^en\b/i.test(texts.lang) ? texts.lang : 'en', params)),
  };
}
