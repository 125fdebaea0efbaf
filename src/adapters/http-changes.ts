import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { abortError } from '../ports/abort.js';
import type { StoreChange } from '../ports/persistence-adapter.js';
import { delay, type HttpTransport } from './http-transport.js';

type Kind = StoreChange['kind'];
type Version = string | null;

/** What there is to know without a stream. */
export type Look = (signal: AbortSignal) => Promise<Partial<Record<Kind, Version>>>;

/** In milliseconds. */
const usualTimes = {
  /** For a stream on which nothing comes any more, not even a comment. */
  patience: 60_000,
  /** How often is asked where there is no stream. */
  pollEvery: 60_000,
  /** Before the stream is opened again, doubled after every failure. */
  firstPause: 1_000,
  longestPause: 30_000,
};
/** How often is asked until the stream is tried again. */
const pollsBetweenTries = 10;

const kinds: readonly Kind[] = ['contact-info', 'users'];

/**
 * What changes in one account, told to everybody who watches it. Owns the stream, one for all of them, and when it is
 * opened again; does not own what is read afterwards.
 *
 * - What a listener was told of, or somebody has read, is known by its version: the same is not told twice, and what changed
 *   while there was no stream is told as soon as there is one.
 * - A page that is not looked at has no stream: browsers allow few connections, and whoever comes back is told what they missed.
 * - Where the back end has no stream, it is looked at once a minute.
 */
export class HttpChanges {
  readonly #transport: HttpTransport;
  readonly #path: readonly string[];
  readonly #look: Look;
  readonly #listeners = new Set<(change: StoreChange) => void>();
  readonly #known = new Map<Kind, Version>();
  /** How many are reading now. */
  readonly #reading = new Map<Kind, number>();
  readonly #times: typeof usualTimes;
  #stop: AbortController | undefined;

  constructor(transport: HttpTransport, accountId: string, look: Look, times: Partial<typeof usualTimes> = {}) {
    this.#times = { ...usualTimes, ...times };
    this.#transport = transport;
    this.#path = ['accounts', accountId, 'changes'];
    this.#look = look;
  }

  add(listener: (change: StoreChange) => void, signal: AbortSignal): void {
    // The same function may be listening already.
    const own = (change: StoreChange) => listener(change);
    this.#listeners.add(own);
    signal.addEventListener('abort', () => {
      this.#listeners.delete(own);
      if (this.#listeners.size === 0) this.#stop?.abort();
    }, { once: true });
    if (this.#stop && !this.#stop.signal.aborted) return;
    this.#stop = new AbortController();
    void this.#follow(this.#stop.signal);
  }

  /** Reads what there is of a kind. Whoever read another version before hears of it. */
  async read<T>(kind: Kind, task: () => Promise<T>, versionOf: (value: T) => Version | undefined): Promise<T> {
    this.#reading.set(kind, (this.#reading.get(kind) ?? 0) + 1);
    try {
      const value = await task();
      const version = versionOf(value);
      const before = this.#known.get(kind);
      if (version !== undefined) this.#known.set(kind, version);
      if (version !== undefined && before !== undefined && before !== version) this.#tell(kind);
      return value;
    } finally {
      this.#reading.set(kind, this.#reading.get(kind)! - 1);
    }
  }

  /** That version was written, or heard of. `undefined`: it is not known which one. */
  handleChange(kind: Kind, version: Version | undefined): void {
    const before = this.#known.get(kind);
    if (version === undefined) this.#known.delete(kind);
    else this.#known.set(kind, version);
    if (before !== undefined && version !== undefined ? before !== version : version !== null) this.#tell(kind);
  }

  /** From now on nothing is missed. Who is reading for the first time hears of it then, if it is another version. */
  #begin(kind: Kind, version: Version | undefined): void {
    const isFirstRead = !this.#known.has(kind) && Boolean(this.#reading.get(kind));
    if (!isFirstRead || version === undefined) this.handleChange(kind, version);
    else this.#known.set(kind, version);
  }

  /** In a task of its own, so that what a listener throws is the page's to report, and keeps nobody else from being told. */
  #tell(kind: Kind): void {
    for (const listener of this.#listeners) queueMicrotask(() => this.#listeners.has(listener) && listener({ kind }));
  }

  async #follow(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await until(() => !isHidden(), signal, globalThis.document, 'visibilitychange');
        const outcome = await this.#listen(signal, () => (failures = 0));
        if (outcome === 'refused') await this.#poll(signal);
      } catch {
        // Cut, or nobody listens any more.
      }
      const { firstPause, longestPause } = this.#times;
      const pause = Math.random() * Math.min(longestPause, firstPause * 2 ** failures);
      await untilOnline(pause, signal).catch(() => undefined);
    }
  }

  /** Until the stream ends, is cut, or the page is not looked at any more. */
  async #listen(signal: AbortSignal, handleOpen: () => void): Promise<'ended' | 'refused'> {
    const connection = new AbortController();
    const cut = () => connection.abort();
    const handleVisibility = () => isHidden() && cut();
    const { patience } = this.#times;
    let timer = setTimeout(cut, patience);
    const handleSign = () => {
      clearTimeout(timer);
      timer = setTimeout(cut, patience);
    };
    signal.addEventListener('abort', cut);
    globalThis.document?.addEventListener('visibilitychange', handleVisibility);
    try {
      const response = await this.#transport.open({ method: 'GET', path: this.#path, headers: { accept: 'text/event-stream' }, signal: connection.signal });
      if (!/^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '') || !response.body) {
        cut();
        return isRefusal(response.status) ? 'refused' : 'ended';
      }
      handleOpen();
      await this.#read(response.body, handleSign);
      return 'ended';
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', cut);
      globalThis.document?.removeEventListener('visibilitychange', handleVisibility);
      cut();
    }
  }

  async #read(body: ReadableStream<Uint8Array>, handleSign: () => void): Promise<void> {
    let isReady = false;
    const parser = createParser({
      onEvent: (event) => {
        const { kind, ...versions } = dataOf(event);
        // One that says nothing of versions leaves open what was missed.
        if (!isReady) for (const one of kinds) this.#begin(one, event.event === 'ready' ? versionOf(versions[one]) : undefined);
        isReady = true;
        if (event.event === 'change' && kinds.includes(kind as Kind)) this.handleChange(kind as Kind, versionOf(versions.version));
      },
    });
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      handleSign();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  }

  /** A few times, and then whether there is a stream is tried again. */
  async #poll(signal: AbortSignal): Promise<void> {
    for (let times = 0; times < pollsBetweenTries; times += 1) {
      await delay(this.#times.pollEvery, signal);
      await until(() => !isHidden(), signal, globalThis.document, 'visibilitychange');
      const found = await this.#look(signal).catch(() => ({}));
      for (const [kind, version] of Object.entries(found)) this.handleChange(kind as Kind, version);
    }
  }
}

function dataOf({ data }: EventSourceMessage): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(data);
    return typeof parsed === 'object' && parsed !== null ? parsed as Record<string, unknown> : {};
  } catch {
    return {};
  }
}

function versionOf(value: unknown): Version | undefined {
  return typeof value === 'string' || value === null ? value : undefined;
}

/** It is there for good, rather than for the moment. 401 and 403 are for whoever is signed in now. */
function isRefusal(status: number): boolean {
  return status < 400 || status === 404 || status === 405 || status === 406 || status === 501;
}

function isHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}

/** Resolves after that time, or as soon as the browser is back online. */
async function untilOnline(milliseconds: number, signal: AbortSignal): Promise<void> {
  const end = new AbortController();
  signal.addEventListener('abort', () => end.abort(), { signal: end.signal });
  try {
    await Promise.race([delay(milliseconds, end.signal), until(() => true, end.signal, globalThis.window, 'online', { atOnce: false })]);
  } finally {
    end.abort();
  }
}

/** Resolves at the first such event at which it is so, or at once. Where there is no such target, nothing of the kind ever happens. */
function until(isSo: () => boolean, signal: AbortSignal, target: EventTarget | undefined, event: string, { atOnce = true } = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = new AbortController();
    const settle = (outcome: () => void) => {
      end.abort();
      outcome();
    };
    const look = () => isSo() && settle(resolve);
    target?.addEventListener(event, look, { signal: end.signal });
    signal.addEventListener('abort', () => settle(() => reject(abortError())), { signal: end.signal });
    if (signal.aborted) settle(() => reject(abortError()));
    else if (atOnce) look();
  });
}
