import { expect } from 'chai';
import { gateEvents, gateStates, nextGateState, publicStatus, type GateEvent, type GateState } from '../../../src/elements/onboarding-gate/gate-status.js';

/** Every state times every event: what is not here is a change nobody decided on. */
const expected: Record<GateState, Record<GateEvent, GateState>> = {
  checking: { begin: 'checking', remember: 'remembered', recheck: 'checking', 'found-complete': 'complete', 'found-incomplete': 'incomplete', fail: 'unavailable' },
  remembered: { begin: 'checking', remember: 'remembered', recheck: 'remembered', 'found-complete': 'complete', 'found-incomplete': 'incomplete', fail: 'complete' },
  incomplete: { begin: 'checking', remember: 'incomplete', recheck: 'incomplete', 'found-complete': 'complete', 'found-incomplete': 'incomplete', fail: 'incomplete' },
  complete: { begin: 'checking', remember: 'complete', recheck: 'remembered', 'found-complete': 'complete', 'found-incomplete': 'complete', fail: 'complete' },
  unavailable: { begin: 'checking', remember: 'unavailable', recheck: 'unavailable', 'found-complete': 'complete', 'found-incomplete': 'incomplete', fail: 'unavailable' },
};

describe('gate status', () => {
  for (const state of gateStates) {
    for (const event of gateEvents) {
      it(`${state}, ${event}: ${expected[state][event]}`, () => {
        expect(nextGateState(state, event)).to.equal(expected[state][event]);
      });
    }
  }

  it('closes over a portal in use only after a new beginning or a recheck', () => {
    for (const event of gateEvents) {
      const next = publicStatus(nextGateState('complete', event));
      expect(next === 'complete' || event === 'begin', event).to.equal(true);
    }
  });

  it('opens after no sequence of events that has no complete reading and no memory in it', () => {
    const closing = gateEvents.filter((event) => event !== 'found-complete' && event !== 'remember');
    const reached = new Set<GateState>(['checking']);
    for (let round = 0; round < gateStates.length; round += 1) {
      for (const state of [...reached]) for (const event of closing) reached.add(nextGateState(state, event));
    }
    expect([...reached].map(publicStatus)).not.to.include('complete');
  });
});
