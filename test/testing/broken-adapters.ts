import type { BrokenAdapter } from './altered-adapter.js';
import { brokenAdministrators } from './broken-administrators.js';
import { brokenAnnouncements } from './broken-announcements.js';
import { brokenHistories } from './broken-histories.js';
import { brokenInvitations } from './broken-invitations.js';
import { brokenListings } from './broken-listings.js';
import { brokenRanks } from './broken-ranks.js';
import { brokenRecords } from './broken-records.js';
import { brokenReplacements } from './broken-replacements.js';
import { brokenSearches } from './broken-searches.js';
import { brokenUsers } from './broken-users.js';

/** Every adapter that the kit has to catch. */
export const brokenAdapters: BrokenAdapter[] = [
  ...brokenRecords,
  ...brokenInvitations, ...brokenUsers, ...brokenSearches, ...brokenListings,
  ...brokenAdministrators, ...brokenReplacements, ...brokenRanks,
  ...brokenAnnouncements, ...brokenHistories,
];
