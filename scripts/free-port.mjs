import { createServer } from 'node:net';

/** A port that nothing listens on, given by the system, so that two that ask at once do not get the same. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
