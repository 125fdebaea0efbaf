import { canonicalTimeZone, cityOf } from './zone-label.js';
import type { ZoneEntry } from './zone-search.js';

/*
 * The engine's time zones, to be searched. Loaded when a list of them is opened for the first time. A zone's name and offset
 * each take the engine a moment, so they are asked for in small portions; until then the zones are found by city and id.
 */

const portion = 40;

export class ZoneDirectory {
  readonly entries: readonly ZoneEntry[];
  /** When every zone has its name and offset. */
  readonly ready: Promise<void>;
  isReady = false;

  constructor(lang: string, at: Date) {
    const order = new Intl.Collator(lang);
    this.entries = zoneIds()
      .map((id) => ({ id, city: cityOf(id), name: '', offset: Number.NaN }))
      .sort((a, b) => order.compare(a.city, b.city));
    this.ready = this.#describe(lang, at);
  }

  async #describe(lang: string, at: Date): Promise<void> {
    for (let start = 0; start < this.entries.length; start += portion) {
      await new Promise((resolve) => setTimeout(resolve));
      for (const entry of this.entries.slice(start, start + portion)) Object.assign(entry, describeZone(lang, entry.id, at));
    }
    this.isReady = true;
  }
}

const directories = new Map<string, ZoneDirectory>();

/** One for each language and day: offsets change with the seasons. */
export function zoneDirectory(lang: string, at: Date): ZoneDirectory {
  const key = `${lang} ${at.toISOString().slice(0, 10)}`;
  let directory = directories.get(key);
  if (!directory) directories.set(key, (directory = new ZoneDirectory(lang, at)));
  return directory;
}

/** Engines differ in ids and count, and Chromium leaves UTC out. A zone is listed once, under its preferred name. */
function zoneIds(): string[] {
  const listed = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([...listed, 'UTC'].map(canonicalTimeZone))];
}

/** One formatter gives both: the name, and the wall time that the offset follows from. */
export function describeZone(lang: string, timeZone: string, at: Date): Pick<ZoneEntry, 'name' | 'offset'> {
  const locale = new Intl.Locale(lang, { numberingSystem: 'latn', calendar: 'gregory' });
  const format = new Intl.DateTimeFormat(locale, {
    timeZone, timeZoneName: 'longGeneric', hourCycle: 'h23',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const wall = Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day), Number(parts.hour), Number(parts.minute));
  return { name: parts.timeZoneName ?? '', offset: wall / 60_000 - Math.floor(at.getTime() / 60_000) };
}
