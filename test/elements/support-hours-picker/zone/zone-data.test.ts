import { expect } from 'chai';
import { zonesByAbbreviations, zonesByCountry } from '../../../../src/elements/support-hours-picker/zone/zone-data.js';
import source from '../../../data/timezones/tz_zone_country_abbr.json' with { type: 'json' };

type Source = Record<string, { cc: string; abbr: string[] }>;
const zones: Source = source.zones;

function pairs(table: Readonly<Record<string, string>>): string[] {
  return Object.entries(table).flatMap(([key, ids]) => ids.split(' ').map((id) => `${id} ${key}`)).sort();
}

describe('time zone data', () => {
  it('has the country of every zone as its source does', () => {
    expect(pairs(zonesByCountry)).to.deep.equal(Object.entries(zones).map(([id, { cc }]) => `${id} ${cc}`).sort());
  });

  it('has the abbreviations of every zone as its source does', () => {
    const expected = Object.entries(zones).filter(([, { abbr }]) => abbr.length > 0).map(([id, { abbr }]) => `${id} ${[...abbr].sort().join(' ')}`);
    expect(pairs(zonesByAbbreviations)).to.deep.equal(expected.sort());
  });
});
