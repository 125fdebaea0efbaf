import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Database } from './database/database.js';
import { DatabaseChanges } from './database/database-changes.js';
import { InvitationLimit, type InvitationLimitOptions } from './database/invitation-limit.js';
import { migrate } from './database/migrate.js';
import { SqlAdapter } from './database/sql-adapter.js';
import { createDemonstrationSignIn } from './demonstration-sign-in.js';
import type { AccountEnvironment } from './http/account.js';
import { createApp } from './http/app.js';
import { requireCompleteContactInfo, type AccountSituation } from './http/require-complete-contact-info.js';
import { createOperations } from './operations.js';

export interface ReferenceServerOptions {
  database: Database;
  log: Logger;
  /** Signs sessions: the same for all servers of a database. */
  secret: string;
  /** What each account is. Absent: a production account that takes reservations. */
  situationOf?(accountId: string): AccountSituation;
  invitations?: InvitationLimitOptions;
}

export interface ReferenceServer {
  fetch(request: Request): Response | Promise<Response>;
  /** Ends what would go on for ever, and refuses to be ready. */
  stop(): void;
}

const production: AccountSituation = { environment: 'production', integrationType: 'reservations-end-to-end' };

/** How long requests may take to finish when the server stops. In milliseconds. */
const stopsWithin = 10_000;

/** The whole back end but for its port: brings the database up to date, and hears of its changes. */
export async function createReferenceServer({ database, log, secret, situationOf = () => production, invitations }: ReferenceServerOptions): Promise<ReferenceServer> {
  for (const name of await migrate(database)) log.info({ migration: name }, 'migrated');
  const changes = new DatabaseChanges();
  await changes.start(database);
  const stopping = new AbortController();

  const system = new SqlAdapter({ database, changes });
  const signIn = createDemonstrationSignIn({ secret, adapter: system });
  const operations = createOperations({ log, isReady: async () => !stopping.signal.aborted && answers(database) });

  // What the host's business is. No account comes this far that nobody could reach.
  const bookings = new Hono<AccountEnvironment>()
    .use(requireCompleteContactInfo({ situationOf }))
    .get('/', (context) => context.json({ bookings: [{ merchant: 'Casa Alcalde', at: '2026-12-04T21:00:00+01:00', party: 4 }] }));

  const app = new Hono()
    .use(operations.observe, secureHeaders())
    .route('/', operations.routes)
    .route('/session', signIn.routes)
    .route('/', createApp({
      authenticate: signIn.authenticate,
      adapterFor: ({ viewer }) => new SqlAdapter({ database, changes, viewer }),
      versions: { users: (accountId) => system.usersVersion(accountId) },
      invitationAllowance: new InvitationLimit(database, invitations),
      stopping: stopping.signal,
      more: new Hono<AccountEnvironment>().route('/bookings', bookings),
      handleError: (error) => log.error({ err: error }, 'failed'),
    }));
  return { fetch: (request) => app.fetch(request), stop: () => stopping.abort() };
}

async function answers(database: Database): Promise<boolean> {
  try {
    await database.transaction((transaction) => transaction.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

export interface ListeningServer {
  url: string;
  /** Takes no more requests, lets those that run finish, and closes the database. */
  close(): Promise<void>;
}

/** The reference server on a port; 0 takes any that is free. Rejects where the port is taken. */
export async function listen({ port, host = '127.0.0.1', ...options }: ReferenceServerOptions & { port: number; host?: string }): Promise<ListeningServer> {
  const reference = await createReferenceServer(options);
  const server = serve({ fetch: reference.fetch, port, hostname: host }) as Server;
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    async close() {
      reference.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      // Connections that are kept for later requests are closed once they are idle.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const impatience = setTimeout(() => server.closeAllConnections(), stopsWithin);
      await closed;
      clearInterval(idle);
      clearTimeout(impatience);
      await options.database.close();
    },
  };
}
