import { MemoryAdapter } from '../../src/adapters/memory.js';
import type { ContactInfoRecord } from '../../src/domain/contact-info.js';
import { PersistenceError } from '../../src/ports/persistence-error.js';
import { altered, sharingConflicts, type BrokenAdapter } from './altered-adapter.js';

const currentRevision = async (working: MemoryAdapter, accountId: string, signal: AbortSignal) =>
  (await working.loadContactInfo({ accountId, signal }))?.revision ?? null;

/** What goes wrong with the record and its accounts, and the case that has to catch it. */
export const brokenRecords: BrokenAdapter[] = [
  {
    fault: 'takes no notice of the base revision',
    caughtBy: 'a save from a revision that is no longer current is refused, and told of the current one',
    open: (store) => altered(store, (working) => ({
      saveContactInfo: async (request) => working.saveContactInfo({ ...request, baseRevision: await currentRevision(working, request.accountId, request.signal) }),
    })),
  },
  {
    fault: 'compares first and sets later',
    caughtBy: 'of two saves in two tabs one wins',
    open: (store) => altered(store, (working) => ({
      async saveContactInfo(request) {
        const current = await working.loadContactInfo(request);
        if ((current?.revision ?? null) !== request.baseRevision) throw new PersistenceError('conflict', 'Changed.', { current });
        for (;;) {
          const baseRevision = await currentRevision(working, request.accountId, request.signal);
          try {
            return await working.saveContactInfo({ ...request, baseRevision });
          } catch {
            // Somebody was faster, and is overwritten.
          }
        }
      },
    })),
  },
  {
    fault: 'acknowledges before it writes',
    caughtBy: 'a first save is read back as it was acknowledged',
    open: (store) => altered(store, (working) => ({
      saveContactInfo: ({ contactInfo }) => {
        void working;
        return Promise.resolve({ contactInfo, revision: 'soon', updatedAt: new Date().toISOString() });
      },
    })),
  },
  {
    fault: 'keeps what it wrote to itself',
    caughtBy: 'what is acknowledged is read by another tab or machine at once',
    open: () => new MemoryAdapter(),
  },
  {
    fault: 'counts revisions from the content',
    caughtBy: 'a save that changes no value changes the revision',
    open: (store) => {
      const revisionOf = (record: ContactInfoRecord) => ({ ...record, revision: JSON.stringify(record.contactInfo) });
      return altered(store, (working) => ({
        loadContactInfo: async (request) => {
          const record = await working.loadContactInfo(request);
          return record && revisionOf(record);
        },
        async saveContactInfo(request) {
          const current = await working.loadContactInfo(request);
          if ((current ? revisionOf(current).revision : null) !== request.baseRevision) {
            throw new PersistenceError('conflict', 'Changed.', { current: current && revisionOf(current) });
          }
          return revisionOf(await working.saveContactInfo({ ...request, baseRevision: current?.revision ?? null }));
        },
      }));
    },
  },
  {
    fault: 'folds the case of account ids',
    caughtBy: 'ids that differ in case are two accounts',
    open: (store) => altered(store, (working) => ({
      loadContactInfo: (request) => working.loadContactInfo({ ...request, accountId: request.accountId.toLowerCase() }),
      saveContactInfo: (request) => working.saveContactInfo({ ...request, accountId: request.accountId.toLowerCase() }),
    })),
  },
  {
    fault: 'puts account ids in a path unescaped',
    caughtBy: 'ids with a path that leads elsewhere are two accounts',
    open: (store) => {
      const resolve = (accountId: string) => new URL(accountId, 'https://host.example/accounts/').pathname;
      return altered(store, (working) => ({
        loadContactInfo: (request) => working.loadContactInfo({ ...request, accountId: resolve(request.accountId) }),
        saveContactInfo: (request) => working.saveContactInfo({ ...request, accountId: resolve(request.accountId) }),
      }));
    },
  },
  {
    fault: 'drops what it does not know',
    caughtBy: 'keys that nobody defined survive within contacts and schedules',
    open: (store) => altered(store, (working) => ({
      saveContactInfo: (request) => working.saveContactInfo({
        ...request,
        contactInfo: Object.fromEntries(Object.entries(request.contactInfo).map(([key, value]) => [key, Array.isArray(value)
          ? value.map((item: unknown) => (typeof item === 'object' && item !== null && 'email' in item ? { email: item.email } : item)) : value])),
      }),
    })),
  },
  {
    fault: 'rejects with an error of its own',
    caughtBy: 'a save from a revision that is no longer current is refused, and told of the current one',
    open: (store) => altered(store, (working) => ({
      saveContactInfo: (request) => working.saveContactInfo(request).catch((error: Error) => Promise.reject(new Error(error.message))),
    })),
  },
  {
    fault: 'does not look at the signal',
    caughtBy: 'a save that was aborted before it began writes nothing',
    open: (store) => altered(store, (working) => ({
      saveContactInfo: (request) => working.saveContactInfo({ ...request, signal: new AbortController().signal }),
    })),
  },
  {
    fault: 'rejects with the reason of an abort',
    caughtBy: 'an abort is an AbortError, whatever its reason',
    open: (store) => altered(store, (working) => ({
      async loadContactInfo(request) {
        request.signal.throwIfAborted();
        return working.loadContactInfo(request);
      },
    })),
  },
  {
    fault: 'rejects with the reason of an abort that comes while it writes',
    caughtBy: 'a save that is aborted under way is acknowledged, or rejects with an AbortError',
    open: (store) => altered(store, (working) => ({
      async saveContactInfo(request) {
        const record = await working.saveContactInfo({ ...request, signal: new AbortController().signal });
        request.signal.throwIfAborted();
        return record;
      },
    })),
  },
  {
    fault: 'reads what it was handed when its turn comes',
    caughtBy: 'what was handed in can be changed while the save is under way',
    open: (store) => altered(store, (working) => ({
      async saveContactInfo(request) {
        await working.loadContactInfo(request);
        return working.saveContactInfo(request);
      },
    })),
  },
  {
    fault: 'hands out its own record with a conflict',
    caughtBy: 'what a conflict hands out can be changed without changing the store',
    open: (store) => {
      const { share, read } = sharingConflicts();
      return altered(store, (working) => ({
        loadContactInfo: async (request) => read(request.accountId, await working.loadContactInfo(request)),
        saveContactInfo: (request) => share(request.accountId, working.saveContactInfo(request)),
      }));
    },
  },
];
