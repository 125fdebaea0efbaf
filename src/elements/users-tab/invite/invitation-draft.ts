import { addressKey, checkEmailAddress } from '../../../domain/email-address.js';
import type { Issue } from '../../../domain/issue.js';
import type { UserStatus } from '../../../domain/user.js';
import type { Invitation, InvitationResult } from '../../../ports/persistence-adapter.js';
import type { Invitee } from './invitee.js';

/** One of those who are to be invited. */
export interface DraftRow {
  readonly id: number;
  address: string;
  name: string;
  /** `''` where it has to be chosen: `roleIssue` says why. */
  role: string;
  roleIssue?: Issue;
  /** How often the address was there. */
  times: number;
  /** What else was said of the same address: other names, other roles. */
  alsoAs: string[];
  /** Of the table that it comes from. */
  readonly tableRow?: number;
  addressIssue?: Issue;
  /** Whoever has the address already. */
  member?: UserStatus;
  isLookedUp: boolean;
  /** Why the store refused it at the last try. */
  refusal?: Issue;
  /** It was sent, and nobody knows whether it arrived. */
  isUncertain: boolean;
  isSent: boolean;
  /** Of whoever was invited. */
  userId?: string;
  link?: string;
}

/** A role as a table says it: its key, or why it cannot be given. */
export type RoleReading = { role: string } | { issue: Issue };

export interface DraftRoles {
  /** For whom nothing is said. */
  standard: string;
  read(written: string): RoleReading;
}

/** More are refused: a list that nobody can look through is no review. */
export const maxInvitees = 5_000;

/**
 * Who is to be invited: each address once, in the order in which they came. Owns what is known, corrected and acknowledged of
 * each, and which can be sent; does not own looking up and sending. Nobody is sent twice, and nobody goes away by themselves.
 */
export class InvitationDraft {
  #rows: DraftRow[] = [];
  #firstOf = new Map<string, DraftRow>();
  #lastId = 0;

  get rows(): readonly DraftRow[] {
    return this.#rows;
  }

  /** Returns whether there was room: where not, nobody was added. */
  add(invitees: readonly Invitee[], roles: DraftRoles): boolean {
    const folded = new Map(this.#firstOf);
    const added: DraftRow[] = [];
    for (const invitee of invitees) {
      const row = this.#toRow(invitee, roles);
      const key = keyOf(row);
      if (key !== undefined && folded.has(key)) continue;
      if (key !== undefined) folded.set(key, row);
      added.push(row);
    }
    if (this.#rows.length + added.length > maxInvitees) return false;
    const fresh = new Set(added);
    this.#rows = [...this.#rows, ...added];
    this.#index();
    // Once it is known that there is room: what is folded changes rows that were there.
    const isCounted = new Set<DraftRow>();
    for (const invitee of invitees) {
      if (invitee.issue) continue;
      const first = this.#firstOf.get(addressKey(invitee.address));
      if (!first) continue;
      if (fresh.has(first) && !isCounted.has(first)) isCounted.add(first);
      else fold(first, invitee, roles);
    }
    return true;
  }

  remove(row: DraftRow): void {
    this.#keep((one) => one !== row);
  }

  /** What was sent is done with. */
  dropSent(): void {
    this.#keep((row) => !row.isSent);
  }

  /** Takes everybody off the list. Returns who was on it, for `restore`. */
  clear(): readonly DraftRow[] {
    const rows = this.#rows;
    this.#keep(() => false);
    return rows;
  }

  restore(rows: readonly DraftRow[]): void {
    this.#rows = [...rows, ...this.#rows];
    this.#index();
  }

  setAddress(row: DraftRow, address: string): void {
    row.address = address;
    row.addressIssue = issueOf(address);
    row.refusal = undefined;
    row.member = undefined;
    row.isLookedUp = false;
    row.isUncertain = false;
    this.#index();
  }

  setRole(row: DraftRow, role: string): void {
    row.role = role;
    row.roleIssue = undefined;
    row.refusal = undefined;
  }

  setAllRoles(role: string): void {
    for (const row of this.#rows) if (!row.isSent) this.setRole(row, role);
  }

  /** Other roles than these cannot be given any more: whoever was to have one is in need of another. */
  withdrawRoles(granted: readonly string[], roles: DraftRoles): void {
    for (const row of this.unsent) {
      if (row.role === '' || granted.includes(row.role)) continue;
      const reading = roles.read(row.role);
      row.roleIssue = 'issue' in reading ? reading.issue : undefined;
      row.role = '';
    }
  }

  /** The role that all have who are still to be invited; `''` where they differ. */
  get commonRole(): string {
    const roles = new Set(this.#rows.filter((row) => !row.isSent).map(({ role }) => role));
    return roles.size === 1 ? [...roles][0] : '';
  }

  /** Why a row cannot be sent as it is. */
  obstacleOf(row: DraftRow): Issue | undefined {
    if (row.isSent) return undefined;
    if (row.addressIssue) return row.addressIssue;
    if (this.#firstOf.get(addressKey(row.address)) !== row) return { path: [], code: 'duplicate' };
    if (row.member) return { path: [], code: 'user.duplicate-address', params: { status: row.member } };
    return row.role === '' ? (row.roleIssue ?? { path: [], code: 'required' }) : undefined;
  }

  /** Whether all that is against it is that somebody has the address already. */
  isMember(row: DraftRow): boolean {
    return this.obstacleOf(row)?.code === 'user.duplicate-address';
  }

  /** Whether somebody should look at it: it cannot be sent, or was refused. */
  needsAttention(row: DraftRow): boolean {
    return row.refusal !== undefined || this.obstacleOf(row) !== undefined;
  }

  get sendable(): DraftRow[] {
    return this.#rows.filter((row) => !row.isSent && this.obstacleOf(row) === undefined);
  }

  get unsent(): DraftRow[] {
    return this.#rows.filter((row) => !row.isSent);
  }

  /** Who has which address already, by `addressKey`; of `rows` it is known now. */
  learn(rows: readonly DraftRow[], members: ReadonlyMap<string, UserStatus>): void {
    for (const row of rows) {
      row.isLookedUp = true;
      row.member = members.get(addressKey(row.address));
    }
  }

  /** The store answered for these rows, in order. */
  conclude(rows: readonly DraftRow[], results: readonly InvitationResult[]): void {
    results.forEach((result, index) => {
      const row = rows[index];
      row.refusal = undefined;
      const status = result.ok ? undefined : memberStatusOf(result.issue);
      if (result.ok) Object.assign(row, { isSent: true, userId: result.user.id, link: result.link });
      // The try that nobody heard back of had arrived.
      else if (row.isUncertain && status === 'invited') row.isSent = true;
      else if (status) row.member = status;
      else row.refusal = result.issue;
    });
  }

  #toRow({ address, name, role, issue, row: tableRow }: Invitee, roles: DraftRoles): DraftRow {
    const reading = role === undefined ? { role: roles.standard } : roles.read(role);
    this.#lastId += 1;
    return {
      id: this.#lastId, address, name, tableRow, addressIssue: issue ?? issueOf(address), times: 1, alsoAs: [], isLookedUp: false, isUncertain: false, isSent: false,
      ...('role' in reading ? { role: reading.role } : { role: '', roleIssue: reading.issue }),
    };
  }

  #keep(isKept: (row: DraftRow) => boolean): void {
    this.#rows = this.#rows.filter(isKept);
    this.#index();
  }

  #index(): void {
    this.#firstOf = new Map();
    for (const row of this.#rows) {
      const key = keyOf(row);
      if (key !== undefined && !this.#firstOf.has(key)) this.#firstOf.set(key, row);
    }
  }
}

export function toInvitation({ address, name, role }: DraftRow, mailingLists: Iterable<string>): Invitation {
  return { email: address.trim(), name: name.trim() || undefined, role, mailingLists: [...mailingLists] };
}

/** Of two that are one, the first counts; a name is kept wherever it was, and what differs is said. */
function fold(row: DraftRow, { name, role }: Invitee, roles: DraftRoles): void {
  row.times += 1;
  if (row.name === '') row.name = name;
  else if (name !== '' && name !== row.name && !row.alsoAs.includes(name)) row.alsoAs.push(name);
  if (role === undefined) return;
  const reading = roles.read(role);
  const isSame = 'role' in reading && reading.role === row.role;
  if (!isSame && !row.alsoAs.includes(role)) row.alsoAs.push(role);
}

function issueOf(address: string): Issue | undefined {
  const checked = checkEmailAddress(address);
  return checked.ok ? undefined : checked.issues[0];
}

function keyOf(row: DraftRow): string | undefined {
  return row.addressIssue ? undefined : addressKey(row.address);
}

const statuses: readonly string[] = ['active', 'invited', 'deactivated'] satisfies UserStatus[];

function memberStatusOf({ code, params }: Issue): UserStatus | undefined {
  const status = params?.status;
  return code === 'user.duplicate-address' && typeof status === 'string' && statuses.includes(status) ? (status as UserStatus) : undefined;
}
