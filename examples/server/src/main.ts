import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { openDatabase } from './database/open-database.js';
import { listen } from './server.js';

// `npm run server`. Environment: DATABASE_URL (PostgreSQL; absent: PGlite in DATA_FOLDER), PORT, HOST, SESSION_SECRET, LOG_LEVEL.
const { DATABASE_URL, DATA_FOLDER, HOST = '127.0.0.1', LOG_LEVEL = 'info', PORT = '8787', SESSION_SECRET } = process.env;

const log = pino({ level: LOG_LEVEL });
if (!SESSION_SECRET && DATABASE_URL) log.warn('There is no SESSION_SECRET: sessions hold for this process only.');
log.warn('Signing in is a demonstration: whoever says who they are is believed. Put your own in its place.');

const database = await openDatabase({
  address: DATABASE_URL, folder: DATA_FOLDER ?? fileURLToPath(new URL('../data', import.meta.url)), handleError: (error) => log.error({ err: error }, 'connection lost'),
});

try {
  const server = await listen({ database, log, secret: SESSION_SECRET ?? randomBytes(32).toString('hex'), port: Number(PORT), host: HOST });
  log.info({ url: server.url, database: DATABASE_URL ? 'PostgreSQL' : 'PGlite' }, 'listening');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      void server.close().then(() => log.info('stopped'));
    });
  }
} catch (error) {
  const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  log.fatal({ err: error }, isTaken ? `Port ${PORT} is taken. Choose another one: PORT=${Number(PORT) + 1} npm run server` : 'The server could not start.');
  await database.close();
  process.exitCode = 1;
}
