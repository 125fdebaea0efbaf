import type { Messages } from '../../../internal/messages.js';

/** The checkboxes, and the bar that says who is chosen. */
export const selectionMessages = {
  'select.user': 'Select {name}',
  'select.page': 'Select all on this page',
  'select.matching': 'Select all {count} that match',
  'select.everybody': 'Select all {count}',
  'selection.label': 'Selected users',
  'selection.hint': 'Select users to change several at once.',
  'selection.some': '{count} selected',
  'selection.page': { one: '{count} on this page is selected.', other: 'All {count} on this page are selected.' },
  'selection.elsewhere': '{count} selected, {elsewhere} of them not on this page',
  'selection.matching': 'All {count} that match are selected.',
  'selection.everybody': 'All {count} are selected.',
  'selection.except': '{count} selected: all that match but {except}',
  'selection.clear': 'Clear',
  'selection.clear.label': 'Clear selection',
  'selection.cleared': 'Nobody is selected any more.',
  'selection.ended': 'Nobody is selected any more: all that matched were selected, and the search or the filters changed.',
  'bulk.actions': 'Actions',
  'bulk.actions.label': 'Actions for the selected users',
  'bulk.lists': 'Change mailing lists',
  'bulk.resend': 'Resend invitations',
  'bulk.show': 'Show progress',
  'export.all': 'Export',
  'export.selected': 'Export selected',
} satisfies Messages;
