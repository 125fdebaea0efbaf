import { canGrantRole, canTouchUser, isOwnLoss, losesAllManagers, losesManager, type UserIntent } from '../../../domain/user-guards.js';
import type { Role, User, Viewer } from '../../../domain/user.js';
import type { UserChanges } from '../../../ports/persistence-adapter.js';

/*
 * What is to happen to many users at once, decided before the first of them is touched. Each user is changed, or left out
 * with a reason; a rule that only the set as a whole would break refuses the whole set, until somebody chooses what is missing.
 *
 * - Nobody above the viewer's rank is touched, and a role above it is given to nobody.
 * - The viewer's own account is left out of what would cost the viewer access or rank, unless that is asked for.
 * - At least one active manager is not among those who lose it: somebody has to be chosen who stays.
 * - One active user from outside the set takes over from all who are named in a field.
 * - Managers come last and the viewer after them, so that a run that is stopped in the middle has harmed nobody's rights.
 */

export type BulkIntent =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'lists'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly kind: 'resend' | 'deactivate' | 'reactivate' | 'remove' };
export type BulkKind = BulkIntent['kind'];

/** What is known of the account and of who is looking. */
export interface BulkFacts {
  viewer: Viewer | null;
  roles: readonly Role[];
  /** All active users of the account whose role can manage users. */
  activeManagers: number;
  /** By user, the keys of the fields that name them. */
  named: ReadonlyMap<string, readonly string[]>;
}

/** What the person answered to the plan. */
export interface BulkAnswers {
  includesViewer: boolean;
  /** A manager who is left out so that somebody stays. */
  staying: string | undefined;
  replacement: User | undefined;
}

export const leftOutReasons = ['rank', 'self', 'staying', 'invited', 'not-invited', 'unchanged', 'gone'] as const;
/** `unchanged`: it is so already. `gone`: there is no such user any more. */
export type LeftOutReason = (typeof leftOutReasons)[number];

export interface LeftOut {
  readonly user: User;
  readonly reason: LeftOutReason;
}

export interface BulkPlan {
  /** In the order in which they are changed. */
  readonly targets: readonly User[];
  readonly leftOut: readonly LeftOut[];
  /** Why nothing of it may happen, as long as the answers are what they are. */
  readonly refusal: 'role-rank' | 'last-administrator' | 'alert-contact' | undefined;
  /** Of whom one may stay: those of the targets who lose the right to manage users. */
  readonly managers: readonly User[];
  /** Targets whose place in these fields somebody else has to take. */
  readonly named: readonly User[];
  readonly namedIn: readonly string[];
  /** Whether the viewer's own account is among the users, and asked about. */
  readonly asksAboutViewer: boolean;
}

/** What guards are asked about. */
function guardedIntent(intent: BulkIntent): UserIntent {
  switch (intent.kind) {
    case 'role': return { role: intent.role };
    case 'deactivate': return { status: 'deactivated' };
    case 'reactivate': return { status: 'active' };
    case 'remove': return { remove: true };
    default: return {};
  }
}

/** What of one user is to be changed; nothing where the intent is no change of theirs. */
export function changesOf(user: User, intent: BulkIntent): UserChanges {
  switch (intent.kind) {
    case 'role': return { role: intent.role };
    case 'deactivate': return { status: 'deactivated' };
    case 'reactivate': return { status: 'active' };
    case 'lists': return { mailingLists: [...new Set([...user.mailingLists, ...intent.add])].filter((key) => !intent.remove.includes(key)) };
    default: return {};
  }
}

/** Why it cannot or need not happen to a user, whoever else it happens to. */
export function reasonToLeaveOut(user: User, intent: BulkIntent, { viewer, roles }: Pick<BulkFacts, 'viewer' | 'roles'>): LeftOutReason | undefined {
  if (!canTouchUser(viewer, roles, user)) return 'rank';
  switch (intent.kind) {
    case 'role': return user.role === intent.role ? 'unchanged' : undefined;
    case 'lists': return isSameLists(user.mailingLists, changesOf(user, intent).mailingLists ?? []) ? 'unchanged' : undefined;
    case 'resend': return user.status === 'invited' ? undefined : 'not-invited';
    case 'deactivate': return user.status === 'active' ? undefined : user.status === 'invited' ? 'invited' : 'unchanged';
    case 'reactivate': return user.status === 'deactivated' ? undefined : user.status === 'invited' ? 'invited' : 'unchanged';
    default: return undefined;
  }
}

export function planBulk(users: readonly User[], intent: BulkIntent, facts: BulkFacts, answers: BulkAnswers): BulkPlan {
  const { viewer, roles, named } = facts;
  const guarded = guardedIntent(intent);
  const losesOwn = (target: User) => isOwnLoss({ target, intent: guarded, viewer, roles });
  const decided = users.map((user) => ({ user, reason: reasonToLeaveOut(user, intent, facts) }));
  const possible = decided.flatMap(({ user, reason }) => (reason ? [] : [user]));
  const own = possible.find(losesOwn);
  const withoutOwn = possible.filter((user) => user !== own || answers.includesViewer);
  const managers = withoutOwn.filter((target) => losesManager({ target, intent: guarded, roles }));
  const staying = managers.find(({ id }) => id === answers.staying);
  const targets = withoutOwn.filter((user) => user !== staying);

  const isLeaving = intent.kind === 'remove' || intent.kind === 'deactivate';
  const leaving = isLeaving ? targets.filter(({ id }) => named.has(id)) : [];
  const canTakeOver = answers.replacement?.status === 'active' && !targets.some(({ id }) => id === answers.replacement?.id);
  const isEmpty = losesAllManagers({ targets, intent: guarded, roles, activeManagers: facts.activeManagers });

  const losing = new Set(managers);
  const order = (user: User) => (user.id === viewer?.id ? 2 : losing.has(user) ? 1 : 0);
  return {
    targets: [...targets].sort((a, b) => order(a) - order(b)),
    leftOut: [
      ...decided.flatMap(({ user, reason }) => (reason ? [{ user, reason }] : [])),
      ...(own && !answers.includesViewer ? [{ user: own, reason: 'self' as const }] : []),
      ...(staying ? [{ user: staying, reason: 'staying' as const }] : []),
    ],
    refusal: intent.kind === 'role' && !canGrantRole(viewer, roles, intent.role) ? 'role-rank'
      : isEmpty ? 'last-administrator' : leaving.length > 0 && !canTakeOver ? 'alert-contact' : undefined,
    managers: isEmpty || staying ? managers : [],
    named: leaving,
    namedIn: [...new Set(leaving.flatMap(({ id }) => named.get(id) ?? []))],
    asksAboutViewer: own !== undefined,
  };
}

/**
 * Whether the person would still want it of a user who was changed by somebody else since. What was changed is not what is
 * to be changed: then yes. Lists are added to and taken from whatever there is.
 */
export function isStillMeant(before: User, now: User, intent: BulkIntent): boolean {
  switch (intent.kind) {
    case 'lists': return true;
    case 'role': return before.role === now.role;
    case 'remove': return before.role === now.role && before.status === now.status;
    default: return before.status === now.status;
  }
}

function isSameLists(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key) => b.includes(key));
}
