import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';

/** Runs a module in a page of the Chromium that the tests use, and what is to be done with it there. */
export async function inChromium<T>(entry: string, task: (page: Page) => Promise<T>): Promise<{ version: string; result: T }> {
  const { outputFiles: [script] } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm', target: 'es2022', minify: true });
  const server = createServer(({ url }, response) => {
    // Isolated pages have a clock of five microseconds, others one of a hundred.
    response.setHeader('cross-origin-opener-policy', 'same-origin').setHeader('cross-origin-embedder-policy', 'require-corp');
    if (url === '/script.js') response.setHeader('content-type', 'text/javascript').end(script.text);
    else response.setHeader('content-type', 'text/html').end('<!doctype html><script type="module" src="/script.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const found = JSON.parse(await readFile('node_modules/.cache/browsers.json', 'utf8')) as { chromium: { path: string; env: Record<string, string> } };
  const browser = await chromium.launch({ executablePath: found.chromium.path, env: { ...(process.env as Record<string, string>), ...found.chromium.env }, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => console.log(message.text()));
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    return { version: browser.version(), result: await task(page) };
  } finally {
    await browser.close();
    server.close();
  }
}
