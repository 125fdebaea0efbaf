import { timeZoneAliases } from '../../../domain/time-zone-aliases.js';
import { isKnownTimeZone } from '../../../domain/zoned-time.js';
import { zonesByAbbreviations, zonesByCountry } from './zone-data.js';
import { canonicalTimeZone, cityOf } from './zone-label.js';
import type { ZoneEntry, ZoneOffsets } from './zone-search.js';

/*
 * The engine's time zones, to be searched. Loaded when a list of them is opened for the first time. A zone's name and offsets
 * take the engine a moment each, so they are asked for in small portions and the keyboard is never kept waiting; until then the
 * zones are found by city, country, id and abbreviation.
 */

const portion = 15;

/** Owns the entries of one language at one hour. Entries are replaced when they are described, and never change. */
export class ZoneDirectory {
  readonly #entries: ZoneEntry[];
  /** When every zone has its name and offsets. */
  readonly ready: Promise<void>;
  isReady = false;

  constructor(lang: string, at: Date) {
    const order = new Intl.Collator(lang);
    this.#entries = createEntries(lang).sort((a, b) => order.compare(a.city, b.city));
    this.ready = this.#describe(lang, at);
  }

  get entries(): readonly ZoneEntry[] {
    return this.#entries;
  }

  async #describe(lang: string, at: Date): Promise<void> {
    for (let start = 0; start < this.#entries.length; start += portion) {
      await new Promise((resolve) => setTimeout(resolve));
      for (const [index, entry] of this.#entries.slice(start, start + portion).entries()) {
        this.#entries[start + index] = { ...entry, ...describeZone(lang, entry.id, at) };
      }
    }
    this.isReady = true;
  }
}

const directories = new Map<string, { hour: string; directory: ZoneDirectory }>();

/** One for each language, made anew when it is another hour: that is when clocks change. */
export function zoneDirectory(lang: string, at: Date): ZoneDirectory {
  const hour = at.toISOString().slice(0, 13);
  let made = directories.get(lang);
  if (made?.hour !== hour) directories.set(lang, (made = { hour, directory: new ZoneDirectory(lang, at) }));
  return made.directory;
}

function createEntries(lang: string): ZoneEntry[] {
  const countries = byZone(zonesByCountry);
  const abbreviations = byZone(zonesByAbbreviations);
  const otherIds = new Map<string, string[]>();
  for (const [alias, id] of Object.entries(timeZoneAliases)) otherIds.set(id, [...(otherIds.get(id) ?? []), alias]);
  const [own, english] = [lang, 'en'].map((locale) => new Intl.DisplayNames(locale, { type: 'region' }));
  return zoneIds([...countries.keys()]).map((id) => {
    const code = countries.get(id);
    const [country, countryInEnglish] = [own, english].map((names) => (code && names.of(code)) ?? '');
    const aliases = [code ?? '', ...(otherIds.get(id) ?? [])].join(' ');
    return { id, city: cityOf(id), country, countryInEnglish, aliases, abbreviations: abbreviations.get(id) ?? '', name: '' };
  });
}

/** Turns `{ ES: 'Africa/Ceuta Europe/Madrid' }` around; ids as we prefer them. */
function byZone(zones: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(zones).flatMap(([key, ids]) => ids.split(' ').map((id): [string, string] => [canonicalTimeZone(id), key])));
}

/**
 * Engines differ in ids and count, and Chromium leaves UTC out. A zone is listed once, under its preferred name. Those that are in
 * our data and not in the engine's list are offered where the engine knows them all the same.
 */
function zoneIds(known: readonly string[]): string[] {
  const engine = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  const listed = new Set([...engine, 'UTC'].map(canonicalTimeZone));
  return [...listed, ...known.filter((id) => !listed.has(id) && isKnownTimeZone(id))];
}

/** One formatter gives both: the name, and the wall times that the offsets follow from. */
export function describeZone(lang: string, timeZone: string, at: Date): { name: string; offsets: ZoneOffsets } {
  const locale = new Intl.Locale(lang, { numberingSystem: 'latn', calendar: 'gregory' });
  const format = new Intl.DateTimeFormat(locale, {
    timeZone, timeZoneName: 'longGeneric', hourCycle: 'h23',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  });
  const partsAt = (time: number) => Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const offsetAt = (time: number) => {
    const parts = partsAt(time);
    const wall = Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day), Number(parts.hour), Number(parts.minute));
    return wall / 60_000 - Math.floor(time / 60_000);
  };
  const [now, january, july] = [at.getTime(), Date.UTC(at.getUTCFullYear(), 0, 1), Date.UTC(at.getUTCFullYear(), 6, 1)].map(offsetAt);
  const name = partsAt(at.getTime()).timeZoneName ?? '';
  return {
    // Where a zone has no name engines give its offset, which is said anyway.
    name: /\d/.test(name) ? '' : name,
    offsets: { now, standard: Math.min(january, july), summer: Math.max(january, july) },
  };
}
