import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { languageOf, rootsOf } from './ancestors.js';
import { loadMessages, messagesFor } from './locales.js';
import type { Texts } from './issue-text.js';
import { formatMessage, type LocaleMessages, type Message, type Messages } from './messages.js';

type Listener = () => void;

/** An element that has texts. `strings` are the host's own, `platformName` is what they call its platform. */
type LocalizedHost = ReactiveControllerHost & Element & { strings: Messages; platformName: string };

/** A message, with the language whose plurals and numbers it takes. */
type Found = { message: Message; lang: string } | undefined;

/** One observer for each root, shared by all elements below it: `lang` may change on any ancestor at run time. */
const observed = new WeakMap<Node, { listeners: Set<Listener>; observer: MutationObserver }>();

function observeLanguage(root: Node, listener: Listener): () => void {
  let entry = observed.get(root);
  if (!entry) {
    const listeners = new Set<Listener>();
    entry = { listeners, observer: new MutationObserver(() => listeners.forEach((one) => one())) };
    observed.set(root, entry);
  }
  if (entry.listeners.size === 0) entry.observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
  entry.listeners.add(listener);
  return () => {
    entry.listeners.delete(listener);
    if (entry.listeners.size === 0) entry.observer.disconnect();
  };
}

/**
 * Gives an element its language and its texts. Owns: which language applies, and loading it. Does not own: the texts
 * themselves, which are the element's catalogue, the locale's, and whatever the host overrides.
 */
export class LocalizeController implements ReactiveController, Texts {
  /** BCP 47, of the nearest ancestor that has one. */
  lang = 'en';

  readonly #host: LocalizedHost;
  readonly #catalogues: Readonly<Record<string, Messages>>;
  readonly #common: { readonly platform: string };
  /** What was found, for as long as it would be found again: a page asks for the same few texts row after row. */
  #known: { strings?: Messages; lang?: string; locale?: LocaleMessages; found: Map<string, Found> } = { found: new Map() };
  #unobserve: (() => void)[] = [];

  /** `catalogues` holds the English texts by the name that locales use for them, the element's own first. */
  constructor(host: LocalizedHost, catalogues: Readonly<Record<string, Messages>>) {
    this.#host = host;
    this.#catalogues = catalogues;
    const nameOfPlatform = () => host.platformName || (this.has('platform') ? this.text('platform') : '');
    this.#common = {
      get platform() {
        return nameOfPlatform();
      },
    };
    host.addController(this);
  }

  hostConnected(): void {
    this.#unobserve = [...rootsOf(this.#host)].map((root) => observeLanguage(root, () => this.#followLanguage()));
    this.#followLanguage();
  }

  hostDisconnected(): void {
    this.#unobserve.forEach((stop) => stop());
    this.#unobserve = [];
  }

  /** Settles when the language's texts are there; `undefined` where they already are. */
  get pending(): Promise<void> | undefined {
    return loadMessages(this.lang);
  }

  has(key: string): boolean {
    return this.#find(key) !== undefined;
  }

  text(key: string, params?: Readonly<Record<string, unknown>>): string {
    const found = this.#find(key);
    return found === undefined ? key : formatMessage(found.message, found.lang, params, this.#common);
  }

  /** Texts in another language than the page's say so: they are read aloud with that language's voice. */
  nameLanguage(base: HTMLElement): void {
    const isOwn = messagesFor(this.lang) !== undefined || /^en\b/i.test(this.lang);
    base.lang = isOwn ? '' : 'en';
  }

  #followLanguage(): void {
    const lang = languageOf(this.#host);
    if (lang === this.lang) return;
    this.lang = lang;
    this.#host.requestUpdate();
  }

  #find(key: string): Found {
    const { lang } = this;
    const { strings } = this.#host;
    const locale = messagesFor(lang);
    if (this.#known.strings !== strings || this.#known.lang !== lang || this.#known.locale !== locale) {
      this.#known = { strings, lang, locale, found: new Map() };
    }
    const { found } = this.#known;
    if (!found.has(key)) found.set(key, this.#lookUp(key, strings, locale));
    return found.get(key);
  }

  #lookUp(key: string, strings: Messages, locale: LocaleMessages | undefined): Found {
    if (Object.hasOwn(strings, key)) return { message: strings[key], lang: this.lang };
    for (const name of Object.keys(this.#catalogues)) {
      const message = locale?.[name]?.[key];
      if (message !== undefined) return { message, lang: this.lang };
    }
    for (const messages of Object.values(this.#catalogues)) {
      if (Object.hasOwn(messages, key)) return { message: messages[key], lang: /^en\b/i.test(this.lang) ? this.lang : 'en' };
    }
    return undefined;
  }
}
