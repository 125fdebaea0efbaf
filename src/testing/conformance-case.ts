import type { RequirementSet } from '../domain/requirements.js';
import type { Role, Viewer } from '../domain/user.js';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';

/** Which part of the port a case is about. `core` and `concurrency` are what two methods owe; the others are capabilities. */
export type ConformanceLevel = 'core' | 'concurrency' | 'validation' | 'users' | 'guards' | 'roles' | 'watch' | 'history';

/** What the adapter claims beyond loading and saving. What it does not claim is not asked for. */
export interface ConformanceCapabilities {
  /** Refuses values that break a rule with `invalid`, before anything is written. */
  validation?: boolean;
  /** Has `users`. */
  users?: boolean;
  /** Refuses changes of users that break a rule across the model. Needs `users`. */
  guards?: boolean;
  /** Enforces the role of the viewer it was opened for. Needs `users`. */
  roles?: boolean;
  /** Has `watch`. */
  watch?: boolean;
  /** Has `loadHistory`. */
  history?: boolean;
}

export interface OpenOptions {
  /** On whose behalf; `null` or absent: somebody who may do everything. */
  viewer?: Viewer | null;
  roles?: readonly Role[];
  requirements?: RequirementSet;
}

/** An empty store of the adapter under test, made for one case. */
export interface ConformanceStore {
  /** One more adapter on the same data, as another tab or machine would have. */
  open(options?: OpenOptions): PersistenceAdapter | Promise<PersistenceAdapter>;
  /** Makes an invited user active, as accepting the invitation does. Without it `updateUser` is asked to. */
  acceptInvitation?(accountId: string, userId: string): Promise<void>;
  /**
   * Writes into a stored user what the port has no method for: `lastActiveAt`, as signing in does, and keys of the host's own,
   * where the store has room for them. Without it nobody was ever active.
   */
  amendUser?(accountId: string, userId: string, values: { lastActiveAt?: string; [key: string]: unknown }): Promise<void>;
  /** Called after the case, whether it passed or not. */
  dispose?(): void | Promise<void>;
}

export type CreateConformanceStore = () => ConformanceStore | Promise<ConformanceStore>;

export interface ConformanceCase {
  /** A sentence that is unique in the kit, and stays the same from release to release. */
  name: string;
  level: ConformanceLevel;
  /** Rejects with an `Error` that says what was expected. */
  run(): Promise<void>;
}

/** What a case is written against: a fresh store, an adapter on it, and an account that nobody used before. */
export interface Scene {
  store: ConformanceStore;
  adapter: PersistenceAdapter;
  accountId: string;
}

/** Cases of one level by name. */
export type CaseTable = Readonly<Record<string, (scene: Scene) => Promise<void>>>;
