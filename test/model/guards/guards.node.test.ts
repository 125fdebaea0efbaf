import { expect } from 'chai';
import { isEqualJson } from '../../../src/domain/equal.js';
import { canGrantRole, canTouchUser, guardUserChange, type UserIntent } from '../../../src/domain/user-guards.js';
import type { User, Viewer } from '../../../src/domain/user.js';
import { UserActions } from '../../../src/elements/users-tab/user-actions.js';
import { factsAbout, type GuardFacts } from '../../../src/elements/users-tab/user-guard.js';
import { Exploration, viewerOf, type Outcome, type Situation, type Step } from './exploration.js';
import { outcomeOf, reasonsAgainst, roleKeys, type Operation, type Person } from './rules.js';
import { accountId, alertContactsOf, requirements, roles, userAt } from './small-account.js';

const rankOf = (person: Person | undefined) => (person ? roleKeys.indexOf(person.role) : -1);
const isManager = (person: Person | undefined) => person?.status === 'active' && person.role !== 'editor';

/** An assertion costs more than what it asks, and there are hundreds of thousands: chai is left to tell of those that fail. */
function assertEqual(actual: unknown, expected: unknown, subject: string): void {
  if (!isEqualJson(actual, expected)) expect(actual, subject).to.deep.equal(expected);
}

function assertOneOf(actual: unknown, allowed: readonly unknown[], subject: string): void {
  if (!allowed.includes(actual)) expect(actual, subject).to.be.oneOf([...allowed]);
}

/** It is refused if and only if there is a reason, and for one of the reasons; what is refused changes nothing. */
function assertRefusal({ by, operation }: Step, before: Situation, after: Outcome): void {
  const reasons = reasonsAgainst(before.people, by === null ? undefined : before.people[by]?.role, operation);
  if (after.refusal === null) {
    assertEqual(reasons, [], 'what speaks against it');
    assertEqual(after.people, outcomeOf(before.people, operation), 'who is there now');
  } else {
    assertOneOf(after.refusal, reasons, 'the reason that is given');
    assertEqual(after.stored, before.stored, 'what is stored');
  }
}

/** What holds of every account, whatever is done and by whom. */
function assertInvariants({ by }: Step, before: Situation, { stored: { users, record }, people }: Outcome): void {
  assertEqual(people.some(isManager) || !before.people.some(isManager), true, 'that somebody can still manage users');
  const alertContacts = alertContactsOf(record);
  assertEqual(new Set(alertContacts).size, alertContacts.length, 'the number of alert contacts');
  for (const named of alertContacts) assertOneOf(users.find(({ id }) => id === named)?.status, ['active', 'invited'], 'the status of an alert contact');
  assertEqual(new Set(users.map(({ email }) => email.toLowerCase())).size, users.length, 'the number of addresses');
  if (by === null) return;
  for (const [place, person] of before.people.entries()) {
    const isChanged = person?.role !== people[place]?.role || person?.status !== people[place]?.status;
    if (isChanged) assertEqual(Math.max(rankOf(person), rankOf(people[place])) <= rankOf(before.people[by]), true, 'that nobody above was changed, and nobody raised above');
  }
}

function intentOf(operation: Operation): UserIntent {
  switch (operation.kind) {
    case 'remove': return { remove: true };
    case 'deactivate': return { status: 'deactivated' };
    case 'activate': return { status: 'active' };
    case 'change-role': return { role: operation.role };
    default: return {};
  }
}

const factsRead = new WeakMap<Situation, Map<string, Promise<GuardFacts>>>();

/** What the users tab reads when a menu opens: once for each user in each situation, since whoever reads is told the same. */
function readFacts(situation: Situation, viewer: Viewer | null, target: User): Promise<GuardFacts> {
  const read = factsRead.get(situation) ?? new Map<string, Promise<GuardFacts>>();
  factsRead.set(situation, read);
  const source = { store: situation.account.open(viewer), accountId, viewer, roles, requirements };
  const actions = new UserActions({ element: undefined as never, source: () => source, handleStale() {}, handleRemoved() {} });
  if (!read.has(target.id)) read.set(target.id, actions.readFacts().then((facts) => factsAbout(target, facts!, roles, requirements)));
  return read.get(target.id)!;
}

/** What an interface offers and explains beforehand; asked of the outcome, whether the adapter says the same. */
async function predict({ by, operation }: Step, situation: Situation): Promise<(after: Outcome) => void> {
  const { stored, people } = situation;
  const viewer = viewerOf(stored, by);
  if (operation.kind === 'name') return () => undefined;
  if (operation.kind === 'invite') {
    const isOffered = canGrantRole(viewer, roles, operation.role) && !(by !== null && !isManager(people[by]));
    return ({ refusal }) => assertEqual(refusal === null, isOffered && refusal !== 'duplicate', 'that the role could be given');
  }
  const target = userAt(stored.users, operation.who);
  if (!target) return () => undefined;
  if (!canTouchUser(viewer, roles, target)) return ({ refusal }) => assertOneOf(refusal, ['forbidden', 'role-rank'], 'the refusal to whoever is offered nothing');
  const replacement = 'instead' in operation && operation.instead !== undefined ? userAt(stored.users, operation.instead) : undefined;
  const facts = await readFacts(situation, viewer, target);
  const predicted = guardUserChange({ target, intent: intentOf(operation), viewer, roles, ...facts, replacement })?.guard ?? null;
  return ({ refusal }) => assertEqual(refusal === 'invalid' ? null : refusal, predicted, 'the refusal that was predicted');
}

function written({ by, operation }: Step, { people }: Situation): string {
  return `${JSON.stringify(operation)} by ${by === null ? 'somebody' : JSON.stringify(people[by])} among ${JSON.stringify(people)}`;
}

describe('guards, in every sequence of up to four operations on up to three users', () => {
  const refusals: Record<string, number> = {};
  let exploration: Exploration;

  async function judge(step: Step, before: Situation): Promise<(after: Outcome) => void> {
    const assertPrediction = await predict(step, before);
    return (after) => {
      try {
        assertRefusal(step, before, after);
        assertInvariants(step, before, after);
        assertPrediction(after);
      } catch (error) {
        throw new Error(`${written(step, before)}: ${(error as Error).message}`, { cause: error });
      }
      if (after.refusal !== null) refusals[after.refusal] = (refusals[after.refusal] ?? 0) + 1;
    };
  }

  it('are held by the adapter as the rules say, and foretold by the interface', async () => {
    exploration = new Exploration(judge);
    await exploration.run(4);
  }).timeout(120_000);

  it('are tried in all their sequences', () => {
    const { states, steps, sequences } = exploration;
    expect(states, 'states').to.be.at.least(694);
    expect(steps, 'steps').to.be.at.least(65_243);
    expect(sequences, 'sequences').to.be.at.least(13_928_462_529);
  });

  it('refused something for every reason there is', () => {
    expect(Object.keys(refusals)).to.have.members(['forbidden', 'not-found', 'duplicate', 'invalid', 'role-rank', 'last-administrator', 'alert-contact']);
    for (const [reason, count] of Object.entries(refusals)) expect(count, reason).to.be.greaterThan(500);
  });
});
