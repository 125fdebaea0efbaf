import type { audienceMessages } from '../../elements/contact-info-form/audience.strings.js';
import type { Message } from '../../internal/messages.js';

export const audience = {
  'audience.internal.help': 'Solo lo ven su equipo y {platform}.',
  'audience.public.help': 'Sus usuarios pueden verlo.',
  'preview.open': 'Lo que verán los usuarios',
  'preview.unsaved': 'Se muestran cambios sin guardar. Los usuarios los verán cuando se guarden.',
  'preview.saved': 'Esto es lo que está guardado ahora.',
} satisfies Record<keyof typeof audienceMessages, Message>;
