// Serves the demonstration portal: examples/portal at /, the built bundle at /portero/, under the strictest headers that a
// host could set. `--watch` builds again on every change.
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

/** Builds the bundle and serves the portal. Port 0 takes any that is free. Rejects where the port is taken. */
export async function servePortal({ port, log = console.log }) {
  await build({ root, logLevel: 'warn' });
  const bundle = sirv(path.join(root, 'dist'), { dev: true });
  const portal = sirv(path.join(root, 'examples/portal'), { dev: true });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const notFound = () => response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is nothing here.');
    if (!request.url.startsWith('/portero/')) return portal(request, response, notFound);
    request.url = request.url.slice('/portero'.length);
    return bundle(request, response, notFound);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, 'localhost', resolve));
  const url = `http://localhost:${server.address().port}/`;
  log(`Portero's demonstration portal: ${url}`);
  return {
    url,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

async function main() {
  const port = Number(process.env.PORT ?? 5173);
  let server;
  try {
    server = await servePortal({ port });
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
