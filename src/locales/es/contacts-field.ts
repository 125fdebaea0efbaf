import type { contactDetailsMessages } from '../../elements/contact-info-form/fields/contact-details.strings.js';
import type { contactsFieldMessages } from '../../elements/contact-info-form/fields/contacts-field.strings.js';
import type { Message } from '../../internal/messages.js';

export const contactsField = {
  'contacts.asked.exactly': { one: 'Exactamente una dirección.', other: 'Exactamente {count} direcciones.' },
  'contacts.asked.at-least': { one: 'Una dirección o más.', other: 'Al menos {count} direcciones.' },
  'contacts.asked.at-most': { one: 'Una dirección como máximo.', other: '{count} direcciones como máximo.' },
  'contacts.asked.between': 'De {min} a {max} direcciones.',
  'contacts.full': 'No se pueden añadir más.',
  'issue.contacts-full': {
    one: 'Solo cabe una dirección. Quite o cambie antes la que hay.',
    other: 'Solo caben {count} direcciones. Quite o cambie antes otra.',
  },
  'issue.contacts-repeated': 'Esta dirección ya está en la lista.',
  'issue.contacts-gone': 'La dirección que esto iba a sustituir ya no está en la lista.',
  'issue.contacts-several': 'Escriba aquí una sola dirección. En el cuadro que hay debajo de la lista puede pegar varias.',

  'contacts.actions': 'Acciones para {address}',
  'contacts.action.edit': 'Cambiar la dirección',
  'contacts.action.details': 'Detalles…',
  'contacts.action.up': 'Subir',
  'contacts.action.down': 'Bajar',
  'contacts.is-first': 'Es la primera.',
  'contacts.is-last': 'Es la última.',
  'contacts.action.remove': 'Quitar',

  'contacts.edit-entry': 'Cambiar {entry}',
  'contacts.edit-box': 'Dirección en lugar de {address}',
  'contacts.edit-cancel': 'Dejar {address} como estaba',
  'contacts.edited': 'Se ha cambiado {before} por {address}.',
  'contacts.edit-kept': 'Se ha dejado {address}.',

  'contacts.moved': '{address} está ahora en el puesto {position} de {count}.',
  'contacts.not-moved': 'No se ha movido nada.',

  'contacts.undo': 'Deshacer y recuperar {address}',
  'contacts.undone': '{address} vuelve a estar en la lista.',

  'contacts.details-changed': 'Se han cambiado los detalles de {address}.',
  'contacts.details-failed': 'No se han podido cargar los detalles. No se ha cambiado nada. Compruebe la conexión e inténtelo de nuevo.',

  'contacts.drop': 'Suelte aquí las direcciones',
  'contacts.drop.kind': 'No se ha leído nada de {name}: solo se leen listas en archivos .txt o .csv.',
  'contacts.drop.size': 'No se ha leído nada de {name}: ocupa más de 1 MB.',
  'contacts.drop.unreadable': 'No se ha leído nada de {name}: no se puede abrir.',
  'contacts.drop.nothing': 'No hay texto en lo que ha soltado, así que no se ha añadido nada.',

  'contacts.same-as': 'Igual que…',
  'contacts.same-as-of': 'Igual que otro campo, para {label}',
  'contacts.same-as.none': 'Ya están todas en esta lista.',
  'contacts.copied': { one: 'Se ha copiado {count} contacto de {label}.', other: 'Se han copiado {count} contactos de {label}.' },
  'contacts.not-copied': { one: 'No cabía {count} más.', other: 'No cabían {count} más.' },

  'details.title': 'Detalles de un contacto',
  'details.name': 'Nombre',
  'details.phone': 'Teléfono',
  'details.phone.help': 'Con el prefijo del país, como +34 600 000 000.',
  'details.language': 'Idioma',
  'details.language.none': 'Sin indicar',
  'details.language.other': 'Otro idioma…',
  'details.tag': 'Etiqueta de idioma',
  'details.tag.help': 'Por ejemplo, oc para el occitano o de-CH para el alemán de Suiza.',
  'details.notes': 'Notas',
  'details.notes.help': 'Cuándo escribir o sobre qué.',
  'details.save': 'Usar estos detalles',
  'details.gone': 'Este contacto ya no está en la lista: alguien lo ha quitado o ha cambiado su dirección. No se ha cambiado nada. Lo que ha escrito sigue aquí y puede copiarlo.',
  'issue.contact.phone-character': 'El carácter {character} no tiene lugar en un número de teléfono. Escriba cifras, con el prefijo del país al principio.',
  'issue.contact.phone-length': 'Es más largo que las 15 cifras que puede tener un número de teléfono.',
} satisfies Record<keyof typeof contactsFieldMessages | keyof typeof contactDetailsMessages, Message>;
