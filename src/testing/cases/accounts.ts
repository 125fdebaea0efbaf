import { load, save, signal, type Where } from '../actions.js';
import type { CaseTable, Scene } from '../conformance-case.js';
import { expectEqual, expectRefusal } from '../expectations.js';
import { named } from '../samples.js';

const longId = 'x'.repeat(300);

/** Ids that a path, a query, a case-insensitive column or an object literal would take for each other. */
const pairs: Record<string, [string, string]> = {
  'that differ in case': ['acme', 'ACME'],
  'that differ in a trailing space': ['acme', 'acme '],
  'with a slash, and its escape': ['a/b', 'a%2Fb'],
  'with a path that leads elsewhere': ['a/../b', 'b'],
  'that begin with a path': ['../acme', 'acme'],
  'with a query': ['acme?x=1', 'acme'],
  'with a fragment': ['acme#x', 'acme'],
  'with a plus, and a space': ['a+b', 'a b'],
  'with a percent sign, and its escape': ['50%', '50%25'],
  'with a pattern': ['a_b', 'aXb'],
  'that are properties of every object': ['__proto__', 'constructor'],
  'that differ in Unicode form': ['caf\u00e9', 'cafe\u0301'],
  'outside the basic plane': ['😀', '😁'],
  'with quotes': [`a'b`, 'a"b'],
  'that are long and differ at the end': [`${longId}1`, `${longId}2`],
  'that look like numbers': ['1', '01'],
};

const impossible: Record<string, string> = {
  'that is empty': '',
  'of one dot': '.',
  'of two dots': '..',
  'with a lone surrogate': 'a\ud800b',
};

async function expectApart({ adapter }: Scene, [one, other]: [string, string]): Promise<void> {
  const first: Where = { adapter, accountId: one };
  const second: Where = { adapter, accountId: other };
  const saved = await save(first, named('one'), null);
  expectEqual(await load(second), null, `the record of ${JSON.stringify(other)}`);
  await save(second, named('other'), null);
  expectEqual(await load(first), saved, `the record of ${JSON.stringify(one)}`);
}

async function expectImpossible({ adapter }: Scene, accountId: string): Promise<void> {
  await expectRefusal(adapter.loadContactInfo({ accountId, signal: signal() }), 'invalid', 'loading');
  await expectRefusal(adapter.saveContactInfo({ accountId, signal: signal(), contactInfo: named('x'), baseRevision: null }), 'invalid', 'saving');
}

/** Accounts are apart, whatever the characters of their ids; an id that cannot be one is refused. */
export const accountCases: CaseTable = {
  ...Object.fromEntries(Object.entries(pairs).map(([what, pair]) => [`ids ${what} are two accounts`, (scene: Scene) => expectApart(scene, pair)])),
  ...Object.fromEntries(Object.entries(impossible).map(([what, id]) => [`an id ${what} is refused`, (scene: Scene) => expectImpossible(scene, id)])),
};
