import type { Messages } from '../../../internal/messages.js';

/** Loaded with the dialog that invites. */
export const inviteMessages = {
  'invite.title': 'Invite user',
  'invite.name.several': 'This name is for one address only. Of several, each has its name beside it: Ann Lee <ann@example.com>.',
  'invite.email.help': 'Several addresses can be pasted at once.',
  'invite.folded': { one: '{count} repeated address is left out.', other: '{count} repeated addresses are left out.' },
  'invite.send': { one: 'Send invitation', other: 'Send {count} invitations' },
  'invite.sent': { one: '{count} invitation sent.', other: '{count} invitations sent.' },
  'invite.failed': { one: '{count} was not invited:', other: '{count} were not invited:' },
  'invite.unsent': { one: 'Nothing was sent yet: {count} of these is no address.', other: 'Nothing was sent yet: {count} of these are no addresses.' },
  'invite.cancelled': 'Nothing was sent: the portal stopped it.',
  'issue.user.duplicate-address': 'This address is here already.',
  'issue.user.duplicate-address.active': 'This person has access already.',
  'issue.user.duplicate-address.invited': 'This person has been invited already. The invitation can be sent again from the list.',
  'issue.user.duplicate-address.deactivated': 'This person is deactivated. Reactivate them from the list.',
  'issue.user.unknown-role': 'There is no such role.',
  'issue.guard.role-rank': 'This role is above your own.',
} satisfies Messages;
