import type { Viewer } from 'portero/domain';
import type { PersistenceAdapter } from 'portero/ports';

/** Versions of what is not one record. */
export interface AccountVersions {
  /** Another one after every change of the account's users; `null` before the first. */
  users(accountId: string): Promise<string | null>;
}

/** How many invitations an account may send. */
export interface InvitationAllowance {
  /** Takes so many. Resolves to how many seconds to wait where they may not be sent, and takes none then. */
  take(accountId: string, count: number): Promise<number>;
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
      viewer: Viewer;
      versions: AccountVersions;
      invitationAllowance?: InvitationAllowance;
      /** Aborts when the server stops: what would go on for ever ends. */
      stopping?: AbortSignal;
      /** About the account in the path, until the connection is closed. */
      request: { accountId: string; signal: AbortSignal };
    };
  };
}
