import * as z from 'zod/mini';

export const userStatuses = ['active', 'invited', 'deactivated'] as const;
export type UserStatus = (typeof userStatuses)[number];

export const userSchema = z.looseObject({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  status: z.enum(userStatuses),
  mailingLists: z.array(z.string()),
  invitedAt: z.optional(z.string()),
  expiresAt: z.optional(z.string()),
  lastActiveAt: z.optional(z.string()),
  revision: z.string().check(z.minLength(1)),
});
/** Someone with access to the portal. Instants are ISO 8601 in UTC; `revision` is opaque. */
export type User = z.infer<typeof userSchema>;

export const roleSchema = z.looseObject({
  key: z.string(),
  canEditContactInfo: z.boolean(),
  canManageUsers: z.boolean(),
  rank: z.number(),
});
/** What a role may do. Nobody grants or touches a role whose `rank` is above their own. */
export type Role = z.infer<typeof roleSchema>;

export const viewerSchema = z.looseObject({ id: z.string(), role: z.string() });
/** Who is looking. Where no viewer is given, everything may be edited and the adapter decides. */
export type Viewer = z.infer<typeof viewerSchema>;

export const vocabularySchema = z.looseObject({ key: z.string(), label: z.string() });
/** One of a host's own list of things, of mailing lists or support channels for example. */
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** The roles of the reference portal. Hosts with others pass their own. */
export const defaultRoles: readonly Role[] = [
  { key: 'read-only', canEditContactInfo: false, canManageUsers: false, rank: 10 },
  { key: 'tester', canEditContactInfo: false, canManageUsers: false, rank: 20 },
  { key: 'editor', canEditContactInfo: true, canManageUsers: false, rank: 30 },
  { key: 'administrator', canEditContactInfo: true, canManageUsers: true, rank: 40 },
];

export function findRole(roles: readonly Role[], key: string): Role | undefined {
  return roles.find((role) => role.key === key);
}

/** Whether the viewer may edit contact information. A role nobody defined may do nothing. */
export function canEditContactInfo(viewer: Viewer | null | undefined, roles: readonly Role[]): boolean {
  return !viewer || findRole(roles, viewer.role)?.canEditContactInfo === true;
}

/** Whether the viewer may invite, change and remove users. A role nobody defined may do nothing. */
export function canManageUsers(viewer: Viewer | null | undefined, roles: readonly Role[]): boolean {
  return !viewer || findRole(roles, viewer.role)?.canManageUsers === true;
}
