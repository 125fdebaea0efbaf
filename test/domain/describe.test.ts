import { expect } from 'chai';
import { describe as summary, type DescribeOptions } from '../../src/domain/describe/describe.js';
import { en } from '../../src/domain/describe/en.js';
import { es } from '../../src/domain/describe/es.js';
import type { Schedule, SupportHours } from '../../src/domain/support-hours.js';
import { daily, exception, hours, schedule } from './hours.fixtures.js';

const office = { mo: '09:00-14:00 16:00-20:00', tu: '09:00-14:00 16:00-20:00', we: '09:00-14:00 16:00-20:00', th: '22:00-06:00', sa: '00:00-24:00' };
const bare = { timeZone: false };

describe('the summary of hours', () => {
  const cases: [what: string, subject: Schedule | SupportHours, locale: string, expected: string, options?: DescribeOptions][] = [
    ['runs of days, two intervals, a night and a full day', schedule(office), 'en-GB', 'Monday to Wednesday from 09:00 to 14:00 and from 16:00 to 20:00, Thursday from 22:00 to 06:00 the next day, Saturday open 24 hours, Friday and Sunday closed.'],
    ['the same in Spanish', schedule(office), 'es', 'De lunes a miércoles de 9:00 a 14:00 y de 16:00 a 20:00, jueves de 22:00 a 6:00 del día siguiente, sábado abierto las 24 horas, viernes y domingo cerrado.'],
    ['hours to twelve', schedule({ mo: '09:00-24:00' }), 'en-US', 'Monday from 9:00 AM to midnight, Sunday and Tuesday to Saturday closed.'],
    ['hours to twenty-four where a locale wants them', schedule({ mo: '09:00-24:00' }), 'en-US-u-hc-h23', 'Monday from 09:00 to 24:00, Sunday and Tuesday to Saturday closed.'],
    ['every day', daily('09:00-17:00'), 'en-GB', 'Every day from 09:00 to 17:00.'],
    ['always', daily('00:00-24:00'), 'en', 'Open 24 hours a day, seven days a week.'],
    ['never', daily(''), 'es', 'Cerrado toda la semana.'],
    ['no schedule', hours(), 'en', 'No hours are given.'],
    ['no schedule, in Spanish', hours(), 'es', 'No se ha indicado ningún horario.'],
    ['several schedules by their labels', hours(daily('09:00-17:00', { label: 'Phone' }), daily('00:00-24:00', { label: ' ' })), 'en-GB', 'Phone: every day from 09:00 to 17:00; open 24 hours a day, seven days a week.'],
    ['a label in another direction', hours(daily('', { label: 'هاتف' })), 'en', '\u2068هاتف\u2069: closed all week.'],
    ['a label with a placeholder', hours(daily('', { label: '{text} $& {zone}' })), 'en', '{text} $& {zone}: closed all week.'],
    ['what cannot be read', schedule({ mo: 'nine-five' }), 'en-GB', 'Monday from nine to five, Tuesday to Sunday closed.'],
    ['a language that is not there', daily('09:00-17:00'), 'cy-GB', 'Every day from 09:00 to 17:00.'],
    ['a locale that is none', daily(''), 'not a locale', 'Closed all week.'],
    ['a language with a private tag alone', daily(''), 'x-mine', 'Closed all week.'],
  ];
  for (const [what, subject, locale, expected, options] of cases) it(`${what} (${locale})`, () => expect(summary(subject, locale, { ...bare, ...options })).to.equal(expected));

  const holidays = schedule({ mo: '09:00-17:00' }, { exceptions: [exception('2026-12-24', '2026-12-26', '', 'Christmas'), exception('2027-01-01', '2027-01-01', '10:00-12:00')] });

  it('says exceptions where it is asked to', () => {
    expect(summary(holidays, 'en-GB', bare)).not.to.contain('except');
    // How a range is written differs by the release of CLDR.
    expect(summary(holidays, 'en-GB', { ...bare, exceptions: true })).to.match(/closed, except 24\s?[–-]\s?26 December 2026 \(Christmas\) closed, 1 January 2027 from 10:00 to 12:00\.$/);
    expect(summary(holidays, 'es', { ...bare, exceptions: true })).to.match(/cerrado, excepto 24\s?[–-]\s?26 de diciembre de 2026 \(Christmas\) cerrado, 1 de enero de 2027 de 10:00 a 12:00\.$/);
    expect(summary(holidays, 'en-GB', { ...bare, exceptions: '2026-12-27' })).to.match(/closed, except 1 January 2027 from 10:00 to 12:00\.$/);
    expect(summary(schedule({}, { exceptions: [exception('soon', 'later')] }), 'en', { ...bare, exceptions: true })).to.equal('Closed all week, except soon – later closed.');
  });

  it('names the zone, and one that is not known by its id', () => {
    expect(summary(daily('', { timeZone: 'Europe/Madrid' }), 'en')).to.match(/^Closed all week \(.*(Europe|Spain|Madrid).*\)\.$/);
    expect(summary(daily('', { timeZone: 'Mars/Olympus_Mons' }), 'en')).to.equal('Closed all week (Mars/Olympus_Mons).');
    expect(summary(daily('', { timeZone: ' ' }), 'en')).to.equal('Closed all week.');
  });

  it('has the same placeholders in every language', () => {
    const placeholders = (words: object) => Object.entries(words).map(([key, text]) => [key, (String(text).match(/\{\w+\}/g) ?? []).sort().join()]);
    expect(placeholders(es)).to.deep.equal(placeholders(en));
  });
});
