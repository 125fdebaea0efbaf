/** A time zone as it can be searched for. */
export interface ZoneEntry {
  id: string;
  city: string;
  /** In the reader's language, `Central European Time`. */
  name: string;
  /** Minutes east of Greenwich, now. */
  offset: number;
}

export interface ZoneMatches {
  found: ZoneEntry[];
  /** How many more there are than were asked for. */
  more: number;
}

const offsetQuery = /^(?:utc|gmt)?\s*([+−-])\s*(\d{1,2})(?::?([0-5]\d))?$/i;

/**
 * Zones that match every word of a query, by city, id or name; best first. `+5:30`, `UTC-3` and the like match the offset.
 * The viewer's own zone comes first wherever it matches. An empty query matches all.
 */
export function searchZones(entries: readonly ZoneEntry[], query: string, viewerZone: string, limit: number): ZoneMatches {
  const offset = offsetOf(query);
  const words = fold(query).split(' ').filter(Boolean);
  const ranked: { entry: ZoneEntry; rank: number }[] = [];
  for (const entry of entries) {
    const rank = offset === undefined ? rankOf(entry, words) : entry.offset === offset ? 1 : undefined;
    if (rank !== undefined) ranked.push({ entry, rank: entry.id === viewerZone ? -1 : rank });
  }
  // The sort is stable: equals stay in the order of the entries.
  ranked.sort((a, b) => a.rank - b.rank);
  return { found: ranked.slice(0, limit).map(({ entry }) => entry), more: Math.max(0, ranked.length - limit) };
}

/** Without case, accents and punctuation. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, ' ').trim();
}

function offsetOf(query: string): number | undefined {
  const [, sign, hours, minutes] = offsetQuery.exec(query.trim()) ?? [];
  if (hours === undefined) return undefined;
  const size = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === '+' ? size : -size;
}

/** 0: the city starts with it. 1: a word of the city or id does. 2: a word of the name does. 3: it is somewhere inside. */
function rankOf(entry: ZoneEntry, words: readonly string[]): number | undefined {
  const [city, place, name] = [fold(entry.city), ` ${fold(entry.city)} ${fold(entry.id)}`, ` ${fold(entry.name)}`];
  let worst = 0;
  for (const word of words) {
    const start = ` ${word}`;
    const rank = city.startsWith(word) ? 0 : place.includes(start) ? 1 : name.includes(start) ? 2 : (place + name).includes(word) ? 3 : undefined;
    if (rank === undefined) return undefined;
    worst = Math.max(worst, rank);
  }
  return worst;
}
