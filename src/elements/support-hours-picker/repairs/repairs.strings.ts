import type { Messages } from '../../../internal/messages.js';

/** Loaded with the first problem that can be mended. */
export const repairMessages = {
  repairs: 'Ways to mend it',
  'repair.merge': 'Merge into {hours}',
  'repair.merge.day': 'Merge into {hours} on {day}',
  'repair.split': 'Move the part after midnight to {day}',
  'repair.full-day': 'Open 24 hours',
  'repair.remove': 'Remove these hours',
  'repair.end-of-day': 'End at {time}',
  'repair.sort': 'Put in order',
} satisfies Messages;
