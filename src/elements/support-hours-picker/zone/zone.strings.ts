import type { Messages } from '../../../internal/messages.js';

/** What the list of time zones says. It is loaded with the list. */
export const zoneMessages = {
  'zone.place': '{city}, {country}',
  'zone.none-match': 'No time zone matches. Try a city, a country, or an offset such as +1.',
  'zone.more': { one: '{count} more: keep typing to find it.', other: '{count} more: keep typing to find them.' },
  'zone.yours': 'yours',
  'zone.offsets': '{standard}, in summer {summer}',
  'zone.local-time': 'now {time}',
} satisfies Messages;
