import type { exportMessages } from '../../elements/users-tab/export/export.strings.js';
import type { Message } from '../../internal/messages.js';

export const usersExport = {
  'export.title': 'Exportar usuarios',
  'export.everybody': { one: 'Un archivo CSV con el único usuario, que se abre con hojas de cálculo.', other: 'Un archivo CSV con los {count} usuarios, que se abre con hojas de cálculo.' },
  'export.matching': { one: 'Un archivo CSV con el único usuario que coincide, que se abre con hojas de cálculo.', other: 'Un archivo CSV con los {count} usuarios que coinciden, que se abre con hojas de cálculo.' },
  'export.chosen': { one: 'Un archivo CSV con el usuario seleccionado, que se abre con hojas de cálculo.', other: 'Un archivo CSV con los {count} usuarios seleccionados, que se abre con hojas de cálculo.' },
  'export.columns': 'Contiene, de cada uno: {columns}.',
  'export.confirm': { one: 'Exportar {count} usuario', other: 'Exportar {count} usuarios' },
  'export.running': 'Leyendo los usuarios…',
  'export.progress': '{count} de {total}',
  'export.done': { one: 'Se ha exportado {count} usuario.', other: 'Se han exportado {count} usuarios.' },
  'export.gone': { one: '{count} de los seleccionados ya no está aquí.', other: '{count} de los seleccionados ya no están aquí.' },
  'export.failed': 'No se ha creado ningún archivo, porque no se ha podido leer a todos los usuarios.',
  'export.file': 'usuarios-{date}.csv',
  'export.invitedAt': 'Invitación',
  'export.expiresAt': 'Caducidad de la invitación',
} satisfies Record<keyof typeof exportMessages, Message>;
