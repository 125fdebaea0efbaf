import { expect } from 'chai';
import { HttpAdapter, type HttpAdapterOptions } from '../../src/adapters/http.js';
import { isAbortError, isPersistenceError, type PersistenceError } from '../../src/ports/persistence-error.js';
import { cut, html, json, ScriptedServer, silence } from './support/scripted-server.js';

const record = { contactInfo: { alertContacts: ['ana'] }, revision: 'r1', updatedAt: '2026-11-27T10:00:00Z' };
const request = { accountId: 'acme', get signal() { return new AbortController().signal; } };
const save = { ...request, contactInfo: record.contactInfo, baseRevision: 'r0' };
const ana = { id: 'ana', name: 'Ana', email: 'ana@example.com', role: 'editor', status: 'active', mailingLists: [], revision: 'u1' };
const tooBusy = json(503, { title: 'Busy', status: 503, code: 'unavailable' }, { 'retry-after': '0' });

async function refusal(task: Promise<unknown>): Promise<PersistenceError> {
  const error: unknown = await task.then(() => new Error('It resolved.'), (reason: unknown) => reason);
  if (!isPersistenceError(error)) throw error;
  return error;
}

describe('requests of the HTTP adapter', () => {
  let server: ScriptedServer;
  const adapterWith = (options: Partial<HttpAdapterOptions> = {}) => new HttpAdapter({ baseUrl: server.baseUrl, ...options });
  beforeEach(async () => {
    server = new ScriptedServer();
    await server.open();
  });
  afterEach(() => server.close());
  const methods = () => server.asked.map(({ method }) => method);

  describe('are tried again', () => {
    it('where reading fails in passing, four times in all', async () => {
      server.answers = [tooBusy, cut, tooBusy, json(200, record)];
      expect(await adapterWith().loadContactInfo(request)).to.deep.equal(record);
      server.answers = [tooBusy];
      server.asked.length = 0;
      expect((await refusal(adapterWith().loadContactInfo(request))).code).to.equal('unavailable');
      expect(methods()).to.deep.equal(['GET', 'GET', 'GET', 'GET']);
    });

    for (const status of [408, 425, 429, 500, 502, 504]) {
      it(`after ${status}`, async () => {
        server.answers = [json(status, { code: 'unavailable' }, { 'retry-after': '0' }), json(200, record)];
        expect(await adapterWith().loadContactInfo(request)).to.deep.equal(record);
      });
    }

    it('not after any other refusal', async () => {
      for (const status of [400, 403, 404, 405, 409, 410, 422, 501]) {
        server.answers = [json(status, {})];
        server.asked.length = 0;
        await refusal(adapterWith().loadContactInfo(request));
        expect(methods(), String(status)).to.deep.equal(['GET']);
      }
    });

    it('after as long as Retry-After says', async () => {
      let first = 0;
      server.answers = [(response, asked) => {
        first = performance.now();
        return json(429, { code: 'rate-limited' }, { 'retry-after': '1' })(response, asked);
      }, json(200, record)];
      await adapterWith().loadContactInfo(request);
      expect(performance.now() - first).to.be.at.least(990);
    });

    it('not where that is longer than somebody waits, which is said', async () => {
      const inAMinute = new Date(Date.now() + 60_000).toUTCString();
      for (const [header, atLeast] of [['120', 120], [inAMinute, 50]] as const) {
        server.answers = [json(429, { code: 'rate-limited' }, { 'retry-after': header })];
        server.asked.length = 0;
        const { code, retryAfter } = await refusal(adapterWith().loadContactInfo(request));
        expect([code, methods().length]).to.deep.equal(['rate-limited', 1]);
        expect(retryAfter).to.be.at.least(atLeast);
      }
    });

    it('where a save may have failed, and never where an invitation, a change or a removal may', async () => {
      server.answers = [cut, json(200, { ...record, revision: 'r2' })];
      expect((await adapterWith().saveContactInfo(save)).revision).to.equal('r2');
      expect(server.asked.map(({ method, headers }) => [method, headers['if-match']])).to.deep.equal([['PUT', '"r0"'], ['PUT', '"r0"']]);
      const { users } = adapterWith();
      for (const change of [
        () => users.inviteUsers({ ...request, invitations: [] }),
        () => users.updateUser({ ...request, userId: 'ana', changes: {}, baseRevision: 'u1' }),
        () => users.removeUser({ ...request, userId: 'ana', baseRevision: 'u1' }),
        () => users.resendInvitation({ ...request, userId: 'ana' }),
      ]) {
        for (const answer of [cut, tooBusy]) {
          server.answers = [answer];
          server.asked.length = 0;
          expect((await refusal(change())).code).to.equal('unavailable');
          expect(methods()).to.have.length(1);
        }
      }
    });
  });

  describe('whose acknowledgement was lost', () => {
    const conflict = (current: unknown) => json(412, { code: 'conflict', status: 412, title: 'Changed', current });

    it('are done, where what is stored is what was sent', async () => {
      server.answers = [cut, conflict(record)];
      expect(await adapterWith().saveContactInfo(save)).to.deep.equal(record);
    });

    it('are a conflict, where something else is stored, or nothing was sent before', async () => {
      const other = { ...record, contactInfo: { alertContacts: ['bo'] } };
      server.answers = [cut, conflict(other)];
      expect(await refusal(adapterWith().saveContactInfo(save))).to.deep.include({ code: 'conflict', current: other });
      server.answers = [conflict(record)];
      server.asked.length = 0;
      expect((await refusal(adapterWith().saveContactInfo(save))).code).to.equal('conflict');
    });
  });

  describe('by whoever is signed in', () => {
    const onlyWith = (session: string) => (response: Parameters<typeof cut>[0], asked: Parameters<typeof cut>[1]) =>
      (asked.headers.authorization === session ? json(200, record) : json(401, { code: 'unauthenticated' }))(response, asked);

    it('renew a session that has ended, and go on', async () => {
      const asked: boolean[] = [];
      const headers = async ({ isRenewal }: { isRenewal: boolean }) => {
        asked.push(isRenewal);
        return { authorization: isRenewal ? 'new' : 'old' };
      };
      server.answers = [onlyWith('new')];
      expect(await adapterWith({ headers }).loadContactInfo(request)).to.deep.equal(record);
      expect(asked).to.deep.equal([false, true]);
    });

    it('renew it once for all that meet it at the same time', async () => {
      let renewals = 0;
      let session = 'old';
      const headers = async ({ isRenewal }: { isRenewal: boolean }) => {
        if (isRenewal) {
          renewals += 1;
          await new Promise((resolve) => setImmediate(resolve));
          session = 'new';
        }
        return { authorization: session };
      };
      server.answers = [(response, asked) => (asked.headers.authorization === 'old' && server.asked.length < 5 ? void waiting.push(() => json(401, {})(response, asked)) : onlyWith('new')(response, asked))];
      const waiting: (() => unknown)[] = [];
      const adapter = adapterWith({ headers });
      const loads = [1, 2, 3, 4].map(() => adapter.loadContactInfo(request));
      while (waiting.length < 4) await new Promise((resolve) => setImmediate(resolve));
      waiting.forEach((answer) => answer());
      expect(await Promise.all(loads)).to.deep.equal([record, record, record, record]);
      expect(renewals).to.equal(1);
    });

    it('are refused where that does not help, where nothing can be asked, and where the host fails', async () => {
      server.answers = [json(401, {})];
      for (const headers of [undefined, { authorization: 'old' }, () => ({ authorization: 'old' }), () => Promise.reject(new Error('No network.'))]) {
        expect((await refusal(adapterWith({ headers }).loadContactInfo(request))).code).to.equal('unauthenticated');
      }
    });

    it('are not taken for an answer where the page to sign in answers', async () => {
      server.answers = [(response) => void response.writeHead(302, { location: '/sign-in' }).end(), html(200, '<h1>Sign in</h1>')];
      expect((await refusal(adapterWith().loadContactInfo(request))).code).to.equal('unauthenticated');
    });

    it('send what the host says, and nothing else of it', async () => {
      server.answers = [json(200, record)];
      await adapterWith({ headers: { 'x-portal': 'mesa' } }).saveContactInfo(save);
      expect(server.asked[0].headers).to.include({ 'x-portal': 'mesa', 'content-type': 'application/json', 'if-match': '"r0"' });
      expect(JSON.parse(server.asked[0].body)).to.deep.equal({ contactInfo: record.contactInfo });
    });
  });

  describe('that are refused', () => {
    it('say why, with everything that comes with it', async () => {
      const issues = [{ path: ['userId'], code: 'guard.alert-contact', params: { fields: ['alertContacts'] } }];
      server.answers = [json(409, { title: 'Refused', detail: 'Somebody has to take over.', status: 409, code: 'guard', guard: 'alert-contact', issues })];
      const error = await refusal(adapterWith().users.removeUser({ ...request, userId: 'ana', baseRevision: 'u1' }));
      expect(error).to.deep.include({ code: 'guard', guard: 'alert-contact', issues, message: 'Somebody has to take over.' });
    });

    for (const [status, code] of [[400, 'invalid'], [401, 'unauthenticated'], [403, 'forbidden'], [404, 'not-found'], [412, 'conflict'], [413, 'quota'], [418, 'unavailable'], [422, 'invalid'], [429, 'rate-limited'], [501, 'unsupported'], [505, 'unavailable'], [507, 'quota']] as const) {
      it(`are “${code}” where there is nothing but the status ${status}`, async () => {
        server.answers = [html(status, '<h1>No</h1>')];
        expect((await refusal(adapterWith().users.inviteUsers({ ...request, invitations: [] }))).code).to.equal(code);
      });
    }

    it('are “unavailable” where something else answers, or half an answer comes', async () => {
      for (const answer of [html(200, '<h1>Welcome</h1>'), (response: Parameters<typeof cut>[0]) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"contactInfo":')]) {
        server.answers = [answer];
        expect((await refusal(adapterWith().loadContactInfo(request))).code).to.equal('unavailable');
      }
    });
  });

  describe('that are aborted', () => {
    it('end at once, on the server too, also while they wait to be tried again', async () => {
      for (const answer of [silence, json(503, {}, { 'retry-after': '9' })]) {
        server.answers = [answer];
        server.asked.length = 0;
        server.givenUp = 0;
        const stop = new AbortController();
        const loading = adapterWith().loadContactInfo({ accountId: 'acme', signal: stop.signal }).catch((error: unknown) => error);
        while (server.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
        stop.abort('whatever');
        expect(isAbortError(await loading)).to.equal(true);
        while (answer === silence && server.givenUp === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    });
  });

  describe('lead where they should', () => {
    it('whatever an id or a revision is made of', async () => {
      server.answers = [json(200, ana)];
      const { users } = adapterWith({ baseUrl: `${server.baseUrl}//` });
      await users.updateUser({ ...request, accountId: '../a/b?c#d%2f', userId: 'ana\r\nx-evil: 1', changes: {}, baseRevision: 'r "1"\r\né%', replacementUserId: 'a&b=c' });
      const [{ url, headers }] = server.asked;
      expect(url).to.equal('/api/accounts/..%2Fa%2Fb%3Fc%23d%252f/users/ana%0D%0Ax-evil%3A%201?replacement=a%26b%3Dc');
      expect(headers['if-match']).to.equal('"r%20%221%22%0D%0A%C3%A9%25"');
      expect(headers).not.to.have.property('x-evil');
    });

    it('to nowhere, where an id would lead to another address', async () => {
      const { users } = adapterWith();
      for (const userId of ['', '.', '..', '\ud800']) {
        expect((await refusal(users.removeUser({ ...request, userId, baseRevision: 'u1' }))).code, userId).to.equal('not-found');
      }
      expect(server.asked).to.deep.equal([]);
    });

    it('with what is asked of users', async () => {
      server.answers = [json(200, { users: [], total: 0, nextCursor: null })];
      await adapterWith().users.listUsers({ ...request, search: 'ñ &', roles: ['editor', 'tester'], statuses: ['active'], sort: { by: 'email', direction: 'descending' }, cursor: '["a"]', limit: 20 });
      expect(server.asked[0].url).to.equal('/api/accounts/acme/users?search=%C3%B1+%26&role=editor&role=tester&status=active&sort=-email&cursor=%5B%22a%22%5D&limit=20');
    });
  });
});
