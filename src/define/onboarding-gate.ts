import './context-root.js';
import './persistence.js';
import { OnboardingGate } from '../elements/onboarding-gate/onboarding-gate.js';
import { onDemand } from '../ports/on-demand.js';
import { defineElement } from './define-element.js';

OnboardingGate.loaders = {
  contactInfo: onDemand(() => import('./contact-info-form.js')),
  users: onDemand(() => import('./users-tab.js')),
};
defineElement('onboarding-gate', OnboardingGate);
