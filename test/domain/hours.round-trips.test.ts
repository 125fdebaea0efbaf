import { expect } from 'chai';
import fc from 'fast-check';
import { fromOsm } from '../../src/domain/conversions/from-osm.js';
import { toOsm } from '../../src/domain/conversions/to-osm.js';
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
});
