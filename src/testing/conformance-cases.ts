import { accountCases } from './cases/accounts.js';
import { addressCases } from './cases/addresses.js';
import { administratorCases } from './cases/administrators.js';
import { concurrencyCases } from './cases/concurrency.js';
import { coreCases } from './cases/core.js';
import { historyCases } from './cases/history.js';
import { invitationCases } from './cases/invitations.js';
import { pagingCases } from './cases/paging.js';
import { replacementCases } from './cases/replacements.js';
import { ownAccountCases, roleCases } from './cases/roles.js';
import { searchingCases } from './cases/searching.js';
import { sortingCases } from './cases/sorting.js';
import { userChangeCases } from './cases/user-changes.js';
import { userLookupCases } from './cases/user-lookups.js';
import { userRemovalCases } from './cases/user-removals.js';
import { validationCases } from './cases/validation.js';
import { userWatchCases, watchCases } from './cases/watch.js';
import type { CaseTable, ConformanceCapabilities, ConformanceCase, ConformanceLevel, CreateConformanceStore } from './conformance-case.js';
import { UnmetExpectation } from './expectations.js';

/** Cases, and the levels that all have to be claimed for them; the first is the one they belong to. */
const tables: [levels: [ConformanceLevel, ...ConformanceLevel[]], cases: CaseTable][] = [
  [['core'], coreCases],
  [['core'], accountCases],
  [['concurrency'], concurrencyCases],
  [['validation'], validationCases],
  [['users'], invitationCases],
  [['users'], addressCases],
  [['users'], userLookupCases],
  [['users'], userChangeCases],
  [['users'], userRemovalCases],
  [['users'], searchingCases],
  [['users'], sortingCases],
  [['users'], pagingCases],
  [['guards', 'users'], administratorCases],
  [['guards', 'users'], replacementCases],
  [['roles', 'users'], roleCases],
  [['roles', 'guards', 'users'], ownAccountCases],
  [['watch'], watchCases],
  [['watch', 'users'], userWatchCases],
  [['history'], historyCases],
];

/**
 * Everything that an adapter owes, case by case, for any test runner:
 *
 * ```ts
 * for (const { name, level, run } of conformanceCases(createStore, { users: true, watch: true })) {
 *   it(`${level}: ${name}`, run);
 * }
 * ```
 *
 * `createStore` makes an empty store for each case; of `capabilities` only those that are claimed are asked for.
 */
export function conformanceCases(createStore: CreateConformanceStore, capabilities: ConformanceCapabilities = {}): ConformanceCase[] {
  const isClaimed = (level: ConformanceLevel) => level === 'core' || level === 'concurrency' || capabilities[level] === true;
  return tables.filter(([levels]) => levels.every(isClaimed)).flatMap(([[level], cases]) =>
    Object.entries(cases).map(([name, task]) => ({ name, level, run: () => runCase(createStore, task) })));
}

async function runCase(createStore: CreateConformanceStore, task: CaseTable[string]): Promise<void> {
  const store = await createStore();
  try {
    await task({ store, adapter: await store.open(), accountId: 'account-1' });
  } catch (error) {
    if (error instanceof UnmetExpectation) throw error;
    throw new Error(`Expected nothing to fail here, and it did: ${String(error)}`, { cause: error });
  } finally {
    await store.dispose?.();
  }
}
