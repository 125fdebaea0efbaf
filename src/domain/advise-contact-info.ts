import * as z from 'zod/mini';
import { contactSchema, type Contact } from './contact.js';
import { valueOf, type ContactInfo } from './contact-info.js';
import { overdueAge } from './contact-review.js';
import { addressKey, checkEmailAddress } from './email-address.js';
import type { Issue } from './issue.js';
import { isNoReplyMailbox, isPersonalMailbox, likelyDomain } from './mailbox-providers.js';
import { availabilityOf, type FieldDefinition, type RequirementContext, type RequirementSet } from './requirements.js';

/*
 * Advice on contacts that are valid and may still fail on the day they are needed. It never blocks anything.
 *
 * - Every path is `[field key, index]` of a contact, in the order of the requirements and then of the contacts.
 * - Fields that are unavailable are passed over, and so is what does not parse and what is not an address: both have
 *   issues of their own. So does a field without an answer.
 * - Of the contacts themselves only a suggested address and a date are given back.
 */

export const adviceCodes = [
  /** The field advises an alias and this looks like one person's address. */
  'advice.personal-address',
  /** Every required field is answered, and every contact is this address. `{ count }`: of how many fields. */
  'advice.same-address-everywhere',
  /** Given to users, and also an internal contact. `{ fields }`: the keys of the internal ones. */
  'advice.public-is-internal',
  /** The domain looks mistyped. `{ suggestion }`: the whole address as probably meant. */
  'advice.likely-typing-error',
  /** Nobody reads mail sent there. */
  'advice.no-reply-address',
  /** Confirmed too long ago, or, by `updatedAt`, never since then. `{ confirmedOn?, days }`; see `contact-review.ts`. */
  'advice.not-confirmed',
] as const;
export type AdviceCode = (typeof adviceCodes)[number];

export interface AdviceRequest extends RequirementContext {
  requirements: RequirementSet;
  /** `null` where nothing was stored yet. */
  contactInfo: ContactInfo | null;
  /** Now, for the age of confirmations. */
  at: Date;
  /** Days after which a confirmation is too old; 180 where not given. 0: none ever is. */
  reviewAfterDays?: number;
  /** When the record was saved, ISO 8601: the age of contacts that were never confirmed. Without it they are not judged. */
  updatedAt?: string;
}

interface ReadContact {
  definition: FieldDefinition;
  index: number;
  contact: Contact;
  /** As written; the domain in A-labels. */
  localPart: string;
  domain: string;
  key: string;
}

/** Non-blocking advice, in the shape of issues. Codes are `adviceCodes`. Never throws. */
export function adviseContactInfo(request: AdviceRequest): Issue[] {
  const { requirements, contactInfo, at, reviewAfterDays = 180, updatedAt } = request;
  const required: FieldDefinition[] = [];
  const contacts: ReadContact[] = [];
  for (const definition of requirements.fields) {
    const { requirement } = availabilityOf(definition, request);
    if (definition.kind !== 'contacts' || requirement === 'unavailable') continue;
    if (requirement === 'required') required.push(definition);
    contacts.push(...readContacts(definition, valueOf(contactInfo, definition.key)));
  }
  const answered = new Set(contacts.map(({ definition }) => definition));
  // Said once nothing required is missing, so that nobody hears it half-way through.
  const isEverywhere = answered.size >= 2 && required.every((definition) => answered.has(definition))
    && new Set(contacts.map(({ key }) => key)).size === 1;
  const internalFields = fieldsByInternalAddress(contacts);
  return contacts.flatMap((one, position) => [
    ...(isEverywhere && position === 0 ? [advice(one, 'advice.same-address-everywhere', { count: answered.size })] : []),
    ...adviseOnAddress(one),
    ...adviseOnPublicContact(one, internalFields),
    ...adviseOnConfirmation(one, { at, reviewAfterDays, updatedAt }),
  ]);
}

function advice({ definition, index }: ReadContact, code: AdviceCode, params?: Record<string, unknown>): Issue {
  const path = [definition.key, index];
  return params ? { path, code, params } : { path, code };
}

function readContacts(definition: FieldDefinition, value: unknown): ReadContact[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => {
    const parsed = z.safeParse(contactSchema, item);
    const address = parsed.success ? checkEmailAddress(parsed.data.email, { allowSmtpUtf8: true }) : null;
    if (!parsed.success || !address?.ok) return [];
    const { ascii } = address.value;
    const at = ascii.lastIndexOf('@');
    return [{
      definition, index, contact: parsed.data, localPart: ascii.slice(0, at), domain: ascii.slice(at + 1), key: addressKey(ascii),
    }];
  });
}

function fieldsByInternalAddress(contacts: ReadContact[]): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const { definition, key } of contacts) {
    if (definition.audience === 'internal') fields.set(key, (fields.get(key) ?? new Set()).add(definition.key));
  }
  return fields;
}

function adviseOnAddress(one: ReadContact): Issue[] {
  const { definition, localPart, domain } = one;
  const issues: Issue[] = [];
  const meant = likelyDomain(domain);
  const isNoReply = isNoReplyMailbox(localPart);
  if (meant) issues.push(advice(one, 'advice.likely-typing-error', { suggestion: `${localPart}@${meant}` }));
  if (isNoReply) issues.push(advice(one, 'advice.no-reply-address'));
  else if (definition.advise === 'alias' && isPersonalMailbox(localPart, meant ?? domain)) issues.push(advice(one, 'advice.personal-address'));
  return issues;
}

function adviseOnPublicContact(one: ReadContact, internalFields: Map<string, Set<string>>): Issue[] {
  const fields = one.definition.audience === 'public' ? internalFields.get(one.key) : undefined;
  return fields ? [advice(one, 'advice.public-is-internal', { fields: [...fields] })] : [];
}

function adviseOnConfirmation(one: ReadContact, review: Parameters<typeof overdueAge>[1]): Issue[] {
  const age = overdueAge(one.contact, review);
  return age ? [advice(one, 'advice.not-confirmed', { ...age })] : [];
}
