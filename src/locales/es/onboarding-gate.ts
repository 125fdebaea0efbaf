import type { onboardingGateMessages } from '../../elements/onboarding-gate/onboarding-gate.strings.js';
import type { Message } from '../../internal/messages.js';

export const onboardingGate = {
  title: 'Información de contacto',
  introduction: 'Antes de continuar, {platform} necesita saber a quién dirigirse. Se pide una sola vez para toda la cuenta y se puede cambiar más adelante.',
  progress: '{done} de {total} completados',
  'tab.contact-info': 'Información de contacto',
  'tab.users': 'Usuarios',
  tabs: 'Secciones',
  'users.introduction': '¿Lo sabe mejor otra persona? Dele acceso y podrá completarlo cuando le venga bien.',
  support: 'Contactar con asistencia',
  help: 'Guía de ayuda',
  exit: 'Salir por ahora',
  opened: 'La información de contacto está completa. El portal está abierto.',
  'unavailable.title': 'No se ha podido comprobar la información de contacto',
  'unavailable.banner': 'Ahora mismo no se ha podido comprobar la información de contacto. Puede seguir trabajando; se volverá a comprobar.',
  'content.failed': 'No se ha podido cargar esta parte de la página. No se ha perdido nada. Compruebe su conexión y vuelva a intentarlo.',
  'opens-new-tab': '(se abre en otra pestaña)',
} satisfies Record<keyof typeof onboardingGateMessages, Message>;
