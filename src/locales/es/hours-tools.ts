import type { toolMessages } from '../../elements/support-hours-picker/tools/tools.strings.js';
import type { Message } from '../../internal/messages.js';

export const hoursTools = {
  'schedule.more': 'Más acciones para {name}',
  'schedule.duplicate': 'Duplicar',
  'schedule.copy-of': '{name} (copia)',
  'schedule.duplicated': 'Se ha añadido {name}.',
  'schedule.move-up': 'Subir',
  'schedule.move-down': 'Bajar',
  'schedule.is-first': 'Es el primero.',
  'schedule.is-last': 'Es el último.',
  'schedule.moved': '{name} es ahora el número {number} de {count}.',
  'schedule.tags': 'Idiomas y regiones',
  'tags.languages': 'Idiomas',
  'tags.languages.help': 'Nombres o códigos separados por comas: inglés, es-MX.',
  'tags.regions': 'Regiones',
  'tags.regions.help': 'Países o nombres propios separados por comas: ES, Norte.',
  'schedule.export': 'Exportar las horas',
  'day.copy.to': 'Copiar el {day} a',
  'day.copy.weekdays': 'De lunes a viernes',
} satisfies Record<keyof typeof toolMessages, Message>;
