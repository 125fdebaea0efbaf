import type { User } from '../../../domain/user.js';
import { isPersistenceError } from '../../../ports/persistence-error.js';

/** How long nobody wants the same invitation again: 60 seconds. */
const cooldown = 60_000;

export interface ResendWait {
  /** In milliseconds since the epoch. */
  until: number;
  /** The store asked for it. */
  isAsked: boolean;
}

/**
 * When an invitation may be sent again: a while after it was sent, and no sooner than the store asked for. Owns what stores
 * asked for; does not own the clock that tells when it is over.
 */
export class ResendCooldown {
  readonly #askedUntil = new Map<string, number>();

  /** What is to be waited for; `undefined` where nothing is. */
  waitFor({ id, invitedAt }: User, now: number): ResendWait | undefined {
    const askedUntil = this.#askedUntil.get(id) ?? 0;
    const sentAt = Date.parse(invitedAt ?? '');
    // A store whose clock is ahead says nothing that could be counted from.
    const sentUntil = sentAt <= now ? sentAt + cooldown : 0;
    const until = Math.max(askedUntil, sentUntil);
    return until > now ? { until, isAsked: askedUntil >= sentUntil } : undefined;
  }

  handleRefusal(userId: string, error: unknown, now = Date.now()): void {
    if (isPersistenceError(error) && error.code === 'rate-limited' && error.retryAfter !== undefined) this.#askedUntil.set(userId, now + error.retryAfter * 1_000);
  }

  forget(): void {
    this.#askedUntil.clear();
  }
}
