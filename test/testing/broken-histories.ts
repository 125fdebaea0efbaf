import { MemoryAdapter, type MemoryStore } from '../../src/adapters/memory.js';
import type { HistoryEntry, HistoryRequest, PersistenceAdapter } from '../../src/ports/persistence-adapter.js';
import { altered, type BrokenAdapter } from './altered-adapter.js';

/** A working adapter that tells entries otherwise than they are. */
function telling(store: MemoryStore, tell: (entry: HistoryEntry, request: HistoryRequest) => HistoryEntry): PersistenceAdapter {
  return altered(store, (working) => ({
    async loadHistory(request) {
      const page = await working.loadHistory(request);
      return { ...page, entries: page.entries.map((entry) => tell(entry, request)) };
    },
  }));
}

const everything = (working: MemoryAdapter, request: HistoryRequest) => working.loadHistory({ ...request, cursor: undefined, limit: 1_000 });

/** What goes wrong with a history, and the case that has to catch it. */
export const brokenHistories: BrokenAdapter[] = [
  {
    fault: 'gives the oldest of the history first',
    caughtBy: 'every save is an entry, newest first',
    open: (store) => altered(store, (working) => ({
      loadHistory: async (request) => {
        const page = await working.loadHistory(request);
        return { ...page, entries: page.entries.reverse() };
      },
    })),
  },
  {
    fault: 'names every key that was saved',
    caughtBy: 'an entry names the keys that changed, and no others',
    open: (store) => telling(store, (entry) => ({ ...entry, changedKeys: Object.keys(entry.after ?? {}) })),
  },
  {
    fault: 'compares values by identity',
    caughtBy: 'a save that changes no value names no key',
    open: (store) => telling(store, (entry) => ({
      ...entry,
      changedKeys: [...new Set([...entry.changedKeys, ...Object.entries(entry.after ?? {}).filter(([, value]) => typeof value === 'object').map(([key]) => key)])],
    })),
  },
  {
    fault: 'tells what was saved for what was stored before',
    caughtBy: 'what an entry tells of before and after is what was stored',
    open: (store) => telling(store, (entry) => ({ ...entry, before: entry.after })),
  },
  {
    fault: 'signs every entry with the reader’s name',
    caughtBy: 'the author of an entry is the author of its record',
    open: (store) => telling(store, (entry) => ({ ...entry, by: { id: 'reader', name: 'Reader' } })),
  },
  {
    fault: 'keeps the history to itself',
    caughtBy: 'another tab or machine reads the same history',
    open(store) {
      const working = new MemoryAdapter({ store });
      const seen = new Set<string>();
      return altered(store, () => ({
        async saveContactInfo(request) {
          const record = await working.saveContactInfo(request);
          seen.add(record.revision);
          return record;
        },
        async loadHistory(request) {
          const page = await working.loadHistory(request);
          return { ...page, entries: page.entries.filter(({ revision }) => seen.has(revision)) };
        },
      }));
    },
  },
  {
    fault: 'notes saves before it knows whether they succeed',
    caughtBy: 'a save that was refused is no entry',
    open(store) {
      const attempts: HistoryEntry[] = [];
      return altered(store, (working) => ({
        saveContactInfo(request) {
          attempts.unshift({ revision: `attempt-${attempts.length}`, at: '', changedKeys: Object.keys(request.contactInfo) });
          return working.saveContactInfo(request);
        },
        loadHistory: () => Promise.resolve({ entries: attempts, nextCursor: null }),
      }));
    },
  },
  {
    fault: 'begins a page with the last entry of the one before',
    caughtBy: 'pages hold every entry once, in order',
    open: (store) => altered(store, (working) => ({
      async loadHistory({ cursor, limit = 20, ...request }) {
        const { entries } = await everything(working, request);
        const start = cursor === undefined ? 0 : entries.findIndex(({ revision }) => revision === cursor);
        const page = entries.slice(start, start + limit);
        return { entries: page, nextCursor: start + limit < entries.length ? page.at(-1)!.revision : null };
      },
    })),
  },
  {
    fault: 'takes no notice of the limit',
    caughtBy: 'a page has no more entries than its limit',
    open: (store) => altered(store, (working) => ({ loadHistory: (request) => everything(working, request) })),
  },
  {
    fault: 'pages through the history by position',
    caughtBy: 'a save between two pages neither repeats nor drops an entry',
    open: (store) => altered(store, (working) => ({
      async loadHistory({ cursor, limit = 20, ...request }) {
        const { entries } = await everything(working, request);
        const start = Number(cursor ?? 0);
        return { entries: entries.slice(start, start + limit), nextCursor: start + limit < entries.length ? String(start + limit) : null };
      },
    })),
  },
  {
    fault: 'has one history for all accounts',
    caughtBy: 'the history of one account is not another’s',
    open: (store) => altered(store, (working) => ({ loadHistory: (request) => working.loadHistory({ ...request, accountId: 'account-1' }) })),
  },
  {
    fault: 'hands out its own entries',
    caughtBy: 'entries that are handed out can be changed without changing the store',
    open(store) {
      const kept = new Map<string, HistoryEntry>();
      return telling(store, (entry) => {
        if (!kept.has(entry.revision)) kept.set(entry.revision, entry);
        return kept.get(entry.revision)!;
      });
    },
  },
  {
    fault: 'rejects with the reason of an abort of a request for history',
    caughtBy: 'an abort of a request for history is an AbortError, whatever its reason',
    open: (store) => altered(store, (working) => ({
      async loadHistory(request) {
        request.signal.throwIfAborted();
        return working.loadHistory(request);
      },
    })),
  },
  {
    fault: 'has an empty history for ids that cannot be one',
    caughtBy: 'the history of an account whose id cannot be one is refused',
    open: (store) => altered(store, (working) => ({ loadHistory: (request) => working.loadHistory(request).catch(() => ({ entries: [], nextCursor: null })) })),
  },
];
