import { roleKeys, type Operation, type People, type RoleKey } from './rules.js';
import { peopleIn, SmallAccount, userAt, type Stored } from './small-account.js';

export const places = 3;
const everyPlace = Array.from({ length: places }, (_, place) => place);

/** Somebody at a place, as the role that is stored; `null`: somebody of whom nothing is known. */
export interface Step {
  by: number | null;
  operation: Operation;
}

/** What there is before a step. */
export interface Situation {
  account: SmallAccount;
  stored: Stored;
  people: People;
}

export interface Outcome {
  refusal: string | null;
  stored: Stored;
  people: People;
}

/** Asked before a step is taken; what it returns is asked of the outcome. */
export type Judge = (step: Step, before: Situation) => Promise<(after: Outcome) => void>;

/** How an account came to be as it is: the shortest way that was found, with what was stored before each step, and after all. */
interface Way {
  start: readonly RoleKey[];
  steps: readonly (Step & { stored: Stored })[];
  stored: Stored;
}

/**
 * Every sequence of steps up to a length, from every set of up to three active users. Two ways to accounts in which the same
 * is stored, but for who stands at which place, are one; from each such state every step is taken once. Each account is made
 * by what leads to it, and not by writing the state, so that what else was left behind on the way is there too.
 */
export class Exploration {
  /** Sequences, of any length up to the greatest. */
  sequences = 0;
  /** Steps that were really taken. */
  steps = 0;
  refused = 0;
  readonly #ways = new Map<string, Way>();
  readonly #next = new Map<string, Map<string, number>>();
  readonly #judge: Judge;

  constructor(judge: Judge) {
    this.#judge = judge;
  }

  get states(): number {
    return this.#ways.size;
  }

  async run(length: number): Promise<void> {
    let level = new Map<string, number>();
    for (const start of startingSets()) {
      const key = keyOf(start.map((role) => ({ role, status: 'active', isNamed: false })));
      this.#ways.set(key, { start, steps: [], stored: await new SmallAccount(start).read() });
      level.set(key, 1);
    }
    for (let depth = 1; depth <= length; depth += 1) {
      const following = new Map<string, number>();
      for (const [key, ways] of level) {
        for (const [next, steps] of await this.#stepsFrom(key)) following.set(next, (following.get(next) ?? 0) + ways * steps);
      }
      for (const count of following.values()) this.sequences += count;
      level = following;
    }
  }

  /** How many steps lead from one state to each other. */
  async #stepsFrom(key: string): Promise<Map<string, number>> {
    const known = this.#next.get(key);
    if (known) return known;
    const next = new Map<string, number>();
    this.#next.set(key, next);
    const way = this.#ways.get(key)!;
    let before = await arrive(way);
    for (const step of stepsIn(before.people)) {
      const assertOutcome = await this.#judge(step, before);
      const refusal = await take(before.account, step, before.stored);
      const stored = await before.account.read();
      const after = { refusal, stored, people: peopleIn(stored, places) };
      this.steps += 1;
      if (refusal !== null) this.refused += 1;
      assertOutcome(after);
      const reached = keyOf(after.people);
      if (!this.#ways.has(reached)) this.#ways.set(reached, { start: way.start, steps: [...way.steps, { ...step, stored: before.stored }], stored });
      next.set(reached, (next.get(reached) ?? 0) + 1);
      // What was refused has changed nothing, which has just been asked: the next step is taken from the same account.
      if (refusal === null) before = await arrive(way);
    }
    return next;
  }
}

/** The same steps make the same ids and revisions, so that nothing has to be read on the way. */
async function arrive({ start, steps, stored }: Way): Promise<Situation> {
  const account = new SmallAccount(start);
  for (const step of steps) await take(account, step, step.stored);
  return { account, stored, people: peopleIn(stored, places) };
}

function take(account: SmallAccount, { by, operation }: Step, stored: Stored): Promise<string | null> {
  return account.act(viewerOf(stored, by), operation, stored);
}

export function viewerOf({ users }: Stored, by: number | null): { id: string; role: string } | null {
  if (by === null) return null;
  const { id, role } = userAt(users, by)!;
  return { id, role };
}

/** Every step that somebody can take who is active, or of whom nothing is known. */
function stepsIn(people: People): Step[] {
  const viewers = [null, ...everyPlace.filter((place) => people[place]?.status === 'active')];
  return viewers.flatMap((by) => everyPlace.flatMap((who) => operationsOn(people, who)).map((operation) => ({ by, operation })));
}

function operationsOn(people: People, who: number): Operation[] {
  const replacements = [undefined, ...everyPlace];
  const status = people[who]?.status;
  return [
    ...roleKeys.flatMap((role): Operation[] => [{ kind: 'invite', who, role }, { kind: 'change-role', who, role }]),
    ...replacements.flatMap((instead): Operation[] => [{ kind: 'remove', who, instead }, { kind: 'deactivate', who, instead }]),
    { kind: 'activate', who },
    { kind: 'resend', who },
    // Fields offer nobody else.
    ...(status === 'active' || status === 'invited' ? [{ kind: 'name', who } as const] : []),
  ];
}

/** Up to three users, in every mixture of roles. */
function startingSets(): RoleKey[][] {
  const sets: RoleKey[][] = [[]];
  for (let size = 0; size < places; size += 1) {
    for (const set of sets.filter(({ length }) => length === size)) {
      for (const role of roleKeys) if (set.length === 0 || roleKeys.indexOf(role) >= roleKeys.indexOf(set[size - 1])) sets.push([...set, role]);
    }
  }
  return sets;
}

/** The same for all accounts that differ only in who stands at which place. */
function keyOf(people: People): string {
  const written = people.flatMap((person) => (person ? [`${person.role} ${person.status}${person.isNamed ? ' named' : ''}`] : []));
  return written.sort().join(', ');
}

