import type { Reading } from '../../controllers/record-controller.js';
import type { Evaluation } from '../../domain/evaluate-contact-info.js';
import type { Misconfiguration } from '../../internal/with-account.js';

/**
 * What the gate shows now. Only `open` shows the portal; `checking` shows nothing at all, and the rest hold the portal behind
 * the modal.
 */
export type GateScene =
  | { kind: 'checking' }
  | { kind: 'open'; evaluation: Evaluation | undefined; isUnchecked: boolean }
  | { kind: 'misconfigured'; problem: Misconfiguration }
  | { kind: 'unavailable'; error: unknown; isTrying: boolean }
  | { kind: 'incomplete'; evaluation: Evaluation; reading: Reading; error: unknown };

/** Whether anything is to be shown beside the portal. */
export function isSpoken(scene: GateScene): boolean {
  if (scene.kind === 'checking') return false;
  return scene.kind !== 'open' || scene.isUnchecked || isInGrace(scene.evaluation);
}

/** Complete, and only because something that is missing does not block yet. */
export function isInGrace(evaluation: Evaluation | undefined): boolean {
  return evaluation?.complete === true && Object.values(evaluation.fields).includes('missing');
}
