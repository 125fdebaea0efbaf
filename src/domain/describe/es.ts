import type { HoursWords } from './words.js';

export const es: HoursWords = {
  sentence: '{text}.',
  'schedule-separator': '; ',
  schedule: '{label}: {text}',
  zone: '{text} ({zone})',
  'part-separator': ', ',
  part: '{days} {hours}',
  'day-range': 'de {first} a {last}',
  'every-day': 'todos los días',
  interval: 'de {open} a {close}',
  overnight: 'de {open} a {close} del día siguiente',
  midnight: 'medianoche',
  closed: 'cerrado',
  'full-day': 'abierto las 24 horas',
  'always-open': 'abierto las 24 horas, los siete días de la semana',
  'never-open': 'cerrado toda la semana',
  none: 'no se ha indicado ningún horario',
  exceptions: '{text}, excepto {exceptions}',
  'named-dates': '{dates} ({label})',
};
