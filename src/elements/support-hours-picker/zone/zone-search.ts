import { foldText } from '../../../domain/fold-text.js';

/** A time zone as it can be searched for. */
export interface ZoneEntry {
  readonly id: string;
  readonly city: string;
  /** In the reader's language; empty for a zone of no country. */
  readonly country: string;
  readonly countryInEnglish: string;
  /** Other words that it is found by: other ids of the same zone, the code of its country. */
  readonly aliases: string;
  /** In use there, with spaces between them: `CET CEST`. */
  readonly abbreviations: string;
  /** In the reader's language, `Central European Time`; empty where it has none, and until it has been asked for. */
  readonly name: string;
  /** Missing until they have been asked for. */
  readonly offsets?: ZoneOffsets;
}

/** Minutes east of Greenwich. */
export interface ZoneOffsets {
  readonly now: number;
  /** The smaller and the larger one of the year; the same where clocks stay as they are. */
  readonly standard: number;
  readonly summer: number;
}

export interface ZoneMatches {
  found: ZoneEntry[];
  /** How many more there are than were asked for. */
  more: number;
}

const offsetQuery = /^(?:utc|gmt)?\s*([+−-])\s*(\d{1,2})(?:[:.]?([0-5]\d))?$/i;

/**
 * Zones that match every word of a query, best first: by city, abbreviation, country, id, other ids or name. `+5:30`, `UTC-3`
 * and the like match either offset of the year. The viewer's own zone comes first wherever it matches; what matches equally
 * well stays in the order of the entries. An empty query matches all.
 */
export function searchZones(entries: readonly ZoneEntry[], query: string, viewerZone: string, limit: number): ZoneMatches {
  const offset = offsetOf(query);
  const words = fold(query).split(' ').filter(Boolean);
  const ranked: { entry: ZoneEntry; rank: number }[] = [];
  for (const entry of entries) {
    const rank = offset === undefined ? rankOf(keysOf(entry), words) : rankOfOffset(entry, offset);
    if (rank !== undefined) ranked.push({ entry, rank: entry.id === viewerZone ? -1 : rank });
  }
  ranked.sort((a, b) => a.rank - b.rank);
  return { found: ranked.slice(0, limit).map(({ entry }) => entry), more: Math.max(0, ranked.length - limit) };
}

/** Without case, accents and punctuation. */
function fold(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{M}\p{N}+]+/gu, ' ').trim();
}

function offsetOf(query: string): number | undefined {
  const [, sign, hours, minutes] = offsetQuery.exec(query.trim()) ?? [];
  if (hours === undefined) return undefined;
  const size = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === '+' ? size : -size;
}

/** What holds for the standard time of the zone is meant more often than what holds for its summer. */
function rankOfOffset({ offsets }: ZoneEntry, offset: number): number | undefined {
  // -0 and 0 are the same offset.
  if (offsets?.standard === offset + 0) return 0;
  return offsets?.summer === offset + 0 ? 1 : undefined;
}

/** The folded texts of an entry, each with a space before it, so that words are found by where they begin. */
interface ZoneKeys {
  city: string;
  abbreviations: string;
  /** In both languages. */
  countries: readonly string[];
  other: string;
  name: string;
}

const keys = new WeakMap<ZoneEntry, ZoneKeys>();

/** Entries do not change: each is folded once, and not at every key. */
function keysOf(entry: ZoneEntry): ZoneKeys {
  let found = keys.get(entry);
  if (!found) {
    const [city, abbreviations, own, english, other, name] = [
      entry.city, entry.abbreviations, entry.country, entry.countryInEnglish, `${entry.id} ${entry.aliases}`, entry.name,
    ].map((text) => ` ${fold(text)}`);
    keys.set(entry, (found = { city, abbreviations, countries: [own, english], other, name }));
  }
  return found;
}

/**
 * How well the worst word fits. 0: it is the city, the country or an abbreviation. 1: the city starts with it. 2: a word of the
 * city or country does. 3: one of another id does. 4: one of the name or abbreviations does. 5: it is inside one of these.
 */
function rankOf({ city, abbreviations, countries, other, name }: ZoneKeys, words: readonly string[]): number | undefined {
  const isWhole = (text: string) => city === text || countries.includes(text);
  if (isWhole(` ${words.join(' ')}`)) return 0;
  let worst = 0;
  for (const word of words) {
    const start = ` ${word}`;
    const startsOne = (texts: readonly string[]) => texts.some((text) => text.includes(start));
    const rank = isWhole(start) || `${abbreviations} `.includes(`${start} `) ? 0
      : city.startsWith(start) ? 1
      : startsOne([city, ...countries]) ? 2
      : startsOne([other]) ? 3
      : startsOne([name, abbreviations]) ? 4
      : [city, ...countries, other, name].some((text) => text.includes(word)) ? 5 : undefined;
    if (rank === undefined) return undefined;
    worst = Math.max(worst, rank);
  }
  return worst;
}
