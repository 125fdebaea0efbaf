import type { Messages } from '../../internal/messages.js';

/** What is said where two people changed the same field. */
export const conflictPanelMessages = {
  'conflict.before': 'Before',
  'conflict.mine': 'Yours',
  'conflict.theirs': 'Theirs',
  'conflict.last-saved-by': 'Last saved by {name}, {when}',
  'conflict.last-saved': 'Last saved {when}',
  'conflict.keep-mine': 'Keep yours',
  'conflict.keep-mine-of': 'Keep yours for {label}',
  'conflict.take-theirs': 'Take theirs',
  'conflict.take-theirs-of': 'Take theirs for {label}',
  'conflict.keep-all-mine': 'Keep all of yours',
  'conflict.take-all-theirs': 'Take all of theirs',
  'conflict.chosen-mine': 'You keep yours.',
  'conflict.chosen-theirs': 'You take theirs.',
  'conflict.change-choice': 'Change choice',
  'conflict.change-choice-of': 'Change choice for {label}',
  'conflict.said-mine': 'Yours is kept for {label}.',
  'conflict.said-theirs': 'Theirs is taken for {label}.',
  'conflict.said-all-mine': 'Yours is kept everywhere.',
  'conflict.said-all-theirs': 'Theirs is taken everywhere.',
  'conflict.said-left': { one: '{count} choice left.', other: '{count} choices left.' },
  'conflict.said-save': 'Nothing is saved yet.',
  'conflict.said-reopened': 'The choice for {label} is open again.',
} satisfies Messages;
