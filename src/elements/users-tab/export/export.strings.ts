import type { Messages } from '../../../internal/messages.js';

/** Loaded with the export. */
export const exportMessages = {
  'export.title': 'Export users',
  'export.everybody': { one: 'A CSV file of the {count} user, which spreadsheets can open.', other: 'A CSV file of all {count} users, which spreadsheets can open.' },
  'export.matching': { one: 'A CSV file of the {count} user who matches, which spreadsheets can open.', other: 'A CSV file of all {count} users who match, which spreadsheets can open.' },
  'export.chosen': { one: 'A CSV file of the selected user, which spreadsheets can open.', other: 'A CSV file of the {count} selected users, which spreadsheets can open.' },
  'export.columns': 'It has, for each: {columns}.',
  'export.confirm': { one: 'Export {count} user', other: 'Export {count} users' },
  'export.running': 'Reading the users…',
  'export.progress': '{count} of {total}',
  'export.done': { one: '{count} user exported.', other: '{count} users exported.' },
  'export.gone': { one: '{count} of those selected is no longer here.', other: '{count} of those selected are no longer here.' },
  'export.failed': 'No file was made, since not all of the users could be read.',
  'export.file': 'users-{date}.csv',
  'export.invitedAt': 'Invited',
  'export.expiresAt': 'Invitation expires',
} satisfies Messages;
