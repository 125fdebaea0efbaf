import { expect } from 'chai';
import fc from 'fast-check';
import { fromOsm } from '../../src/domain/conversions/from-osm.js';
import { exceptionsFromICalendar } from '../../src/domain/conversions/exceptions-from-icalendar.js';
import { fromSchemaOrg } from '../../src/domain/conversions/from-schema-org.js';
import { toICalendar } from '../../src/domain/conversions/to-icalendar.js';
import { toOsm } from '../../src/domain/conversions/to-osm.js';
import { toSchemaOrg } from '../../src/domain/conversions/to-schema-org.js';
import { weekdays } from '../../src/domain/support-hours.js';
import { runs, validSchedule } from './hours.arbitraries.js';

describe('hours that are written and read again', function () {
  this.timeout(0);

  it('are the same by OpenStreetMap, or are refused for a label', () => {
    let refusals = 0;
    fc.assert(fc.property(validSchedule(['UTC', 'Mars/Olympus_Mons']), (schedule) => {
      const osm = toOsm(schedule);
      if (!osm.ok) {
        refusals += 1;
        expect(osm.issues.map(({ code }) => code)).to.deep.equal(schedule.exceptions.filter(({ label }) => label?.includes('"')).map(() => 'hours.osm-label'));
        return;
      }
      expect(osm.warnings).to.deep.equal([]);
      expect(fromOsm(osm.value, schedule.timeZone), osm.value).to.deep.equal({ ok: true, value: schedule, warnings: [] });
    }), runs(20_000));
    expect(refusals).to.be.greaterThan(10);
  });

  it('are the same by schema.org, or are refused for what the last minute of a day cannot say', () => {
    let refusals = 0;
    fc.assert(fc.property(validSchedule(['UTC', 'Mars/Olympus_Mons']), (schedule) => {
      const specs = toSchemaOrg(schedule);
      const rows = [...weekdays.map((day) => schedule.weekly[day]), ...schedule.exceptions.map(({ intervals }) => intervals)].flat();
      if (!specs.ok) {
        refusals += 1;
        expect(specs.issues.length).to.equal(rows.filter(({ open, close }) => close === '23:59' || (open === '23:59' && close === '24:00')).length);
        expect(specs.issues.every(({ code }) => code === 'hours.schema-org-end')).to.equal(true);
        return;
      }
      expect(specs.warnings).to.deep.equal([]);
      const read = fromSchemaOrg(JSON.parse(JSON.stringify(specs.value)), schedule.timeZone);
      expect(read).to.deep.equal({ ok: true, value: schedule, warnings: [] });
    }), runs(20_000));
    expect(refusals).to.be.greaterThan(10);
  });

  it('are closed on the same dates by iCalendar', () => {
    fc.assert(fc.property(validSchedule(['Europe/Madrid']), (schedule) => {
      const closed = schedule.exceptions.map((exception) => ({ ...exception, intervals: [] }));
      const week = { mo: [], tu: [], we: [], th: [], fr: [], sa: [], su: [] };
      const file = toICalendar({ version: 1, schedules: [{ ...schedule, weekly: week, exceptions: closed }] }, { from: '2026-01-01' });
      expect(exceptionsFromICalendar(file)).to.deep.equal({ ok: true, value: closed, warnings: [] });
    }), runs(20_000));
  });
});
