import type { HoursWords } from './words.js';

export const en: HoursWords = {
  sentence: '{text}.',
  'schedule-separator': '; ',
  schedule: '{label}: {text}',
  zone: '{text} ({zone})',
  'part-separator': ', ',
  part: '{days} {hours}',
  'day-range': '{first} to {last}',
  'every-day': 'every day',
  interval: 'from {open} to {close}',
  overnight: 'from {open} to {close} the next day',
  midnight: 'midnight',
  closed: 'closed',
  'full-day': 'open 24 hours',
  'always-open': 'open 24 hours a day, seven days a week',
  'never-open': 'closed all week',
  none: 'no hours are given',
  exceptions: '{text}, except {exceptions}',
  'named-dates': '{dates} ({label})',
};
