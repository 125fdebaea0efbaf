import { abortError, throwIfAborted } from '../ports/abort.js';
import { isPersistenceError, PersistenceError } from '../ports/persistence-error.js';
import { retryAfterOf, type Reply } from './http-problem.js';

export interface HttpAdapterOptions {
  /** Where the back end is, `/api` or `https://portal.example/api`; what `openapi.yaml` describes is under it. */
  baseUrl: string;
  /** Absent: the page's own. */
  fetch?: typeof fetch;
  /**
   * Sent with every request. A function is asked before each; once more, with `isRenewal`, where the back end answered 401, so that
   * a session that has ended is renewed and the request goes on.
   */
  headers?: HeadersInit | ((request: { isRenewal: boolean }) => HeadersInit | Promise<HeadersInit>);
  /** As `fetch` takes it. Absent: cookies go to the page's own origin. */
  credentials?: RequestCredentials;
}

export interface HttpRequest {
  method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  /** Segments, not encoded. */
  path: readonly string[];
  query?: readonly (readonly [name: string, value: string])[];
  headers?: Record<string, string>;
  /** Becomes JSON. */
  body?: unknown;
  signal: AbortSignal;
}

/** How often a request is tried in all, where it may be. */
const mostTries = 4;
/** In milliseconds, doubled after every try. */
const firstPause = 300;
const longestPause = 5_000;
/** Whoever looks at a page does not wait longer than that: they are told when to try again. In seconds. */
const longestRetryAfter = 10;
/** For one try, its body included; in milliseconds. */
const patience = 30_000;

/** 408, 425 and 429, and what a server may be over in a moment. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Requests, sent until one is answered. Owns addresses, authentication, retries and time limits; does not own what is asked,
 * nor what an answer means.
 *
 * - What may be sent twice without harm is tried again: reading, and a `PUT` with a condition. Pauses are random up to a bound
 *   that doubles, so that pages that lost the back end together do not come back together; `Retry-After` comes first.
 * - A 401 is answered by asking for the headers again, once, by one request for all that met it.
 */
export class HttpTransport {
  readonly #options: HttpAdapterOptions;
  #renewal: Promise<Headers> | undefined;

  constructor(options: HttpAdapterOptions) {
    this.#options = options;
  }

  /** The last reply, whatever its status. `isRepeated`: an earlier try may have been carried out without its answer arriving. */
  async send(request: HttpRequest): Promise<Reply & { isRepeated: boolean }> {
    const content = contentOf(request.body);
    for (let tries = 1; ; tries += 1) {
      const isLast = tries === mostTries || !isRepeatable(request);
      const outcome = await this.#try(request, content).catch((error: unknown) => {
        if (isLast || !isPersistenceError(error) || error.code !== 'unavailable') throw error;
        return error;
      });
      const failed = isPersistenceError(outcome);
      const retryAfter = failed ? undefined : retryAfterOf(outcome);
      const isOver = !failed && (isLast || !passing.has(outcome.status) || (retryAfter ?? 0) > longestRetryAfter);
      if (isOver) return { ...outcome, isRepeated: tries > 1 };
      const pause = Math.random() * Math.min(longestPause, firstPause * 2 ** (tries - 1));
      await delay(Math.max(pause, (retryAfter ?? 0) * 1_000), request.signal);
    }
  }

  /** A reply whose body goes on. It has no time limit; aborting `request.signal` ends it. */
  async open(request: HttpRequest): Promise<Response> {
    return this.#authenticated((headers) => this.#fetch(request, headers, request.signal));
  }

  async #try(request: HttpRequest, content: string | undefined): Promise<Reply> {
    const { signal, isTimedOut, end } = limited(request.signal, patience);
    try {
      return await this.#authenticated(async (headers) => {
        const response = await this.#fetch(request, headers, signal, content);
        const { status, redirected } = response;
        return { status, redirected, headers: response.headers, text: await response.text() };
      });
    } catch (cause) {
      throwIfAborted(request.signal);
      if (isPersistenceError(cause)) throw cause;
      throw new PersistenceError('unavailable', isTimedOut() ? 'The back end did not answer in time.' : 'The back end could not be reached.', { cause });
    } finally {
      end();
    }
  }

  async #authenticated<T extends { status: number }>(ask: (headers: Headers) => Promise<T>): Promise<T> {
    const reply = await ask(await this.#headers(false));
    if (reply.status !== 401 || typeof this.#options.headers !== 'function') return reply;
    this.#renewal ??= this.#headers(true).finally(() => (this.#renewal = undefined));
    return ask(await this.#renewal);
  }

  async #headers(isRenewal: boolean): Promise<Headers> {
    const { headers } = this.#options;
    try {
      return new Headers(typeof headers === 'function' ? await headers({ isRenewal }) : headers);
    } catch (cause) {
      if (isPersistenceError(cause)) throw cause;
      throw new PersistenceError('unauthenticated', 'The headers of the request could not be had.', { cause });
    }
  }

  async #fetch({ method, path, query = [], headers }: HttpRequest, own: Headers, signal: AbortSignal, content?: string): Promise<Response> {
    throwIfAborted(signal);
    const { baseUrl, credentials = 'same-origin', fetch: ask = globalThis.fetch } = this.#options;
    const search = new URLSearchParams(query.map((pair) => [...pair])).toString();
    const url = `${baseUrl.replace(/\/+$/, '')}/${path.map(encodeURIComponent).join('/')}${search && `?${search}`}`;
    const all = new Headers({ accept: 'application/json, application/problem+json', ...headers, ...(content !== undefined && { 'content-type': 'application/json' }) });
    own.forEach((value, name) => all.set(name, value));
    // What the browser has kept is asked about before it is used.
    return ask(url, { method, headers: all, credentials, signal, cache: 'no-cache', body: content });
  }
}

/** At once: what the caller does to the value afterwards is not sent, whatever a try waits for. */
function contentOf(body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new PersistenceError('invalid', 'What was to be sent is no JSON.', { cause });
  }
}

function isRepeatable({ method, headers = {} }: HttpRequest): boolean {
  return method === 'GET' || (method === 'PUT' && ('if-match' in headers || 'if-none-match' in headers));
}

/** Aborts with the other signal, or when the time is over. */
function limited(signal: AbortSignal, time: number) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    abort();
  }, time);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  return {
    signal: controller.signal,
    isTimedOut: () => isOver,
    end() {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    },
  };
}

/** Rejects as soon as the signal aborts. */
export function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const handleAbort = () => {
      clearTimeout(timer);
      reject(abortError());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', handleAbort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', handleAbort, { once: true });
    if (signal.aborted) handleAbort();
  });
}
