import type { Messages } from '../../internal/messages.js';

/** What was saved before, by whom and when. */
export const historyPanelMessages = {
  'history.empty': 'Nothing was saved here yet. Every change will be listed here, with who made it and when.',
  'history.forbidden': 'Your role does not let you see what was saved before.',
  'history.more': 'Load more',
  'history.shown': { one: '{count} change shown.', other: '{count} changes shown.' },
  'history.somebody': 'Somebody',
  'history.no-change': 'Saved without a change',
  'history.not-kept': 'The values of this change were not kept.',
  'history.before': 'Before',
  'history.after': 'After',
  'history.shown-now': 'In the form now',
  'history.restore': 'Restore this value',
  'history.restore-before-of': 'Restore this value: {label} as before this change',
  'history.restore-after-of': 'Restore this value: {label} as after this change',
  'history.restored': '{label} is back as it was. It is not saved yet.',
} satisfies Messages;
