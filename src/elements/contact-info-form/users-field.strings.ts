import type { Messages } from '../../internal/messages.js';

/** What a field of users says beyond what every field does. */
export const usersFieldMessages = {
  'users.you': '(you)',
  'users.chosen-of': '{count} of at most {max} chosen.',
  'users.full': {
    one: 'Only {max} user can be chosen here. Remove the one you have to choose somebody else.',
    other: 'Only {max} users can be chosen here. Remove one to choose somebody else.',
  },
  'users.replace': 'Choose a replacement',
  'users.replace-of': 'Choose a replacement for {name}',
  'users.replacing': 'Choose who takes the place of {name}.',
  'users.replaced': '{name} takes the place of {before}.',
  'users.names-loading': 'Looking up the names…',
  'users.names-unreachable': 'The names of some users cannot be looked up at the moment. They stay chosen.',
  'users.search-failed': 'The users cannot be searched at the moment. Those you chose stay chosen.',

  'issue.user-not-active.deactivated': 'This user was deactivated. Choose somebody else, or remove them.',
  'issue.user-not-active.invited': 'This user has not accepted the invitation yet. Choose somebody else, or ask them to accept it.',
  'issue.user-not-active.gone': 'This is no longer a user of this account. Choose somebody else, or remove them.',
  'issue.too-few.users': { one: 'Choose at least {min}: there is only {count}.', other: 'Choose at least {min}: there are only {count}.' },
} satisfies Messages;
