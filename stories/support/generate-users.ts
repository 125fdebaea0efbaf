import type { User } from '../../src/domain/user.js';
import { namePools, type NamePool, type NamePoolKey } from './people.js';

/** In which scripts the names of twenty people after one another are written: most in Latin letters. */
const scripts: readonly NamePoolKey[] = [
  'latin', 'latin', 'cyrillic', 'latin', 'latin', 'kana', 'latin', 'greek', 'latin', 'latin',
  'arabic', 'latin', 'han', 'latin', 'hebrew', 'latin', 'devanagari', 'cyrillic', 'latin', 'hangul',
];
const roles = ['read-only', 'read-only', 'editor', 'editor', 'tester', 'administrator'];
const domains = ['mesa.example', 'mesa.example', 'mesa.example', 'kitchens.mesa.example', 'delivery-partners.example'];
const hour = 3_600_000;
const day = 24 * hour;

export interface GenerateUsersOptions {
  /** To which their last visits and invitations are relative. */
  now?: Date;
}

/**
 * That many users, the same ones every time: names in nine scripts, all roles and statuses, invitations that are pending or
 * have expired, and people of whom only the address is known. Fewer are the first of more.
 */
export function generateUsers(count: number, { now = new Date('2026-11-23T09:00:00.000Z') }: GenerateUsersOptions = {}): User[] {
  return Array.from({ length: count }, (_, index) => userAt(index, now.getTime()));
}

function userAt(index: number, now: number): User {
  const { name, email } = personAt(index);
  const status = index % 11 === 7 ? 'invited' : index % 13 === 9 ? 'deactivated' : 'active';
  const isNameless = status === 'invited' && index % 3 === 0;
  return {
    id: `user-${index}`, name: isNameless ? '' : name, email, role: roles[index % roles.length], status, mailingLists: mailingListsAt(index),
    revision: `${index}`, ...(status === 'invited' ? invitationAt(index, now) : lastActiveAt(index, status, now)),
  };
}

function personAt(index: number): { name: string; email: string } {
  const script = scripts[index % scripts.length];
  const { given, family, join, double, domains: own }: NamePool = namePools[script];
  const before = scripts.slice(0, index % scripts.length).filter((other) => other === script).length;
  const nth = Math.floor(index / scripts.length) * scripts.filter((other) => other === script).length + before;
  const [givenName, givenInAddress] = given[nth % given.length];
  const [familyName, familyInAddress] = family[(nth + Math.floor(nth / given.length)) % family.length];
  const round = Math.floor(nth / (given.length * family.length));
  const second = double && round > 0 ? ` ${family[(nth + round) % family.length][0]}` : '';
  const domain = index % 37 === 5 ? own[nth % own.length] : domains[index % domains.length];
  return { name: join(givenName, familyName + second), email: `${givenInAddress}.${familyInAddress}.${index}@${domain}` };
}

function mailingListsAt(index: number): string[] {
  return ['product-news', 'incidents'].filter((_, list) => index % (list + 3) === 0);
}

/** Sent within the last month, and good for two weeks. */
function invitationAt(index: number, now: number): Pick<User, 'invitedAt' | 'expiresAt'> {
  const invitedAt = now - Math.floor(fraction(index) * 28 * 24) * hour;
  return { invitedAt: new Date(invitedAt).toISOString(), expiresAt: new Date(invitedAt + 14 * day).toISOString() };
}

/** Most were here within some weeks; who may come no more was not here for months; a few never came at all. */
function lastActiveAt(index: number, status: User['status'], now: number): Pick<User, 'lastActiveAt'> {
  if (index % 29 === 11) return {};
  const ago = (status === 'deactivated' ? 90 * day : 0) + Math.floor(fraction(index) ** 6 * 700 * day);
  return { lastActiveAt: new Date(now - ago).toISOString() };
}

/** A number from 0 to 1 that looks like chance, and is the same every time. */
function fraction(index: number): number {
  return (Math.imul(index + 1, 2_654_435_761) >>> 0) / 2 ** 32;
}
