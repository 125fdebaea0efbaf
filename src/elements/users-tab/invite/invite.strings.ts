import type { Messages } from '../../../internal/messages.js';

/** Loaded with the dialog that invites. */
export const inviteMessages = {
  'invite.title': 'Invite user',
  'invite.name.several': 'This name is for one address only. Of several, each has its name beside it: Ann Lee <ann@example.com>.',
  'invite.email.help': 'Several addresses can be pasted at once, also from a spreadsheet.',
  'invite.folded': { one: '{count} repeated address is left out.', other: '{count} repeated addresses are left out.' },
  'invite.file': 'Choose CSV file',
  'invite.file.help': 'With names, addresses and roles. You can also drop the file here.',
  'invite.list': { one: '{count} person is on the list already. Whoever you add joins them.', other: '{count} people are on the list already. Whoever you add joins them.' },
  'invite.to-list': 'Back to the list',
  'invite.send': { one: 'Send invitation', other: 'Send {count} invitations' },
  'invite.review': { one: 'Review {count} person', other: 'Review {count} people' },
  'invite.sent': { one: '{count} invitation sent.', other: '{count} invitations sent.' },
  'invite.failed': { one: '{count} was not invited:', other: '{count} were not invited:' },
  'invite.cancelled': 'Nothing was sent: the portal stopped it.',
  'link.by-hand': 'The browser did not allow copying. Copy the link from this box.',
  'link.label': 'Invitation link',
  'link.title': 'Invitation link of {name}',
  'issue.user.duplicate-address': 'This address is here already.',
  'issue.user.duplicate-address.active': 'This person has access already.',
  'issue.user.duplicate-address.invited': 'This person has been invited already. The invitation can be sent again from the table of users.',
  'issue.user.duplicate-address.deactivated': 'This person is deactivated. Reactivate them in the table of users.',
  'issue.user.unknown-role': 'There is no such role.',
  'issue.guard.role-rank': 'This role is above your own.',
} satisfies Messages;
