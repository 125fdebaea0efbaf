import type { OnboardingGate } from '../../src/elements/onboarding-gate/onboarding-gate.js';
import type { GateStatus } from '../../src/elements/onboarding-gate/gate-status.js';

/* Compiled, not run: what TypeScript has to know about the element. */

export function listen(): void {
  const gate: OnboardingGate = document.createElement('onboarding-gate');
  gate.addEventListener('onboarding-status', function (event) {
    const { status, previous, missing }: { status: GateStatus; previous: GateStatus; missing: string[] } = event.detail;
    const own: GateStatus = this.status;
    void [status, previous, missing, own];
    // @ts-expect-error -- details carry no contact values
    void event.detail.contactInfo;
  });
  gate.addEventListener('onboarding-completed', ({ detail: { revision } }) => void revision.toUpperCase());
  gate.addEventListener('onboarding-ask', ({ detail: { missing, administratorIds, waitUntil } }) => {
    const keys: string[] = missing;
    const ids: string[] = administratorIds;
    void [keys, ids];
    waitUntil(Promise.resolve());
  });
  gate.addEventListener('onboarding-exit', ({ detail }) => detail.waitUntil(Promise.resolve()));
  gate.addEventListener('onboarding-support', ({ detail }) => void detail);
  gate.addEventListener('onboarding-error', ({ detail: { code, operation } }) => {
    const load: 'load' = operation;
    void [code.toUpperCase(), load];
  });
  gate.addEventListener('click', (event) => void event.clientX);
  gate.addEventListener('something-else', (event: Event) => void event);
  gate.removeEventListener('onboarding-status', (event) => void event.detail.status);
  gate.whenUnavailable = 'allow';
  void gate.recheck().then();
  // @ts-expect-error -- block or allow
  gate.whenUnavailable = 'ignore';
  // @ts-expect-error -- the gate says it, nobody else does
  gate.status = 'complete';
}
