import type { Messages } from '../../../internal/messages.js';
import { tagMessages } from './tags.strings.js';

/** Loaded after the schedules are shown. */
export const toolMessages = {
  ...tagMessages,
  'schedule.more': 'More for {name}',
  'schedule.duplicate': 'Duplicate',
  'schedule.copy-of': '{name} (copy)',
  'schedule.duplicated': '{name} was added.',
  'schedule.move-up': 'Move up',
  'schedule.move-down': 'Move down',
  'schedule.is-first': 'It is the first one.',
  'schedule.is-last': 'It is the last one.',
  'schedule.moved': '{name} is now number {number} of {count}.',
  'schedule.tags': 'Languages and regions',
  'tags.languages.help': 'Names or codes, with commas between them: English, es-MX.',
  'tags.regions.help': 'Countries or names of your own, with commas between them: ES, North.',
  'schedule.export': 'Export hours',
  'day.copy.to': 'Copy {day} to',
  'day.copy.weekdays': 'Weekdays',
} satisfies Messages;
