import type { Messages } from '../../../internal/messages.js';

/** What a contacts field says beside what `contact-info-form.strings` has. */
export const contactsFieldMessages = {
  'contacts.asked.exactly': { one: 'Exactly one address.', other: 'Exactly {count} addresses.' },
  'contacts.asked.at-least': { one: 'One address or more.', other: 'At least {count} addresses.' },
  'contacts.asked.at-most': { one: 'At most one address.', other: 'At most {count} addresses.' },
  'contacts.asked.between': '{min} to {max} addresses.',
  'contacts.full': 'No more can be added.',
  'issue.contacts-full': {
    one: 'There is room for one address only. Remove or change the one that is here first.',
    other: 'There is room for {count} addresses only. Remove or change another one first.',
  },
  'issue.contacts-repeated': 'This address is in the list already.',
  'issue.contacts-gone': 'The address that this was written over is no longer in the list.',
  'issue.contacts-several': 'Write a single address here. Several can be pasted into the box below the list.',

  'contacts.actions': 'Actions for {address}',
  'contacts.action.edit': 'Change address',
  'contacts.action.details': 'Details…',
  'contacts.action.up': 'Move up',
  'contacts.action.down': 'Move down',
  'contacts.is-first': 'It is the first one.',
  'contacts.is-last': 'It is the last one.',
  'contacts.action.remove': 'Remove',

  'contacts.edit-entry': 'Change {entry}',
  'contacts.edit-box': 'Address instead of {address}',
  'contacts.edit-cancel': 'Keep {address} as it was',
  'contacts.edited': 'Changed {before} to {address}.',
  'contacts.edit-kept': 'Kept {address}.',

  'contacts.moved': 'Moved {address} to {position} of {count}.',
  'contacts.not-moved': 'Nothing was moved.',

  'contacts.undo': 'Undo removing {address}',
  'contacts.undone': '{address} is back.',

  'contacts.details-changed': 'Changed the details of {address}.',
  'contacts.details-failed': 'The details could not be loaded. Nothing was changed. Check your connection and try again.',

  'contacts.drop': 'Drop the addresses here',
  'contacts.drop.kind': 'Nothing was read of {name}: only lists in .txt or .csv files are.',
  'contacts.drop.size': 'Nothing was read of {name}: it is larger than 1 MB.',
  'contacts.drop.unreadable': 'Nothing was read of {name}: it cannot be opened.',
  'contacts.drop.nothing': 'There is no text in what was dropped, so nothing was added.',

  'contacts.same-as': 'Same as…',
  'contacts.same-as-of': 'Same as another field, for {label}',
  'contacts.same-as.none': 'All of them are in this list already.',
  'contacts.copied': { one: 'Copied {count} contact from {label}.', other: 'Copied {count} contacts from {label}.' },
  'contacts.not-copied': { one: 'There was no room for {count} more.', other: 'There was no room for {count} more.' },
} satisfies Messages;
