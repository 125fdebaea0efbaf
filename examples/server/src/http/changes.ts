import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { isAbortError, isPersistenceError, type StoreChange } from 'portero/ports';
import type { AccountEnvironment } from './account.js';

/** Proxies close what is silent for half a minute or a minute. In milliseconds. */
const aliveEvery = 20_000;

/** What changes from now on, as server-sent events: `ready` first, `change` after that. */
export function changesRoutes(): Hono<AccountEnvironment> {
  return new Hono<AccountEnvironment>().get('/', async (context) => {
    const { adapter, request, stopping, versions } = context.get('account');
    const { accountId } = request;
    const version = {
      'contact-info': async () => (await adapter.loadContactInfo(request))?.revision ?? null,
      users: () => versions.users(accountId),
    };
    // Refused before it is opened, where it is refused.
    await adapter.loadContactInfo(request);
    // Proxies that collect what they pass on are asked not to.
    context.header('x-accel-buffering', 'no');
    return streamSSE(context, async (stream) => {
      const stop = new AbortController();
      const end = () => stop.abort();
      stream.onAbort(end);
      for (const signal of [request.signal, stopping]) signal?.addEventListener('abort', end, { signal: stop.signal });
      if (stopping?.aborted) end();
      const pending = new Set<StoreChange['kind']>();
      let wake = () => {};
      // Told before it is read what there is, so that nothing is between.
      adapter.watch!({ accountId, signal: stop.signal }, ({ kind }) => {
        pending.add(kind);
        wake();
      });
      stop.signal.addEventListener('abort', () => wake());
      try {
        await stream.writeSSE({ event: 'ready', data: JSON.stringify({ 'contact-info': await version['contact-info'](), users: await version.users() }) });
        while (!stop.signal.aborted) {
          const [kind] = pending;
          if (kind) {
            pending.delete(kind);
            await stream.writeSSE({ event: 'change', data: JSON.stringify({ kind, version: await version[kind]() }) });
            continue;
          }
          let timer: ReturnType<typeof setTimeout> | undefined;
          const isWoken = await new Promise<boolean>((resolve) => {
            wake = () => resolve(true);
            timer = setTimeout(() => resolve(false), aliveEvery);
          });
          clearTimeout(timer);
          if (!isWoken) await stream.write(': alive\n\n');
        }
      } catch (error) {
        // The stream ends, and whoever listens opens another one: what failed then is answered.
        if (!isAbortError(error) && !(isPersistenceError(error) && error.code === 'unavailable')) throw error;
      } finally {
        end();
      }
    });
  });
}
