import type { LocaleMessages } from '../internal/messages.js';
import { address } from './es/address.js';
import { audience } from './es/audience.js';
import { contactHealth } from './es/contact-health.js';
import { contactInfoForm } from './es/contact-info-form.js';
import { contactInfoParts } from './es/contact-info-parts.js';
import { errorSummary } from './es/error-summary.js';
import { draft } from './es/draft.js';
import { contactsField } from './es/contacts-field.js';
import { hoursConversion } from './es/hours-conversion.js';
import { hoursExchange } from './es/hours-exchange.js';
import { hoursExceptions } from './es/hours-exceptions.js';
import { hoursHolidays } from './es/hours-holidays.js';
import { hoursRepairs } from './es/hours-repairs.js';
import { hoursTools } from './es/hours-tools.js';
import { hoursWeek } from './es/hours-week.js';
import { hoursZone } from './es/hours-zone.js';
import { onboardingGate } from './es/onboarding-gate.js';
import { shared } from './es/shared.js';
import { supportHoursPicker } from './es/support-hours-picker.js';
import { usersField } from './es/users-field.js';
import { usersChange } from './es/users-change.js';
import { usersBulk } from './es/users-bulk.js';
import { usersExport } from './es/users-export.js';
import { usersInvite } from './es/users-invite.js';
import { usersReview } from './es/users-review.js';
import { usersSelection } from './es/users-selection.js';
import { usersTab } from './es/users-tab.js';

const es: LocaleMessages = {
  shared,
  'contact-info-form': { ...address, ...draft, ...usersField, ...errorSummary, ...contactInfoForm, ...contactsField, ...contactInfoParts, ...contactHealth, ...audience },
  'onboarding-gate': onboardingGate,
  'support-hours-picker': { ...supportHoursPicker, ...hoursConversion, ...hoursExchange, ...hoursExceptions, ...hoursHolidays, ...hoursRepairs, ...hoursTools, ...hoursWeek, ...hoursZone },
  'users-tab': { ...address, ...usersTab, ...usersSelection, ...usersInvite, ...usersReview, ...usersChange, ...usersBulk, ...usersExport },
};
export default es;
