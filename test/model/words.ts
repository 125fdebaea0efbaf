/** Everything that the button bar may say. */
export const stateWords = [
  '', 'Saving…', 'Saved.', 'Saved. You, or a colleague, can go on from here.', 'There are unsaved changes.', 'Not saved: the portal stopped it.',
];
