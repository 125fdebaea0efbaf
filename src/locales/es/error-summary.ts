import type { errorSummaryMessages } from '../../elements/contact-info-form/error-summary.strings.js';
import type { Message } from '../../internal/messages.js';

export const errorSummary = {
  'summary.more': { one: '{count} más en este campo.', other: '{count} más en este campo.' },
  'summary.whole': 'Todo en conjunto',
  'summary.elsewhere': 'Algo que no se muestra aquí ({path})',

  'issue.required.users.min': { one: 'Elija al menos {min} usuario.', other: 'Elija al menos {min} usuarios.' },
  'issue.required.contacts.min': { one: 'Añada al menos {min} dirección.', other: 'Añada al menos {min} direcciones.' },
} satisfies Record<keyof typeof errorSummaryMessages, Message>;
