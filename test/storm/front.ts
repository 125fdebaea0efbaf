import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** How often something goes wrong with a request, from 0 to 1. */
export interface FrontFaults {
  /** It never reaches the server. */
  lost: number;
  /** The server did what it was asked, and its answer is cut off before anything of it arrives. */
  unacknowledged: number;
}

/**
 * What stands between browsers and one server process: serves the built elements and a page to use them in, and passes `/api/` on, over
 * a bad line. What a process that was killed held is cut off too.
 */
export class Front {
  readonly cut = { lost: 0, unacknowledged: 0 };
  readonly #random: () => number;
  readonly #server: Server;
  /** Where the server process is, or will be again. */
  readonly #target: string;
  faults: FrontFaults;

  constructor(target: string, faults: FrontFaults, random: () => number) {
    this.#target = target;
    this.faults = faults;
    this.#random = random;
    const bundle = sirv('dist', { dev: true });
    const pages = sirv('examples/portal', { dev: true });
    this.#server = createServer((incoming, response) => {
      const notFound = () => void response.writeHead(404).end();
      if (incoming.url!.startsWith('/api/')) return this.#pass(incoming, response);
      if (!incoming.url!.startsWith('/portero/')) return pages(incoming, response, notFound);
      incoming.url = incoming.url!.slice('/portero'.length);
      return bundle(incoming, response, notFound);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(incoming: IncomingMessage, response: ServerResponse): void {
    const fate = this.#random();
    const isStream = incoming.url!.endsWith('/changes');
    const hangUp = () => void incoming.socket.destroy();
    if (fate < this.faults.lost) {
      this.cut.lost += 1;
      return hangUp();
    }
    const isCut = !isStream && fate < this.faults.lost + this.faults.unacknowledged;
    const outgoing = ask(new URL(incoming.url!.slice('/api'.length), this.#target), { method: incoming.method, headers: incoming.headers }, (answer) => {
      if (isCut) {
        this.cut.unacknowledged += 1;
        answer.resume();
        return hangUp();
      }
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
      answer.once('error', hangUp);
    });
    outgoing.once('error', hangUp);
    response.once('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  }
}
