import { formatMessage } from '../../../src/internal/messages.js';
import type { Texts } from '../../../src/internal/issue-text.js';
import { supportHoursPickerMessages } from '../../../src/elements/support-hours-picker/support-hours-picker.strings.js';
import { supportHoursPicker as spanish } from '../../../src/locales/es/support-hours-picker.js';
import type { Message } from '../../../src/internal/messages.js';

/** The picker's texts without a picker: Spanish for `es`, English for any other language. */
export function textsFor(lang: string): Texts {
  const messages: Readonly<Record<string, Message>> = lang === 'es' ? spanish : supportHoursPickerMessages;
  return {
    lang,
    has: (key) => key in messages,
    text: (key, params) => (key in messages ? formatMessage(messages[key], lang, params) : key),
  };
}
