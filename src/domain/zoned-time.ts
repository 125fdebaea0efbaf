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
  steady: Steady;
}

/** A stretch of time with one offset, half open; what was asked last is most often near what is asked next. */
interface Steady {
  from: number;
  to: number;
  offset: number;
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
    return { format, canonical: format.resolvedOptions().timeZone, offsets: new Map(), blocks: new Map(), steady: { from: 0, to: 0, offset: 0 } };
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
  return zone && Number.isFinite(instant) ? offsetIn(zone, instant) : null;
}

function offsetIn(zone: Zone, instant: number): number {
  const { steady } = zone;
  if (instant >= steady.from && instant < steady.to) return steady.offset;
  const index = Math.floor(instant / blockLength);
  const { before, transition } = blockAt(zone, index);
  if (transition) return instant >= transition.at ? transition.after : before;
  remember(zone, { from: index * blockLength, to: (index + 1) * blockLength, offset: before });
  return before;
}

/** Stretches that meet become one, so that they grow where they are used. */
function remember(zone: Zone, next: Steady): void {
  const { steady } = zone;
  const meets = next.offset === steady.offset && next.from <= steady.to && steady.from <= next.to;
  zone.steady = meets ? { ...next, from: Math.min(next.from, steady.from), to: Math.max(next.to, steady.to) } : next;
}

/** The instant of a wall time, given as the milliseconds it would be in UTC. `null` for a zone that the engine does not know. */
export function instantOfWallTime(timeZone: string, wall: number): number | null {
  const zone = zoneOf(timeZone);
  return zone && Number.isFinite(wall) ? instantIn(zone, wall) : null;
}

function instantIn(zone: Zone, wall: number): number {
  const { steady } = zone;
  // A day before and after is beyond any offset, so that these are the offsets on both sides of a transition nearby.
  if (wall - dayLength >= steady.from && wall + dayLength < steady.to) return wall - steady.offset;
  const before = offsetIn(zone, wall - dayLength);
  const after = offsetIn(zone, wall + dayLength);
  if (before === after) return wall - before;
  for (const offset of [before, after].sort((a, b) => b - a)) {
    if (offsetIn(zone, wall - offset) === offset) return wall - offset;
  }
  return wall - before;
}

/** The same for many wall times of one zone, which is then looked up once. `null` for a zone that the engine does not know. */
export function wallClockOf(timeZone: string): ((wall: number) => number) | null {
  const zone = zoneOf(timeZone);
  return zone && ((wall) => instantIn(zone, wall));
}

/** The wall time at an instant, as the milliseconds it would be in UTC. `null` for a zone that the engine does not know. */
export function wallTimeAt(timeZone: string, instant: number): number | null {
  const offset = offsetAt(timeZone, instant);
  return offset === null ? null : instant + offset;
}

/** Whether a zone is known to keep one offset between two instants. `false` may only mean that nobody has asked for it yet. */
export function isSteadyBetween(timeZone: string, from: number, to: number): boolean {
  const steady = zoneOf(timeZone)?.steady;
  return steady !== undefined && from >= steady.from && to < steady.to;
}

export interface Transition {
  at: number;
  /** Offsets in milliseconds east of UTC. */
  before: number;
  after: number;
}

/** Where a zone's offset changes, after `from` and up to `to`. None for a zone that the engine does not know. */
export function transitionsBetween(timeZone: string, from: number, to: number): Transition[] {
  const zone = zoneOf(timeZone);
  if (!zone || !Number.isFinite(from) || !Number.isFinite(to)) return [];
  const found: Transition[] = [];
  for (let index = Math.floor(from / blockLength); index * blockLength <= to; index += 1) {
    const { before, transition } = blockAt(zone, index);
    if (transition && transition.at > from && transition.at <= to) found.push({ ...transition, before });
  }
  return found;
}
