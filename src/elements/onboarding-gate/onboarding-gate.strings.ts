import type { Messages } from '../../internal/messages.js';

export const onboardingGateMessages = {
  title: 'Contact information',
  introduction: 'Before you go on, {platform} needs to know whom to reach. It is asked once, for the whole account, and can be changed later.',
  progress: '{done} of {total} complete',
  'tab.contact-info': 'Contact information',
  'tab.users': 'Users',
  'tabs': 'Sections',
  'users.introduction': 'Does somebody else know better? Give them access, and they can complete it in their own time.',
  support: 'Contact support',
  help: 'Help guide',
  exit: 'Leave for now',
  opened: 'All contact information is complete. The portal is open.',
  'unavailable.title': 'The contact information could not be checked',
  'unavailable.banner': 'Contact information could not be checked just now. You can go on working; it will be checked again.',
  'content.failed': 'This part of the page could not be loaded. Nothing is lost. Check your connection, then try again.',
  'opens-new-tab': '(opens in a new tab)',
} satisfies Messages;
