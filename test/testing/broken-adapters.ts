import type { BrokenAdapter } from './altered-adapter.js';
import { brokenAnnouncements } from './broken-announcements.js';
import { brokenGuards } from './broken-guards.js';
import { brokenHistories } from './broken-histories.js';
import { brokenInvitations } from './broken-invitations.js';
import { brokenListings } from './broken-listings.js';
import { brokenRanks } from './broken-ranks.js';
import { brokenRecords } from './broken-records.js';
import { brokenSearches } from './broken-searches.js';
import { brokenUsers } from './broken-users.js';

/** Every adapter that the kit has to catch. */
export const brokenAdapters: BrokenAdapter[] = [
  ...brokenRecords, ...brokenInvitations, ...brokenUsers, ...brokenSearches, ...brokenListings, ...brokenGuards, ...brokenRanks, ...brokenAnnouncements, ...brokenHistories,
];
