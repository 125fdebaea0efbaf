import { expect } from 'chai';
import type { StoredAdapter } from '../../src/adapters/stored-adapter.js';

const request = () => ({ accountId: 'acme', signal: new AbortController().signal });
const info = (index: number) => ({ technicalEmergencyContacts: [{ email: 'oncall@example.com', name: String(index) }] });

/** Saves more often than the history has room for, on two accounts, and reads it while it moves on. */
export async function expectBoundedHistory(adapter: StoredAdapter): Promise<void> {
  let revision: string | null = null;
  const save = async (index: number) => ({ revision } = await adapter.saveContactInfo({ ...request(), contactInfo: info(index), baseRevision: revision }));
  await adapter.saveContactInfo({ ...request(), accountId: 'other', contactInfo: info(0), baseRevision: null });
  for (let index = 0; index < 203; index += 1) await save(index);

  const all = await adapter.loadHistory({ ...request(), limit: 1_000 });
  expect(all.entries.length).to.equal(200);
  expect(all.nextCursor).to.equal(null);
  expect(all.entries.map(({ after }) => after)).to.deep.equal(Array.from({ length: 200 }, (_, index) => info(202 - index)));
  expect(all.entries.at(-1)!.before).to.deep.equal(info(2));
  expect((await adapter.loadHistory({ ...request(), accountId: 'other' })).entries.length).to.equal(1);

  const oldest = all.entries.at(-1)!.revision;
  await save(203);
  expect(await adapter.loadHistory({ ...request(), cursor: oldest }), 'what follows an entry that is not kept any more').to.deep.equal({ entries: [], nextCursor: null });
}
