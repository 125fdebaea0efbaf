import type { Messages } from '../../internal/messages.js';

/** Who sees a field, and what users get to see of all of them. */
export const audienceMessages = {
  'audience.internal.help': 'Only your team and {platform} see it.',
  'audience.public.help': 'Your users may see it.',
  'preview.open': 'What users will see',
  'preview.unsaved': 'This shows unsaved changes. Users see them only once they are saved.',
  'preview.saved': 'This is what is saved now.',
} satisfies Messages;
