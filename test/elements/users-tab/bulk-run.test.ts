import { expect } from 'chai';
import { defaultRoles, type User } from '../../../src/domain/user.js';
import type { BulkFacts, BulkIntent } from '../../../src/elements/users-tab/bulk/bulk-plan.js';
import { runBulk, type BulkResult, type BulkRunHost } from '../../../src/elements/users-tab/bulk/bulk-run.js';
import type { ActionOutcome } from '../../../src/elements/users-tab/user-actions.js';
import { PersistenceError, type PersistenceErrorCode } from '../../../src/ports/persistence-error.js';
import { generateUsers } from '../../../stories/support/generate-users.js';

const users = generateUsers(6).map((user) => ({ ...user, status: 'active' as const, role: 'editor' }));
const ids = users.map(({ id }) => id);
const facts: BulkFacts = { viewer: null, roles: defaultRoles, activeManagers: 5, named: new Map() };
const deactivate: BulkIntent = { kind: 'deactivate' };
const failed = (code: PersistenceErrorCode): ActionOutcome => ({ status: 'failed', error: new PersistenceError(code, code) });
const done: ActionOutcome = { status: 'done', value: undefined };

/** Answers by user, one after another; whoever has none is done. */
function host(answers: Record<string, ActionOutcome[]>, changes: Partial<BulkRunHost> = {}) {
  const sent: User[] = [];
  const counts: number[] = [];
  const running: BulkRunHost = {
    send: (user) => (sent.push(user), Promise.resolve(answers[user.id]?.shift() ?? done)),
    readAgain: (user) => Promise.resolve({ ...user, revision: 'newer' }),
    endedBy: () => undefined,
    handleProgress: (result) => (counts.push(result.done.length + result.leftOut.length + result.failed.length), Promise.resolve()),
    ...changes,
  };
  return { running, sent, counts };
}

const told = ({ done: all, leftOut, failed: refused, untried, endedBy }: BulkResult) => ({
  done: all.map(({ id }) => id), leftOut: leftOut.map(({ user, reason }) => `${user.id} ${reason}`), failed: refused.map(({ user }) => user.id), untried: untried.map(({ id }) => id), endedBy,
});

describe('bulk run', () => {
  it('sends one after another, in order, and counts each', async () => {
    let atOnce = 0;
    const { running, counts } = host({}, { send: async () => {
      expect((atOnce += 1)).to.equal(1);
      await Promise.resolve();
      atOnce -= 1;
      return done;
    } });
    expect(told(await runBulk(users, deactivate, facts, running))).to.deep.equal({ done: ids, leftOut: [], failed: [], untried: [], endedBy: undefined });
    expect(counts).to.deep.equal([1, 2, 3, 4, 5, 6]);
  });

  it('goes on after one that is refused for what it is', async () => {
    const { running } = host({ [ids[1]]: [failed('guard')], [ids[3]]: [failed('invalid')], [ids[4]]: [failed('unavailable')] });
    expect(told(await runBulk(users, deactivate, facts, running))).to.deep.include({ done: [ids[0], ids[2], ids[5]], failed: [ids[1], ids[3], ids[4]], untried: [] });
  });

  for (const code of ['unavailable', 'unauthenticated', 'forbidden', 'rate-limited'] as const) {
    it(`ends after three in a row that say ${code}, which is nobody’s own fault`, async () => {
      const { running, sent } = host(Object.fromEntries(ids.map((id, index) => [id, index > 0 ? [failed(code)] : []])));
      expect(told(await runBulk(users, deactivate, facts, running))).to.deep.equal({ done: [ids[0]], leftOut: [], failed: ids.slice(1, 4), untried: ids.slice(4), endedBy: 'store' });
      expect(sent.length).to.equal(4);
    });
  }

  it('stops before the next one when it is asked to', async () => {
    const { running, sent } = host({}, { endedBy: () => (sent.length === 2 ? 'stop' : undefined) });
    expect(told(await runBulk(users, deactivate, facts, running))).to.deep.include({ done: ids.slice(0, 2), untried: ids.slice(2), endedBy: 'stop' });
  });

  it('ends where another account is shown, and calls nobody tried whom nothing was sent about', async () => {
    const { running } = host({ [ids[2]]: [{ status: 'cancelled', by: 'account' }] });
    expect(told(await runBulk(users, deactivate, facts, running))).to.deep.include({ done: ids.slice(0, 2), failed: [], untried: ids.slice(2), endedBy: 'account' });
  });
});

describe('bulk run: somebody else changed a user meanwhile', () => {
  const [first] = users;
  const conflicting = (now: User | undefined, intent: BulkIntent = deactivate, second: ActionOutcome = done) => {
    const { running, sent } = host({ [first.id]: [failed('conflict'), second] }, { readAgain: () => Promise.resolve(now) });
    return runBulk([first], intent, facts, running).then((result) => ({ ...told(result), revisions: sent.map(({ revision }) => revision) }));
  };

  it('is changed from what is stored now, where that is still meant', async () => {
    expect(await conflicting({ ...first, name: 'Renamed', revision: 'newer' })).to.deep.include({ done: [first.id], revisions: [first.revision, 'newer'] });
  });

  it('is tried again once, and no more', async () => {
    expect(await conflicting({ ...first, revision: 'newer' }, deactivate, failed('conflict'))).to.deep.include({ failed: [first.id], revisions: [first.revision, 'newer'] });
  });

  it('is left alone where the same was changed by somebody else', async () => {
    const role: BulkIntent = { kind: 'role', role: 'tester' };
    expect(await conflicting({ ...first, role: 'read-only' }, role)).to.deep.include({ failed: [first.id], revisions: [first.revision] });
  });

  it('needs nothing where it is so already, or where the user is gone', async () => {
    expect(await conflicting({ ...first, status: 'deactivated' })).to.deep.include({ leftOut: [`${first.id} unchanged`], failed: [] });
    expect(await conflicting(undefined)).to.deep.include({ leftOut: [`${first.id} gone`] });
    const { running } = host({ [first.id]: [failed('not-found')] });
    expect(told(await runBulk([first], deactivate, facts, running))).to.deep.include({ leftOut: [`${first.id} gone`], failed: [] });
  });

  it('fails with the conflict where the user cannot be read', async () => {
    const { running } = host({ [first.id]: [failed('conflict')] }, { readAgain: () => Promise.reject(new Error('down')) });
    expect(told(await runBulk([first], deactivate, facts, running))).to.deep.include({ failed: [first.id] });
  });
});
