import type { Messages } from '../../../internal/messages.js';

/** What the form of an exception says. It is loaded with the form. */
export const exceptionMessages = {
  'exceptions.new': 'New exception',
  'exceptions.change': 'Change exception',
  'exceptions.from': 'From',
  'exceptions.to': 'To (if longer than a day)',
  'exceptions.hours': 'Hours',
  'exceptions.label': 'Occasion',
  'exceptions.label.placeholder': 'New Year’s Day',
  'exceptions.save': 'Add',
  'exceptions.save-change': 'Change',
  'exceptions.understood': 'Understood as: {hours}',
  'exceptions.added': 'The exception was added.',
  'exceptions.changed': 'The exception was changed.',
  'exceptions.swap': 'Swap the two dates',
  'exceptions.named': '{dates} ({name})',
  'issue.hours.exception-crosses': 'Another exception has some of these dates: {dates}. Change the dates of one of them.',
  'issue.hours.exception-date-incomplete': 'This date is not complete, or there is no such day. Check day, month and year.',
} satisfies Messages;
