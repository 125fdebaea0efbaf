import type { Contact } from '../../../domain/contact.js';

const displayNames = new Map<string, Intl.DisplayNames>();

/** What a language is called in another one; the tag itself where nobody knows it. */
export function languageName(tag: string, lang: string): string {
  try {
    let names = displayNames.get(lang);
    if (!names) displayNames.set(lang, (names = new Intl.DisplayNames([lang, 'en'], { type: 'language' })));
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What is known of a contact beside name and address, in the order in which it is asked for. */
export function contactSummary({ phone, language, notes }: Contact, lang: string): string[] {
  return [phone, language && languageName(language, lang), notes].filter((part) => part !== undefined && part !== '') as string[];
}
