import type { Contact } from '../../domain/contact.js';
import { valueOf, type ContactInfo } from '../../domain/contact-info.js';
import { parseFieldValue } from '../../domain/field-value.js';
import { availabilityOf, type FieldDefinition, type RequirementContext } from '../../domain/requirements.js';

/** Another field of the form, whose contacts can be used here too. */
export interface ContactSource {
  definition: FieldDefinition;
  /** Read only when they are asked for: there may be thousands. */
  contacts(): Contact[];
}

/** The other contacts fields that are asked for here and have something in them. */
export function contactSources(key: string, definitions: readonly FieldDefinition[], context: RequirementContext, contactInfo: ContactInfo): ContactSource[] {
  return definitions.flatMap((definition) => {
    if (definition.kind !== 'contacts' || definition.key === key || availabilityOf(definition, context).requirement === 'unavailable') return [];
    const value = valueOf(contactInfo, definition.key);
    if (!Array.isArray(value) || value.length === 0) return [];
    return [{ definition, contacts: () => readContacts(value) }];
  });
}

function readContacts(value: unknown): Contact[] {
  const parsed = parseFieldValue('contacts', value);
  return parsed.ok ? (parsed.value.value as Contact[]) : [];
}
