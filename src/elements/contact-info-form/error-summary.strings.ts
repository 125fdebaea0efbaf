import type { Messages } from '../../internal/messages.js';

export const errorSummaryMessages = {
  'summary.more': { one: '{count} more in this field.', other: '{count} more in this field.' },
  'summary.whole': 'All of it together',
  'summary.elsewhere': 'Something that is not shown here ({path})',

  'issue.required.users.min': { one: 'Choose at least {min} user.', other: 'Choose at least {min} users.' },
  'issue.required.contacts.min': { one: 'Add at least {min} address.', other: 'Add at least {min} addresses.' },
} satisfies Messages;
