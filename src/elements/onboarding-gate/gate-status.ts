/*
 * The gate's states as data. `remembered` is shown to hosts as `complete`: an account that was complete when last seen
 * opens at once and is verified behind the portal, and only that verification may still close it.
 *
 * - Only `complete` and `remembered` show the portal (and `unavailable`, where the host allows it).
 * - Nothing but a new beginning leaves `complete`: the gate never closes over a portal in use.
 * - What is not in the table changes nothing.
 */

export const gateStatuses = ['checking', 'incomplete', 'complete', 'unavailable'] as const;
export type GateStatus = (typeof gateStatuses)[number];

export const gateStates = ['checking', 'remembered', 'incomplete', 'complete', 'unavailable'] as const;
export type GateState = (typeof gateStates)[number];

/** `begin`: another account, environment, integration type or requirements. `recheck`: the host asks again about the same. */
export const gateEvents = ['begin', 'remember', 'recheck', 'found-complete', 'found-incomplete', 'fail'] as const;
export type GateEvent = (typeof gateEvents)[number];

export const gateTransitions: Readonly<Record<GateState, Partial<Record<GateEvent, GateState>>>> = {
  checking: { remember: 'remembered', 'found-complete': 'complete', 'found-incomplete': 'incomplete', fail: 'unavailable' },
  remembered: { begin: 'checking', 'found-complete': 'complete', 'found-incomplete': 'incomplete', fail: 'complete' },
  incomplete: { begin: 'checking', 'found-complete': 'complete' },
  complete: { begin: 'checking', recheck: 'remembered' },
  unavailable: { begin: 'checking', 'found-complete': 'complete', 'found-incomplete': 'incomplete' },
};

export function nextGateState(state: GateState, event: GateEvent): GateState {
  return gateTransitions[state][event] ?? state;
}

export function publicStatus(state: GateState): GateStatus {
  return state === 'remembered' ? 'complete' : state;
}
