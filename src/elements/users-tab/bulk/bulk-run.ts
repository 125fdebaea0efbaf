import type { User } from '../../../domain/user.js';
import { errorCode } from '../../../internal/error-code.js';
import type { ActionOutcome } from '../user-actions.js';
import { isStillMeant, reasonToLeaveOut, type BulkFacts, type BulkIntent, type LeftOut } from './bulk-plan.js';

export interface Failed {
  readonly user: User;
  readonly outcome: ActionOutcome<unknown>;
}

/** What became of each user. */
export interface BulkResult {
  done: User[];
  leftOut: LeftOut[];
  failed: Failed[];
  /** Nothing was tried with them, since the run ended before. */
  untried: User[];
  /** What ended it before its end: the person, another account or a page that was left, or a store that answers nobody. */
  endedBy?: 'stop' | 'account' | 'store';
}

export interface BulkRunHost {
  send(user: User): Promise<ActionOutcome<unknown>>;
  /** As stored now; `undefined`: there is no such user any more. Rejects where that cannot be read. */
  readAgain(user: User): Promise<User | undefined>;
  /** Asked before each user. */
  endedBy(): BulkResult['endedBy'];
  /** Called after each user, and waited for. */
  handleProgress(result: BulkResult): Promise<void>;
}

/** Codes that say nothing about the one user who was sent: the next one is refused for the same. */
const generalCodes: readonly string[] = ['unavailable', 'unauthenticated', 'rate-limited', 'quota', 'unsupported', 'forbidden'];
/** Of these so many in a row end the run. */
const patience = 3;

/**
 * Changes one user after another, so that every rule is asked about what the change before left. Whoever was changed by
 * somebody else meanwhile is read again once, and changed where that is still meant.
 */
export async function runBulk(users: readonly User[], intent: BulkIntent, facts: BulkFacts, host: BulkRunHost): Promise<BulkResult> {
  const result: BulkResult = { done: [], leftOut: [], failed: [], untried: [] };
  let inARow = 0;
  for (const [index, user] of users.entries()) {
    result.endedBy = host.endedBy() ?? (inARow >= patience ? 'store' : undefined);
    if (!result.endedBy) {
      const outcome = await changeOne(user, intent, facts, host);
      if (outcome.status === 'cancelled' && outcome.by === 'account') result.endedBy = 'account';
      else if (outcome.status === 'left-out') result.leftOut.push(outcome);
      else if (outcome.status === 'done') result.done.push(user);
      else result.failed.push({ user, outcome });
      inARow = outcome.status === 'failed' && generalCodes.includes(errorCode(outcome.error)) ? inARow + 1 : 0;
    }
    if (result.endedBy) {
      result.untried = users.slice(index);
      break;
    }
    await host.handleProgress(result);
  }
  return result;
}

type OneOutcome = ActionOutcome<unknown> | ({ status: 'left-out' } & LeftOut);

async function changeOne(user: User, intent: BulkIntent, facts: BulkFacts, host: BulkRunHost): Promise<OneOutcome> {
  const outcome = await host.send(user);
  const code = outcome.status === 'failed' && errorCode(outcome.error);
  if (code === 'not-found') return { status: 'left-out', user, reason: 'gone' };
  if (code !== 'conflict') return outcome;
  let now: User | undefined;
  try {
    now = await host.readAgain(user);
  } catch {
    return outcome;
  }
  if (!now) return { status: 'left-out', user, reason: 'gone' };
  const reason = reasonToLeaveOut(now, intent, facts);
  if (reason) return { status: 'left-out', user: now, reason };
  return isStillMeant(user, now, intent) && host.endedBy() === undefined ? host.send(now) : outcome;
}
