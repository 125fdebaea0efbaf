import type { changeMessages } from '../../elements/users-tab/change/change.strings.js';
import type { Message } from '../../internal/messages.js';

export const usersChange = {
  'edit.title': 'Editar a {name}',
  'edit.save': 'Guardar',
  'role.title': 'Cambiar la función de {name}',
  'role.save': 'Cambiar función',
  'role.own': 'Es su propia cuenta: con una función inferior quizá no pueda deshacerlo.',
  'role.rank': 'No puede dar funciones que están por encima de la suya.',
  'deactivate.title': '¿Desactivar a {name}?',
  'deactivate.text': '{name} no podrá iniciar sesión hasta que se reactive su cuenta. No se pierde nada más.',
  'deactivate.own': 'Es su propia cuenta: no podrá iniciar sesión hasta que otra persona la reactive. No se pierde nada más.',
  'deactivate.confirm': 'Desactivar',
  'remove.title': '¿Quitar a {name}?',
  'remove.text': '{name} pierde el acceso a este portal de inmediato. Para devolvérselo, habrá que invitarle de nuevo.',
  'remove.own': 'Es su propia cuenta: perderá el acceso a este portal de inmediato. Para recuperarlo, otra persona tendrá que invitarle de nuevo.',
  'remove.confirm': 'Quitar',
  'revoke.title': '¿Anular la invitación de {name}?',
  'revoke.text': 'El enlace de su correo dejará de funcionar.',
  'revoke.confirm': 'Anular invitación',
  'replacement.label': '¿Quién lo sustituye?',
  'replacement.text': '{name} figura en {fields}. Elija un usuario activo que ocupe su lugar.',
  'replacement.nobody': 'No coincide ningún otro usuario activo.',
  unchanged: 'No se ha cambiado nada.',
} satisfies Record<keyof typeof changeMessages, Message>;
