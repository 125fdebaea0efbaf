import type { usersFieldMessages } from '../../elements/contact-info-form/users-field.strings.js';
import type { Message } from '../../internal/messages.js';

export const usersField = {
  'users.you': '(usted)',
  'users.chosen-of': 'Elegidos: {count} de un máximo de {max}.',
  'users.full': {
    one: 'Aquí solo se puede elegir {max} usuario. Quite el que tiene para elegir otro.',
    other: 'Aquí solo se pueden elegir {max} usuarios. Quite uno para elegir otro.',
  },
  'users.replace': 'Elegir sustituto',
  'users.replace-of': 'Elegir sustituto de {name}',
  'users.replacing': 'Elija quién ocupa el lugar de {name}.',
  'users.replaced': '{name} ocupa el lugar de {before}.',
  'users.names-loading': 'Buscando los nombres…',
  'users.names-unreachable': 'En este momento no se pueden consultar los nombres de algunos usuarios. Siguen elegidos.',
  'users.search-failed': 'En este momento no se puede buscar entre los usuarios. Los que eligió siguen elegidos.',

  'issue.user-not-active.deactivated': 'Este usuario está desactivado. Elija otro o quítelo.',
  'issue.user-not-active.invited': 'Este usuario todavía no ha aceptado la invitación. Elija otro o pídale que la acepte.',
  'issue.user-not-active.gone': 'Esta persona ya no es usuaria de esta cuenta. Elija a otra o quítela.',
  'issue.too-few.users': { one: 'Elija al menos {min}: solo hay {count}.', other: 'Elija al menos {min}: solo hay {count}.' },
} satisfies Record<keyof typeof usersFieldMessages, Message>;
