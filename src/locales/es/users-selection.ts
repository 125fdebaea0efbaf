import type { selectionMessages } from '../../elements/users-tab/bulk/selection.strings.js';
import type { Message } from '../../internal/messages.js';

export const usersSelection = {
  'select.user': 'Seleccionar a {name}',
  'select.page': 'Seleccionar toda la página',
  'select.matching': 'Seleccionar los {count} que coinciden',
  'select.everybody': 'Seleccionar los {count}',
  'selection.label': 'Usuarios seleccionados',
  'selection.hint': 'Seleccione usuarios para cambiar varios a la vez.',
  'selection.some': { one: '{count} seleccionado', other: '{count} seleccionados' },
  'selection.page': { one: 'Se ha seleccionado {count} de esta página.', other: 'Se han seleccionado los {count} de esta página.' },
  'selection.elsewhere': { one: '{count} seleccionado, que no está en esta página', other: '{count} seleccionados; no están en esta página: {elsewhere}' },
  'selection.matching': 'Se han seleccionado los {count} que coinciden.',
  'selection.everybody': 'Se han seleccionado los {count}.',
  'selection.except': 'Seleccionados: {count}; todos los que coinciden menos {except}',
  'selection.clear': 'Borrar',
  'selection.clear.label': 'Borrar la selección',
  'selection.cleared': 'Ya no hay nadie seleccionado.',
  'selection.ended': 'Ya no hay nadie seleccionado: estaban seleccionados todos los que coincidían, y la búsqueda o los filtros han cambiado.',
  'bulk.actions': 'Acciones',
  'bulk.actions.label': 'Acciones para los usuarios seleccionados',
  'bulk.lists': 'Cambiar listas de correo',
  'bulk.resend': 'Reenviar invitaciones',
  'bulk.show': 'Ver el progreso',
  'export.all': 'Exportar',
  'export.selected': 'Exportar selección',
} satisfies Record<keyof typeof selectionMessages, Message>;
