/** Values before and after the present one, nearest last and first. Immutable: every step gives another history. */
export interface EditHistory<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

/** Older steps are forgotten: somebody who undoes a hundred of them wants the form's reset. */
const limit = 100;

export function startHistory<T>(present: T): EditHistory<T> {
  return { past: [], present, future: [] };
}

/** A change; what was undone before it can no longer be redone. */
export function recordEdit<T>({ past, present }: EditHistory<T>, next: T): EditHistory<T> {
  return { past: [...past, present].slice(-limit), present: next, future: [] };
}

export function canUndo({ past }: EditHistory<unknown>): boolean {
  return past.length > 0;
}

export function canRedo({ future }: EditHistory<unknown>): boolean {
  return future.length > 0;
}

/** The same history where there is nothing to undo. */
export function undoEdit<T>(history: EditHistory<T>): EditHistory<T> {
  const { past, present, future } = history;
  return past.length === 0 ? history : { past: past.slice(0, -1), present: past[past.length - 1], future: [present, ...future] };
}

/** The same history where there is nothing to redo. */
export function redoEdit<T>(history: EditHistory<T>): EditHistory<T> {
  const { past, present, future } = history;
  return future.length === 0 ? history : { past: [...past, present], present: future[0], future: future.slice(1) };
}
