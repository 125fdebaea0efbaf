import type { contactInfoFormMessages } from '../../elements/contact-info-form/contact-info-form.strings.js';
import type { Message } from '../../internal/messages.js';

export const contactInfoForm = {
  'audience.internal': 'Interno',
  'audience.public': 'Visible para los usuarios',
  'field.complete': 'Completo',
  'field.empty': 'Nada todavía',
  'unavailable.environment': 'Solo está disponible en producción. Se le pedirá cuando pase a producción.',
  'unavailable.directory': 'No disponible: este portal no tiene una lista de usuarios.',
  'unavailable.definition': 'No disponible aquí.',

  'contacts.placeholder': 'nombre@ejemplo.com',
  'contacts.list': { one: '{count} dirección', other: '{count} direcciones' },
  'contacts.shown': 'Se muestran {shown} de {count}.',
  'contacts.show-all': 'Mostrar todas',
  'contacts.remove': 'Quitar {address}',
  'contacts.removed': 'Se ha quitado {address}.',
  'contacts.added': { one: 'Se ha añadido {count} dirección.', other: 'Se han añadido {count} direcciones.' },
  'contacts.repeated': { one: '{count} ya estaba en la lista.', other: '{count} ya estaban en la lista.' },
  'contacts.rejected': { one: '{count} fragmento no se ha aceptado como dirección.', other: '{count} fragmentos no se han aceptado como direcciones.' },
  'contacts.rejected.edit': 'Editar {text}',
  'contacts.rejected.remove-all': 'Quitarlos todos',
  'contacts.edit': 'Editar',

  'users.placeholder': 'Busque por nombre o correo',
  'users.list': { one: '{count} usuario elegido', other: '{count} usuarios elegidos' },
  'users.none': 'Todavía no hay usuarios activos. Invite a alguien en la pestaña Usuarios.',
  'users.none-match': 'Ningún usuario activo coincide. Puede invitar a alguien nuevo en la pestaña Usuarios.',
  'users.more': { one: '{count} más: siga escribiendo para encontrarlo.', other: '{count} más: siga escribiendo para encontrarlos.' },
  'users.unknown': 'Un usuario que ya no está',
  'users.remove': 'Quitar a {name}',
  'users.removed': 'Se ha quitado a {name}.',
  'users.added': 'Se ha añadido a {name}.',

  'issue.conflict': 'Elija entre su cambio y el de la otra persona.',
  summary: { one: '{count} cosa por corregir', other: '{count} cosas por corregir' },

  'conflict.title': 'Los mismos campos se han cambiado aquí y en otro lugar',
  'conflict.explanation': 'No se ha sobrescrito nada. Elija qué conservar en cada uno y después guarde.',
  'conflict.done-title': 'Ya está todo elegido',
  'conflict.done-explanation': 'Guarde para aplicarlo; hasta entonces puede cambiar cada elección.',

  history: 'Historial',

  save: 'Guardar',
  'save-and-continue': 'Guardar y continuar',
  'save-for-later': 'Guardar y terminar más tarde',
  discard: 'Descartar cambios',
  saved: 'Guardado.',
  'saves-once-online': 'No tiene conexión. No se ha perdido nada de lo que escribió: se guardará cuando la recupere, si esta página sigue abierta.',
  'saved-for-later': 'Guardado. Usted o un colega pueden continuar desde aquí.',
  unsaved: 'Hay cambios sin guardar.',
  cancelled: 'No se ha guardado: el portal lo ha impedido.',
  'updated-by-others': 'Otra persona ha guardado un cambio; ya se muestra aquí.',
  'not-allowed': 'Su función le permite ver esto, pero no cambiarlo.',
} satisfies Record<keyof typeof contactInfoFormMessages, Message>;
