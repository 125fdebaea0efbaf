import { expect } from 'chai';
import type { ServerResponse } from 'node:http';
import { HttpChanges } from '../../src/adapters/http-changes.js';
import { HttpTransport } from '../../src/adapters/http-transport.js';
import { HttpAdapter } from '../../src/adapters/http.js';
import { json, ScriptedServer } from './support/scripted-server.js';
import { until } from './support/until.js';

const record = (revision: string) => ({ contactInfo: {}, revision, updatedAt: '2026-11-27T10:00:00Z' });

describe('changes heard of by the HTTP adapter', () => {
  let server: ScriptedServer;
  let streams: ServerResponse[];
  let stop: AbortController;
  let heard: string[];
  beforeEach(async () => {
    server = new ScriptedServer();
    await server.open();
    streams = [];
    heard = [];
    stop = new AbortController();
  });
  afterEach(async () => {
    stop.abort();
    await server.close();
  });

  const stream = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).flushHeaders();
    streams.push(response);
  };
  const ready = (versions: object) => streams.at(-1)!.write(`event: ready\ndata: ${JSON.stringify(versions)}\n\n`);
  const change = (kind: string, version?: string) => streams.at(-1)!.write(`event: change\ndata: ${JSON.stringify({ kind, version })}\n\n`);
  const listener = ({ kind }: { kind: string }) => void heard.push(kind);
  const watched = (times: object = { firstPause: 1 }, look = async () => ({})) => {
    const changes = new HttpChanges(new HttpTransport({ baseUrl: server.baseUrl }), 'acme', look, times);
    changes.add(listener, stop.signal);
    return changes;
  };
  /** Everything that was written before it is heard by then. */
  const marker = async () => {
    const count = heard.length;
    change('users', `marker-${Math.random()}`);
    await until(() => heard.length > count && heard.at(-1) === 'users');
    return heard.slice(0, -1);
  };

  it('come as they are told, in whatever pieces', async () => {
    server.answers = [stream];
    watched();
    await until(() => streams.length > 0);
    ready({ 'contact-info': null, users: null });
    for (const piece of ['event: cha', 'nge\r\nda', 'ta: {"kind":"contact-', 'info","version":"é"}\r', '\n\r\n: alive\n\n']) streams[0].write(piece);
    expect(await marker()).to.deep.equal(['contact-info']);
    expect(server.asked[0]).to.deep.include({ method: 'GET', url: '/api/accounts/acme/changes' });
    expect(server.asked[0].headers.accept).to.equal('text/event-stream');
  });

  it('are told once, and not to whoever has read them', async () => {
    server.answers = [stream];
    const changes = watched();
    await until(() => streams.length > 0);
    await changes.read('contact-info', async () => 'r1', (version) => version);
    ready({ 'contact-info': 'r1', users: null });
    change('contact-info', 'r2');
    change('contact-info', 'r2');
    expect(await marker()).to.deep.equal(['contact-info']);
    await changes.read('contact-info', async () => 'r2', (version) => version);
    expect(await marker()).to.deep.equal(['contact-info', 'users']);
  });

  it('are told where somebody read another version than another had', async () => {
    server.answers = [stream];
    const changes = watched();
    await changes.read('contact-info', async () => 'r1', (version) => version);
    await changes.read('contact-info', async () => 'r2', (version) => version);
    await until(() => heard.length > 0);
    expect(heard).to.deep.equal(['contact-info']);
  });

  it('are not told to a page that reads for the first time while the stream is opened', async () => {
    server.answers = [stream];
    const changes = watched();
    let answer: (version: string) => void = () => {};
    const reading = changes.read('contact-info', () => new Promise<string>((resolve) => (answer = resolve)), (version) => version);
    await until(() => streams.length > 0);
    ready({ 'contact-info': 'r1', users: null });
    expect(await marker()).to.deep.equal([]);
    answer('r1');
    await reading;
    expect(await marker()).to.deep.equal(['users']);
  });

  it('are made up for after the stream was cut', async () => {
    server.answers = [stream];
    watched();
    await until(() => streams.length === 1);
    ready({ 'contact-info': 'r1', users: 'u1' });
    await until(() => heard.length === 2);
    heard = [];
    streams[0].destroy();
    await until(() => streams.length === 2);
    ready({ 'contact-info': 'r2', users: 'u1' });
    expect(await marker()).to.deep.equal(['contact-info']);
  });

  it('may be anything, after a gap, where the back end says no versions', async () => {
    server.answers = [stream];
    watched();
    await until(() => streams.length === 1);
    change('contact-info');
    await until(() => heard.length === 3);
    heard = [];
    streams[0].end();
    await until(() => streams.length === 2);
    ready({});
    await until(() => heard.length === 2);
    expect(heard).to.deep.equal(['contact-info', 'users']);
  });

  it('come on one stream for everybody, which ends with the last of them', async () => {
    server.answers = [stream];
    const changes = watched();
    const other = new AbortController();
    let others = 0;
    changes.add(() => (others += 1), other.signal);
    await until(() => streams.length > 0);
    ready({ 'contact-info': 'r1', users: null });
    await until(() => others === 1);
    expect([heard, streams.length]).to.deep.equal([['contact-info'], 1]);
    stop.abort();
    change('contact-info', 'r2');
    await until(() => others === 2);
    expect([heard, server.givenUp]).to.deep.equal([['contact-info'], 0]);
    other.abort();
    await until(() => server.givenUp === 1);
  });

  it('are heard of again after everybody left', async () => {
    server.answers = [stream];
    const changes = watched();
    await until(() => streams.length === 1);
    stop.abort();
    await until(() => server.givenUp === 1);
    stop = new AbortController();
    changes.add(listener, stop.signal);
    await until(() => streams.length === 2);
    ready({ 'contact-info': 'r1', users: null });
    await until(() => heard.length > 0);
    expect(heard).to.deep.equal(['contact-info']);
  });

  it('are heard of though a stream says nothing any more', async () => {
    server.answers = [stream];
    watched({ firstPause: 1, patience: 20 });
    await until(() => streams.length === 3);
    expect(server.givenUp).to.be.at.least(2);
  });

  for (const status of [404, 405, 406, 501]) {
    it(`are looked for where there is no stream (${status})`, async () => {
      server.answers = [json(status, {})];
      let revision = 'r1';
      const changes = watched({ firstPause: 1, pollEvery: 5 }, async () => ({ 'contact-info': revision }));
      await changes.read('contact-info', async () => 'r1', (version) => version);
      await until(() => server.asked.length === 1);
      revision = 'r2';
      await until(() => heard.length === 1);
      // Now and then, whether there is one.
      server.answers = [stream];
      await until(() => streams.length === 1);
      expect(heard).to.deep.equal(['contact-info']);
    });
  }

  it('are heard of once a back end that was away is back', async () => {
    server.answers = [(response) => void response.destroy(), json(503, {}), json(401, {}), stream];
    watched();
    await until(() => streams.length === 1);
    expect(server.asked.map(({ url }) => url)).to.deep.equal(Array(4).fill('/api/accounts/acme/changes'));
  });

  it('are told to others where one who listens throws', async () => {
    server.answers = [stream];
    const changes = watched();
    const uncaught = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    const thrown: unknown[] = [];
    process.on('uncaughtException', (error) => thrown.push(error));
    try {
      changes.add(() => {
        throw new Error('A listener of the host failed.');
      }, stop.signal);
      let others = 0;
      changes.add(() => (others += 1), stop.signal);
      changes.handleChange('contact-info', 'r1');
      await until(() => others === 1 && thrown.length === 1);
    } finally {
      process.removeAllListeners('uncaughtException');
      uncaught.forEach((handler) => process.on('uncaughtException', handler));
    }
  });

  it('follow the adapter’s own reading and writing', async () => {
    server.answers = [(response, asked) => (asked.url.endsWith('/changes') ? stream(response) : json(200, asked.method === 'PUT' ? record('r2') : asked.url.includes('/users') ? { users: [], total: 0, nextCursor: null, version: 'u1' } : record('r1'))(response, asked))];
    const adapter = new HttpAdapter({ baseUrl: server.baseUrl });
    const { signal } = stop;
    adapter.watch({ accountId: 'acme', signal }, listener);
    await adapter.loadContactInfo({ accountId: 'acme', signal });
    expect(await adapter.users.listUsers({ accountId: 'acme', signal })).to.deep.equal({ users: [], total: 0, nextCursor: null });
    await until(() => streams.length > 0);
    ready({ 'contact-info': 'r1', users: 'u1' });
    await adapter.saveContactInfo({ accountId: 'acme', signal, contactInfo: {}, baseRevision: 'r1' });
    change('contact-info', 'r2');
    expect(await marker()).to.deep.equal(['contact-info']);
  });
});
