import * as z from 'zod/mini';

/*
 * Remembers in this browser whom the viewer has invited to complete the account: ids and a moment, no name and no address,
 * which the directory knows. One viewer's is nobody else's.
 */

const handoverSchema = z.looseObject({ userIds: z.array(z.string()), at: z.string() });
export type Handover = z.infer<typeof handoverSchema>;

export interface HandoverKey {
  accountId: string;
  viewerId: string;
}

const storageKey = ({ accountId, viewerId }: HandoverKey) => `portero.handover:${JSON.stringify([accountId, viewerId])}`;

export function readHandover(key: HandoverKey): Handover | undefined {
  try {
    const parsed = z.safeParse(handoverSchema, JSON.parse(localStorage.getItem(storageKey(key)) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Adds to those who are waited for already. `undefined` forgets. */
export function rememberHandover(key: HandoverKey, handover: Handover | undefined): void {
  try {
    if (!handover) localStorage.removeItem(storageKey(key));
    else localStorage.setItem(storageKey(key), JSON.stringify({ ...handover, userIds: [...new Set([...(readHandover(key)?.userIds ?? []), ...handover.userIds])] }));
  } catch {
    // Storage may be full or forbidden: then it is known for as long as the page is open.
  }
}
