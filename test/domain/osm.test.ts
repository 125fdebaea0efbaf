import { expect } from 'chai';
import { fromOsm } from '../../src/domain/conversions/from-osm.js';
import { toOsm } from '../../src/domain/conversions/to-osm.js';
import { weekdays, type Schedule } from '../../src/domain/support-hours.js';
import { daily, exception, schedule } from './hours.fixtures.js';

const written = (one: Schedule) => {
  const result = toOsm(one);
  return result.ok ? result.value : result.issues.map(({ code, path }) => `${path.join('.')} ${code}`).join();
};

/** `mo 09:00-17:00 …`, exceptions with their dates, or the codes of what is refused and where. */
function read(text: string): string {
  const result = fromOsm(text, 'UTC');
  if (!result.ok) return result.issues.map(({ code, params }) => [code.replace('hours.', ''), params?.text, params?.at].filter((part) => part !== undefined).join(' ')).join();
  const { weekly, exceptions } = result.value;
  return [
    ...weekdays.filter((day) => weekly[day].length > 0).map((day) => `${day} ${weekly[day].map(({ open, close }) => `${open}-${close}`).join(' ')}`),
    ...exceptions.map(({ from, to, intervals, label }) => [from, to, ...intervals.map(({ open, close }) => `${open}-${close}`), label].filter((part) => part !== undefined).join(' ')),
  ].join('; ');
}

describe('toOsm', () => {
  const cases: [what: string, subject: Schedule, expected: string][] = [
    ['a week', schedule({ mo: '09:00-13:00 14:00-18:00', tu: '09:00-13:00 14:00-18:00', we: '09:00-13:00 14:00-18:00', fr: '09:00-13:00 14:00-18:00', sa: '10:00-14:00' }), 'Mo-We,Fr 09:00-13:00,14:00-18:00, Sa 10:00-14:00'],
    ['nights, which no semicolon cuts', schedule({ fr: '22:00-06:00', sa: '10:00-24:00' }), 'Fr 22:00-06:00, Sa 10:00-24:00'],
    ['always', daily('00:00-24:00'), '24/7'],
    ['never', schedule({}), 'off'],
    ['always but one day', daily('00:00-24:00', { exceptions: [exception('2026-12-25', '2026-12-25', '', 'Christmas')] }), 'Mo-Su 00:00-24:00; 2026 Dec 25 off "Christmas"'],
    ['ranges of dates', schedule({ mo: '09:00-17:00' }, { exceptions: [exception('2026-12-24', '2026-12-26', '10:00-12:00', 'Short'), exception('2026-12-31', '2027-01-02')] }), 'Mo 09:00-17:00; 2026 Dec 24-26 10:00-12:00 open "Short"; 2026 Dec 31-2027 Jan 02 off'],
    ['a night that an exception owns, taken away by a rule of its own', daily('22:00-06:00', { exceptions: [exception('2026-12-24', '2026-12-24', '22:00-02:00')] }), 'Mo-Su 22:00-06:00; 2026 Dec 24 22:00-02:00; 2026 Dec 25 02:00-06:00 off'],
    ['a label that no comment can hold', daily('', { exceptions: [exception('2026-12-25', '2026-12-25', '', 'the "day"')] }), 'exceptions.0.label hours.osm-label'],
    ['hours that break a rule', schedule({ mo: '09:00-13:00 12:00-14:00' }), 'weekly.mo.1 hours.overlap'],
  ];
  for (const [what, subject, expected] of cases) it(what, () => expect(written(subject)).to.equal(expected));

  it('says what the text does not', () => {
    const result = toOsm(daily('', { label: 'Phone', channels: ['phone'], regions: [], colour: 'teal' }));
    expect(result.ok && result.warnings.map(({ code, path }) => `${path.join('.')} ${code}`)).to.have.members(['label hours.not-carried', 'channels hours.not-carried', 'colour hours.not-carried']);
  });

  it('wants no zone, for the text has none', () => expect(toOsm(daily('', { timeZone: '' })).ok).to.equal(true));
});

describe('fromOsm', () => {
  const cases: [text: string, expected: string][] = [
    ['Mo-Fr 09:00-17:00', ['mo', 'tu', 'we', 'th', 'fr'].map((day) => `${day} 09:00-17:00`).join('; ')],
    ['mo,WE 9:00-17:00, Sa 10:00-14:00;', 'mo 09:00-17:00; we 09:00-17:00; sa 10:00-14:00'],
    ['Sa-Mo 10:00-12:00,13:00-15:00', 'mo 10:00-12:00 13:00-15:00; sa 10:00-12:00 13:00-15:00; su 10:00-12:00 13:00-15:00'],
    ['Fr 22:00-26:00', 'fr 22:00-02:00'],
    ['Fr 22:00-00:00', 'fr 22:00-24:00'],
    ['Mo 14:00-18:00,09:00-12:00', 'mo 09:00-12:00 14:00-18:00'],
    ['24/7', ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((day) => `${day} 00:00-24:00`).join('; ')],
    ['open', ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((day) => `${day} 00:00-24:00`).join('; ')],
    ['off', ''],
    ['Mo-We 09:00-17:00; Tu off', 'mo 09:00-17:00; we 09:00-17:00'],
    ['Mo-We 09:00-17:00; Tu 10:00-12:00', 'mo 09:00-17:00; tu 10:00-12:00; we 09:00-17:00'],
    ['Fr 22:00-06:00; Sa 10:00-14:00', 'fr 22:00-24:00; sa 10:00-14:00'],
    ['Fr-Sa 22:00-06:00; Sa off', 'fr 22:00-24:00; su 00:00-06:00'],
    ['Mo 09:00-17:00; 2026 Dec 25 off "Christmas"', 'mo 09:00-17:00; 2026-12-25 2026-12-25 Christmas'],
    ['2026 Dec 25,2026 Dec 31-2027 Jan 2 10:00-12:00', '2026-12-25 2026-12-25 10:00-12:00; 2026-12-31 2027-01-02 10:00-12:00'],
    ['Mo 09:00-17:00; 2026 Dec 31 off; 2026 Dec 25 closed', 'mo 09:00-17:00; 2026-12-25 2026-12-25; 2026-12-31 2026-12-31'],

    ['', 'osm-empty'],
    ['  ', 'osm-empty'],
    ['Mo-Fr sunrise-sunset', 'osm-sun sunrise 6'],
    ['Mo-Fr 09:00-(sunset+01:00)', 'osm-sun (sunset+01:00) 12'],
    ['Mo-Fr 09:00-17:00; PH off', 'osm-holidays PH 19'],
    ['SH 09:00-17:00', 'osm-holidays SH 0'],
    ['easter off', 'osm-holidays easter 0'],
    ['Dec 25 off', 'osm-yearly Dec 0'],
    ['Mo-Fr 09:00-17:00; Dec 25 off', 'osm-yearly Dec 19'],
    ['week 1-53/2 Mo 09:00-17:00', 'osm-unsupported week 0'],
    ['Mo[1] 09:00-17:00', 'osm-unsupported [1] 2'],
    ['Mo 09:00+', 'osm-unsupported + 8'],
    ['Mo 09:00', 'osm-unsupported 09:00 3'],
    ['Mo', 'osm-unsupported Mo 0'],
    ['Mo 09:00-17:00 || Tu 10:00-12:00', 'osm-unsupported || 15'],
    ['Mo 09:00-17:00 "by appointment"', 'osm-unsupported by appointment 15'],
    ['Mo 09:00-17:00 unknown', 'osm-unsupported unknown 15'],
    ['Mo 10:00-10:00', 'osm-length 10:00-10:00 3'],
    ['Mo 00:00-00:00', 'osm-length 00:00-00:00 3'],
    ['Mo 10:00-34:00', 'osm-length 10:00-34:00 3'],
    ['Mo 10:00-49:00', 'osm-unsupported 49:00 9'],
    ['Mo 24:00-26:00', 'osm-unsupported 24:00 3'],
    ['Mo 09:60-17:00', 'osm-unsupported 09:60-17:00 3'],
    ['Mo-Fr 09:00-17:00; We 12:00-13:00 off', 'osm-unsupported We 19'],
    ['Mo-Fr 09:00-17:00, We off', 'osm-unsupported We 19'],
    ['Mo-Fr 09:00-17:00, 2026 Dec 25 10:00-12:00', 'osm-unsupported 2026 19'],
    ['2026 Dec 25 off; Mo-Fr 09:00-17:00', 'osm-order Mo 17'],
    ['2026 Feb 29 off', 'exception-date 2026 Feb 29 9'],
    ['2026 Dec 26-24 off', 'exception-order 2026 0'],
    ['26 Dec 24 off', 'exception-date 26 Dec 24 7'],
    ['2026 Dec 25 off; 2026 Dec 25 10:00-12:00', 'exception-overlap'],
    ['Mo 09:00-13:00,12:00-14:00', 'overlap'],
    ['Su 22:00-10:00, Mo 09:00-12:00', 'overlap'],
    ['Mo-Su 22:00-06:00; 2026 Dec 25 off', 'osm-tail 2026 19'],
    ['Mo-Su 22:00-06:00; 2026 Dec 25 off; 2026 Dec 26 00:00-05:00 off', 'osm-tail 2026 19'],
    ['Mo 09:00-17:00; 2026 Dec 26 00:00-05:00 off', 'osm-unsupported 2026 16'],
    ['lunes de 9 a 5', 'osm-unsupported lunes 0'],
  ];
  for (const [text, expected] of cases) it(`${text || 'nothing'} is ${expected || 'closed'}`, () => expect(read(text)).to.equal(expected));

  it('warns of a night that a semicolon cuts', () => {
    const result = fromOsm('Fr 22:00-06:00; Sa 10:00-14:00', 'UTC');
    expect(result.ok && result.warnings).to.deep.equal([{ path: ['weekly', 'fr'], code: 'hours.osm-cut', params: { day: 'fr', time: '06:00' } }]);
  });

  it('keeps the zone that it is given, known or not, and wants one', () => {
    expect(fromOsm('off', 'Mars/Olympus_Mons')).to.deep.include({ ok: true });
    expect(fromOsm('off', ' ')).to.deep.equal({ ok: false, issues: [{ path: ['timeZone'], code: 'hours.time-zone-missing' }] });
  });

  it('throws for nothing, however long it is', () => {
    for (const text of ['('.repeat(300_000), 'Mo,'.repeat(300_000), '"'.repeat(99_999), 'Mo 09:00-17:00, '.repeat(60_000), '9'.repeat(500_000), '2026 Dec 25,'.repeat(20_000)]) expect(fromOsm(text, 'UTC').ok).to.equal(false);
  });
});
