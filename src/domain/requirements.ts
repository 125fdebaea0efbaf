import * as z from 'zod/mini';

export const environments = ['sandbox', 'production'] as const;
export type Environment = (typeof environments)[number];

export const fieldKinds = ['users', 'contacts', 'hours'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export const requirementLevels = ['required', 'optional', 'unavailable'] as const;
export type Requirement = (typeof requirementLevels)[number];

export const requirementRuleSchema = z.looseObject({
  requirement: z.enum(requirementLevels),
  environments: z.optional(z.array(z.enum(environments))),
  integrationTypes: z.optional(z.array(z.string())),
});
/** Says how a field is required where both lists match; an absent list matches anything. */
export type RequirementRule = z.infer<typeof requirementRuleSchema>;

export const fieldDefinitionSchema = z.looseObject({
  key: z.string().check(z.minLength(1)),
  kind: z.enum(fieldKinds),
  audience: z.enum(['internal', 'public']),
  requirement: z.union([z.enum(requirementLevels), z.array(requirementRuleSchema)]),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  advise: z.optional(z.literal('alias')),
  graceUntil: z.optional(z.string()),
});
/**
 * One field of the contact information. `min` and `max` count users or contacts (`min` is 1 where required and not given);
 * until `graceUntil` (`YYYY-MM-DD`, inclusive, UTC) a missing value is a notice and does not block.
 */
export type FieldDefinition = z.infer<typeof fieldDefinitionSchema>;

export const requirementSetSchema = z.looseObject({
  version: z.string(),
  fields: z.array(fieldDefinitionSchema),
});
/** What a portal asks of an account. Raising `version` asks again, and only for what is missing then. */
export type RequirementSet = z.infer<typeof requirementSetSchema>;

export interface RequirementContext {
  environment: string;
  integrationType?: string;
}

/** How far a rule says the field applies, and if it does not, which of the two lists keeps it out. */
export type Availability =
  | { requirement: 'required' | 'optional' }
  | { requirement: 'unavailable'; because: 'environment' | 'integration-type' | 'definition' };

/** The first rule that matches decides; where none does, the field is unavailable. */
export function availabilityOf(definition: FieldDefinition, context: RequirementContext): Availability {
  if (typeof definition.requirement === 'string') return levelOf(definition.requirement);
  let because: 'environment' | 'integration-type' | 'definition' = 'definition';
  for (const rule of definition.requirement) {
    if (!matchesIntegrationType(rule, context)) {
      because = because === 'environment' ? because : 'integration-type';
    } else if (!matchesEnvironment(rule, context)) {
      because = 'environment';
    } else {
      return levelOf(rule.requirement);
    }
  }
  return { requirement: 'unavailable', because };
}

function levelOf(requirement: Requirement): Availability {
  return requirement === 'unavailable' ? { requirement, because: 'definition' } : { requirement };
}

function matchesEnvironment(rule: RequirementRule, { environment }: RequirementContext): boolean {
  return !rule.environments || rule.environments.some((one) => one === environment);
}

function matchesIntegrationType(rule: RequirementRule, { integrationType }: RequirementContext): boolean {
  return !rule.integrationTypes || (integrationType !== undefined && rule.integrationTypes.includes(integrationType));
}
