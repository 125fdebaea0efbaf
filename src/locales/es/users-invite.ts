import type { inviteMessages } from '../../elements/users-tab/invite/invite.strings.js';
import type { Message } from '../../internal/messages.js';

export const usersInvite = {
  'invite.title': 'Invitar a un usuario',
  'invite.name.several': 'Este nombre es para una sola dirección. Si son varias, cada una lleva su nombre al lado: Ana Ruiz <ana@example.com>.',
  'invite.email.help': 'Puede pegar varias direcciones a la vez, también desde una hoja de cálculo.',
  'invite.folded': { one: 'Se omite {count} dirección repetida.', other: 'Se omiten {count} direcciones repetidas.' },
  'invite.file': 'Elegir archivo CSV',
  'invite.file.help': 'Con nombres, direcciones y funciones. También puede soltar el archivo aquí.',
  'invite.list': { one: 'Ya hay {count} persona en la lista. Quienes añada se suman a ella.', other: 'Ya hay {count} personas en la lista. Quienes añada se suman a ellas.' },
  'invite.to-list': 'Volver a la lista',
  'invite.send': { one: 'Enviar invitación', other: 'Enviar {count} invitaciones' },
  'invite.review': { one: 'Revisar {count} persona', other: 'Revisar {count} personas' },
  'invite.sent': { one: 'Se ha enviado {count} invitación.', other: 'Se han enviado {count} invitaciones.' },
  'invite.failed': { one: 'No se ha invitado a {count}:', other: 'No se ha invitado a {count}:' },
  'invite.cancelled': 'No se ha enviado nada: el portal lo ha impedido.',
  'link.by-hand': 'El navegador no ha permitido copiar. Copie el enlace de este cuadro.',
  'link.label': 'Enlace de invitación',
  'link.title': 'Enlace de invitación de {name}',
  'issue.user.duplicate-address': 'Esta dirección ya está en la lista.',
  'issue.user.duplicate-address.active': 'Esta persona ya tiene acceso.',
  'issue.user.duplicate-address.invited': 'Esta persona ya está invitada. Puede reenviar la invitación desde la tabla de usuarios.',
  'issue.user.duplicate-address.deactivated': 'Esta persona está desactivada. Reactívela en la tabla de usuarios.',
  'issue.user.unknown-role': 'Esa función no existe.',
  'issue.guard.role-rank': 'Esta función está por encima de la suya.',
} satisfies Record<keyof typeof inviteMessages, Message>;
