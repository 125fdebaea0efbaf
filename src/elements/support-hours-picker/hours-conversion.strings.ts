import type { Messages } from '../../internal/messages.js';

/** What conversions of hours refuse or warn of. They are loaded with the conversion; the picker does not need them before. */
export const hoursConversionMessages = {
  'issue.hours.not-carried': '“{name}” is not part of this format and was left out. It is kept here.',

  'issue.hours.osm-empty': 'There are no hours in it. Paste a text such as Mo-Fr 09:00-17:00.',
  'issue.hours.osm-unsupported': '“{text}” (at character {at}) is not understood, so nothing was taken over. Write weekdays, times, off or 24/7, and dates with their year.',
  'issue.hours.osm-sun': '“{text}” (at character {at}) depends on the sun, so nothing was taken over. Write a time instead.',
  'issue.hours.osm-holidays': '“{text}” (at character {at}) stands for holidays without their dates, so nothing was taken over. Remove it, and add the dates as exceptions.',
  'issue.hours.osm-yearly': '“{text}” (at character {at}) is a date without a year, so nothing was taken over. Write the year too: 2026 Dec 25.',
  'issue.hours.osm-length': '“{text}” (at character {at}) has no length, or lasts longer than a day, so nothing was taken over. Write a whole day as 00:00-24:00.',
  'issue.hours.osm-order': '“{text}” (at character {at}) comes after a date and would replace it, so nothing was taken over. Write the week first, then the dates.',
  'issue.hours.osm-tail': 'In that format the night of {date} goes on after midnight although the date has hours of its own, so nothing was taken over. Say when that morning is closed: add the next date with {open}-{close} off.',
  'issue.hours.osm-cut': 'This night ends at midnight, not at {time}: the “;” after it cuts it off. With “, ” in its place it goes on.',
  'issue.hours.osm-label': '“{text}” cannot be written in this format. Take the quotation marks out of the name.',

  'issue.hours.schema-org-empty': 'There are no hours in it. Paste JSON-LD with openingHoursSpecification.',
  'issue.hours.schema-org-malformed': '“{text}” is not understood as {name}, so nothing was taken over.',
  'issue.hours.schema-org-holidays': 'PublicHolidays stands for holidays without their dates, so nothing was taken over. Remove it, and add the dates as exceptions.',
  'issue.hours.schema-org-days': 'It says neither on which days nor on which dates, so nothing was taken over. Add dayOfWeek, or validFrom and validThrough.',
  'issue.hours.schema-org-season': 'Hours of a season, or with only one end of their dates, cannot be kept, so nothing was taken over. Give dates without days, or days without dates.',
  'issue.hours.schema-org-length': '{text} has no length, so nothing was taken over. Closed is 00:00–00:00, and a whole day 00:00–23:59.',
  'issue.hours.schema-org-contradiction': 'The same time is said to be closed and to have hours, so nothing was taken over. Remove one of the two.',
  'issue.hours.schema-org-end': 'In this format 23:59 is the end of the day, so that {hours} cannot be told from it. Choose another time.',

  'issue.hours.ical-none': 'This is not a calendar file. Choose one that ends in .ics.',
  'issue.hours.ical-cut': 'The file ends too early, so nothing was taken over. Download it again.',
  'issue.hours.ical-line': 'Line {line} of the file cannot be read (“{text}”), so nothing was taken over.',
  'issue.hours.ical-start': '“{name}” (line {line}) has no date that can be read, so nothing was taken over.',
  'issue.hours.ical-end': '“{name}” (line {line}) ends before it begins, or at no date ({text}), so nothing was taken over.',
  'issue.hours.ical-timed': '“{name}” (line {line}) is at a time of day ({text}), so nothing was taken over. Only all-day events can be exceptions: take it out of the file.',
  'issue.hours.ical-rule': '“{name}” (line {line}) repeats in a way that is not understood ({text}), so nothing was taken over.',
  'issue.hours.ical-endless': '“{name}” (line {line}) repeats without an end, so nothing was taken over. Choose until when.',
  'issue.hours.ical-too-many': 'These are more than {max} dates, so nothing was taken over. Choose a file with fewer years.',
  'issue.hours.ical-cancelled': '“{name}” was cancelled and left out.',
  'issue.hours.ical-midnight': '“{name}” goes from midnight to midnight and was taken as whole days.',
  'issue.hours.ical-one-day': '“{name}” ends on the day on which it begins and was taken as one day.',
  'issue.hours.ical-overlap': 'Several of the file’s events share dates from {date}; they became one exception: {text}.',
} satisfies Messages;
