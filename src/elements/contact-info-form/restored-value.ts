import type { ContactInfo } from '../../domain/contact-info.js';

/** What a script sets, or a browser restores, may be anything. */
export function isContactInfo(value: unknown): value is ContactInfo {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseContactInfo(text: string): ContactInfo | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isContactInfo(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
