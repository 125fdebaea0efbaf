import type { draftMessages } from '../../elements/contact-info-form/draft.strings.js';
import type { Message } from '../../internal/messages.js';

export const draft = {
  'draft.restored': 'Se han recuperado los cambios sin guardar ({when}). Todavía no están guardados.',
  'draft.discard': 'Descartar',
  'draft.discarded': 'Se han descartado los cambios sin guardar. Esto es lo que está guardado.',
  'draft.undo': 'Deshacer',
} satisfies Record<keyof typeof draftMessages, Message>;
