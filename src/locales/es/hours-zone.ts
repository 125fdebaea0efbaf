import type { zoneMessages } from '../../elements/support-hours-picker/zone/zone.strings.js';
import type { Message } from '../../internal/messages.js';

export const hoursZone = {
  'zone.place': '{city}, {country}',
  'zone.none-match': 'Ninguna zona horaria coincide. Pruebe con una ciudad, un país o una diferencia horaria, como +1.',
  'zone.more': { one: '{count} más: siga escribiendo para encontrarla.', other: '{count} más: siga escribiendo para encontrarlas.' },
  'zone.yours': 'la suya',
  'zone.offsets': '{standard}, en verano {summer}',
  'zone.local-time': 'ahora {time}',
} satisfies Record<keyof typeof zoneMessages, Message>;
