import { accountCases } from './cases/accounts.js';
import { concurrencyCases } from './cases/concurrency.js';
import { coreCases } from './cases/core.js';
import { guardCases } from './cases/guards.js';
import { historyCases } from './cases/history.js';
import { pagingCases } from './cases/paging.js';
import { roleCases } from './cases/roles.js';
import { userCases } from './cases/users.js';
import { validationCases } from './cases/validation.js';
import { userWatchCases, watchCases } from './cases/watch.js';
import type { CaseTable, ConformanceCapabilities, ConformanceCase, ConformanceLevel, CreateConformanceStore } from './conformance-case.js';

/** Cases, and the levels that all have to be claimed for them; the first is the one they belong to. */
const tables: [levels: [ConformanceLevel, ...ConformanceLevel[]], cases: CaseTable][] = [
  [['core'], coreCases],
  [['core'], accountCases],
  [['concurrency'], concurrencyCases],
  [['validation'], validationCases],
  [['users'], userCases],
  [['users'], pagingCases],
  [['guards', 'users'], guardCases],
  [['roles', 'users'], roleCases],
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
  } finally {
    await store.dispose?.();
  }
}
