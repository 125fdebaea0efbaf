import { onDemand } from '../../ports/on-demand.js';

/** Parts of the users tab that only those who manage users need, each in a chunk of its own. */
export const usersParts = {
  invite: onDemand(() => import('./invite/invite-dialog.js')),
  change: onDemand(() => import('./change/change-dialog.js')),
};
