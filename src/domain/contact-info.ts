import * as z from 'zod/mini';

export const contactInfoSchema = z.looseObject({});
/**
 * An account's contact information by field key. A value is read through its field definition's kind (`parseFieldValue`);
 * keys that no definition names are kept as they are.
 */
export type ContactInfo = z.infer<typeof contactInfoSchema>;

export const contactInfoRecordSchema = z.looseObject({
  contactInfo: contactInfoSchema,
  revision: z.string().check(z.minLength(1)),
  updatedAt: z.string(),
  updatedBy: z.optional(z.looseObject({ id: z.string(), name: z.string() })),
});
/** What a store holds for an account. `revision` is opaque and changes with every save; `updatedAt` is ISO 8601. */
export type ContactInfoRecord = z.infer<typeof contactInfoRecordSchema>;

/** The value of a field; keys that every object inherits, `constructor` for example, hold nothing unless it was stored. */
export function valueOf(contactInfo: ContactInfo | null, key: string): unknown {
  return contactInfo !== null && Object.hasOwn(contactInfo, key) ? contactInfo[key] : undefined;
}
