/** Parts of the form that few people need, each in a chunk of its own. */
export const lazyParts = {
  conflicts: () => import('./conflict-panel.js'),
  history: () => import('./history-panel.js'),
};
