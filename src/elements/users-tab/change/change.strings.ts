import type { Messages } from '../../../internal/messages.js';

/** Loaded with the dialogs that change and remove. */
export const changeMessages = {
  'edit.title': 'Edit {name}',
  'edit.save': 'Save',
  'role.title': 'Change the role of {name}',
  'role.save': 'Change role',
  'role.own': 'This is your own account: with a lower role you may not be able to change it back.',
  'role.rank': 'Roles above your own cannot be given.',
  'deactivate.title': 'Deactivate {name}?',
  'deactivate.text': '{name} can no longer sign in until you reactivate them. Nothing else is lost.',
  'deactivate.own': 'This is your own account: you can no longer sign in until somebody else reactivates you. Nothing else is lost.',
  'deactivate.confirm': 'Deactivate',
  'remove.title': 'Remove {name}?',
  'remove.text': '{name} loses access to this portal at once. To give it back, they have to be invited again.',
  'remove.own': 'This is your own account: you lose access to this portal at once. To get it back, somebody else has to invite you again.',
  'remove.confirm': 'Remove',
  'revoke.title': 'Revoke the invitation of {name}?',
  'revoke.text': 'The link in their e-mail will no longer work.',
  'revoke.confirm': 'Revoke invitation',
  'replacement.label': 'Who takes over?',
  'replacement.text': '{name} is named in {fields}. Choose an active user to take their place.',
  'replacement.nobody': 'No other active user matches.',
  unchanged: 'Nothing was changed.',
} satisfies Messages;
