import { MemoryStore } from '../../src/adapters/memory.js';
import { partnerPortalRequirements } from '../../src/domain/partner-portal-requirements.js';
import type { RequirementSet } from '../../src/domain/requirements.js';
import type { User } from '../../src/domain/user.js';

/** Three fields are all that there is to learn: one of users, asked for in production only, and two of contacts. */
export const fieldLabels = {
  alertContacts: 'Alert Contacts',
  technicalEmergencyContacts: 'Technical Emergency Contacts',
  technicalNonEmergencyContacts: 'Technical Non-Emergency Contacts',
} as const;
export type Key = keyof typeof fieldLabels;
export const keys = Object.keys(fieldLabels) as Key[];
export const contactKeys = keys.filter((key) => key !== 'alertContacts');

export const modelRequirements: RequirementSet = {
  version: 'model',
  fields: partnerPortalRequirements.fields.filter(({ key }) => Object.hasOwn(fieldLabels, key)),
};

export const accountIds = ['mesa', 'olmo'] as const;
export type AccountId = (typeof accountIds)[number];
export const environments = ['production', 'sandbox'] as const;

/** Each account has three users of its own, by first names that the other one does not have. */
const names: Record<AccountId, readonly string[]> = { mesa: ['Laura', 'Diego', 'Noor'], olmo: ['Bea', 'Iker', 'Uxue'] };

export function usersOf(account: AccountId): User[] {
  return names[account].map((name, index) => ({
    id: `${account}-${index}`, name, email: `${name.toLowerCase()}@${account}.example`, role: index === 0 ? 'administrator' : 'editor', status: 'active', mailingLists: [], revision: '1',
  }));
}

export const userNames: ReadonlyMap<string, string> = new Map(accountIds.flatMap((account) => usersOf(account).map(({ id, name }) => [id, name])));

/** One account that has begun, and one that has not. */
export function seededStore(): MemoryStore {
  return new MemoryStore({
    mesa: { contactInfo: { technicalEmergencyContacts: [{ email: 'seed@mesa.example' }] }, users: usersOf('mesa') },
    olmo: { users: usersOf('olmo') },
  });
}

/** A field's value as one text that can be compared: the addresses, or the ids, in their order. */
export function textOf(value: unknown): string {
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  return items.map((item) => (typeof item === 'string' ? item : (item as { email: string }).email)).join(' ');
}
