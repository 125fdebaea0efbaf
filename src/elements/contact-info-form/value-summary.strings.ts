import type { Messages } from '../../internal/messages.js';

/** A field's value in words, and what differs between two of them. */
export const valueSummaryMessages = {
  'value.nothing': 'Nothing',
  'value.schedule': 'Schedule',
  'value.closed': 'Closed',
  'value.added': 'Added:',
  'value.removed': 'Removed:',
  'value.more': { one: 'and {count} more', other: 'and {count} more' },
  'value.more-same': { one: 'and {count} more, the same as before', other: 'and {count} more, the same as before' },
  'value.more-changed': { one: 'and {count} more change', other: 'and {count} more changes' },
  'value.order': 'The same, in another order.',
  'value.details': 'Reads the same; something differs that is not shown here.',
} satisfies Messages;
