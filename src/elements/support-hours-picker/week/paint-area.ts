import { minutesPerDay } from '../../../domain/local-time.js';
import type { Weekday } from '../../../domain/support-hours.js';
import { openOn, step, type Edge, type PaintedTime, type WeekHours } from './paint-week.js';

/* Where somebody is in the plain week, and what they have chosen of it. Days are places in the order of the language. */

/** The length of a cell of the keyboard, in minutes. */
export const cellLength = 30;
export const cellsPerDay = minutesPerDay / cellLength;

export interface Cell {
  day: number;
  /** 0 to 47 */
  row: number;
}

/** Days from and to, both inclusive, and the time of each. */
export interface Area {
  from: number;
  to: number;
  time: PaintedTime;
}

export function areaBetween(a: Cell, b: Cell): Area {
  return {
    from: Math.min(a.day, b.day), to: Math.max(a.day, b.day),
    time: { from: Math.min(a.row, b.row) * cellLength, to: (Math.max(a.row, b.row) + 1) * cellLength },
  };
}

export function isWithin({ from, to, time }: Area, { day, row }: Cell): boolean {
  return day >= from && day <= to && row * cellLength < time.to && (row + 1) * cellLength > time.from;
}

/** The cell that a key leads to. `undefined` for a key that leads nowhere. */
export function moveCell({ day, row }: Cell, key: string, { isRtl, isCtrl }: { isRtl: boolean; isCtrl: boolean }): Cell | undefined {
  const towardsEnd = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const moves: Record<string, Cell> = {
    ArrowUp: { day, row: row - 1 }, ArrowDown: { day, row: row + 1 },
    ArrowLeft: { day: day + (towardsEnd === 'ArrowLeft' ? 1 : -1), row }, ArrowRight: { day: day + (towardsEnd === 'ArrowRight' ? 1 : -1), row },
    PageUp: { day, row: row - 8 }, PageDown: { day, row: row + 8 },
    Home: { day: 0, row: isCtrl ? 0 : row }, End: { day: 6, row: isCtrl ? cellsPerDay - 1 : row },
  };
  const moved = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return moved && { day: Math.max(0, Math.min(6, moved.day)), row: Math.max(0, Math.min(cellsPerDay - 1, moved.row)) };
}

/** A place under a pointer. */
export interface Point {
  day: number;
  /** Not rounded. */
  minute: number;
}

export function pointIn(box: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>, x: number, y: number, isRtl: boolean): Point {
  const across = (x - box.left) / box.width;
  return {
    day: Math.max(0, Math.min(6, Math.floor((isRtl ? 1 - across : across) * 7))),
    minute: Math.max(0, Math.min(minutesPerDay, ((y - box.top) / box.height) * minutesPerDay)),
  };
}

export function cellAt({ day, minute }: Point): Cell {
  return { day, row: Math.min(cellsPerDay - 1, Math.floor(minute / cellLength)) };
}

export function snapped(minute: number): number {
  return Math.round(minute / step) * step;
}

/** What is between two points: whole quarters of an hour, at least one. */
export function areaOfDrag(a: Point, b: Point): Area {
  const low = Math.floor(Math.min(a.minute, b.minute) / step) * step;
  const high = Math.ceil(Math.max(a.minute, b.minute) / step) * step;
  return { from: Math.min(a.day, b.day), to: Math.max(a.day, b.day), time: low < high ? { from: low, to: high } : { from: Math.min(low, minutesPerDay - step), to: Math.min(low, minutesPerDay - step) + step } };
}

/** The end of an interval that is nearest to a minute of a day, within so many minutes. Where a night goes over midnight there is none. */
export function edgeNear(weekly: WeekHours, day: Weekday, minute: number, within: number): Edge | undefined {
  const edges = openOn(weekly, day).flatMap(({ from, to, row, index }) => [
    ...(row === day ? [{ row, index, side: 'open' as const, at: from }] : []),
    ...(row !== day || to < minutesPerDay || weekly[row][index].close === '24:00' ? [{ row, index, side: 'close' as const, at: to }] : []),
  ]).filter(({ at }) => Math.abs(at - minute) <= within).sort((a, b) => Math.abs(a.at - minute) - Math.abs(b.at - minute));
  return edges[0] && { row: edges[0].row, index: edges[0].index, side: edges[0].side };
}
