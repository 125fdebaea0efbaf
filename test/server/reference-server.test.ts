import { expect } from 'chai';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { listen, type ListeningServer } from '../../examples/server/src/server.js';
import { LostTransaction, type Database } from '../../examples/server/src/database/database.js';
import { DatabaseChanges } from '../../examples/server/src/database/database-changes.js';
import { SqlAdapter } from '../../examples/server/src/database/sql-adapter.js';
import { HttpAdapter } from '../../src/adapters/http.js';
import type { ContactInfo } from '../../src/domain/contact-info.js';
import data from '../domain/evaluate-contact-info.vectors.json';
import { databaseKinds } from './support/databases.js';

const { signal } = new AbortController();
const complete = data.vectors[0].contactInfo as ContactInfo;

for (const kind of databaseKinds) {
  describe(`the reference server on ${kind.name}`, () => {
    let database: Database;
    let server: ListeningServer;
    let log: string;
    let accounts = 0;
    let accountId: string;
    const start = async () => {
      log = '';
      const stream = new Writable({ write: (chunk, _encoding, done) => {
        log += chunk;
        done();
      } });
      server = await listen({ database, log: pino(stream), secret: 'a secret of the test', port: 0, invitations: { most: 1_000, within: 3_600 } });
    };
    /** Closing it closes the database too: the suite's is left open. */
    const keptOpen = (opened: Database): Database => ({
      transaction: (task, prologue) => (isAway ? Promise.reject(new LostTransaction('away')) : opened.transaction(task, prologue)), listen: (...args) => opened.listen(...args), close: async () => {},
    });
    let real: Database;
    let isAway = false;
    before(async function () {
      this.timeout(60_000);
      await kind.start();
      real = await kind.create();
      database = keptOpen(real);
    });
    after(async () => {
      await real.close();
      await kind.stop();
    });
    beforeEach(async () => {
      accountId = `account-${accounts += 1}`;
      await start();
    });
    afterEach(() => server.close());

    const request = (path: string, { cookie, body, ...init }: Omit<RequestInit, 'body'> & { cookie?: string; body?: unknown } = {}) => fetch(server.url + path, {
      ...init, ...(body !== undefined && { method: init.method ?? 'POST', body: JSON.stringify(body) }),
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(cookie && { cookie }), ...init.headers as object },
    });
    const signIn = async (email: string, account = accountId): Promise<string> => {
      const response = await request('/session', { body: { accountId: account, email } });
      expect(response.status, `signing in ${email}`).to.equal(200);
      return response.headers.get('set-cookie')!.split(';')[0];
    };
    const adapterOf = (cookie: string) => new HttpAdapter({ baseUrl: server.url, headers: { cookie } });
    const inviteWith = (cookie: string, emails: string[], role = 'editor') => request(`/accounts/${accountId}/users`, { cookie, body: { invitations: emails.map((email) => ({ email, role, mailingLists: [] })) } });

    it('lets the first in as administrator, then those who were invited, and nobody else', async () => {
      const ana = await signIn('ana@example.com');
      await inviteWith(ana, ['bo@example.com']);
      await signIn('BO@example.com');
      const { users } = await adapterOf(ana).users.listUsers({ accountId, signal });
      expect(users.map(({ email, role, status }) => ({ email, role, status }))).to.deep.equal([
        { email: 'ana@example.com', role: 'administrator', status: 'active' }, { email: 'bo@example.com', role: 'editor', status: 'active' },
      ]);
      const refused = await request('/session', { body: { accountId, email: 'cy@example.com' } });
      expect(refused.status).to.equal(403);
      expect(refused.headers.get('set-cookie')).to.equal(null);
    });

    it('keeps the session where no script reads it, and believes none that it did not sign', async () => {
      const response = await request('/session', { body: { accountId, email: 'ana@example.com' } });
      expect(response.headers.get('set-cookie')).to.match(/; HttpOnly/).and.to.match(/; SameSite=Strict/);
      const cookie = response.headers.get('set-cookie')!.split(';')[0];
      const statusOf = async (sent: string) => (await request(`/accounts/${accountId}/contact-info`, { cookie: sent })).status;
      expect(await statusOf(cookie)).to.equal(204);
      const forged = cookie.replace(encodeURIComponent(accountId), encodeURIComponent('account-0'));
      for (const sent of ['', 'portero_session=', 'portero_session=%7B%7D', forged.replace('account-', 'account-9'), `${cookie}x`, cookie.slice(0, -3)]) {
        expect(await statusOf(sent), sent).to.equal(401);
      }
    });

    it('says of another account what it says of none', async () => {
      const other = accountId;
      await signIn('ana@example.com');
      accountId = `account-${accounts += 1}`;
      const cookie = await signIn('bo@example.com');
      const bodies = await Promise.all([other, 'nobody-has-this'].map(async (id) => {
        const response = await request(`/accounts/${id}/contact-info`, { cookie });
        return { status: response.status, body: await response.text() };
      }));
      expect(bodies[0].status).to.equal(404);
      expect(bodies[0]).to.deep.equal(bodies[1]);
    });

    it('knows a role from what is stored, and lets nobody on who was deactivated', async () => {
      const ana = await signIn('ana@example.com');
      await inviteWith(ana, ['bo@example.com']);
      const bo = await signIn('bo@example.com');
      expect((await inviteWith(bo, ['cy@example.com'])).status, 'an editor invites').to.equal(403);
      const { users: [user] } = await adapterOf(ana).users.listUsers({ accountId, signal, search: 'bo@' });
      await adapterOf(ana).users.updateUser({ accountId, signal, userId: user.id, baseRevision: user.revision, changes: { status: 'deactivated' } });
      expect((await request(`/accounts/${accountId}/contact-info`, { cookie: bo })).status).to.equal(401);
      expect((await request('/session', { body: { accountId, email: 'bo@example.com' } })).status).to.equal(403);
    });

    it('does protected work once the account can be reached', async () => {
      const cookie = await signIn('ana@example.com');
      const bookings = () => request(`/accounts/${accountId}/bookings`, { cookie });
      const refused = await bookings();
      expect(refused.status).to.equal(403);
      expect(await refused.json()).to.include({ code: 'incomplete', status: 403 });
      const { users: [ana] } = await adapterOf(cookie).users.listUsers({ accountId, signal });
      await adapterOf(cookie).saveContactInfo({ accountId, signal, baseRevision: null, contactInfo: { ...complete, alertContacts: [ana.id] } });
      expect((await bookings()).status).to.equal(200);
      expect((await request(`/accounts/${accountId}/bookings`)).status).to.equal(401);
    });

    it('sends a thousand invitations at once, and then lets the account wait', async () => {
      const cookie = await signIn('ana@example.com');
      const addresses = Array.from({ length: 1_000 }, (_, index) => `user-${index}@example.com`);
      const first = await inviteWith(cookie, addresses);
      expect(first.status).to.equal(200);
      const second = await inviteWith(cookie, addresses.map((address) => `x${address}`));
      expect(second.status).to.equal(429);
      const wait = Number(second.headers.get('retry-after'));
      expect(wait).to.be.within(3_000, 3_600);
      expect(await second.json()).to.include({ code: 'rate-limited' });
      expect((await adapterOf(cookie).users.listUsers({ accountId, signal })).total).to.equal(1_001);
      accountId = `account-${accounts += 1}`;
      expect((await inviteWith(await signIn('bo@example.com'), ['cy@example.com'])).status, 'another account').to.equal(200);
    }).timeout(30_000);

    it('tells of changes, and ends what it tells when it stops', async () => {
      const cookie = await signIn('ana@example.com');
      const stream = await request(`/accounts/${accountId}/changes`, { cookie });
      const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
      expect((await reader.read()).value).to.match(/^event: ready\n/);
      const { revision } = await adapterOf(cookie).saveContactInfo({ accountId, signal, baseRevision: null, contactInfo: {} });
      expect((await reader.read()).value).to.match(/^event: change\n/).and.to.contain(JSON.stringify({ kind: 'contact-info', version: revision }));
      const closing = server.close();
      expect((await reader.read()).done).to.equal(true);
      await closing;
      await start();
    });

    it('ends what it tells while the database is away, and tells again after that', async () => {
      const cookie = await signIn('ana@example.com');
      const open = async () => {
        const { body, status } = await request(`/accounts/${accountId}/changes`, { cookie });
        return { status, reader: body!.pipeThrough(new TextDecoderStream()).getReader() };
      };
      const { reader } = await open();
      await reader.read();
      const reported: unknown[][] = [];
      const { error } = console;
      console.error = (...args) => reported.push(args);
      isAway = true;
      try {
        await new SqlAdapter({ database: real, changes: new DatabaseChanges() }).saveContactInfo({ accountId, signal, baseRevision: null, contactInfo: {} });
        expect((await reader.read()).done).to.equal(true);
        expect((await open()).status).to.equal(503);
      } finally {
        isAway = false;
        console.error = error;
      }
      expect(reported, 'beside the log').to.deep.equal([]);
      const again = await open();
      expect((await again.reader.read()).value).to.match(/^event: ready\n/);
      await again.reader.cancel();
    });

    it('finishes what it was asked before it stops', async () => {
      const cookie = await signIn('ana@example.com');
      const addresses = Array.from({ length: 300 }, (_, index) => `user-${index}@example.com`);
      const asked = inviteWith(cookie, addresses);
      const running = async () => Number(/^http_requests_running (\d+)$/m.exec(await (await request('/metrics')).text())![1]);
      // This one and the other.
      while ((await running()) < 2);
      const [response] = await Promise.all([asked, server.close()]);
      expect(response.status).to.equal(200);
      await start();
      expect((await adapterOf(cookie).users.listUsers({ accountId, signal })).total).to.equal(301);
    }).timeout(30_000);

    it('shows its health and figures, and no personal values in its log', async () => {
      const cookie = await signIn('ana@example.com');
      await request(`/accounts/${accountId}/users?search=secret-person`, { cookie });
      expect((await request('/health/live')).status).to.equal(200);
      expect((await request('/health/ready')).status).to.equal(200);
      const metrics = await (await request('/metrics')).text();
      expect(metrics).to.match(/http_request_duration_seconds_count\{method="GET",route="\/accounts\/:accountId\/users",status="200"\} 1/);
      expect(metrics).not.to.contain(accountId);
      expect(log).to.contain(`"path":"/accounts/${accountId}/users","status":200`);
      expect(log).not.to.match(/secret-person|ana@example/);
    });
  });
}
