import type { repairMessages } from '../../elements/support-hours-picker/repairs/repairs.strings.js';
import type { Message } from '../../internal/messages.js';

export const hoursRepairs = {
  repairs: 'Formas de corregirlo',
  'repair.merge': 'Unir en {hours}',
  'repair.merge.day': 'Unir en {hours}, {day}',
  'repair.split': 'Pasar al {day} la parte posterior a la medianoche',
  'repair.full-day': 'Abierto las 24 horas',
  'repair.remove': 'Quitar estas horas',
  'repair.end-of-day': 'Terminar a las {time}',
  'repair.sort': 'Poner en orden',
} satisfies Record<keyof typeof repairMessages, Message>;
