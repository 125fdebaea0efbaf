import type { exceptionMessages } from '../../elements/support-hours-picker/exceptions/exceptions.strings.js';
import type { Message } from '../../internal/messages.js';

export const hoursExceptions = {
  'exceptions.new': 'Nueva excepción',
  'exceptions.change': 'Cambiar la excepción',
  'exceptions.from': 'Desde',
  'exceptions.to': 'Hasta (si dura más de un día)',
  'exceptions.hours': 'Horas',
  'exceptions.label': 'Motivo',
  'exceptions.label.placeholder': 'Año Nuevo',
  'exceptions.save': 'Añadir',
  'exceptions.save-change': 'Cambiar',
  'exceptions.understood': 'Se entiende: {hours}',
  'exceptions.added': 'Se ha añadido la excepción.',
  'exceptions.changed': 'Se ha cambiado la excepción.',
  'exceptions.swap': 'Intercambiar las dos fechas',
  'exceptions.named': '{dates} ({name})',
  'issue.hours.exception-crosses': 'Otra excepción ya ocupa parte de estas fechas: {dates}. Cambie las fechas de una de las dos.',
  'issue.hours.exception-date-incomplete': 'Esta fecha no está completa o ese día no existe. Revise el día, el mes y el año.',
} satisfies Record<keyof typeof exceptionMessages, Message>;
