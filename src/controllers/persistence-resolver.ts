import type { RequirementSet } from '../domain/requirements.js';
import type { Role, Viewer } from '../domain/user.js';
import type { PersistenceAdapter } from '../ports/persistence-adapter.js';

/** What the attribute `persistence` needs to make an adapter: guards are enforced for this viewer and these roles. */
export interface ResolveRequest {
  persistence: string;
  viewer: Viewer | null;
  roles: readonly Role[];
  requirements: RequirementSet;
}

/** The same adapter for requests that say the same; `undefined` where the attribute names none. */
type Resolver = (request: ResolveRequest) => PersistenceAdapter | undefined;

let resolver: Resolver | undefined;

/** Set by `define`: the adapters themselves are above this floor. Without it the attribute names nothing. */
export function setPersistenceResolver(resolve: Resolver): void {
  resolver = resolve;
}

export function resolvePersistence(request: ResolveRequest): PersistenceAdapter | undefined {
  return resolver?.(request);
}
