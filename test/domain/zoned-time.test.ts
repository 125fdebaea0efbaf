import { expect } from 'chai';
import { Temporal } from 'temporal-polyfill';
import { instantOfWallTime, isKnownTimeZone, isSameTimeZone, offsetAt, wallTimeAt } from '../../src/domain/zoned-time.js';
import boundaryCases from '../data/hours/dst-boundary-cases.json' with { type: 'json' };
import aliases from '../data/timezones/tz_alias.json' with { type: 'json' };
import transitions from '../data/timezones/tz_transitions_2020_2037.json' with { type: 'json' };

const minute = 60_000;
const hour = 60 * minute;

/** Zones that the engine knows too; it may be older or newer than the table. */
const zones = Object.entries(transitions as unknown as Record<string, { base: number; t: [at: number, before: number, after: number][] }>)
  .filter(([zone]) => isKnownTimeZone(zone));

function wall(text: string): number {
  const [date, time] = text.split('T');
  const [hours, minutes] = time.split(':').map(Number);
  return Date.parse(`${date}T00:00Z`) + hours * hour + minutes * minute;
}

/** Temporal’s answer, from the same engine’s data. */
function temporalInstant(zone: string, at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

function temporalOffset(zone: string, instant: number): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}

describe('offsetAt', () => {
  it('agrees with the tz database on both sides of its transitions from 2020 to 2037', () => {
    let compared = 0;
    const differing: string[] = [];
    for (const [zone, { t }] of zones) {
      for (const [at, before, after] of t) {
        compared += 2;
        if (offsetAt(zone, at * 1_000 - 1) !== before * minute) differing.push(`${zone} before ${at}`);
        if (offsetAt(zone, at * 1_000) !== after * minute) differing.push(`${zone} from ${at}`);
      }
    }
    expect(compared).to.be.greaterThan(12_000);
    // An engine with another release of the database differs in a few zones, and Temporal then differs with us.
    const ours = differing.filter((one) => {
      const [zone, side, at] = one.split(' ');
      const instant = Number(at) * 1_000 - (side === 'before' ? 1 : 0);
      return offsetAt(zone, instant) !== temporalOffset(zone, instant);
    });
    expect(ours).to.deep.equal([]);
    expect(differing.length / compared).to.be.lessThan(0.05);
  });

  it('knows zones without transitions', () => {
    const still = zones.filter(([, { t }]) => t.length === 0).map(([zone, { base }]) => [zone, base * minute]);
    expect(still.length).to.be.greaterThan(100);
    const at = Date.UTC(2030, 5, 1);
    expect(still.filter(([zone, offset]) => offsetAt(zone as string, at) !== offset && offsetAt(zone as string, at) !== temporalOffset(zone as string, at))).to.deep.equal([]);
  });

  it('knows offsets of seconds, before 1900 and before the common era', () => {
    for (const instant of [Date.UTC(1850, 0, 1), Date.UTC(-50, 0, 1), -1]) {
      expect(offsetAt('Europe/Amsterdam', instant), String(instant)).to.equal(temporalOffset('Europe/Amsterdam', instant));
    }
  });

  it('is null where nothing can be said', () => {
    for (const zone of ['Mars/Olympus_Mons', '', '+01:00', '-0500', 'Europe/Madrid '] ) expect(offsetAt(zone, 0), zone).to.equal(null);
    expect(offsetAt('Europe/Madrid', Number.NaN)).to.equal(null);
  });
});

describe('instantOfWallTime', () => {
  it('is Temporal’s “compatible” around transitions', () => {
    let compared = 0;
    const differing: string[] = [];
    for (const [zone, { t }] of zones) {
      // Zones repeat from year to year; three years of each hold every kind of transition.
      for (const [at, before, after] of t.filter(([seconds]) => seconds >= 1_735_689_600 && seconds < 1_830_297_600)) {
        const low = at * 1_000 + Math.min(before, after) * minute;
        const high = at * 1_000 + Math.max(before, after) * minute;
        for (const wallTime of [low - 1, low, (low + high) / 2, high - 1, high]) {
          compared += 1;
          if (instantOfWallTime(zone, wallTime) !== temporalInstant(zone, wallTime)) differing.push(`${zone} ${new Date(wallTime).toISOString()}`);
        }
      }
    }
    expect(compared).to.be.greaterThan(3_000);
    expect(differing).to.deep.equal([]);
  });

  for (const entry of boundaryCases) {
    const { zone, local, expectLocal, expectInstant, why } = entry as { zone: string; local?: string; expectLocal?: string; expectInstant?: string; why: string };
    if (!local) continue;
    it(`${zone} ${local}: ${why}`, () => {
      const instant = instantOfWallTime(zone, wall(local));
      expect(instant).not.to.equal(null);
      if (expectInstant) expect(instant).to.equal(Date.parse(expectInstant));
      if (expectLocal) expect(wallTimeAt(zone, instant!)).to.equal(wall(expectLocal));
    });
  }

  it('is the same wall time again, unless that was skipped', () => {
    for (const zone of ['Europe/Madrid', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC']) {
      for (let wallTime = Date.UTC(2026, 2, 27); wallTime < Date.UTC(2026, 3, 7); wallTime += 30 * minute) {
        const again = wallTimeAt(zone, instantOfWallTime(zone, wallTime)!)!;
        expect(again - wallTime, `${zone} ${new Date(wallTime).toISOString()}`).to.be.oneOf([0, 30 * minute, hour]);
      }
    }
  });

  it('is null for a zone that is not known', () => {
    expect(instantOfWallTime('Mars/Olympus_Mons', 0)).to.equal(null);
    expect(wallTimeAt('Mars/Olympus_Mons', 0)).to.equal(null);
  });
});

describe('isSameTimeZone', () => {
  it('knows every alias of the table', () => {
    const differing = Object.entries(aliases.alias as Record<string, string>).filter(([alias, zone]) => !isSameTimeZone(alias, zone));
    expect(differing).to.deep.equal([]);
  });

  it('knows the names that IANA prefers', () => {
    const differing = Object.entries(aliases.ianaPreferred as Record<string, string>).filter(([old, preferred]) => !isSameTimeZone(old, preferred));
    expect(differing).to.deep.equal([]);
  });

  it('tells zones apart that only look alike', () => {
    expect(isSameTimeZone('Europe/Madrid', 'Europe/Paris')).to.equal(false);
    expect(isSameTimeZone('Etc/GMT+5', 'Etc/GMT-5')).to.equal(false);
  });

  it('does not mind case, and compares what it does not know as it is', () => {
    expect(isSameTimeZone('europe/madrid', 'Europe/Madrid')).to.equal(true);
    expect(isSameTimeZone('Mars/Olympus_Mons', 'Mars/Olympus_Mons')).to.equal(true);
    expect(isSameTimeZone('Mars/Olympus_Mons', 'Europe/Madrid')).to.equal(false);
  });
});
