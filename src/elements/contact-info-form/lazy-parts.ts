import { onDemand } from '../../ports/on-demand.js';

/** Parts of the form that few people need, each in a chunk of its own. */
export const lazyParts = {
  conflicts: onDemand(() => import('./conflict-panel.js')),
  preview: onDemand(() => import('./public-preview.js')),
  history: onDemand(() => import('./history-panel.js')),
};
