import * as z from 'zod/mini';

export const verificationStates = ['unverified', 'sent', 'verified', 'bounced'] as const;
export type VerificationState = (typeof verificationStates)[number];

export const contactSchema = z.looseObject({
  email: z.string(),
  name: z.optional(z.string()),
  phone: z.optional(z.string()),
  language: z.optional(z.string()),
  notes: z.optional(z.string()),
  confirmedOn: z.optional(z.string()),
  verification: z.optional(z.enum(verificationStates)),
});
/**
 * Someone, or an alias, that can be written to. `phone` is E.164, `language` BCP 47, `confirmedOn` `YYYY-MM-DD`.
 * Only the shape is checked here; whether the address is one is `checkEmailAddress`'s to say.
 */
export type Contact = z.infer<typeof contactSchema>;
