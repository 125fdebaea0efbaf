import type { WaitUntil } from '../../internal/emit.js';
import type { GateStatus } from './gate-status.js';

/** The gate's status changed. */
export interface OnboardingStatusDetail {
  status: GateStatus;
  previous: GateStatus;
  /** Keys of required fields that are not complete. */
  missing: string[];
}

/** What was incomplete is complete, read back from the store. Once for an account, environment and requirements. */
export interface OnboardingCompletedDetail {
  revision: string;
}

/** The person wants to leave without completing it; cancel to do something else than go to `exit-href`. */
export type OnboardingExitDetail = WaitUntil;

/** The person may not complete it and asks those who may; cancel to say that they were not asked. How they hear of it is the host's. */
export interface OnboardingAskDetail extends WaitUntil {
  /** Keys of what is missing. */
  missing: string[];
  /** Ids of active users whose role may complete it, twenty at most; none where the directory cannot be read. */
  administratorIds: string[];
}

/** The person follows the support link. */
export type OnboardingSupportDetail = Record<string, never>;

/** Reading the account failed. `code` is a `PersistenceErrorCode`. */
export interface OnboardingErrorDetail {
  code: string;
  operation: 'load';
}

export interface OnboardingGateEventMap extends HTMLElementEventMap {
  'onboarding-status': CustomEvent<OnboardingStatusDetail>;
  'onboarding-completed': CustomEvent<OnboardingCompletedDetail>;
  'onboarding-ask': CustomEvent<OnboardingAskDetail>;
  'onboarding-exit': CustomEvent<OnboardingExitDetail>;
  'onboarding-support': CustomEvent<OnboardingSupportDetail>;
  'onboarding-error': CustomEvent<OnboardingErrorDetail>;
}
