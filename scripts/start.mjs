// Serves the demonstration portal: examples/portal at /, the built bundle at /portero/, and the reference server at /api/, under the
// strictest headers that a host could set. `--watch` builds again on every change.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import sirv from 'sirv';
import { build } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const headers = {
  'content-security-policy': [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
    "base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'", "require-trusted-types-for 'script'", 'trusted-types lit-html',
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

/**
 * The reference server, from when it is first asked: PGlite takes a moment, and whoever keeps everything in the browser does not need
 * it. `database` says where it keeps things.
 */
function referenceServer(database) {
  let opening;
  const open = async () => {
    const [{ getRequestListener }, { pino }, { createReferenceServer }, { openDatabase }] = await Promise.all([
      import('@hono/node-server'), import('pino'), import('../examples/server/src/server.ts'), import('../examples/server/src/database/open-database.ts'),
    ]);
    const opened = await openDatabase(database);
    const server = await createReferenceServer({ database: opened, log: pino({ level: 'error' }), secret: process.env.SESSION_SECRET ?? randomBytes(32).toString('hex') });
    return { answer: getRequestListener(server.fetch), stop: server.stop, close: () => opened.close() };
  };
  return {
    async answer(request, response) {
      try {
        // Asked anew where it could not be opened.
        opening ??= open().catch((error) => {
          opening = undefined;
          throw error;
        });
        (await opening).answer(request, response);
      } catch (error) {
        console.error(`The reference server could not be started: ${error.message}`);
        response.writeHead(503, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ title: 'The server could not be started.', status: 503, code: 'unavailable' }));
      }
    },
    /** Ends its streams. */
    stop: async () => (await opening?.catch(() => undefined))?.stop(),
    close: async () => (await opening?.catch(() => undefined))?.close(),
  };
}

/** Builds the bundle and serves the portal. Port 0 takes any that is free. Rejects where the port is taken. */
export async function servePortal({ port, log = console.log, database }) {
  await build({ root, logLevel: 'warn' });
  const bundle = sirv(path.join(root, 'dist'), { dev: true });
  const portal = sirv(path.join(root, 'examples/portal'), { dev: true });
  const back = referenceServer(database);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const notFound = () => response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is nothing here.');
    if (request.url.startsWith('/api/')) {
      request.url = request.url.slice('/api'.length);
      return void back.answer(request, response);
    }
    if (!request.url.startsWith('/portero/')) return portal(request, response, notFound);
    request.url = request.url.slice('/portero'.length);
    return bundle(request, response, notFound);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, 'localhost', resolve));
  const url = `http://localhost:${server.address().port}/`;
  log(`Portero's demonstration portal: ${url}`);
  return {
    url,
    async close() {
      await back.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await back.close();
    },
  };
}

async function main() {
  const port = Number(process.env.PORT ?? 5173);
  let server;
  try {
    server = await servePortal({ port, database: { address: process.env.DATABASE_URL, folder: path.join(root, 'examples/server/data') } });
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`Port ${port} is taken. Choose another one: PORT=${port + 1} npm start`);
    process.exit(1);
  }
  const watcher = process.argv.includes('--watch')
    ? spawn(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--watch'], { cwd: root, stdio: 'inherit' })
    : undefined;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      watcher?.kill();
      void server.close().then(() => process.exit(0));
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
