import type { OwnHolidayMessages } from '../../elements/support-hours-picker/exceptions/holidays.strings.js';
import type { Message } from '../../internal/messages.js';

export const hoursHolidays = {
  'holidays.file': 'Elegir un archivo',
  'holidays.help': 'Un archivo de calendario (.ics) con eventos de día completo. También puede soltarlo aquí.',
  'holidays.from': 'Desde',
  'holidays.to': 'Hasta',
  'holidays.reading': 'Leyendo {file} …',
  'holidays.found': { one: '{file}: se ha encontrado {count} fecha.', other: '{file}: se han encontrado {count} fechas.' },
  'holidays.one-file': 'Se lee un archivo cada vez. Elija los demás después.',
  'holidays.none': '{file}: no hay eventos de día completo entre estas fechas. No se ha añadido nada.',
  'holidays.order': 'El final es anterior al comienzo. Cambie una de las fechas.',
  'holidays.problem': '{file}: {problem}',
  'holidays.unreadable': 'No se ha podido leer este archivo. No se ha añadido nada. Elíjalo otra vez.',
  'holidays.taken': 'Se omite: {dates} ya es una excepción.',
  'holidays.taken.count': { one: '{count} fecha se omite porque ya es una excepción.', other: '{count} fechas se omiten porque ya son excepciones.' },
  'holidays.all': 'Elegir todas',
  'holidays.no-one': 'No elegir ninguna',
  'holidays.add': { one: 'Añadir {count} excepción', other: 'Añadir {count} excepciones' },
  'holidays.added': { one: 'Se ha añadido {count} excepción.', other: 'Se han añadido {count} excepciones.' },
  'holidays.nothing-chosen': 'Elija al menos una fecha.',
  'holidays.unnamed': 'Sin nombre',
  'issue.file.too-large': 'Este archivo ocupa más de {megabytes} MB. No se ha añadido nada. Elija uno con menos años.',
  'issue.file.workbook': 'Es un libro de cálculo, no un archivo de calendario. Elija uno que termine en .ics.',
  'issue.file.windows-1252': 'No está en UTF-8 y se ha leído como Windows-1252: revise las letras con acentos.',
} satisfies Record<keyof OwnHolidayMessages, Message>;
