import type { ContactInfo } from '../../src/domain/contact-info.js';
import type { Operation } from './writer.js';

/** One revision that was stored, in the order in which they were. */
export interface Revision {
  revision: string;
  contactInfo: ContactInfo;
}

/** Clocks of pages are not finer than this, in milliseconds. */
const accuracy = 2;

/**
 * What contradicts that every operation happened at one moment between its beginning and its end. As the order of writes is known,
 * that is so exactly where
 *
 * - each revision was made from the one before it, by one write, and each write made one at most;
 * - whatever was acknowledged is there;
 * - nothing that began after another operation had ended comes before it: no older write, and no older reading.
 */
export function contradictionsIn(revisions: readonly Revision[], operations: readonly Operation[]): string[] {
  const found: string[] = [];
  const positions = new Map<string | null, number>([[null, 0], ...revisions.map(({ revision }, index) => [revision, index + 1] as const)]);
  const writes = new Map(operations.flatMap((one) => (one.token === undefined ? [] : [[one.token, one] as const])));
  const made = new Map<string, number>();

  revisions.forEach(({ contactInfo }, index) => {
    const before = revisions[index - 1]?.contactInfo ?? {};
    const token = String(contactInfo.everybody);
    const write = writes.get(token);
    if (!write) return void found.push(`revision ${index + 1} holds ${token}, which nobody wrote`);
    if (made.has(token)) found.push(`${token} was written twice`);
    made.set(token, index + 1);
    const expected = { ...before, [`tab${write.tab}`]: token, everybody: token };
    if (!isSame(contactInfo, expected)) found.push(`revision ${index + 1} is not the one before it with ${token}`);
  });

  /** Where each operation happened, as far as it is known. */
  const placed: { operation: Operation; position: number }[] = [];
  for (const operation of operations) {
    const { kind, outcome, token, revision } = operation;
    if (kind === 'read') {
      const position = positions.get(revision!);
      if (position === undefined) found.push(`a revision was read that was never stored: ${revision}`);
      else placed.push({ operation, position });
      continue;
    }
    const position = made.get(token!);
    if (outcome === 'done' && position === undefined) found.push(`${token} was acknowledged, and is lost`);
    if (outcome === 'done' && position !== undefined && positions.get(revision!) !== position) found.push(`${token} was acknowledged with a revision that is another’s`);
    if (position !== undefined) placed.push({ operation, position });
  }
  found.push(...outOfOrder(placed));
  return found;
}

/** Walks time: what begins after something had ended must not come before it. */
function outOfOrder(placed: { operation: Operation; position: number }[]): string[] {
  const found: string[] = [];
  // What nobody knows the end of may have happened at any time after its beginning.
  const ends = placed.filter(({ operation }) => operation.outcome === 'done').sort((a, b) => a.operation.end - b.operation.end);
  const begins = [...placed].sort((a, b) => a.operation.begin - b.operation.begin);
  let latest: { operation: Operation; position: number } | undefined;
  let next = 0;
  for (const one of begins) {
    while (next < ends.length && ends[next].operation.end + accuracy < one.operation.begin) {
      if (!latest || ends[next].position > latest.position) latest = ends[next];
      next += 1;
    }
    const isWrite = one.operation.kind === 'write';
    if (latest && (isWrite ? one.position <= latest.position : one.position < latest.position)) {
      found.push(`${nameOf(one)} began after ${nameOf(latest)} had ended, and comes before it`);
    }
  }
  return found;
}

function nameOf({ operation: { kind, tab, token }, position }: { operation: Operation; position: number }): string {
  return kind === 'read' ? `a reading of revision ${position} by tab ${tab}` : `${token}, revision ${position},`;
}

function isSame(a: ContactInfo, b: ContactInfo): boolean {
  const sorted = (value: ContactInfo) => JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  return sorted(a) === sorted(b);
}
