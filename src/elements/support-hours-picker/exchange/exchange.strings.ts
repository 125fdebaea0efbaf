import type { Messages } from '../../../internal/messages.js';

/** Loaded with the panels for pasting hours and for copying them. */
export const exchangeMessages = {
  'paste.title': 'Paste hours',
  'paste.text': 'Hours from elsewhere',
  'paste.help': 'The opening_hours of OpenStreetMap, such as Mo-Fr 09:00-17:00, or the JSON-LD of a web page.',
  'paste.understood': 'Understood:',
  'paste.replace': 'Replace the week of {name}',
  'paste.add': 'Add as a schedule',
  'paste.zone': 'The time zone is not in the text: a new schedule begins with {zone}, and one whose week is replaced keeps its own.',
  'paste.replaced': 'The week of {name} was replaced.',
  'issue.hours.exchange-json': 'This begins like JSON-LD and is cut or has a mistake, so nothing was taken over. Copy all of it, from the first bracket to the last.',
  'copy.title': 'Export the hours of {name}',
  'copy.osm': 'OpenStreetMap',
  'copy.schema-org': 'JSON-LD for a web page',
  'copy.icalendar': 'Calendar file (.ics)',
  'copy.copy': 'Copy',
  'copy.download': 'Download',
  'copy.copied': 'Copied.',
  'copy.failed': 'The browser did not allow copying. Select the text and copy it.',
  'copy.zone-unknown': 'This browser does not know the time zone {zone}, so that no calendar can be made.',
  'copy.file': 'support-hours.ics',
  'copy.closed': 'Closed',
} satisfies Messages;
