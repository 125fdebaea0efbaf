import { isPersistenceError } from '../../src/ports/persistence-error.js';
import { usersOf, type AccountId, type Key } from './accounts.js';
import { ModelCommand } from './model-command.js';
import type { Model } from './model.js';
import type { World } from './world.js';

const request = (accountId: AccountId) => ({ accountId, signal: new AbortController().signal });

/** Somebody elsewhere changes a field: adds an address, chooses a user, or empties it. */
export class ColleagueSaves extends ModelCommand {
  constructor(readonly account: AccountId, readonly key: Key, readonly what: number) {
    super();
  }

  protected canRun(): boolean {
    return true;
  }

  protected async act(_: Model, world: World): Promise<void> {
    const record = await world.colleague.loadContactInfo(request(this.account));
    const before = record?.contactInfo[this.key];
    const list = Array.isArray(before) ? (before as unknown[]) : [];
    const value = this.key === 'alertContacts' ? [usersOf(this.account)[this.what].id] : this.what === 0 ? [] : [...list, { email: world.newAddress(this.account) }];
    await world.colleague.saveContactInfo({ ...request(this.account), contactInfo: { ...record?.contactInfo, [this.key]: value }, baseRevision: record?.revision ?? null });
  }

  override toString(): string {
    return `ColleagueSaves(${this.account}, ${this.key}, ${this.what})`;
  }
}

export class ColleagueInvites extends ModelCommand {
  constructor(readonly account: AccountId) {
    super();
  }

  protected canRun(): boolean {
    return true;
  }

  protected async act(_: Model, world: World): Promise<void> {
    await world.colleague.users.inviteUsers({ ...request(this.account), invitations: [{ email: world.newAddress(this.account), role: 'editor', mailingLists: [] }] });
  }

  override toString(): string {
    return `ColleagueInvites(${this.account})`;
  }
}

/** Deactivates a user who is active, with a replacement where one is needed, and the other way round. */
export class ColleagueSetsStatus extends ModelCommand {
  constructor(readonly account: AccountId, readonly user: number, readonly replacement: number) {
    super();
  }

  protected canRun(): boolean {
    return true;
  }

  protected async act(_: Model, world: World): Promise<void> {
    const ids = usersOf(this.account).map(({ id }) => id);
    const [user] = await world.colleague.users.getUsers({ ...request(this.account), ids: [ids[this.user]] });
    const status = user.status === 'active' ? 'deactivated' : 'active';
    try {
      await world.colleague.users.updateUser({ ...request(this.account), userId: user.id, changes: { status }, baseRevision: user.revision, replacementUserId: ids[this.replacement] });
    } catch (error) {
      // A guard may refuse it: then nothing changed, which is what everybody has to see.
      if (!isPersistenceError(error) || error.code !== 'guard') throw error;
    }
  }

  override toString(): string {
    return `ColleagueSetsStatus(${this.account}, ${this.user}, ${this.replacement})`;
  }
}
