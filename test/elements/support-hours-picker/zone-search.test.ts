import { expect } from 'chai';
import { canonicalTimeZone, cityOf, offsetText, zoneLabel } from '../../../src/elements/support-hours-picker/zone-label.js';
import { searchZones, type ZoneEntry } from '../../../src/elements/support-hours-picker/zone-search.js';

const entries: ZoneEntry[] = [
  { id: 'America/Argentina/Buenos_Aires', city: 'Buenos Aires', name: 'Argentina Standard Time', offset: -180 },
  { id: 'Asia/Kolkata', city: 'Kolkata', name: 'India Standard Time', offset: 330 },
  { id: 'Europe/London', city: 'London', name: 'United Kingdom Time', offset: 0 },
  { id: 'Europe/Madrid', city: 'Madrid', name: 'Central European Time', offset: 60 },
  { id: 'Europe/Paris', city: 'Paris', name: 'Central European Time', offset: 60 },
  { id: 'America/Sao_Paulo', city: 'Sao Paulo', name: 'Hora de São Paulo', offset: -180 },
  { id: 'UTC', city: 'UTC', name: 'Coordinated Universal Time', offset: 0 },
];

function find(query: string, viewerZone = 'Asia/Tokyo'): string[] {
  return searchZones(entries, query, viewerZone, 50).found.map(({ city }) => city);
}

describe('time zone search', () => {
  const cases: [query: string, found: string[]][] = [
    ['madrid', ['Madrid']],
    ['MADR', ['Madrid']],
    ['europe/madrid', ['Madrid']],
    ['buenos', ['Buenos Aires']],
    ['buenos_aires', ['Buenos Aires']],
    ['aires buenos', ['Buenos Aires']],
    ['são', ['Sao Paulo']],
    ['sao', ['Sao Paulo']],
    ['central european', ['Madrid', 'Paris']],
    ['europe', ['London', 'Madrid', 'Paris']],
    ['india', ['Kolkata']],
    ['+5:30', ['Kolkata']],
    ['+0530', ['Kolkata']],
    ['UTC+1', ['Madrid', 'Paris']],
    ['gmt +01:00', ['Madrid', 'Paris']],
    ['-3', ['Buenos Aires', 'Sao Paulo']],
    ['utc−3', ['Buenos Aires', 'Sao Paulo']],
    ['-0', ['London', 'UTC']],
    ['utc', ['UTC']],
    ['atlantis', []],
    ['+9', []],
  ];
  for (const [query, found] of cases) {
    it(`finds ${found.join(', ') || 'nothing'} for “${query}”`, () => expect(find(query)).to.deep.equal(found));
  }

  it('lists all for an empty query, the viewer’s own zone first', () => {
    expect(find('', 'Europe/Paris')).to.deep.equal(['Paris', 'Buenos Aires', 'Kolkata', 'London', 'Madrid', 'Sao Paulo', 'UTC']);
    expect(find('central', 'Europe/Paris')).to.deep.equal(['Paris', 'Madrid']);
  });

  it('puts a city that starts with the text before zones that only contain it', () => {
    const more = [{ id: 'America/Indiana/Paris', city: 'Knox', name: '', offset: -300 }, ...entries];
    expect(searchZones(more, 'paris', '', 50).found.map(({ city }) => city)).to.deep.equal(['Paris', 'Knox']);
  });

  it('says how many more there are', () => {
    expect(searchZones(entries, '', '', 3)).to.include({ more: 4 });
    expect(searchZones(entries, '', '', 3).found).to.have.length(3);
    expect(searchZones(entries, 'madrid', '', 3)).to.include({ more: 0 });
  });
});

describe('time zone labels', () => {
  it('names the city and the zone', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).to.equal('Buenos Aires');
    expect(zoneLabel('Europe/Madrid')).to.equal('Madrid – Europe/Madrid');
    expect(zoneLabel('UTC')).to.equal('UTC');
  });

  it('prefers the name that IANA does, and UTC', () => {
    const names = ['Asia/Calcutta', 'America/Buenos_Aires', 'Etc/UTC', 'Zulu', 'Europe/Madrid', 'Mars/Olympus_Mons'];
    expect(names.map(canonicalTimeZone)).to.deep.equal(['Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'UTC', 'UTC', 'Europe/Madrid', 'Mars/Olympus_Mons']);
  });

  for (const [minutes, text] of [[0, 'UTC+00:00'], [60, 'UTC+01:00'], [330, 'UTC+05:30'], [-210, 'UTC−03:30'], [840, 'UTC+14:00']] as const) {
    it(`writes ${minutes} minutes as ${text}`, () => expect(offsetText(minutes)).to.equal(text));
  }
});
