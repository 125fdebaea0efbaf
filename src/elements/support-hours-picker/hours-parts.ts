import { onDemand } from '../../ports/on-demand.js';

/** Parts of the picker that are not needed to begin with, each in a chunk of its own. */
export const hoursParts = {
  /** What is shown where nothing can be changed. */
  timetable: onDemand(() => import('./timetable.js')),
  /** What can be done about a problem of a week. */
  repairs: onDemand(() => import('./repairs/repair-list.js')),
  /** What can be done with whole schedules and days. */
  tools: onDemand(() => import('./tools/schedule-tools.js')),
  /** Pasting hours from elsewhere, and copying them to elsewhere. */
  exchange: onDemand(() => import('./exchange/exchange-panel.js')),
  /** A week in one sentence. */
  summary: onDemand(() => import('./week-summary.js')),
  /** The form of an exception. */
  exceptionForm: onDemand(() => import('./exceptions/exception-form.js')),
  /** Reads holidays from a calendar file. */
  holidays: onDemand(() => import('./exceptions/holiday-import.js')),
  /** The time zones that can be chosen. */
  zones: onDemand(() => import('./zone/zone-list.js')),
};
