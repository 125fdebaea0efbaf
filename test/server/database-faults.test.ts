import { expect } from 'chai';
import fc from 'fast-check';
import { accountKey } from '../../examples/server/src/database/account-transaction.js';
import { DatabaseChanges } from '../../examples/server/src/database/database-changes.js';
import { migrate } from '../../examples/server/src/database/migrate.js';
import { PostgresDatabase } from '../../examples/server/src/database/postgres-database.js';
import { SqlAdapter } from '../../examples/server/src/database/sql-adapter.js';
import { SqlStorage } from '../../examples/server/src/database/sql-storage.js';
import { sqlText } from '../../examples/server/src/database/sql-text.js';
import type { PersistenceAdapter, StoreChange } from '../../src/ports/persistence-adapter.js';
import { isPersistenceError } from '../../src/ports/persistence-error.js';
import { postgresFolder, PostgresServer } from './support/postgres.js';
import { until } from './support/until.js';

const { signal } = new AbortController();
const accountId = 'acme';
const invitationOf = (email: string, role = 'administrator') => ({ email, role, mailingLists: [] });
const codeOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'done', (error) => (isPersistenceError(error) ? error.code : error));

if (postgresFolder()) {
  describe('PostgreSQL under several servers and faults', () => {
    let server: PostgresServer;
    let address: string;
    const databases: PostgresDatabase[] = [];
    const connect = () => {
      const database = new PostgresDatabase({ connectionString: address, connections: 5 });
      databases.push(database);
      return database;
    };
    /** As many servers, each with connections of its own. */
    const servers = (count: number): SqlAdapter[] => Array.from({ length: count }, () => new SqlAdapter({ database: connect(), changes: new DatabaseChanges() }));
    const cutAll = () => server.run('select pg_terminate_backend(pid) from pg_stat_activity where application_name like \'portero%\'');
    const list = async ({ users }: PersistenceAdapter) => (await users!.listUsers({ accountId, signal })).users;

    beforeEach(async function () {
      this.timeout(60_000);
      server ??= await PostgresServer.start();
      address = await server.create();
      await migrate(connect());
    });
    afterEach(() => Promise.all(databases.splice(0).map((database) => database.close())));
    after(() => server.stop());

    it('lets one of many saves from a revision win', async () => {
      const [one, two] = servers(2);
      let { revision } = await one.saveContactInfo({ accountId, signal, contactInfo: {}, baseRevision: null });
      for (let round = 0; round < 5; round += 1) {
        const saves = Array.from({ length: 10 }, (_, index) => (index % 2 ? one : two).saveContactInfo({ accountId, signal, contactInfo: { extra: `${round}.${index}` }, baseRevision: revision }));
        const settled = await Promise.allSettled(saves);
        const won = settled.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
        expect(won, 'those that won').to.have.lengthOf(1);
        expect(await two.loadContactInfo({ accountId, signal })).to.deep.equal(won[0]);
        revision = won[0].revision;
      }
    });

    it('lets one of many invitations of an address win', async () => {
      const [one, two] = servers(2);
      const all = await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 ? one : two).users.inviteUsers({ accountId, signal, invitations: [invitationOf('Ana@example.com')] })));
      expect(all.flat().filter(({ ok }) => ok)).to.have.lengthOf(1);
      expect(await list(one)).to.have.lengthOf(1);
    });

    it('keeps one manager where all demote each other at once', async () => {
      const [one, two] = servers(2);
      const invited = await one.users.inviteUsers({ accountId, signal, invitations: ['ana@example.com', 'bo@example.com'].map((email) => invitationOf(email)) });
      const managers = await Promise.all(invited.map((result) => {
        if (!result.ok) throw new Error(result.issue.code);
        return one.users.updateUser({ accountId, signal, userId: result.user.id, baseRevision: result.user.revision, changes: { status: 'active' } });
      }));
      const outcomes = await Promise.all(managers.map(({ id, revision }, index) => codeOf([one, two][index].users.updateUser({ accountId, signal, userId: id, baseRevision: revision, changes: { role: 'editor' } }))));
      expect(outcomes.sort()).to.deep.equal(['done', 'guard']);
    });

    it('goes on after every connection was cut', async () => {
      const [one] = servers(1);
      const { revision } = await one.saveContactInfo({ accountId, signal, contactInfo: {}, baseRevision: null });
      await cutAll();
      expect((await one.loadContactInfo({ accountId, signal }))?.revision).to.equal(revision);
    });

    it('runs again what was cut within a transaction, and writes it once', async () => {
      const storage = new SqlStorage(connect());
      let runs = 0;
      await storage.write(accountId, async (transaction) => {
        runs += 1;
        await transaction.addHistory({ revision: `run ${runs}`, at: '2026-01-01T00:00:00.000Z', changedKeys: [] });
        if (runs === 1) await cutAll();
        await transaction.putRecord({ contactInfo: {}, revision: `run ${runs}`, updatedAt: '2026-01-01T00:00:00.000Z' });
      });
      expect(runs).to.equal(2);
      const history = await storage.read(accountId, (reading) => reading.allHistory());
      expect(history.map(({ revision }) => revision)).to.deep.equal(['run 2']);
    });

    it('tells of changes after the connection that listens was cut, of what was missed too', async () => {
      const [other] = servers(1);
      const changes = new DatabaseChanges();
      const database = connect();
      await changes.start(database);
      const heard: StoreChange['kind'][] = [];
      new SqlAdapter({ database, changes }).watch({ accountId, signal }, ({ kind }) => heard.push(kind));
      await cutAll();
      await other.users.inviteUsers({ accountId, signal, invitations: [invitationOf('ana@example.com')] });
      await until(() => heard.includes('contact-info') && heard.includes('users'));
      heard.length = 0;
      await other.saveContactInfo({ accountId, signal, contactInfo: {}, baseRevision: null });
      await until(() => heard.length > 0);
      expect(heard).to.deep.equal(['contact-info']);
    });

    it('says unavailable where no database answers', async () => {
      address = server.addressOf('nowhere');
      expect(await codeOf(servers(1)[0].loadContactInfo({ accountId, signal })), 'there is no such database').to.equal('unavailable');
      address = 'postgres://postgres@127.0.0.1:9/x';
      expect(await codeOf(servers(1)[0].loadContactInfo({ accountId, signal })), 'nothing listens').to.equal('unavailable');
    });

    it('refuses by the database what gets past the rules', async () => {
      const [one] = servers(1);
      const [result] = await one.users.inviteUsers({ accountId, signal, invitations: [invitationOf('ana@example.com')] });
      if (!result.ok) throw new Error(result.issue.code);
      await one.users.updateUser({ accountId, signal, userId: result.user.id, baseRevision: result.user.revision, changes: { status: 'active' } });
      expect(await codeOf(new SqlStorage(connect()).write(accountId, (transaction) => transaction.deleteUser(result.user.id)))).to.equal('guard');
      expect(await list(one)).to.have.lengthOf(1);
    });

    it('compares, orders and finds text as JavaScript does', async () => {
      const database = connect();
      const texts = fc.array(fc.string({ unit: fc.oneof(fc.constantFrom('\0', '\u0001', '\u0002', '\ud7ff', '\ud800', '\udfff', '\ue000', '\uffff', '😀', 'a'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 4 }), { minLength: 2, maxLength: 30 });
      await fc.assert(fc.asyncProperty(texts, async (some) => {
        const [{ sorted, found }] = await database.transaction((transaction) => transaction.query<{ sorted: number[]; found: boolean[] }>(
          'select array_agg(n::int order by t collate "C", n) as sorted, array_agg(strpos(t, $2) > 0 order by n) as found from unnest($1::text[]) with ordinality as u (t, n)', [some.map(sqlText), sqlText(some[0].slice(0, 2))],
        ));
        const expected = some.map((text, index) => ({ text, index: index + 1 })).sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.index - b.index));
        expect(sorted).to.deep.equal(expected.map(({ index }) => index));
        expect(found).to.deep.equal(some.map((text) => text.includes(some[0].slice(0, 2))));
      }), { numRuns: 200 });
    });

    it('has no two accounts of one key', () => {
      fc.assert(fc.property(fc.string(), fc.string(), (a, b) => (accountKey(a) === accountKey(b)) === (a === b)));
    });
  });
}
