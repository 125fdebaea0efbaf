import { partnerPortalRequirements } from '../domain/partner-portal-requirements.js';
import type { RequirementSet } from '../domain/requirements.js';
import { defaultRoles, type Role, type User, type Viewer } from '../domain/user.js';

/** What adapters that keep accounts themselves are made with; servers know who asks by authentication. */
export interface AccountAdapterOptions {
  /** On whose behalf it is used, for roles and ranks. `null` or absent: everything is allowed. */
  viewer?: Viewer | null;
  /** Those that there are, with what each may do. Absent: `defaultRoles`. */
  roles?: readonly Role[];
  /** What values are checked against before they are kept. Absent: `partnerPortalRequirements`. */
  requirements?: RequirementSet;
  /** Dates what is saved, and when invitations are sent and expire. */
  clock?: () => Date;
  /** Makes ids and revisions; no two may ever be the same. */
  createId?: () => string;
  /**
   * Where somebody who was just invited accepts, for `link` of the result. Adapters that keep things in a browser send no mail:
   * whoever invites passes the link on. Absent: there is none. What it throws takes the invitations back.
   */
  invitationLink?: (invitation: { accountId: string; user: User }) => string | undefined;
}

export interface AccountSettings {
  viewer: Viewer | null;
  roles: readonly Role[];
  requirements: RequirementSet;
  clock: () => Date;
  createId: () => string;
  invitationLink: AccountAdapterOptions['invitationLink'];
}

export function settingsFrom({ viewer, roles, requirements, clock, createId, invitationLink }: AccountAdapterOptions): AccountSettings {
  return {
    viewer: viewer ?? null,
    roles: roles ?? defaultRoles,
    requirements: requirements ?? partnerPortalRequirements,
    clock: clock ?? (() => new Date()),
    createId: createId ?? createRandomId,
    invitationLink,
  };
}

/** 128 random bits. `crypto.randomUUID` would do, but pages without TLS do not have it. */
function createRandomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
