import { expect } from 'chai';
import { request as ask } from 'node:http';
import { MemoryAdapter } from '../../src/adapters/memory.js';
import type { User } from '../../src/domain/user.js';
import { MemoryServer, VersionedStore } from './support/memory-server.js';

const user = (id: string, role: string): User => ({ id, name: id, email: `${id}@example.com`, role, status: 'active', mailingLists: [], revision: `${id}-1` });

interface Answered { status: number; type: string | undefined; body: string }

/** As it is: `fetch` would tidy the path, and send no header that is wrong. */
function raw(url: string, path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {}): Promise<Answered> {
  const { hostname, port, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = ask({ hostname, port, path: pathname + path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({ status: response.statusCode!, type: response.headers['content-type'], body: text }));
    });
    // A body that is refused before its end may be cut off, also when the answer is there already: then the socket alone says so.
    request.on('socket', (socket) => socket.on('error', () => {}));
    request.on('error', reject).end(body);
  });
}

describe('the reference server’s routes, asked wrongly', () => {
  const server = new MemoryServer();
  let store: VersionedStore;
  let baseUrl: string;
  let signedIn: Record<string, string>;
  let editor: Record<string, string>;
  let stored: string;
  before(() => server.ready());
  after(() => server.close());

  const all = async () => {
    const adapter = new MemoryAdapter({ store });
    const request = { accountId: 'acme', signal: new AbortController().signal };
    return JSON.stringify([await adapter.loadContactInfo(request), await adapter.users.listUsers(request), await adapter.loadHistory(request)]);
  };
  beforeEach(async () => {
    store = new VersionedStore({ acme: { contactInfo: { alertContacts: ['ada'] }, users: [user('ada', 'administrator'), user('ed', 'editor')] }, other: { contactInfo: { alertContacts: ['secret-of-others'] }, users: [user('oz', 'administrator')] } });
    const { open } = server.add(store, (accountId) => accountId === 'acme');
    const visitor = open({ viewer: { id: 'ada', role: 'administrator' } });
    ({ baseUrl, headers: signedIn } = visitor);
    editor = open({ viewer: { id: 'ed', role: 'editor' } }).headers;
    stored = await all();
  });
  afterEach(async () => {
    expect(await all(), 'what is stored').to.equal(stored);
    expect(server.errors.map(String)).to.deep.equal([]);
  });

  /** A problem with that status, which tells nothing of others nor of the server itself. */
  function expectProblem({ status, type, body }: Answered, expected: number): void {
    expect([status, type]).to.deep.equal([expected, 'application/problem+json']);
    const problem = JSON.parse(body) as { title: string; status: number; code: string };
    expect(problem.status).to.equal(expected);
    expect([typeof problem.title, typeof problem.code]).to.deep.equal(['string', 'string']);
    expect(body).not.to.match(/secret-of-others|oz@|\bat .*\.(ts|js):|node_modules/);
  }

  const put = (body: string | Buffer, headers: Record<string, string> = {}) =>
    raw(baseUrl, '/accounts/acme/contact-info', { method: 'PUT', body, headers: { ...signedIn, 'content-type': 'application/json', 'if-match': '"seed"', ...headers } });

  for (const [what, body, status] of [
    ['no JSON', '{"contactInfo":', 400], ['nothing', '', 400], ['a list', '[]', 400], ['null', 'null', 400], ['no contact information', '{}', 400],
    ['contact information that is a list', '{"contactInfo":[]}', 400], ['values that break a rule', '{"contactInfo":{"technicalEmergencyContacts":[{"email":"nobody"}]}}', 422],
    ['ten megabytes', Buffer.alloc(10_000_000, ' '), 413], ['brackets without end', '['.repeat(500_000), 400],
  ] as const) {
    it(`refuses a save of ${what}`, async () => expectProblem(await put(body), status));
  }

  it('refuses a body that is not said to be JSON', async () => expectProblem(await put('{"contactInfo":{}}', { 'content-type': 'text/plain' }), 415));

  it('takes no prototype from a body', async () => {
    expectProblem(await put('{"__proto__":{"contactInfo":{}}}'), 400);
    expect(({} as { contactInfo?: unknown }).contactInfo).to.equal(undefined);
  });

  for (const [tag, status] of [['seed', 400], ['W/"seed"', 400], ['"seed", "other"', 400], ['*', 400], ['"stale"', 412], ['"%E0%A4%A"', 400]] as const) {
    it(`does not take ${tag} for the revision`, async () => expectProblem(await put('{"contactInfo":{}}', { 'if-match': tag }), status));
  }

  it('wants to know what was edited', async () => {
    expectProblem(await raw(baseUrl, '/accounts/acme/contact-info', { method: 'PUT', body: '{"contactInfo":{}}', headers: { ...signedIn, 'content-type': 'application/json' } }), 428);
    for (const method of ['PATCH', 'DELETE']) {
      expectProblem(await raw(baseUrl, '/accounts/acme/users/ed', { method, ...(method === 'PATCH' && { body: '{}' }), headers: { ...signedIn, 'content-type': 'application/json' } }), 428);
    }
    expectProblem(await raw(baseUrl, '/accounts/acme/users/ed', { method: 'DELETE', headers: { ...signedIn, 'if-none-match': '*' } }), 428);
  });

  it('knows nobody who is not signed in, or says so falsely', async () => {
    const headers: Record<string, string>[] = [{}, { authorization: 'Visitor 99' }, { authorization: 'Bearer x' }, { 'x-role': 'administrator' }, { cookie: 'role=administrator' }];
    for (const one of headers) expectProblem(await raw(baseUrl, '/accounts/acme/contact-info', { headers: one }), 401);
  });

  it('heeds the role of authentication, whatever a request says of one', async () => {
    const forged = { ...editor, 'x-role': 'administrator', 'content-type': 'application/json' };
    expectProblem(await raw(baseUrl, '/accounts/acme/users?role=administrator', { method: 'POST', headers: forged, body: '{"invitations":[{"email":"x@example.com","role":"administrator","mailingLists":[]}],"viewer":{"role":"administrator"}}' }), 403);
    expectProblem(await raw(baseUrl, '/accounts/acme/users/ada', { method: 'DELETE', headers: { ...forged, 'if-match': '"ada-1"' } }), 403);
  });

  for (const path of [
    '/accounts/other/contact-info', '/accounts/other/users', '/accounts/other/changes', '/accounts/nobody/contact-info', '/accounts/acme/../other/contact-info', '/accounts/acme%2f..%2fother/contact-info',
    '/accounts/acme%00/contact-info', '/accounts/%c0%ae%c0%ae/contact-info', '/accounts/acme%/contact-info', '/accounts//contact-info', '/accounts/ACME/contact-info', '/accounts/acme%E2%80%8B/contact-info', '/accounts/acme/nothing', '/', '/accounts', '//accounts/acme/contact-info',
  ]) {
    it(`finds nothing at ${path}`, async () => {
      const answered = await raw(baseUrl, path, { headers: signedIn });
      expectProblem(answered, 404);
    });
  }

  it('changes nobody of another account', async () => {
    const headers = { ...signedIn, 'content-type': 'application/json', 'if-match': '"oz-1"' };
    expectProblem(await raw(baseUrl, '/accounts/acme/users/oz', { method: 'PATCH', body: '{"role":"editor"}', headers }), 404);
    expectProblem(await raw(baseUrl, '/accounts/acme/users/oz', { method: 'DELETE', headers }), 404);
    expectProblem(await raw(baseUrl, '/accounts/acme/users/ada?replacement=oz', { method: 'DELETE', headers: { ...headers, 'if-match': '"ada-1"' } }), 409);
  });

  it('refuses pages that nobody reads, and orders that there are not', async () => {
    for (const query of ['limit=0', 'limit=-1', 'limit=1e3', 'limit=x', 'limit=99999999999', 'sort=password', 'sort=--name']) {
      expectProblem(await raw(baseUrl, `/accounts/acme/users?${query}`, { headers: signedIn }), 400);
    }
    expectProblem(await raw(baseUrl, `/accounts/acme/users?${Array.from({ length: 101 }, (_, id) => `id=${id}`).join('&')}`, { headers: signedIn }), 400);
  });

  it('refuses invitations that are none, and more than it takes at once', async () => {
    const post = (body: unknown) => raw(baseUrl, '/accounts/acme/users', { method: 'POST', body: JSON.stringify(body), headers: { ...signedIn, 'content-type': 'application/json' } });
    expectProblem(await post({}), 400);
    expectProblem(await post({ invitations: {} }), 400);
    expectProblem(await post({ invitations: [null] }), 422);
    expectProblem(await post({ invitations: Array(1_001).fill({ email: 'x@example.com', role: 'editor', mailingLists: [] }) }), 413);
  });

  it('lets nothing through a header into its answers', async () => {
    const { status, body } = await raw(baseUrl, '/accounts/acme%0d%0aset-cookie:%20a=b/contact-info', { headers: signedIn });
    expect(status).to.equal(404);
    expect(body).not.to.include('set-cookie');
  });
});
