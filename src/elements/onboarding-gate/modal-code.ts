import { onDemand } from '../../ports/on-demand.js';

/** The code of all that the gate says. */
export const modalCode = onDemand(() => import('./gate-modal.js'));
