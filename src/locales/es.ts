import type { LocaleMessages } from '../internal/messages.js';
import { address } from './es/address.js';
import { contactInfoForm } from './es/contact-info-form.js';
import { contactsField } from './es/contacts-field.js';
import { onboardingGate } from './es/onboarding-gate.js';
import { shared } from './es/shared.js';
import { supportHoursPicker } from './es/support-hours-picker.js';
import { usersTab } from './es/users-tab.js';

const es: LocaleMessages = {
  shared,
  'contact-info-form': { ...address, ...contactInfoForm, ...contactsField },
  'onboarding-gate': onboardingGate,
  'support-hours-picker': supportHoursPicker,
  'users-tab': { ...address, ...usersTab },
};
export default es;
