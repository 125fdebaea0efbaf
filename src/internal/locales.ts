import type { LocaleMessages } from './messages.js';

/** Languages other than English, each in a chunk of its own that is loaded when an element is first shown in it. */
const loaders: Readonly<Record<string, () => Promise<{ default: LocaleMessages }>>> = {
  es: () => import('../locales/es.js'),
};

/** `null` for one that could not be loaded. */
const loaded = new Map<string, LocaleMessages | null>();
const loading = new Map<string, Promise<void>>();

function keyOf(lang: string): string | undefined {
  const exact = Object.keys(loaders).find((key) => key.toLowerCase() === lang.toLowerCase());
  return exact ?? Object.keys(loaders).find((key) => key === lang.toLowerCase().split('-')[0]);
}

/** The messages of a language, or `undefined` where it is English, unknown, or not loaded. */
export function messagesFor(lang: string): LocaleMessages | undefined {
  const key = keyOf(lang);
  return key === undefined ? undefined : (loaded.get(key) ?? undefined);
}

/** Loads a language once. `undefined` where there is nothing to wait for. One that cannot be loaded is shown in English. */
export function loadMessages(lang: string): Promise<void> | undefined {
  const key = keyOf(lang);
  if (key === undefined || loaded.has(key)) return undefined;
  let pending = loading.get(key);
  if (!pending) {
    pending = loaders[key]().then(
      (module) => void loaded.set(key, module.default),
      () => void loaded.set(key, null),
    );
    loading.set(key, pending);
  }
  return pending;
}
