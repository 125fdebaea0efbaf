/** Details of a request: `waitUntil` holds the effect until the promise settles; one that rejects cancels it. */
export interface WaitUntil {
  waitUntil(promise: PromiseLike<unknown>): void;
}

/** Announces a fact: something that has happened and can no longer be stopped. */
export function emitFact<D>(target: EventTarget, type: string, detail: D): void {
  target.dispatchEvent(new CustomEvent<D>(type, { detail, bubbles: true, composed: true }));
}

/** Asks before something happens. Resolves to whether it may: nobody cancelled, and everything that was waited for went well. */
export async function emitRequest<D extends object>(target: EventTarget, type: string, detail: D): Promise<boolean> {
  const waiting: PromiseLike<unknown>[] = [];
  const event = new CustomEvent<D & WaitUntil>(type, {
    detail: { ...detail, waitUntil: (promise) => void waiting.push(promise) },
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  target.dispatchEvent(event);
  const outcomes = await Promise.allSettled(waiting);
  // Read after the waiting: a host may still cancel while it is held.
  return !event.defaultPrevented && outcomes.every((outcome) => outcome.status === 'fulfilled');
}
