import type { inviteMessages } from '../../elements/users-tab/invite/invite.strings.js';
import type { Message } from '../../internal/messages.js';

export const usersInvite = {
  'invite.title': 'Invitar a un usuario',
  'invite.name.several': 'Este nombre es para una sola dirección. Si son varias, cada una lleva su nombre al lado: Ana Ruiz <ana@example.com>.',
  'invite.email.help': 'Puede pegar varias direcciones a la vez.',
  'invite.folded': { one: 'Se omite {count} dirección repetida.', other: 'Se omiten {count} direcciones repetidas.' },
  'invite.send': { one: 'Enviar invitación', other: 'Enviar {count} invitaciones' },
  'invite.sent': { one: 'Se ha enviado {count} invitación.', other: 'Se han enviado {count} invitaciones.' },
  'invite.failed': { one: 'No se ha invitado a {count}:', other: 'No se ha invitado a {count}:' },
  'invite.unsent': { one: 'Aún no se ha enviado nada: {count} de estas no es una dirección.', other: 'Aún no se ha enviado nada: {count} de estas no son direcciones.' },
  'invite.cancelled': 'No se ha enviado nada: el portal lo ha impedido.',
  'issue.user.duplicate-address': 'Esta dirección ya está en la lista.',
  'issue.user.duplicate-address.active': 'Esta persona ya tiene acceso.',
  'issue.user.duplicate-address.invited': 'Esta persona ya está invitada. Puede reenviar la invitación desde la lista.',
  'issue.user.duplicate-address.deactivated': 'Esta persona está desactivada. Reactívela desde la lista.',
  'issue.user.unknown-role': 'Esa función no existe.',
  'issue.guard.role-rank': 'Esta función está por encima de la suya.',
} satisfies Record<keyof typeof inviteMessages, Message>;
