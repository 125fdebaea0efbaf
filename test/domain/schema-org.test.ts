import { expect } from 'chai';
import { fromSchemaOrg } from '../../src/domain/conversions/from-schema-org.js';
import { toSchemaOrg } from '../../src/domain/conversions/to-schema-org.js';
import { weekdays } from '../../src/domain/support-hours.js';
import { daily, exception, schedule } from './hours.fixtures.js';

const type = 'OpeningHoursSpecification';
const monday = { '@type': type, dayOfWeek: 'Monday', opens: '09:00', closes: '17:00' };

function read(specs: unknown): string {
  const result = fromSchemaOrg(specs, 'UTC');
  if (!result.ok) return result.issues.map(({ code, path }) => `${path.join('.')} ${code.replace('hours.', '')}`.trim()).join();
  const { weekly, exceptions } = result.value;
  const times = (row: { open: string; close: string }[]) => row.map(({ open, close }) => `${open}-${close}`);
  return [
    ...weekdays.filter((day) => weekly[day].length > 0).map((day) => [day, ...times(weekly[day])].join(' ')),
    ...exceptions.map(({ from, to, intervals, label }) => [from, to, ...times(intervals), ...(label ? [label] : [])].join(' ')),
  ].join('; ');
}

describe('toSchemaOrg', () => {
  it('writes the week by times and exceptions by dates', () => {
    const result = toSchemaOrg(schedule({ mo: '09:00-13:00 22:00-02:00', tu: '09:00-13:00', sa: '00:00-24:00' }, {
      exceptions: [exception('2026-12-24', '2026-12-24', '10:00-24:00', 'Short'), exception('2026-12-25', '2026-12-26')],
    }));
    expect(result).to.deep.equal({ ok: true, warnings: [{ path: ['label'], code: 'hours.not-carried', params: { name: 'label' } }], value: [
      { '@type': type, dayOfWeek: ['Monday', 'Tuesday'], opens: '09:00', closes: '13:00' },
      { '@type': type, dayOfWeek: ['Monday'], opens: '22:00', closes: '02:00' },
      { '@type': type, dayOfWeek: ['Saturday'], opens: '00:00', closes: '23:59' },
      { '@type': type, name: 'Short', validFrom: '2026-12-24', validThrough: '2026-12-24', opens: '10:00', closes: '23:59' },
      { '@type': type, validFrom: '2026-12-25', validThrough: '2026-12-26', opens: '00:00', closes: '00:00' },
    ] });
  });

  it('says of a week that is closed that it is', () => {
    const result = toSchemaOrg(daily('', { label: '' }));
    expect(result.ok && result.value).to.deep.equal([{ '@type': type, dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'], opens: '00:00', closes: '00:00' }]);
  });

  it('refuses what would be read as the end of a day', () => {
    const result = toSchemaOrg(schedule({ mo: '00:00-23:59' }, { exceptions: [exception('2026-12-24', '2026-12-24', '23:59-24:00')] }));
    expect(!result.ok && result.issues.map(({ path, code }) => `${path.join('.')} ${code}`)).to.deep.equal(['weekly.mo.0 hours.schema-org-end', 'exceptions.0.intervals.0 hours.schema-org-end']);
  });
});

describe('fromSchemaOrg', () => {
  const dated = { '@type': type, validFrom: '2026-12-25', validThrough: '2026-12-26', opens: '00:00', closes: '00:00' };
  const cases: [what: string, specs: unknown, expected: string][] = [
    ['one object', monday, 'mo 09:00-17:00'],
    ['days by address', { ...monday, dayOfWeek: ['https://schema.org/Monday', 'http://schema.org/Tuesday', { '@id': 'schema:Friday' }, 'http://purl.org/goodrelations/v1#Sunday'] }, 'mo 09:00-17:00; tu 09:00-17:00; fr 09:00-17:00; su 09:00-17:00'],
    ['a full day', { ...monday, opens: '00:00', closes: '23:59' }, 'mo 00:00-24:00'],
    ['the end of a day', { ...monday, closes: '23:59' }, 'mo 09:00-24:00'],
    ['the last second', { ...monday, closes: '23:59:59' }, 'mo 09:00-24:00'],
    ['midnight', { ...monday, closes: '00:00' }, 'mo 09:00-24:00'],
    ['24:00', { ...monday, closes: '24:00' }, 'mo 09:00-24:00'],
    ['a night', { ...monday, opens: '22:00:00', closes: '06:00:00' }, 'mo 22:00-06:00'],
    ['closed by midnight to midnight', { ...monday, opens: '00:00', closes: '00:00' }, ''],
    ['closed for want of times', { '@type': type, dayOfWeek: 'Monday' }, ''],
    ['an exception', [monday, { ...dated, name: 'Christmas' }], 'mo 09:00-17:00; 2026-12-25 2026-12-26 Christmas'],
    ['an exception in several objects', [{ ...dated, opens: '14:00', closes: '15:00' }, { ...dated, opens: '09:00', closes: '12:00' }], '2026-12-25 2026-12-26 09:00-12:00 14:00-15:00'],
    ['a business in JSON-LD', { '@context': 'https://schema.org', '@type': 'LocalBusiness', openingHoursSpecification: [monday], specialOpeningHoursSpecification: dated }, 'mo 09:00-17:00; 2026-12-25 2026-12-26'],

    ['nothing', [], 'schema-org-empty'],
    ['something else', { '@type': 'Person', name: 'Ann' }, 'schema-org-empty'],
    ['null', null, 'schema-org-empty'],
    ['text', 'Mo-Fr 09:00-17:00', '0 schema-org-malformed'],
    ['a list in a list', [[monday]], '0 schema-org-malformed'],
    ['a day that is none', { ...monday, dayOfWeek: 'Funday' }, '0.dayOfWeek schema-org-malformed'],
    ['no day in the list', { ...monday, dayOfWeek: [] }, '0.dayOfWeek schema-org-malformed'],
    ['public holidays', { ...monday, dayOfWeek: 'PublicHolidays' }, '0.dayOfWeek schema-org-holidays'],
    ['neither days nor dates', { '@type': type, opens: '09:00', closes: '17:00' }, '0 schema-org-days'],
    ['a season', { ...monday, validFrom: '2026-06-01', validThrough: '2026-08-31' }, '0 schema-org-season'],
    ['one end of the dates', { ...dated, validThrough: undefined }, '0 schema-org-season'],
    ['a date that is none', { ...dated, validFrom: '2026-02-29' }, '0.validFrom schema-org-malformed'],
    ['a date with a time', { ...dated, validThrough: '2026-12-26T00:00' }, '0.validThrough schema-org-malformed'],
    ['dates the wrong way round', { ...dated, validThrough: '2026-12-24' }, '0.validThrough exception-order'],
    ['another zone', { ...monday, opens: '09:00+01:00' }, '0.opens schema-org-malformed'],
    ['seconds that say something', { ...monday, closes: '17:00:30' }, '0.closes schema-org-malformed'],
    ['one time', { ...monday, closes: undefined }, '0.closes schema-org-malformed'],
    ['no length', { ...monday, closes: '09:00' }, '0.closes schema-org-length'],
    ['closed and open', [monday, { ...monday, opens: '00:00', closes: '00:00' }], '1 schema-org-contradiction'],
    ['a date closed and open', [dated, { ...dated, opens: '10:00', closes: '12:00' }], '1 schema-org-contradiction'],
    ['an overlap', [monday, { ...monday, opens: '16:00', closes: '18:00' }], 'weekly.mo.1 overlap'],
    ['the same twice', [monday, monday], 'weekly.mo.1 overlap'],
    ['dates that cross', [dated, { ...dated, name: 'Other' }], 'exceptions.1 exception-overlap'],
    ['a name that is none', { ...dated, name: 7 }, '0.name schema-org-malformed'],
  ];
  for (const [what, specs, expected] of cases) it(`${what}: ${expected || 'closed'}`, () => expect(read(specs)).to.equal(expected));

  it('warns of what it leaves out', () => {
    const result = fromSchemaOrg([monday, { ...monday, dayOfWeek: 'Friday', name: 'Late', description: 'x', audience: null }], 'UTC');
    expect(result.ok && result.warnings.map(({ path, code }) => `${path.join('.')} ${code}`)).to.deep.equal(['1.name hours.not-carried', '1.description hours.not-carried']);
  });

  it('takes nothing from a prototype, and gives none', () => {
    const specs = JSON.parse('[{"__proto__":{"dayOfWeek":"Monday"},"opens":"09:00","closes":"10:00"},{"dayOfWeek":"__proto__","opens":"09:00","closes":"10:00"}]') as unknown[];
    expect(read([specs[0]])).to.equal('0 schema-org-days');
    expect(read([specs[1]])).to.equal('0.dayOfWeek schema-org-malformed');
    expect(({} as Record<string, unknown>).dayOfWeek).to.equal(undefined);
  });
});
