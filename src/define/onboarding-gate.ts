import './context-root.js';
import './persistence.js';
import { OnboardingGate } from '../elements/onboarding-gate/onboarding-gate.js';
import { defineElement } from './define-element.js';

OnboardingGate.loaders = {
  contactInfo: () => import('./contact-info-form.js'),
  users: () => import('./users-tab.js'),
};
defineElement('onboarding-gate', OnboardingGate);
