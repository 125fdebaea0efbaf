/** What a tab did: when it began and ended (milliseconds since 1970), and what came of it. */
export interface Operation {
  tab: number;
  kind: 'read' | 'write';
  begin: number;
  end: number;
  /**
   * `unknown`: nobody knows whether it was done. `refused`: as a conflict, which can mean that it was done, its acknowledgement was lost, and
   * another write came before it was asked for again.
   */
  outcome: 'done' | 'unknown' | 'refused';
  /** What was read, or written; `null`: nothing was stored. */
  revision?: string | null;
  /** What was written: one of its own for each try. */
  token?: string;
}

export interface WriterTask {
  tab: number;
  accountId: string;
  writes: number;
  /** The longest pause between two writes, in milliseconds. */
  pause: number;
}

/** Runs in a page: writes under a key of the tab's own and under one that is everybody's, again and again. */
export async function writeInStorm({ tab, accountId, writes, pause }: WriterTask): Promise<Operation[]> {
  const portero = '/portero/portero.js';
  const { createHttpAdapter } = (await import(portero)) as { createHttpAdapter(options: object): Promise<import('../../src/ports/persistence-adapter.js').PersistenceAdapter> };
  const adapter = await createHttpAdapter({ baseUrl: '/api' });
  const request = { accountId, signal: new AbortController().signal };
  const operations: Operation[] = [];
  const now = () => performance.timeOrigin + performance.now();
  const rest = () => new Promise((resolve) => setTimeout(resolve, Math.random() * pause));

  async function read() {
    for (;;) {
      const begin = now();
      try {
        const record = await adapter.loadContactInfo(request);
        operations.push({ tab, kind: 'read', begin, end: now(), outcome: 'done', revision: record?.revision ?? null });
        return record;
      } catch {
        // It tells nothing: asked again.
        await rest();
      }
    }
  }

  for (let turn = 0; turn < writes; turn += 1) {
    for (let attempt = 0, isDone = false; !isDone; attempt += 1) {
      const record = await read();
      const token = `${tab}.${turn}.${attempt}`;
      const contactInfo = { ...record?.contactInfo, [`tab${tab}`]: token, everybody: token };
      const begin = now();
      const operation: Operation = { tab, kind: 'write', begin, end: 0, outcome: 'done', token };
      try {
        operation.revision = (await adapter.saveContactInfo({ ...request, contactInfo, baseRevision: record?.revision ?? null })).revision;
        isDone = true;
      } catch (error) {
        operation.outcome = (error as { code?: string }).code === 'conflict' ? 'refused' : 'unknown';
      }
      operations.push({ ...operation, end: now() });
      await rest();
    }
  }
  return operations;
}
