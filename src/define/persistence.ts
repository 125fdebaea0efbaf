import { setPersistenceResolver, type ResolveRequest } from '../controllers/persistence-resolver.js';
import { warnOnce } from '../internal/warn.js';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';

/*
 * What the attribute `persistence` means. Each adapter is a chunk of its own, loaded when an element names it, and the
 * elements of a page that name the same one for the same viewer share it.
 */
interface Named {
  request: ResolveRequest;
  adapter: Promise<PersistenceAdapter | undefined>;
}
const named: Named[] = [];

setPersistenceResolver((request) => {
  let found = named.find((one) => isSame(one.request, request));
  if (!found) named.push((found = { request, adapter: create(request) }));
  return found.adapter;
});

async function create({ persistence, viewer, roles, requirements }: ResolveRequest): Promise<PersistenceAdapter | undefined> {
  const options = { viewer, roles, requirements };
  if (persistence === 'local') {
    const { IndexedDbAdapter } = await import('../adapters/indexed-db.js');
    return new IndexedDbAdapter(options);
  }
  if (persistence === 'memory') {
    const { MemoryAdapter } = await import('../adapters/memory.js');
    return new MemoryAdapter(options);
  }
  warnOnce('portero', `persistence="${persistence}" is not known here; it is local or memory. Set the property adapter for anything else.`);
  return undefined;
}

function isSame(a: ResolveRequest, b: ResolveRequest): boolean {
  return a.persistence === b.persistence && a.viewer?.id === b.viewer?.id && a.viewer?.role === b.viewer?.role
    && a.roles === b.roles && a.requirements === b.requirements;
}
