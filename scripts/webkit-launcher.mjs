// Runs browser tests in WebKitGTK's MiniBrowser through its WebDriver, on a display of its own where there is none.
// WebKitGTK is not Safari: it shares the engine, not the system around it.
import { spawn } from 'node:child_process';
import { freePort } from './free-port.mjs';

/** The code points by which WebDriver names keys. */
const keyCodes = {
  Shift: 0xe008, Control: 0xe009, Alt: 0xe00a, Meta: 0xe03d, Tab: 0xe004, Enter: 0xe007, Escape: 0xe00c, Backspace: 0xe003, Delete: 0xe017,
  ArrowLeft: 0xe012, ArrowUp: 0xe013, ArrowRight: 0xe014, ArrowDown: 0xe015, Home: 0xe011, End: 0xe010, PageUp: 0xe00e, PageDown: 0xe00f, F2: 0xe032,
};
const keyOf = (name) => (keyCodes[name] ? String.fromCharCode(keyCodes[name]) : name === 'Space' ? ' ' : name);

/** What the runner's commands ask of a page, in WebDriver's words. */
class WebKitPage {
  #request;

  constructor(request) {
    this.#request = request;
  }

  goto(url) {
    return this.#request('POST', '/url', { url });
  }

  url() {
    return this.#request('GET', '/url');
  }

  close() {
    return this.#request('DELETE', '');
  }

  #act(source) {
    return this.#request('POST', '/actions', { actions: [source] });
  }

  #keys(actions) {
    return this.#act({ type: 'key', id: 'keyboard', actions });
  }

  #pointer(actions) {
    return this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  keyboard = {
    press: (key) => this.#keys([{ type: 'keyDown', value: keyOf(key) }, { type: 'keyUp', value: keyOf(key) }]),
    type: (text) => this.#keys([...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }])),
    down: (key) => this.#keys([{ type: 'keyDown', value: keyOf(key) }]),
    up: (key) => this.#keys([{ type: 'keyUp', value: keyOf(key) }]),
  };

  mouse = {
    move: (x, y) => this.#pointer([{ type: 'pointerMove', duration: 0, x, y }]),
    down: () => this.#pointer([{ type: 'pointerDown', button: 0 }]),
    up: () => this.#pointer([{ type: 'pointerUp', button: 0 }]),
    click: (x, y) => this.#pointer([{ type: 'pointerMove', duration: 0, x, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]),
  };
}

/** How long the engine may take for what it is asked; a page that hangs takes for ever. */
const patience = 60_000;

export function webkitLauncher({ driver, path: miniBrowser }) {
  const active = new Map();
  const idle = [];
  let display;
  let engine;
  let origin;
  let environment = {};

  async function request(method, path, body) {
    const response = await fetch(origin + path, {
      method, headers: { 'content-type': 'application/json' }, body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined, signal: AbortSignal.timeout(patience),
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`WebKitWebDriver: ${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async function startDisplay() {
    if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return {};
    display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const number = await new Promise((resolve, reject) => {
      display.on('error', reject);
      display.stdio[3].once('data', (data) => resolve(String(data).trim()));
    });
    return { DISPLAY: `:${number}` };
  }

  /** The driver and its browsers are a group of processes of their own, so that they end together. */
  async function startEngine(environment) {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    engine = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {
      stdio: 'ignore', detached: true, env: { ...process.env, TZ: 'Europe/Madrid', LANG: 'en_GB.UTF-8', ...environment },
    });
    for (let tries = 0; ; tries += 1) {
      const isReady = await request('GET', '/status').then(() => true, () => false);
      if (isReady) return;
      if (tries === 100) throw new Error('WebKitWebDriver does not answer.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Also ends a page that hangs, which would otherwise take the processor from all that come after it. */
  function endEngine() {
    try {
      process.kill(-engine.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }

  async function openPage() {
    const options = { binary: miniBrowser, args: ['--automation', '--private'] };
    const { sessionId } = await request('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
    await request('POST', `/session/${sessionId}/window/rect`, { width: 1100, height: 900 });
    return new WebKitPage((method, path, body) => request(method, `/session/${sessionId}${path}`, body));
  }

  return {
    name: 'WebKitGTK',
    // The runner's commands speak to pages of this type by the methods above.
    type: 'playwright',
    concurrency: 1,
    async initialize() {
      environment = await startDisplay();
      await startEngine(environment);
    },
    async stop() {
      await Promise.allSettled([...idle, ...active.values()].map((page) => page.close()));
      endEngine();
      display?.kill();
    },
    async startSession(id, url) {
      const page = idle.pop() ?? (await openPage());
      active.set(id, page);
      await page.goto(url);
    },
    isActive: (id) => active.has(id),
    getPage: (id) => active.get(id),
    getBrowserUrl: (id) => active.get(id).url(),
    async stopSession(id) {
      const page = active.get(id);
      active.delete(id);
      try {
        await page.goto('about:blank');
        idle.push(page);
      } catch {
        // The file that ran in it has failed already; the next one gets an engine that answers.
        endEngine();
        await startEngine(environment);
      }
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKitGTK has no debug sessions here.');
    },
  };
}
