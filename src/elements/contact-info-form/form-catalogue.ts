import type { CSSResultGroup } from 'lit';
import { addressMessages } from '../../internal/address.strings.js';
import { baseStyles } from '../../internal/base.styles.js';
import { comboboxStyles } from '../../internal/widgets/combobox.styles.js';
import { menuStyles } from '../../internal/widgets/menu.styles.js';
import { audienceMessages } from './audience.strings.js';
import { contactInfoFormMessages } from './contact-info-form.strings.js';
import { contactInfoFormStyles } from './contact-info-form.styles.js';
import { draftMessages } from './draft.strings.js';
import { errorSummaryMessages } from './error-summary.strings.js';
import { contactsFieldMessages } from './fields/contacts-field.strings.js';
import { contactsFieldStyles } from './fields/contacts-field.styles.js';
import { contactHealthMessages } from './health/contact-health.strings.js';
import { usersFieldMessages } from './users-field.strings.js';
import { usersFieldStyles } from './users-field.styles.js';

/* The texts and the looks of the form and of those parts that are there from the beginning. */

export const formMessages = {
  ...addressMessages, ...contactInfoFormMessages, ...contactsFieldMessages, ...usersFieldMessages,
  ...errorSummaryMessages, ...draftMessages, ...contactHealthMessages, ...audienceMessages,
};

export const formStyles: CSSResultGroup = [baseStyles, comboboxStyles, menuStyles, contactInfoFormStyles, contactsFieldStyles, usersFieldStyles];
