import type { Issue } from '../../domain/issue.js';
import type { FieldDefinition } from '../../domain/requirements.js';

/** An issue as a field shows it. Its path starts at the field's value. */
export interface FieldIssue extends Issue {
  /** The store found it: what edits the value knows nothing of it. */
  isRefusal?: true;
}

/** What is to be said at a field: a path that leads to no entry of its list is about the list. */
export function issuesAtField({ key, kind }: FieldDefinition, value: unknown, found: readonly Issue[], refusals: readonly Issue[]): FieldIssue[] {
  const own = found.filter(({ path }) => path[0] === key);
  const refused = refusals.filter(({ path }) => path[0] === key).map((issue): FieldIssue => ({ ...issue, isRefusal: true }));
  const issues = [...own, ...refused].map((issue): FieldIssue => {
    const path = issue.path.slice(1);
    const isElsewhere = kind !== 'hours' && path.length > 0 && !(Array.isArray(value) && typeof path[0] === 'number' && path[0] in value);
    return { ...issue, path: isElsewhere ? [] : path };
  });
  return kind === 'hours' ? issues : issues.sort((a, b) => positionOf(a) - positionOf(b));
}

/** What is about the list as a whole comes before its entries, which come in their order. */
function positionOf({ path: [index] }: Issue): number {
  return typeof index === 'number' ? index : -1;
}
