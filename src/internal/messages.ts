/*
 * Texts are data: a message is a string with `{name}` placeholders, or one such string for each plural category that its
 * language has, chosen by the parameter `count`. Every element has a catalogue in English; `src/locales/` has the others.
 */

export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
export type Messages = Readonly<Record<string, Message>>;

/** Messages of every element in one language, by tag; `shared` holds what several of them say. */
export type LocaleMessages = Readonly<Record<string, Messages>>;

const pluralRules = new Map<string, Intl.PluralRules>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function cached<T>(cache: Map<string, T>, locale: string, create: (locale: string) => T): T {
  let item = cache.get(locale);
  if (!item) cache.set(locale, (item = create(locale)));
  return item;
}

/**
 * Fills in a message. Numbers are written the locale's way; a parameter that is missing leaves its name, so that it is seen.
 * `common` has what any message may name.
 */
export function formatMessage(
  message: Message, locale: string, params: Readonly<Record<string, unknown>> = {}, common: Readonly<Record<string, unknown>> = {},
): string {
  const text = typeof message === 'string' ? message : pluralForm(message, locale, params.count);
  if (!text.includes('{')) return text;
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = params[name] ?? common[name];
    if (typeof value === 'number') return cached(numberFormats, locale, (tag) => new Intl.NumberFormat(tag)).format(value);
    return value === undefined || value === null ? placeholder : String(value);
  });
}

function pluralForm(message: Exclude<Message, string>, locale: string, count: unknown): string {
  if (typeof count !== 'number') return message.other;
  return message[cached(pluralRules, locale, (tag) => new Intl.PluralRules(tag)).select(count)] ?? message.other;
}
