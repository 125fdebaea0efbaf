import { valueOf, type ContactInfo } from './contact-info.js';
import { isEmptyFieldValue, parseFieldValue, validateFieldValue } from './field-value.js';
import { prefixIssues, type Issue } from './issue.js';
import { parseLocalDate } from './local-date.js';
import { availabilityOf, type FieldDefinition, type RequirementContext, type RequirementSet } from './requirements.js';

/*
 * The one rule for "is it complete?". Pure: the gate asks it in the browser and a host asks it on the server, and both
 * get the same answer from the same record.
 *
 * - `complete` is true exactly when no field is `invalid`, and none is `missing` outside its grace period.
 * - A field that is unavailable never counts, whatever is stored in it; its value is nobody's to drop.
 * - Every `missing` and every `invalid` field has at least one issue, whose path starts with the field's key.
 */

export const fieldStatuses = ['complete', 'missing', 'invalid', 'optional', 'unavailable'] as const;
export type FieldStatus = (typeof fieldStatuses)[number];

export interface EvaluationRequest extends RequirementContext {
  requirements: RequirementSet;
  /** `null` where nothing was stored yet. */
  contactInfo: ContactInfo | null;
  /** Now, for `graceUntil`. */
  at: Date;
  /** Of the users that the contact information names, those who are active. `null`: there is no directory to ask. */
  activeUserIds: Iterable<string> | null;
}

export interface Evaluation {
  complete: boolean;
  fields: Record<string, FieldStatus>;
  issues: Issue[];
}

/** Says whether an account can be reached, field by field. Never throws: what cannot be read is `invalid`. */
export function evaluateContactInfo(request: EvaluationRequest): Evaluation {
  const activeUserIds = request.activeUserIds && new Set(request.activeUserIds);
  const today = Number.isNaN(request.at.getTime()) ? '' : request.at.toISOString().slice(0, 10);
  const statuses: [string, FieldStatus][] = [];
  const found: Issue[] = [];
  let complete = true;
  for (const definition of request.requirements.fields) {
    const { status, issues } = evaluateField(definition, request, activeUserIds);
    const inGrace = status === 'missing' && isInGrace(definition, today);
    statuses.push([definition.key, status]);
    found.push(...prefixIssues(inGrace ? issues.map(withGrace(definition)) : issues, definition.key));
    if (status === 'invalid' || (status === 'missing' && !inGrace)) complete = false;
  }
  // From entries, so that any key is a key like any other.
  return { complete, fields: Object.fromEntries(statuses), issues: found };
}

/** A grace that ends on no real date is none. */
function isInGrace({ graceUntil }: FieldDefinition, today: string): boolean {
  return graceUntil !== undefined && today !== '' && parseLocalDate(graceUntil) !== null && today <= graceUntil;
}

/** The ids of users that the contact information names: those whose status `evaluateContactInfo` needs. */
export function referencedUserIds(contactInfo: ContactInfo | null, requirements: RequirementSet): string[] {
  const ids = new Set<string>();
  for (const definition of requirements.fields) {
    const parsed = parseFieldValue(definition.kind, valueOf(contactInfo, definition.key));
    if (parsed.ok && parsed.value.kind === 'users') parsed.value.value.forEach((id) => ids.add(id));
  }
  return [...ids];
}

function withGrace({ graceUntil }: FieldDefinition) {
  return (issue: Issue): Issue => ({ ...issue, params: { ...issue.params, graceUntil } });
}

function evaluateField(
  definition: FieldDefinition, request: EvaluationRequest, activeUserIds: ReadonlySet<string> | null,
): { status: FieldStatus; issues: Issue[] } {
  const { requirement } = availabilityOf(definition, request);
  if (requirement === 'unavailable' || (definition.kind === 'users' && !activeUserIds)) return { status: 'unavailable', issues: [] };
  const required = requirement === 'required';

  const parsed = parseFieldValue(definition.kind, valueOf(request.contactInfo, definition.key));
  if (!parsed.ok) return { status: 'invalid', issues: parsed.issues };
  const typed = parsed.value;
  if (isEmptyFieldValue(typed)) {
    return required ? { status: 'missing', issues: [{ path: [], code: 'required' }] } : { status: 'optional', issues: [] };
  }

  const issues = validateFieldValue(definition, typed);
  if (typed.kind === 'users') issues.push(...inactiveUsers(typed.value, activeUserIds));
  if (issues.length > 0) return { status: 'invalid', issues };

  const count = typed.kind === 'hours' ? typed.value.schedules.length : typed.value.length;
  const min = definition.min ?? 0;
  if (count < min) return { status: 'missing', issues: [{ path: [], code: 'too-few', params: { min, count } }] };
  return { status: 'complete', issues: [] };
}

function inactiveUsers(ids: string[], activeUserIds: ReadonlySet<string> | null): Issue[] {
  return ids.flatMap((userId, index) => (activeUserIds?.has(userId) ? [] : [{ path: [index], code: 'user-not-active', params: { userId } }]));
}
