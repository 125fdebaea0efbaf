import type { MemoryStore } from '../adapters/memory.js';
import { setPersistenceResolver, type ResolveRequest } from '../controllers/persistence-resolver.js';
import { isEqualJson } from '../domain/equal.js';
import { warnOnce } from '../internal/warn.js';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';
import { lazyAdapter } from './lazy-adapter.js';

/*
 * What the attribute `persistence` means. Each adapter's code is a chunk of its own, and elements of a page that ask for the
 * same one share it. Adapters differ by viewer, roles and requirements, whose guards they enforce; what is kept does not.
 */
const resolved: { request: ResolveRequest; adapter: PersistenceAdapter }[] = [];
let memory: MemoryStore | undefined;
/** By address: back ends know who asks, so that one adapter, and its one stream of changes, is everybody's. */
const overHttp = new Map<string, PersistenceAdapter>();

setPersistenceResolver((request) => {
  const found = resolved.find((one) => isEqualJson(one.request, request));
  if (found) return found.adapter;
  const adapter = create(request);
  if (adapter) resolved.push({ request, adapter });
  else warnOnce('portero', `persistence="${request.persistence}" is not known here; it is local, memory, or an address such as /api. Set the property adapter for anything else.`);
  return adapter;
});

function create({ persistence, ...options }: ResolveRequest): PersistenceAdapter | undefined {
  if (persistence === 'local') {
    return lazyAdapter(true, async () => {
      const { IndexedDbAdapter } = await import('../adapters/indexed-db.js');
      return new IndexedDbAdapter(options);
    });
  }
  if (persistence === 'memory') {
    return lazyAdapter(false, async () => {
      const { MemoryAdapter, MemoryStore } = await import('../adapters/memory.js');
      memory ??= new MemoryStore();
      return new MemoryAdapter({ ...options, store: memory });
    });
  }
  return isAddress(persistence) ? httpAdapter(persistence) : undefined;
}

function isAddress(persistence: string): boolean {
  return /^(\.{0,2}\/|https?:\/\/)/i.test(persistence);
}

function httpAdapter(baseUrl: string): PersistenceAdapter {
  const existing = overHttp.get(baseUrl);
  if (existing) return existing;
  const adapter = lazyAdapter(true, async () => {
    const { HttpAdapter } = await import('../adapters/http.js');
    return new HttpAdapter({ baseUrl });
  });
  overHttp.set(baseUrl, adapter);
  return adapter;
}
