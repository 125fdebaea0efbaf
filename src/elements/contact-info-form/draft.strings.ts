import type { Messages } from '../../internal/messages.js';

export const draftMessages = {
  'draft.restored': 'Unsaved changes from {when} were restored. They are not saved yet.',
  'draft.discard': 'Discard',
  'draft.discarded': 'The unsaved changes were discarded. This is what is saved.',
  'draft.undo': 'Undo',
} satisfies Messages;
