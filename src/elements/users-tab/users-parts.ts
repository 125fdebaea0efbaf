import { onDemand } from '../../ports/on-demand.js';

/** Parts of the users tab that are needed once somebody does something, each in a chunk of its own. */
export const usersParts = {
  invite: onDemand(() => import('./invite/invite-dialog.js')),
  /** The list of several who are to be invited. */
  review: onDemand(() => import('./invite/review-step.js')),
  /** Reads files and tables of people to invite. */
  files: onDemand(() => import('./invite/invitee-files.js')),
  change: onDemand(() => import('./change/change-dialog.js')),
  bulk: onDemand(() => import('./bulk/bulk-dialog.js')),
  export: onDemand(() => import('./export/export-dialog.js')),
};
