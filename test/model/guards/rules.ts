/*
 * What is to be refused, and what becomes of a small account: said once more, in as few words as possible, without any of the
 * code that it judges.
 */

export const roleKeys = ['editor', 'manager', 'administrator'] as const;
export type RoleKey = (typeof roleKeys)[number];

export interface Person {
  role: RoleKey;
  status: 'active' | 'invited' | 'deactivated';
  isNamed: boolean;
}

/** Who is there, by place; a place may be empty. */
export type People = readonly (Person | undefined)[];

/** `who`, and who takes over, are places. */
export type Operation =
  | { kind: 'invite' | 'change-role'; who: number; role: RoleKey }
  | { kind: 'remove' | 'deactivate'; who: number; instead?: number }
  | { kind: 'activate' | 'resend' | 'name'; who: number };

const manages = (person: Person | undefined) => person?.status === 'active' && person.role !== 'editor';
const isAbove = (role: RoleKey, viewer: RoleKey | undefined) => viewer !== undefined && roleKeys.indexOf(role) > roleKeys.indexOf(viewer);

/** Every reason to refuse the operation to a viewer of that role; nobody’s role: somebody who may do everything. */
export function reasonsAgainst(people: People, viewer: RoleKey | undefined, operation: Operation): string[] {
  const target = people[operation.who];
  if (operation.kind === 'name') return [];
  if (viewer === 'editor') return ['forbidden'];
  if (operation.kind === 'invite') return [...(target ? ['duplicate'] : []), ...(isAbove(operation.role, viewer) ? ['role-rank'] : [])];
  if (!target) return ['not-found'];
  const isLeaving = operation.kind === 'remove' || operation.kind === 'deactivate';
  const takesOver = isLeaving && operation.instead !== undefined && operation.instead !== operation.who && people[operation.instead]?.status === 'active';
  return [
    ...(isAbove(target.role, viewer) || (operation.kind === 'change-role' && isAbove(operation.role, viewer)) ? ['role-rank'] : []),
    ...(people.some(manages) && !outcomeOf(people, operation).some(manages) ? ['last-administrator'] : []),
    ...(isLeaving && target.isNamed && !takesOver ? ['alert-contact'] : []),
    ...(operation.kind === 'resend' && target.status !== 'invited' ? ['invalid'] : []),
  ];
}

/** Who is there once it has happened. */
export function outcomeOf(people: People, operation: Operation): People {
  const target = people[operation.who];
  const instead = operation.kind === 'remove' || operation.kind === 'deactivate' ? operation.instead : undefined;
  return people.map((person, place) => {
    if (place !== operation.who) return person && { ...person, isNamed: person.isNamed || (place === instead && target?.isNamed === true) };
    if (operation.kind === 'invite') return { role: operation.role, status: 'invited', isNamed: false };
    if (!person || operation.kind === 'remove') return undefined;
    if (operation.kind === 'change-role') return { ...person, role: operation.role };
    if (operation.kind === 'name') return { ...person, isNamed: true };
    if (operation.kind === 'resend') return person;
    return operation.kind === 'activate' ? { ...person, status: 'active' } : { ...person, status: 'deactivated', isNamed: false };
  });
}
