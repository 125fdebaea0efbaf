import type { ContactInfo } from '../../domain/contact-info.js';

/** Whether a value that a host set has the shape of contact information; each of its fields is read on its own. */
export function isContactInfo(value: unknown): value is ContactInfo {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads what a form of the host's kept as text. */
export function parseContactInfo(text: string): ContactInfo | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isContactInfo(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
