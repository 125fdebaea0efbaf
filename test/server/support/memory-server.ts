import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createApp } from '../../../examples/server/src/http/app.js';
import type { Identity } from '../../../examples/server/src/http/account.js';
import { MemoryAdapter, MemoryStore } from '../../../src/adapters/memory.js';
import type { Viewer } from '../../../src/domain/user.js';
import type { StoreChange } from '../../../src/ports/persistence-adapter.js';
import type { OpenOptions } from '../../../src/testing/index.js';

/** Counts the changes of each account's users. */
export class VersionedStore extends MemoryStore {
  readonly #versions = new Map<string, number>();

  override publish(accountId: string, change: StoreChange): void {
    if (change.kind === 'users') this.#versions.set(accountId, (this.#versions.get(accountId) ?? 0) + 1);
    super.publish(accountId, change);
  }

  users = async (accountId: string) => this.#versions.get(accountId)?.toString() ?? null;
}

/** The reference server's routes over stores in memory, served on a port of their own. */
export class MemoryServer {
  readonly #apps: Hono[] = [];
  readonly #server: Server;
  readonly errors: unknown[] = [];

  constructor() {
    const appOf = ({ url }: Request) => this.#apps[Number(/^\/(\d+)\//.exec(new URL(url).pathname)![1])];
    this.#server = serve({ fetch: (request, environment) => appOf(request).fetch(request, environment), port: 0, hostname: '127.0.0.1' }) as Server;
  }

  async ready(): Promise<void> {
    if (!this.#server.listening) await new Promise((resolve) => this.#server.once('listening', resolve));
  }

  /** A store of its own. `open` gives the address and the headers of somebody who uses it. */
  add(store = new VersionedStore(), isOf: Identity['isOf'] = () => true) {
    const path = `/${this.#apps.length}`;
    const visitors: OpenOptions[] = [];
    this.#apps.push(new Hono().route(path, createApp({
      authenticate: (request): Identity | null => {
        const visitor = Number(/^Visitor (\d+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? NaN);
        return visitors[visitor] ? { viewer: { id: String(visitor), role: '' } as Viewer, isOf } : null;
      },
      adapterFor: ({ viewer }) => new MemoryAdapter({ ...visitors[Number(viewer.id)], store }),
      versions: store,
      handleError: (error) => this.errors.push(error),
    })));
    return {
      store,
      open: (options: OpenOptions = {}) => ({
        baseUrl: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`,
        headers: { authorization: `Visitor ${visitors.push(options) - 1}` },
      }),
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
