import { expect } from 'chai';
import { exceptionsFromICalendar, type HolidayWindow } from '../../src/domain/conversions/exceptions-from-icalendar.js';

const calendar = (...events: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
const on = (date: string, summary: string, ...lines: string[]) => event(`DTSTART;VALUE=DATE:${date}`, `SUMMARY:${summary}`, ...lines);

/** `from to label` of each, and the codes of warnings; or the codes of what is refused. */
function read(text: string, window?: HolidayWindow): string {
  const result = exceptionsFromICalendar(text, window);
  const codes = (issues: { code: string }[]) => issues.map(({ code }) => code.replace('hours.', ''));
  if (!result.ok) return codes(result.issues).join();
  const dates = result.value.map(({ from, to, label }) => [from, ...(to === from ? [] : [to]), ...(label ? [label] : [])].join(' '));
  return [...dates, ...codes(result.warnings).map((code) => `(${code})`)].join('; ');
}

describe('exceptionsFromICalendar', () => {
  const cases: [what: string, text: string, expected: string, window?: HolidayWindow][] = [
    ['a day', calendar(on('20261225', 'Christmas')), '2026-12-25 Christmas'],
    ['an end that is not included', calendar(on('20261224', 'Holidays', 'DTEND;VALUE=DATE:20261227')), '2026-12-24 2026-12-26 Holidays'],
    ['days without a parameter', calendar(event('DTSTART:20261225', 'DTEND:20261226')), '2026-12-25'],
    ['a duration', calendar(on('20261224', 'Week', 'DURATION:P1W')), '2026-12-24 2026-12-30 Week'],
    ['an end on the same day', calendar(on('20261225', 'Christmas', 'DTEND;VALUE=DATE:20261225')), '2026-12-25 Christmas; (ical-one-day)'],
    ['a folded and escaped name', calendar(event('DTSTART;VALUE=DATE:20261225', 'SUMMARY;LANGUAGE="en:x":Chr', ' istmas\\, ', '\tday\\; one\\ntwo \\\\')), '2026-12-25 Christmas, day; one two \\'],
    ['sorting', calendar(on('20270101', 'New Year'), on('20261225', 'Christmas')), '2026-12-25 Christmas; 2027-01-01 New Year'],
    ['what is cancelled', calendar(on('20261225', 'Christmas', 'STATUS:CANCELLED'), on('20261226', 'Boxing Day', 'STATUS:CONFIRMED')), '2026-12-26 Boxing Day; (ical-cancelled)'],
    ['the same twice', calendar(on('20261225', 'Christmas'), on('20261225', 'Christmas')), '2026-12-25 Christmas'],
    ['two names for a day', calendar(on('20261226', 'Boxing Day'), on('20261226', 'St Stephen')), '2026-12-26 Boxing Day, St Stephen; (ical-overlap)'],
    ['a day within holidays', calendar(on('20261224', 'Holidays', 'DTEND;VALUE=DATE:20261227'), on('20261225', 'Christmas')), '2026-12-24 Holidays; 2026-12-25 Holidays, Christmas; 2026-12-26 Holidays; (ical-overlap)'],
    ['days that follow each other', calendar(on('20261225', 'Christmas'), on('20261226', 'Christmas')), '2026-12-25 Christmas; 2026-12-26 Christmas'],
    ['the same name over each other', calendar(on('20261224', 'X', 'DTEND:20261226'), on('20261225', 'X', 'DTEND:20261227')), '2026-12-24 2026-12-26 X'],
    ['local midnight to midnight', calendar(event('DTSTART;TZID=Europe/Madrid:20261225T000000', 'DTEND;TZID=Europe/Madrid:20261226T000000')), '2026-12-25; (ical-midnight)'],
    ['years that are counted', calendar(on('20261225', 'C', 'RRULE:FREQ=YEARLY;COUNT=3')), '2026-12-25 C; 2027-12-25 C; 2028-12-25 C'],
    ['years until', calendar(on('20261225', 'C', 'RRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20301225')), '2026-12-25 C; 2028-12-25 C; 2030-12-25 C'],
    ['29 February', calendar(on('20240229', 'L', 'RRULE:FREQ=YEARLY;COUNT=2')), '2024-02-29 L; 2028-02-29 L'],
    ['the fourth Thursday', calendar(on('20261126', 'T', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2')), '2026-11-26 T; 2027-11-25 T'],
    ['the last Monday', calendar(on('20260525', 'M', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2')), '2026-05-25 M; 2027-05-31 M'],
    ['a rule that only repeats its start', calendar(on('20261225', 'C', 'RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25;COUNT=1')), '2026-12-25 C'],
    ['no end, but a window', calendar(on('20000101', 'N', 'RRULE:FREQ=YEARLY')), '2026-01-01 N; 2027-01-01 N', { from: '2026-01-01', to: '2027-12-31' }],
    ['a window', calendar(on('20251225', 'a'), on('20251231', 'b', 'DTEND:20260102'), on('20270101', 'c')), '2025-12-31 2026-01-01 b', { from: '2026-01-01', to: '2026-12-31' }],
    ['dates added and taken out', calendar(on('20261225', 'C', 'RRULE:FREQ=YEARLY;COUNT=2', 'RDATE;VALUE=DATE:20261231', 'EXDATE;VALUE=DATE:20271225')), '2026-12-25 C; 2026-12-31 C'],
    ['an alarm and other components', calendar('BEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE', on('20261225', 'C', 'BEGIN:VALARM', 'DURATION:PT5M', 'SUMMARY:no', 'END:VALARM'), 'BEGIN:VTODO\r\nDTSTART:20261226T100000Z\r\nEND:VTODO'), '2026-12-25 C'],
    ['a byte-order mark, bare line feeds and small letters', `\ufeff${calendar(on('20261225', 'C')).replaceAll('\r\n', '\n').replaceAll('VEVENT', 'vevent')}`, '2026-12-25 C'],
    ['two calendars', calendar(on('20261225', 'a')) + calendar(on('20261226', 'b')), '2026-12-25 a; 2026-12-26 b'],
    ['a calendar without events', calendar(), ''],

    ['nothing', '', 'ical-none'],
    ['a page', '<!doctype html><p>Not found', 'ical-none'],
    ['a file that is cut', calendar(on('20261225', 'C')).slice(0, -20), 'ical-cut'],
    ['a file that is cut in an event', calendar(on('20261225', 'C')).slice(0, -40), 'ical-cut'],
    ['a line that is none', calendar('what is this'), 'ical-line'],
    ['an end of nothing', calendar('END:VEVENT'), 'ical-line'],
    ['a line that is none at the very end', `${calendar()}what is this`, 'ical-line'],
    ['a time of day', calendar(event('DTSTART;TZID=Europe/Madrid:20261225T090000', 'DTEND;TZID=Europe/Madrid:20261225T100000')), 'ical-timed'],
    ['midnight in UTC', calendar(event('DTSTART:20261225T000000Z', 'DTEND:20261226T000000Z')), 'ical-timed'],
    ['midnight without an end', calendar(event('DTSTART:20261225T000000')), 'ical-timed'],
    ['an end at a time of day', calendar(on('20261225', 'C', 'DTEND:20261226T120000')), 'ical-timed'],
    ['no start', calendar(event('SUMMARY:C')), 'ical-start'],
    ['a start that is no date', calendar(on('20260229', 'C')), 'ical-start'],
    ['an end before the start', calendar(on('20261225', 'C', 'DTEND:20261224')), 'ical-end'],
    ['a duration of hours', calendar(on('20261225', 'C', 'DURATION:PT24H')), 'ical-end'],
    ['years without an end', calendar(on('20261225', 'C', 'RRULE:FREQ=YEARLY')), 'ical-endless'],
    ['months', calendar(on('20261225', 'C', 'RRULE:FREQ=MONTHLY;COUNT=3')), 'ical-rule'],
    ['a rule that leads elsewhere', calendar(on('20261224', 'C', 'RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25;COUNT=3')), 'ical-rule'],
    ['two days of a month', calendar(on('20261224', 'C', 'RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,25;COUNT=3')), 'ical-rule'],
    ['each month’s day', calendar(on('20261225', 'C', 'RRULE:FREQ=YEARLY;BYMONTHDAY=25;COUNT=3')), 'ical-rule'],
    ['a place in a set', calendar(on('20261225', 'C', 'RRULE:FREQ=YEARLY;BYSETPOS=1;COUNT=3')), 'ical-rule'],
    ['two rules', calendar(on('20261225', 'C', 'RRULE:FREQ=YEARLY;COUNT=1', 'RRULE:FREQ=YEARLY;COUNT=2')), 'ical-rule'],
    ['a changed occurrence, cancelled too', calendar(on('20261225', 'C', 'RECURRENCE-ID:20261225', 'STATUS:CANCELLED')), 'ical-rule'],
    ['an added time of day', calendar(on('20261225', 'C', 'RDATE:20261226T100000Z')), 'ical-rule'],
    ['a count beyond all measure', calendar(...Array.from({ length: 4 }, () => on('20000101', 'C', 'RRULE:FREQ=YEARLY;COUNT=999999999'))), 'ical-too-many'],
  ];
  for (const [what, text, expected, window] of cases) it(`${what}: ${expected || 'none'}`, () => expect(read(text, window)).to.equal(expected));

  it('says which event it is about, and where it stands', () => {
    const result = exceptionsFromICalendar(calendar(on('20261225', 'Christmas'), event('SUMMARY:Party', 'DTSTART:20261225T200000Z')));
    expect(!result.ok && result.issues).to.deep.equal([{ path: [], code: 'hours.ical-timed', params: { line: 10, name: 'Party', text: '20261225T200000Z' } }]);
  });

  it('reads ten thousand days, and refuses fifty thousand', () => {
    const days = (count: number) => calendar(...Array.from({ length: count }, (_, index) => on(new Date(Date.UTC(2000, 0, 1) + index * 86_400_000).toISOString().slice(0, 10).replaceAll('-', ''), `Day ${index}`)));
    const result = exceptionsFromICalendar(days(10_000));
    expect(result.ok && result.value.length).to.equal(10_000);
    expect(read(days(50_000))).to.equal('ical-too-many');
  });

  it('refuses ten thousand events over each other rather than naming all of them on each day', () => {
    expect(read(calendar(...Array.from({ length: 5_000 }, (_, index) => on(`${2000 + (index % 100)}0101`, `Long ${index}`, 'DTEND:29990101'))))).to.equal('ical-too-many');
  });

  it('throws for nothing, however long it is', () => {
    for (const text of [`BEGIN:VCALENDAR\n${'X'.repeat(1_000_000)}`, `BEGIN:VCALENDAR\n${' x\n'.repeat(300_000)}`, 'BEGIN:VCALENDAR\n'.repeat(60_000), `BEGIN:VCALENDAR\nX${';A=","'.repeat(200_000)}`, `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${'\\'.repeat(1_000_000)}`]) {
      expect(exceptionsFromICalendar(text).ok).to.equal(false);
    }
  });
});
