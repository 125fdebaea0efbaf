import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { postgresFolder, PostgresServer } from './support/postgres.js';
import { ServerProcess } from './support/server-process.js';

describe('npm run server', () => {
  let folder: string;
  const running: ServerProcess[] = [];
  const start = (env: Record<string, string>) => {
    const server = new ServerProcess(env);
    running.push(server);
    return server;
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'portero-server-'));
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop('SIGKILL')));
    rmSync(folder, { recursive: true, force: true });
  });

  const signIn = async (url: string) => {
    const response = await fetch(`${url}/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ accountId: 'acme', email: 'ana@example.com' }) });
    return response.headers.get('set-cookie')!.split(';')[0];
  };
  const put = async (url: string, cookie: string) => {
    const response = await fetch(`${url}/accounts/acme/contact-info`, { method: 'PUT', headers: { cookie, 'content-type': 'application/json', 'if-none-match': '*' }, body: JSON.stringify({ contactInfo: { note: 'kept' } }) });
    expect(response.status).to.equal(201);
    return await response.json() as object;
  };
  const get = async (url: string, cookie: string) => await (await fetch(`${url}/accounts/acme/contact-info`, { headers: { cookie } })).json() as object;

  it('needs no other set-up, keeps what it was given in a folder, and stops when told', async () => {
    const first = start({ DATA_FOLDER: path.join(folder, 'data') });
    const cookie = await signIn(await first.url);
    const record = await put(await first.url, cookie);
    expect(await first.stop()).to.equal(0);
    expect(first.lines.map(({ msg }) => msg)).to.include.members(['migrated', 'stopping', 'stopped']);
    const second = start({ DATA_FOLDER: path.join(folder, 'data') });
    expect(await get(await second.url, cookie)).to.deep.equal(record);
    expect(second.lines.map(({ msg }) => msg)).not.to.include('migrated');
    expect(await second.stop('SIGINT')).to.equal(0);
  }).timeout(120_000);

  it('says which port is taken, and how to choose another one', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const server = start({ DATA_FOLDER: path.join(folder, 'data'), PORT: String(port) });
    expect(await server.ended).to.equal(1);
    expect(server.lines.at(-1)!.msg).to.equal(`Port ${port} is taken. Choose another one: PORT=${port + 1} npm run server`);
    taken.close();
  }).timeout(120_000);

  if (postgresFolder()) {
    it('runs on PostgreSQL, in as many processes as there are, which hear of each other', async () => {
      const postgres = await PostgresServer.start();
      const [one, two] = await postgres.create().then((address) => [start({ DATABASE_URL: address }), start({ DATABASE_URL: address })]);
      const cookie = await signIn(await one.url);
      const changes = await fetch(`${await two.url}/accounts/acme/changes`, { headers: { cookie } });
      const reader = changes.body!.pipeThrough(new TextDecoderStream()).getReader();
      expect((await reader.read()).value).to.contain('event: ready');
      const record = await put(await one.url, cookie);
      expect((await reader.read()).value).to.contain('"kind":"contact-info"');
      expect(await get(await two.url, cookie)).to.deep.equal(record);
      expect(await Promise.all([one.stop(), two.stop()])).to.deep.equal([0, 0]);
      await postgres.stop();
    }).timeout(120_000);
  }
});
