import * as z from 'zod/mini';
import { contactSchema, type Contact } from './contact.js';
import { valueOf, type ContactInfo } from './contact-info.js';
import { addressKey, checkEmailAddress } from './email-address.js';
import { accepted, prefixIssues, refused, type Issue, type Result } from './issue.js';
import type { FieldDefinition, FieldKind, RequirementSet } from './requirements.js';
import { supportHoursSchema, type SupportHours } from './support-hours.js';
import { validateSupportHours } from './validate-support-hours.js';

/*
 * A stored value becomes a field's value in two steps. Parsing asks for the shape: what has another one is corrupt, and
 * is neither shown nor overwritten. Validating asks for the rules: what breaks one is shown, with the reason.
 * Absent, `null`, an empty list and hours without a schedule all mean "not answered".
 */

export interface FieldValues {
  users: string[];
  contacts: Contact[];
  hours: SupportHours;
}
export type FieldValue = FieldValues[FieldKind];

/** A value together with the kind that says how to read it. */
export type TypedFieldValue = { [K in FieldKind]: { kind: K; value: FieldValues[K] } }[FieldKind];

const schemas = {
  users: z.array(z.string()),
  contacts: z.array(contactSchema),
  hours: supportHoursSchema,
};

const emptyValues: { [K in FieldKind]: () => FieldValues[K] } = {
  users: () => [],
  contacts: () => [],
  hours: () => ({ version: 1, schedules: [] }),
};

const e164 = /^\+[1-9]\d{1,14}$/;

/** Reads a stored value by its kind. Issues have the code `malformed` and the path of what has another shape. */
export function parseFieldValue(kind: FieldKind, value: unknown): Result<TypedFieldValue> {
  if (value === undefined || value === null) return accepted({ kind, value: emptyValues[kind]() } as TypedFieldValue);
  const parsed = z.safeParse(schemas[kind], value);
  if (parsed.success) return accepted({ kind, value: parsed.data } as TypedFieldValue);
  return refused(...issuesFromZod(parsed.error));
}

/** The issues of a failed parse, with our code: zod's messages are for developers and are not shown. */
export function issuesFromZod(error: z.core.$ZodError): Issue[] {
  return error.issues.map((issue) => ({
    path: issue.path.map((key) => (typeof key === 'number' ? key : String(key))),
    code: 'malformed',
    params: { expected: 'expected' in issue ? issue.expected : issue.code },
  }));
}

export function isEmptyFieldValue(typed: TypedFieldValue): boolean {
  return countOf(typed) === 0;
}

function countOf(typed: TypedFieldValue): number {
  return typed.kind === 'hours' ? typed.value.schedules.length : typed.value.length;
}

/** What breaks a rule whatever the environment; a value that is not there breaks none. Paths start at the value. */
export function validateFieldValue(definition: FieldDefinition, typed: TypedFieldValue): Issue[] {
  const issues = typed.kind === 'hours' ? validateSupportHours(typed.value)
    : typed.kind === 'contacts' ? validateContacts(typed.value)
    : duplicates(typed.value, (id) => id);
  const count = countOf(typed);
  if (definition.max !== undefined && count > definition.max) {
    issues.unshift({ path: [], code: 'too-many', params: { max: definition.max, count } });
  }
  return issues;
}

/** Everything in a record that has the wrong shape or breaks a rule. Keys that no definition names are left alone. */
export function validateContactInfo(contactInfo: ContactInfo, requirements: RequirementSet): Issue[] {
  return requirements.fields.flatMap((definition) => {
    const parsed = parseFieldValue(definition.kind, valueOf(contactInfo, definition.key));
    return prefixIssues(parsed.ok ? validateFieldValue(definition, parsed.value) : parsed.issues, definition.key);
  });
}

/** What in a record has another shape than its kind: such a record is corrupt, and must not be saved over. */
export function findMalformed(contactInfo: ContactInfo, requirements: RequirementSet): Issue[] {
  return validateContactInfo(contactInfo, requirements).filter((issue) => issue.code === 'malformed');
}

function validateContacts(contacts: Contact[]): Issue[] {
  return [
    ...contacts.flatMap((contact, index) => prefixIssues(validateContact(contact), index)),
    ...duplicates(contacts, (contact) => addressKey(contact.email)),
  ];
}

/** The rules of one contact. Paths start at the contact. */
export function validateContact(contact: Contact): Issue[] {
  const address = checkEmailAddress(contact.email);
  const issues = address.ok ? [] : prefixIssues(address.issues, 'email');
  if (contact.phone && !e164.test(contact.phone)) issues.push({ path: ['phone'], code: 'contact.phone' });
  if (contact.language && !isLanguageTag(contact.language)) issues.push({ path: ['language'], code: 'contact.language' });
  return issues;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function duplicates<T>(items: T[], keyOf: (item: T) => string): Issue[] {
  const seen = new Map<string, number>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
      return [];
    }
    return [{ path: [index], code: 'duplicate', params: { first } }];
  });
}
