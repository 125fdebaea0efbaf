import { Hono, type MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface OperationsOptions {
  log: Logger;
  /** Whether the server can do its work. */
  isReady(): Promise<boolean>;
}

/** What those who run the server see of it: a line of the log for each request, its health, and its metrics. */
export function createOperations({ log, isReady }: OperationsOptions) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds', help: 'How long requests took, until their answer began.', registers: [registry],
    labelNames: ['method', 'route', 'status'], buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  const running = new Gauge({ name: 'http_requests_running', help: 'Requests that have no answer yet.', registers: [registry] });

  /** The path and no query: people are searched for there. */
  const observe: MiddlewareHandler = async (context, next) => {
    const id = crypto.randomUUID();
    const begin = performance.now();
    context.header('x-request-id', id);
    running.inc();
    await next();
    running.dec();
    const seconds = (performance.now() - begin) / 1_000;
    const { method, path } = context.req;
    const { status } = context.res;
    // The route that answered, not the path: there are as many paths as there are accounts.
    durations.observe({ method, route: routePath(context), status }, seconds);
    log.info({ id, method, path, status, ms: Math.round(seconds * 10_000) / 10 }, 'request');
  };

  const routes = new Hono()
    .get('/health/live', (context) => context.json({ status: 'live' }))
    .get('/health/ready', async (context) => ((await isReady()) ? context.json({ status: 'ready' }) : context.json({ status: 'not ready' }, 503)))
    .get('/metrics', async (context) => context.body(await registry.metrics(), 200, { 'content-type': registry.contentType }));

  return { observe, routes };
}
