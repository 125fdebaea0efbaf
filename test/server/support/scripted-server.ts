import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

type Answer = (response: ServerResponse, asked: Asked) => void | Promise<void>;

/** A real server that answers as a test says, one answer after another, the last one for good, and remembers what it was asked. */
export class ScriptedServer {
  readonly asked: Asked[] = [];
  answers: Answer[] = [];
  /** Of requests that the other side gave up. */
  givenUp = 0;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.once('close', () => (this.givenUp += response.writableFinished ? 0 : 1));
    const asked = { method: request.method!, url: request.url!, headers: request.headers, body };
    this.asked.push(asked);
    await this.answers[Math.min(this.asked.length, this.answers.length) - 1](response, asked);
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => void response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers }).end(JSON.stringify(body));
}

export function html(status: number, text: string): Answer {
  return (response) => void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
}

/** Cuts the connection without an answer. */
export const cut: Answer = (response) => void response.destroy();
/** Never answers. */
export const silence: Answer = () => {};
