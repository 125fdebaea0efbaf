import type { RequirementSet } from './requirements.js';

/**
 * Integration types whose partners talk to merchants, and so are asked for a merchant-issues contact.
 * The reference portal does not publish the list: a host with other types spreads `partnerPortalRequirements` and puts its own.
 */
export const merchantIntegrationTypes: readonly string[] = ['reservations-end-to-end', 'appointments-end-to-end', 'ordering-end-to-end'];

/** The seven fields that a partner portal asks for, as data. */
export const partnerPortalRequirements: RequirementSet = {
  version: '1',
  fields: [
    { key: 'alertContacts', kind: 'users', audience: 'internal', requirement: [{ requirement: 'required', environments: ['production'] }] },
    { key: 'technicalEmergencyContacts', kind: 'contacts', audience: 'internal', requirement: 'required', advise: 'alias' },
    { key: 'technicalNonEmergencyContacts', kind: 'contacts', audience: 'internal', requirement: 'required' },
    {
      key: 'merchantIssuesContacts', kind: 'contacts', audience: 'internal',
      requirement: [{ requirement: 'required', integrationTypes: [...merchantIntegrationTypes] }],
    },
    { key: 'operationalContactInternal', kind: 'contacts', audience: 'internal', requirement: 'required' },
    { key: 'operationalContactPublic', kind: 'contacts', audience: 'public', requirement: 'required', max: 1 },
    { key: 'operationalSupport', kind: 'hours', audience: 'public', requirement: 'required' },
  ],
};
