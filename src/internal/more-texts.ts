import type { Texts } from './issue-text.js';
import { formatMessage, type Messages } from './messages.js';

/** An element's texts together with the English ones of a part that is loaded later; the host's and the locale's come first. */
export function withMessages(texts: Texts, messages: Messages): Texts {
  const has = (key: string) => Object.hasOwn(messages, key);
  return {
    get lang() {
      return texts.lang;
    },
    has: (key) => texts.has(key) || has(key),
    text: (key, params) => (!texts.has(key) && has(key) ? formatMessage(messages[key], 'en', params) : texts.text(key, params)),
  };
}
