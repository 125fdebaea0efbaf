import type { Messages } from '../../../internal/messages.js';
import { hoursConversionMessages } from '../hours-conversion.strings.js';

const own = {
  'holidays.file': 'Choose a file',
  'holidays.help': 'A calendar file (.ics) of all-day events. You can also drop it here.',
  'holidays.from': 'From',
  'holidays.to': 'Until',
  'holidays.reading': 'Reading {file} …',
  'holidays.found': { one: '{file}: {count} date found.', other: '{file}: {count} dates found.' },
  'holidays.one-file': 'One file is read at a time. Choose the others afterwards.',
  'holidays.none': '{file}: there are no all-day events between these dates. Nothing was added.',
  'holidays.order': 'The end is before the beginning. Change one of the dates.',
  'holidays.problem': '{file}: {problem}',
  'holidays.unreadable': 'This file could not be read. Nothing was added. Choose it again.',
  'holidays.taken': 'Left out: {dates} is an exception already.',
  'holidays.taken.count': { one: '{count} date is left out because it is an exception already.', other: '{count} dates are left out because they are exceptions already.' },
  'holidays.all': 'Choose all',
  'holidays.no-one': 'Choose none',
  'holidays.add': { one: 'Add {count} exception', other: 'Add {count} exceptions' },
  'holidays.added': { one: '{count} exception was added.', other: '{count} exceptions were added.' },
  'holidays.nothing-chosen': 'Choose at least one date to add.',
  'holidays.unnamed': 'No name',
  'issue.file.too-large': 'This file is larger than {megabytes} MB. Nothing was added. Choose one with fewer years.',
  'issue.file.workbook': 'This is a workbook, not a calendar file. Choose one that ends in .ics.',
  'issue.file.windows-1252': 'It is not in UTF-8, and was read as Windows-1252: check the letters with accents.',
} satisfies Messages;

/** What the import of holidays says, and why a file is refused. They are loaded with it. */
export const holidayMessages = { ...hoursConversionMessages, ...own };
export type OwnHolidayMessages = typeof own;
