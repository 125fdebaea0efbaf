import { timeZoneAliases } from './time-zone-aliases.js';

/*
 * Time zones without Temporal: offsets come from `Intl.DateTimeFormat`, once for each stretch of time, and are kept.
 *
 * - An offset is in milliseconds, east positive, and constant from one transition to the next.
 * - Wall times become instants as Temporal's `compatible` does: a repeated time is its first occurrence, a skipped one
 *   moves forward by the length of the gap.
 * - A zone that the engine does not know answers `null` everywhere, and nothing throws.
 *
 * Offsets are asked for at the ends of blocks of three days; two transitions within one block would be missed. The closest
 * two in the tz database since 1970 are weeks apart.
 */

const blockLength = 2 ** 28;
const dayLength = 86_400_000;

interface Block {
  before: number;
  /** Where the offset changes within the block, and to what. */
  transition?: { at: number; after: number };
}

interface Zone {
  format: Intl.DateTimeFormat;
  canonical: string;
  offsets: Map<number, number>;
  blocks: Map<number, Block>;
}

const zones = new Map<string, Zone | null>();

function zoneOf(id: string): Zone | null {
  let zone = zones.get(id);
  if (zone === undefined) zones.set(id, (zone = createZone(id)));
  return zone;
}

function createZone(id: string): Zone | null {
  // Some engines take offsets such as +01:00 for zones; they are none, and would not be known everywhere.
  if (!/^[A-Za-z]/.test(id)) return null;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: id, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', era: 'short',
    });
    return { format, canonical: format.resolvedOptions().timeZone, offsets: new Map(), blocks: new Map() };
  } catch {
    return null;
  }
}

export function isKnownTimeZone(id: string): boolean {
  return zoneOf(id) !== null;
}

/** Whether two ids name the same zone: Asia/Calcutta and Asia/Kolkata do. Ids that the engine does not know are compared as they are. */
export function isSameTimeZone(a: string, b: string): boolean {
  return preferredId(a) === preferredId(b);
}

function preferredId(id: string): string {
  // By the table first: engines follow links of their own, and not the same ones.
  const canonical = zoneOf(id)?.canonical ?? id;
  return timeZoneAliases[id] ?? timeZoneAliases[canonical] ?? canonical;
}

function measureOffset({ format, offsets }: Zone, instant: number): number {
  const known = offsets.get(instant);
  if (known !== undefined) return known;
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = value;
  const year = parts.era?.startsWith('B') ? 1 - Number(parts.year) : Number(parts.year);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  wall.setUTCHours(Number(parts.hour) % 24, Number(parts.minute), Number(parts.second));
  const offset = wall.getTime() - Math.floor(instant / 1_000) * 1_000;
  offsets.set(instant, offset);
  return offset;
}

function blockAt(zone: Zone, index: number): Block {
  let block = zone.blocks.get(index);
  if (!block) zone.blocks.set(index, (block = createBlock(zone, index * blockLength)));
  return block;
}

function createBlock(zone: Zone, start: number): Block {
  const before = measureOffset(zone, start);
  const after = measureOffset(zone, start + blockLength);
  if (before === after) return { before };
  let low = start;
  let high = start + blockLength;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (measureOnce(zone, middle) === before) low = middle;
    else high = middle;
  }
  return { before, transition: { at: high, after } };
}

/** Measured without being kept: the steps of a bisection are not asked for again. */
function measureOnce(zone: Zone, instant: number): number {
  return measureOffset({ ...zone, offsets: new Map() }, instant);
}

/** The offset of a zone at an instant, in milliseconds east of UTC; `null` for a zone that the engine does not know. */
export function offsetAt(timeZone: string, instant: number): number | null {
  const zone = zoneOf(timeZone);
  if (!zone || !Number.isFinite(instant)) return null;
  const { before, transition } = blockAt(zone, Math.floor(instant / blockLength));
  return transition && instant >= transition.at ? transition.after : before;
}

/** The instant of a wall time, given as the milliseconds it would be in UTC. `null` for a zone that the engine does not know. */
export function instantOfWallTime(timeZone: string, wall: number): number | null {
  // A day before and after is beyond any offset, so that these are the offsets on both sides of a transition nearby.
  const before = offsetAt(timeZone, wall - dayLength);
  const after = offsetAt(timeZone, wall + dayLength);
  if (before === null || after === null) return null;
  if (before === after) return wall - before;
  for (const offset of [before, after].sort((a, b) => b - a)) {
    if (offsetAt(timeZone, wall - offset) === offset) return wall - offset;
  }
  return wall - before;
}

/** The wall time at an instant, as the milliseconds it would be in UTC. `null` for a zone that the engine does not know. */
export function wallTimeAt(timeZone: string, instant: number): number | null {
  const offset = offsetAt(timeZone, instant);
  return offset === null ? null : instant + offset;
}
