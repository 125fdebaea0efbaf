import type { Viewer } from 'portero/domain';
import type { PersistenceAdapter } from 'portero/ports';

/** Versions of what is not one record. */
export interface AccountVersions {
  /** Another one after every change of the account's users; `null` before the first. */
  users(accountId: string): Promise<string | null>;
}

/** Whoever asks, as authentication knows them. */
export interface Identity {
  viewer: Viewer;
  /** Whether they belong to it. */
  isOf(accountId: string): boolean;
}

/** What the routes of an account find in their context. */
export interface AccountEnvironment {
  Variables: {
    account: {
      /** Acts for whoever asks: their role is enforced in it. */
      adapter: PersistenceAdapter;
      versions: AccountVersions;
      /** About the account in the path, until the connection is closed. */
      request: { accountId: string; signal: AbortSignal };
    };
  };
}
