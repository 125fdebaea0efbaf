import { offsetAt, transitionsBetween } from '../zoned-time.js';

/*
 * A VTIMEZONE (RFC 5545, 3.6.5) for a stretch of time: each change of the offset as it happens, and no rule, for what a zone
 * will do later nobody knows. Changes between the same two offsets are one observance with several dates.
 */

/** The lines of the component. The zone is known; instants are in milliseconds. */
export function timeZoneLines(timeZone: string, from: number, to: number): string[] {
  const first = offsetAt(timeZone, from)!;
  const observances = new Map<string, { kind: 'STANDARD' | 'DAYLIGHT'; before: number; after: number; walls: number[] }>();
  for (const { at, before, after } of transitionsBetween(timeZone, from, to)) {
    const key = `${before} ${after}`;
    // Told in the time before the change, as onsets are.
    const wall = at + before;
    const same = observances.get(key);
    if (same) same.walls.push(wall);
    else observances.set(key, { kind: after > before ? 'DAYLIGHT' : 'STANDARD', before, after, walls: [wall] });
  }
  return [
    'BEGIN:VTIMEZONE', `TZID:${timeZone}`,
    ...observanceLines('STANDARD', first, first, [from + first]),
    ...[...observances.values()].flatMap(({ kind, before, after, walls }) => observanceLines(kind, before, after, walls)),
    'END:VTIMEZONE',
  ];
}

function observanceLines(kind: 'STANDARD' | 'DAYLIGHT', before: number, after: number, [first, ...others]: number[]): string[] {
  return [
    `BEGIN:${kind}`, `DTSTART:${localDateTime(first)}`, ...(others.length > 0 ? [`RDATE:${others.map(localDateTime).join(',')}`] : []),
    `TZOFFSETFROM:${offsetText(before)}`, `TZOFFSETTO:${offsetText(after)}`, `END:${kind}`,
  ];
}

/** A wall time, as the milliseconds it would be in UTC: `20261225T090000`. */
export function localDateTime(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** An instant in milliseconds: `20261225T090000Z`. */
export function utcDateTime(instant: number): string {
  return `${localDateTime(instant)}Z`;
}

function offsetText(offset: number): string {
  const seconds = Math.abs(Math.round(offset / 1_000));
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(seconds / 3_600)}${two((seconds / 60) % 60)}${seconds % 60 ? two(seconds % 60) : ''}`;
}
