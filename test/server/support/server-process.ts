import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** `npm run server`, as a process. */
export class ServerProcess {
  /** Of its log. */
  readonly lines: Record<string, unknown>[] = [];
  readonly ended: Promise<number | null>;
  readonly url: Promise<string>;
  readonly #child: ChildProcess;

  constructor(env: Record<string, string>) {
    this.#child = spawn(process.execPath, ['--import', 'tsx', 'examples/server/src/main.ts'], { env: { ...process.env, PORT: '0', SESSION_SECRET: 'of the test', ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    this.ended = new Promise((resolve) => this.#child.once('close', resolve));
    this.url = new Promise((resolve) => {
      createInterface(this.#child.stdout!).on('line', (text) => {
        const line = JSON.parse(text) as Record<string, unknown>;
        this.lines.push(line);
        if (line.msg === 'listening') resolve(line.url as string);
      });
    });
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal);
    return this.ended;
  }
}
