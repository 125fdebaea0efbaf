import type { Messages } from '../../../internal/messages.js';

/** What the dialog for a contact's details says; it is loaded with the dialog. */
export const contactDetailsMessages = {
  'details.title': 'Details of a contact',
  'details.name': 'Name',
  'details.phone': 'Telephone',
  'details.phone.help': 'With its country code, like +34 600 000 000.',
  'details.language': 'Language',
  'details.language.none': 'Not said',
  'details.language.other': 'Another language…',
  'details.tag': 'Language tag',
  'details.tag.help': 'Such as oc for Occitan, or de-CH for German in Switzerland.',
  'details.notes': 'Notes',
  'details.notes.help': 'When to write, or what about.',
  'details.save': 'Use these details',
  'details.gone': 'This contact is no longer in the list: somebody removed it or changed its address. Nothing was changed. What you wrote is still here to copy.',
  'issue.contact.phone-character': 'The character {character} has no place in a telephone number. Write digits, with the country code first.',
  'issue.contact.phone-length': 'This is longer than the 15 digits that a telephone number may have.',
} satisfies Messages;
