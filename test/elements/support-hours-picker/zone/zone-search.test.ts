import { expect } from 'chai';
import { ZoneDirectory } from '../../../../src/elements/support-hours-picker/zone/zone-directory.js';
import { canonicalTimeZone, cityOf, offsetText, zoneLabel } from '../../../../src/elements/support-hours-picker/zone/zone-label.js';
import { searchZones, type ZoneEntry } from '../../../../src/elements/support-hours-picker/zone/zone-search.js';

const winter = new Date('2026-01-14T09:30:00Z');
const directories = new Map<string, readonly ZoneEntry[]>();

function find(query: string, lang = 'en', viewerZone = 'Asia/Tokyo', limit = 500): string[] {
  return searchZones(directories.get(lang)!, query, viewerZone, limit).found.map(({ id }) => id);
}

describe('time zone search', () => {
  before(async () => {
    for (const lang of ['en', 'es', 'ar']) {
      const directory = new ZoneDirectory(lang, winter);
      await directory.ready;
      directories.set(lang, directory.entries);
    }
  });

  const first: [query: string, lang: string, id: string][] = [
    ['madrid', 'en', 'Europe/Madrid'],
    ['MADR', 'en', 'Europe/Madrid'],
    ['europe/madrid', 'en', 'Europe/Madrid'],
    ['buenos_aires', 'en', 'America/Argentina/Buenos_Aires'],
    ['aires buenos', 'en', 'America/Argentina/Buenos_Aires'],
    ['new york', 'en', 'America/New_York'],
    ['sao paulo', 'en', 'America/Sao_Paulo'],
    ['são paulo', 'en', 'America/Sao_Paulo'],
    ['Calcutta', 'en', 'Asia/Kolkata'],
    ['Kiev', 'en', 'Europe/Kyiv'],
    ['saigon', 'en', 'Asia/Ho_Chi_Minh'],
    ['Germany', 'en', 'Europe/Berlin'],
    ['Germany', 'es', 'Europe/Berlin'],
    ['Alemania', 'es', 'Europe/Berlin'],
    ['alemania berlin', 'es', 'Europe/Berlin'],
    ['japon', 'es', 'Asia/Tokyo'],
    ['ألمانيا', 'ar', 'Europe/Berlin'],
    ['Nepal', 'en', 'Asia/Kathmandu'],
    ['india', 'en', 'Asia/Kolkata'],
    ['spain ceuta', 'en', 'Africa/Ceuta'],
    ['JST', 'en', 'Asia/Tokyo'],
    ['utc', 'en', 'UTC'],
    ['+5:45', 'en', 'Asia/Kathmandu'],
  ];
  for (const [query, lang, id] of first) {
    it(`finds ${id} first for “${query}” in ${lang}`, () => expect(find(query, lang, 'Pacific/Apia')[0]).to.equal(id));
  }

  const among: [query: string, ids: string[], others: string[]][] = [
    ['CET', ['Europe/Madrid', 'Europe/Berlin', 'Africa/Algiers'], ['Europe/London', 'America/New_York']],
    ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem', 'Europe/Istanbul'], ['Europe/Madrid']],
    ['PST', ['America/Los_Angeles', 'Asia/Manila'], ['America/New_York']],
    ['est', ['America/New_York', 'America/Panama'], ['Europe/Madrid']],
    ['spain', ['Europe/Madrid', 'Africa/Ceuta', 'Atlantic/Canary'], ['Europe/Paris']],
    ['central european', ['Europe/Madrid', 'Europe/Paris'], ['Europe/London']],
    ['+5:30', ['Asia/Kolkata', 'Asia/Colombo'], ['Asia/Kathmandu']],
    ['+0530', ['Asia/Kolkata'], ['Asia/Kathmandu']],
    ['UTC+1', ['Europe/Madrid', 'Africa/Lagos', 'Europe/London'], ['Europe/Athens']],
    ['gmt +02:00', ['Europe/Athens', 'Europe/Madrid', 'Africa/Cairo'], ['Europe/London']],
    ['utc−3', ['America/Sao_Paulo', 'America/Santiago'], ['America/New_York']],
    ['-4', ['America/New_York', 'America/Santiago', 'America/Halifax'], ['America/Chicago']],
    ['-0', ['UTC', 'Europe/London'], ['Europe/Madrid']],
    ['+11', ['Australia/Sydney', 'Pacific/Noumea'], ['Australia/Brisbane']],
  ];
  for (const [query, ids, others] of among) {
    it(`finds ${ids.join(', ')} for “${query}”, and not ${others.join(', ')}`, () => {
      expect(find(query)).to.include.members(ids);
      expect(find(query)).not.to.include.members(others);
    });
  }

  for (const query of ['atlantis', '+9:17', 'madrid japan', '+99']) {
    it(`finds nothing for “${query}”`, () => expect(find(query)).to.deep.equal([]));
  }

  it('puts what is on standard time at an offset before what is only in summer', () => {
    const found = find('+1');
    expect(found.indexOf('Europe/Madrid')).to.be.lessThan(found.indexOf('Europe/London'));
  });

  it('puts the zones of an abbreviation before a city that only starts with it', () => {
    const found = find('ist');
    expect(found.indexOf('Asia/Kolkata')).to.be.lessThan(found.indexOf('Europe/Istanbul'));
  });

  it('lists all for an empty query, the viewer’s own zone first, and then in the order of cities', () => {
    const found = find('', 'en', 'Europe/Paris');
    expect(found).to.have.length(directories.get('en')!.length);
    expect(found[0]).to.equal('Europe/Paris');
    expect(found.slice(1, 3)).to.deep.equal(['Africa/Abidjan', 'Africa/Accra']);
    expect(find('central european', 'en', 'Europe/Paris')[0]).to.equal('Europe/Paris');
    expect(find('', 'en', 'Europe/Paris')).to.deep.equal(found);
  });

  it('says how many more there are', () => {
    const all = directories.get('en')!;
    expect(searchZones(all, '', '', 3)).to.include({ more: all.length - 3 });
    expect(searchZones(all, '', '', 3).found).to.have.length(3);
    expect(searchZones(all, 'madrid', '', 3)).to.include({ more: 0 });
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

  for (const [minutes, text] of [[0, 'UTC'], [60, 'UTC+1'], [330, 'UTC+5:30'], [-210, 'UTC−3:30'], [840, 'UTC+14']] as const) {
    it(`writes ${minutes} minutes as ${text}`, () => expect(offsetText(minutes)).to.equal(text));
  }
});
