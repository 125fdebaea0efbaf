import type { Messages } from '../../../internal/messages.js';

/** What the lists are called, also where they can only be read. */
export const tagMessages = {
  'tags.languages': 'Languages',
  'tags.regions': 'Regions',
} satisfies Messages;
