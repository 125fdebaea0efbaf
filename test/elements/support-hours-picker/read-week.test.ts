import { expect } from 'chai';
import fc from 'fast-check';
import { toOsm } from '../../../src/domain/conversions/to-osm.js';
import { toSchemaOrg } from '../../../src/domain/conversions/to-schema-org.js';
import { readWeek, replaceWeek } from '../../../src/elements/support-hours-picker/exchange/read-week.js';
import { runs, validSchedule } from '../../domain/hours.arbitraries.js';
import { office, schedule } from './fixtures.js';

const json = '{"@context":"https://schema.org","@type":"Store","openingHoursSpecification":{"@type":"OpeningHoursSpecification","dayOfWeek":["Monday","Tuesday"],"opens":"09:00","closes":"17:00"}}';

function monday(text: string): string {
  const read = readWeek(text, 'UTC');
  return read.ok ? read.value.weekly.mo.map(({ open, close }) => `${open}-${close}`).join(' ') || 'closed' : read.issues.map(({ code }) => code).join();
}

describe('reading a week', () => {
  for (const [text, expected] of [
    ['Mo-Fr 09:00-17:00', '09:00-17:00'],
    ['  Mo 09:00-13:00,14:00-18:00\n', '09:00-13:00 14:00-18:00'],
    ['opening_hours=Mo-Fr 09:00-17:00', '09:00-17:00'],
    ['opening_hours: "Mo-Fr 09:00-17:00"', '09:00-17:00'],
    ['"opening_hours": "24/7"', '00:00-24:00'],
    ['Tu 10:00-12:00', 'closed'],
    [json, '09:00-17:00'],
    [`<script type="application/ld+json">\n${json}\n</script>`, '09:00-17:00'],
    ['[{"dayOfWeek":"Monday","opens":"10:00","closes":"12:00"}]', '10:00-12:00'],
    ['Mo-Fr sunrise-sunset', 'hours.osm-sun'],
    ['Mo-Fr 09:00-17:00; PH off', 'hours.osm-holidays'],
    ['nine to five', 'hours.osm-unsupported'],
    [json.slice(0, -9), 'hours.exchange-json'],
    ['{}', 'hours.schema-org-empty'],
    ['[1]', 'hours.schema-org-malformed'],
  ]) {
    it(`“${text.slice(0, 50)}”: ${expected}`, () => expect(monday(text)).to.equal(expected));
  }

  it('says where in the pasted text something stands', () => {
    for (const before of ['', '  ', 'opening_hours=', 'opening_hours: "']) {
      const read = readWeek(`${before}Mo sunset-22:00${before.endsWith('"') ? '"' : ''}`, 'UTC');
      expect(read.ok ? [] : read.issues.map(({ params }) => params?.at), before).to.deep.equal([before.length + 4]);
    }
  });

  it('reads what is written in either way', () => {
    fc.assert(fc.property(validSchedule(['UTC']), (one) => {
      for (const written of [toOsm(one), toSchemaOrg(one)]) {
        if (!written.ok) continue;
        const text = typeof written.value === 'string' ? written.value : JSON.stringify(written.value);
        const read = readWeek(text, 'UTC');
        if (text !== '[]') expect(read.ok && read.value.weekly, text).to.deep.equal(one.weekly);
      }
    }), runs(4_000));
  });
});

describe('replacing a week', () => {
  const day = (date: string, label: string) => ({ from: date, to: date, intervals: [], label });

  it('keeps everything else, and lets a read exception take the place of one with its date', () => {
    const before = schedule({ label: 'Phone', channels: ['phone'], exceptions: [day('2026-01-01', 'old'), day('2026-05-01', 'kept')], custom: 1 } as object);
    const read = schedule({ id: 'imported', timeZone: 'UTC', weekly: { ...before.weekly, mo: [] }, exceptions: [day('2026-01-01', 'new'), day('2026-03-01', 'added')] });
    const after = replaceWeek(before, read);
    expect(after).to.deep.include({ id: 'a', label: 'Phone', timeZone: 'Europe/Madrid', channels: ['phone'], custom: 1 });
    expect(after.weekly.mo).to.deep.equal([]);
    expect(after.weekly.tu).to.deep.equal([office]);
    expect(after.exceptions.map(({ label }) => label)).to.deep.equal(['new', 'added', 'kept']);
  });
});
